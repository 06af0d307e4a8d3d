"""Changes of records that can be taken back and made again while the vault is open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from innolab_desktop.domain.records import DELETED
from innolab_desktop.journal.operations import ORDER
from innolab_desktop.services.edit_history import Edit, EditHistory, EditKind, EditLabel

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from innolab_desktop.domain.records import Record, RecordId
    from innolab_desktop.domain.values import Value
    from innolab_desktop.formdefs.forms import Forms
    from innolab_desktop.services.changes import Changes
    from innolab_desktop.services.conflicts import Conflicts
    from innolab_desktop.services.read_models import Heads
    from innolab_desktop.services.records import Records, Saved


class Edits(EditHistory):
    """Writes changes through other use cases, and remembers how to take them back."""

    def __init__(self, records: Records, forms: Forms, conflicts: Conflicts) -> None:
        super().__init__(records, forms)
        self._conflicts = conflicts

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
        former = {name: heads[name].value if name in heads else None for name in changed}
        changes = self._records.save(record, changed, seen=seen)
        if changes is None:
            return None
        current = self._records.open(record)
        before, after = _changed(former, current.values)
        self._note(
            Edit(
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
            Edit(
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
            Edit(
                EditLabel(EditKind.DECISION, self._conflicts.place(current, field).label),
                record,
                current.parent,
                (field,),
                lambda: self._conflicts.reopen(record, field, sides),
                lambda: self._conflicts.resolve(record, field, value),
            )
        )
        return changes

    def review(
        self, record: RecordId, field: str, text: str, *, seen: Collection[bytes]
    ) -> Changes:
        """Say that a merged text is in order as *text*: as it stands, or corrected.

        Taking that back lets the merged text wait for a person again.

        Raises:
            RecordError: the decision is refused.
        """
        current = self._records.open(record)
        merged = self._conflicts.merged_text(record, field).text
        changes = self._conflicts.review_text(record, field, text, seen=seen)
        self._note(
            Edit(
                EditLabel(EditKind.REVIEW, self._conflicts.place(current, field).label),
                record,
                current.parent,
                (field,),
                lambda: self._conflicts.reopen_text(record, field, merged),
                lambda: self._conflicts.review_text(record, field, text),
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
            Edit(
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
            Edit(
                EditLabel(EditKind.ORDER, self._forms.form(current.kind).label),
                record,
                current.parent,
                (ORDER,),
                lambda: self._records.move(record, former),
                lambda: self._records.move(record, before),
            )
        )
        return changes


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
