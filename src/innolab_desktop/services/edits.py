"""Changes of records that can be taken back and made again while the vault is open.

Taking back is a change like any other: a new commit sets what stood there before. It is refused
where somebody else's change came in between.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from innolab_desktop.domain.errors import RecordError
from innolab_desktop.domain.records import DELETED
from innolab_desktop.journal.operations import ORDER
from innolab_desktop.services.read_models import Heads

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping

    from innolab_desktop.domain.records import Record, RecordId
    from innolab_desktop.domain.values import Value
    from innolab_desktop.formdefs.forms import Forms
    from innolab_desktop.services.changes import Changes
    from innolab_desktop.services.conflicts import Conflicts
    from innolab_desktop.services.records import Records, Saved

_MOST_EDITS: Final = 200
_NOTHING: Final = Heads((), None)


class EditKind(StrEnum):
    """What an edit did."""

    VALUES = "values"
    ADDITION = "addition"
    TRASH = "trash"
    ORDER = "order"
    DECISION = "decision"
    REVISION = "revision"


@dataclass(frozen=True, slots=True)
class EditLabel:
    """What an edit is called.

    Attributes:
        name: of the only field that changed or was decided, of the kind of record, or the number
            of the Fassung that was put back.
        count: how many fields changed.
    """

    kind: EditKind
    name: str
    count: int = 1


@dataclass(frozen=True, slots=True)
class Outlook:
    """What would be taken back or made again next; None where there is nothing."""

    undo: EditLabel | None = None
    redo: EditLabel | None = None


NOTHING_TO_UNDO: Final = Outlook()


@dataclass(frozen=True, slots=True, eq=False)
class _Edit:
    """One change and its way back.

    Attributes:
        fields: what must still stand as it was written, for the edit to be taken back.
        before, after: the values of fields, for edits of values.
    """

    label: EditLabel
    record: RecordId
    parent: RecordId | None
    fields: Collection[str]
    back: Callable[[], Changes | None]
    forth: Callable[[], Changes | None]
    before: Mapping[str, Value] = field(default_factory=dict[str, "Value"])
    after: Mapping[str, Value] = field(default_factory=dict[str, "Value"])

    def concerns(self, record: RecordId) -> bool:
        """Tell whether the page of *record* shows this edit."""
        return record in (self.record, self.parent)

    def mirrors(self, other: _Edit) -> bool:
        """Tell whether it set back by hand exactly what *other* had set."""
        return self.label.kind is EditKind.VALUES and (
            self.record,
            dict(self.before),
            dict(self.after),
        ) == (other.record, dict(other.after), dict(other.before))


class Edits:
    """Writes changes through other use cases, and remembers how to take them back."""

    def __init__(self, records: Records, forms: Forms, conflicts: Conflicts) -> None:
        self._records = records
        self._conflicts = conflicts
        self._forms = forms
        self._done: list[_Edit] = []
        self._undone: list[_Edit] = []
        self._written: dict[tuple[RecordId, str], tuple[bytes, ...]] = {}

    # --- writing ----------------------------------------------------------------------------

    def save(
        self,
        record: RecordId,
        changed: Mapping[str, Value],
        *,
        seen: Mapping[str, Heads] | None = None,
        label: EditLabel | None = None,
    ) -> Changes | None:
        """Write changed fields as :meth:`Records.save` does, under *label* or the fields' own.

        Raises:
            UsageError: unknown field.
            RecordError: the change is refused.
        """
        heads = self._records.heads(record) if seen is None else seen
        former = {name: heads.get(name, _NOTHING).value for name in changed}
        changes = self._records.save(record, changed, seen=seen)
        if changes is None:
            return None
        current = self._records.open(record)
        before, after = _changed(former, current.values)
        self._note(
            _Edit(
                label or _values_label(self._forms, current, tuple(before)),
                record,
                current.parent,
                tuple(before),
                lambda: self._records.save(record, before),
                lambda: self._records.save(record, after),
                before,
                after,
            )
        )
        return changes

    def add(self, kind: str, values: Mapping[str, Value], parent: RecordId) -> Saved:
        """Make a child record as :meth:`Records.new` does.

        Raises:
            UsageError: unknown kind or field.
            RecordError: a value is invalid, or the kind does not belong below *parent*.
        """
        saved = self._records.new(kind, values, parent=parent)
        self.take_note_of(saved.record)
        return saved

    def take_note_of(self, record: RecordId) -> None:
        """Remember that *record* was made just now; taking that back puts it into the trash.

        Raises:
            RecordError: there is no such record.
        """
        made = self._records.open(record)
        self._note(
            _Edit(
                EditLabel(EditKind.ADDITION, self._forms.form(made.kind).label),
                record,
                made.parent,
                (DELETED, *self._records.heads(record)),
                lambda: self._records.delete(record),
                lambda: self._records.restore(record),
            )
        )

    def settle(
        self,
        record: RecordId,
        field: str,
        value: Value,
        *,
        seen: Collection[bytes] | None = None,
    ) -> Changes:
        """Settle an Abweichung as :meth:`Conflicts.resolve` does.

        Taking that back lets its sides stand beside each other again.

        Raises:
            RecordError: the decision is refused.
        """
        current = self._records.open(record)
        sides = self._conflicts.sides(record, field)
        changes = self._conflicts.resolve(record, field, value, seen=seen)
        self._note(
            _Edit(
                EditLabel(EditKind.DECISION, self._conflicts.place(current, field).label),
                record,
                current.parent,
                (field,),
                lambda: self._conflicts.reopen(record, field, sides),
                lambda: self._conflicts.resolve(record, field, value),
            )
        )
        return changes

    def delete(self, record: RecordId) -> Changes:
        """Put a record into the trash.

        Raises:
            RecordError: there is none.
        """
        current = self._records.open(record)
        changes = self._records.delete(record)
        self._note(
            _Edit(
                EditLabel(EditKind.TRASH, self._forms.form(current.kind).label),
                record,
                current.parent,
                (DELETED,),
                lambda: self._records.restore(record),
                lambda: self._records.delete(record),
            )
        )
        return changes

    def move(self, record: RecordId, before: RecordId | None) -> Changes:
        """Put a child record ahead of its sibling *before*, or last.

        Raises:
            RecordError: it has no siblings.
        """
        current = self._records.open(record)
        former = _next_sibling(self._records, current)
        changes = self._records.move(record, before)
        self._note(
            _Edit(
                EditLabel(EditKind.ORDER, self._forms.form(current.kind).label),
                record,
                current.parent,
                (ORDER,),
                lambda: self._records.move(record, former),
                lambda: self._records.move(record, before),
            )
        )
        return changes

    # --- taking back ------------------------------------------------------------------------

    def outlook(self, record: RecordId) -> Outlook:
        """Return what would be taken back or made again on the page of *record*."""
        done, undone = _last(self._done, record), _last(self._undone, record)
        return Outlook(done.label if done else None, undone.label if undone else None)

    def undo(self, record: RecordId) -> Changes | None:
        """Take the last edit on the page of *record* back; return None if there is none.

        Raises:
            RecordError: somebody else's change came in between, or the former value is refused;
                the edit cannot be taken back any more.
        """
        edit = _last(self._done, record)
        return None if edit is None else self._turn(edit, self._done, self._undone, edit.back)

    def redo(self, record: RecordId) -> Changes | None:
        """Make the edit again that was taken back last; return None if there is none.

        Raises:
            RecordError: as for :meth:`undo`.
        """
        edit = _last(self._undone, record)
        return None if edit is None else self._turn(edit, self._undone, self._done, edit.forth)

    def undo_deletion(self, kind: str) -> tuple[RecordId, Changes | None] | None:
        """Bring the record of *kind* back that was put into the trash last.

        Returns:
            The record and what changed; None if none was put there.

        Raises:
            RecordError: as for :meth:`undo`.
        """
        edit = self._last_of_kind(self._done, EditKind.TRASH, kind)
        if edit is None:
            return None
        return edit.record, self._turn(edit, self._done, self._undone, edit.back)

    def redo_addition(self, kind: str) -> tuple[RecordId, Changes | None] | None:
        """Bring the new record of *kind* back whose making was taken back last.

        Returns:
            The record and what changed; None if there is none.

        Raises:
            RecordError: as for :meth:`undo`.
        """
        edit = self._last_of_kind(self._undone, EditKind.ADDITION, kind)
        if edit is None:
            return None
        return edit.record, self._turn(edit, self._undone, self._done, edit.forth)

    # --- inside -----------------------------------------------------------------------------

    def _last_of_kind(self, edits: list[_Edit], did: EditKind, kind: str) -> _Edit | None:
        label = EditLabel(did, self._forms.form(kind).label)
        found = (edit for edit in reversed(edits) if edit.parent is None and edit.label == label)
        return next(found, None)

    def _turn(
        self,
        edit: _Edit,
        source: list[_Edit],
        target: list[_Edit],
        act: Callable[[], Changes | None],
    ) -> Changes | None:
        try:
            self._check(edit)
            changes = act()
        except RecordError:
            source.remove(edit)
            raise
        source.remove(edit)
        target.append(edit)
        self._remember(edit)
        return changes

    def _check(self, edit: _Edit) -> None:
        heads = self._records.heads(edit.record)
        for name in edit.fields:
            if heads.get(name, _NOTHING).ops != self._written.get((edit.record, name)):
                raise RecordError("edit_overtaken", name=edit.label.name)

    def _note(self, edit: _Edit) -> None:
        self._remember(edit)
        last = _last(self._done, edit.record)
        if last is not None and edit.mirrors(last):  # taken back by hand, as in a text field
            self._done.remove(last)
            self._undone.append(last)
            return
        self._undone = [old for old in self._undone if not old.concerns(edit.record)]
        self._done.append(edit)
        del self._done[:-_MOST_EDITS]

    def _remember(self, edit: _Edit) -> None:
        heads = self._records.heads(edit.record)
        for name in edit.fields:
            self._written[edit.record, name] = heads.get(name, _NOTHING).ops


def _last(edits: list[_Edit], record: RecordId) -> _Edit | None:
    return next((edit for edit in reversed(edits) if edit.concerns(record)), None)


def _changed(
    former: Mapping[str, Value], current: Mapping[str, Value]
) -> tuple[dict[str, Value], dict[str, Value]]:
    """Return what stood and what stands in the fields that changed; nothing is None."""
    pairs = {name: (_held(old), _held(current.get(name))) for name, old in former.items()}
    kept = {name: pair for name, pair in pairs.items() if pair[0] != pair[1]}
    return (
        {name: old for name, (old, _new) in kept.items()},
        {name: new for name, (_old, new) in kept.items()},
    )


def _held(value: Value) -> Value:
    return None if value in ("", ()) else value


def _next_sibling(records: Records, record: Record) -> RecordId | None:
    if record.parent is None:
        return None
    siblings = [child.id for child in records.children(record.parent, record.kind)]
    following = siblings[siblings.index(record.id) + 1 :] if record.id in siblings else []
    return following[0] if following else None


def _values_label(forms: Forms, record: Record, names: tuple[str, ...]) -> EditLabel:
    form = forms.form(record.kind)
    if len(names) == 1 and (changed := form.field(names[0])) is not None:
        return EditLabel(EditKind.VALUES, changed.label)
    return EditLabel(EditKind.VALUES, form.label, len(names))
