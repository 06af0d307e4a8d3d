"""What was edited while the vault is open, and how it is taken back and made again.

Taking back is a change like any other: a new commit sets what stood there before. It is refused
where somebody else's change came in between.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from innolab_desktop.domain.errors import RecordError
from innolab_desktop.services.read_models import Heads

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping

    from innolab_desktop.domain.records import RecordId
    from innolab_desktop.domain.values import Value
    from innolab_desktop.formdefs.forms import Forms
    from innolab_desktop.services.changes import Changes
    from innolab_desktop.services.records import Records

_MOST_EDITS: Final = 200
_NOTHING: Final = Heads((), None)


class EditKind(StrEnum):
    """What an edit did."""

    VALUES = "values"
    ADDITION = "addition"
    TRASH = "trash"
    ORDER = "order"
    DECISION = "decision"
    REVIEW = "review"
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
class Edit:
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

    def mirrors(self, other: Edit) -> bool:
        """Tell whether it set back by hand exactly what *other* had set."""
        return self.label.kind is EditKind.VALUES and (
            self.record,
            dict(self.before),
            dict(self.after),
        ) == (other.record, dict(other.after), dict(other.before))


class EditHistory:
    """The edits of this session, the last of each record at hand."""

    def __init__(self, records: Records, forms: Forms) -> None:
        self._records = records
        self._forms = forms
        self._done: list[Edit] = []
        self._undone: list[Edit] = []
        self._written: dict[tuple[RecordId, str], tuple[bytes, ...]] = {}

    def outlook(self, record: RecordId) -> Outlook:
        """Return what would be taken back or made again on the page of *record*."""
        done, undone = self._last(self._done, record), self._last(self._undone, record)
        return Outlook(done.label if done else None, undone.label if undone else None)

    def undo(self, record: RecordId) -> Changes | None:
        """Take the last edit on the page of *record* back; return None if there is none.

        Raises:
            RecordError: somebody else's change came in between, or the former value is refused;
                the edit cannot be taken back any more.
        """
        edit = self._last(self._done, record)
        return None if edit is None else self._turn(edit, self._done, self._undone, edit.back)

    def redo(self, record: RecordId) -> Changes | None:
        """Make the edit again that was taken back last; return None if there is none.

        Raises:
            RecordError: as for :meth:`undo`.
        """
        edit = self._last(self._undone, record)
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

    def _last(self, edits: list[Edit], record: RecordId) -> Edit | None:
        edit = _last(edits, record)
        return edit if edit is not None and self._may_turn(edit) else None

    def _may_turn(self, edit: Edit) -> bool:
        """Tell whether the space of an edit was not left since."""
        try:
            return not self._records.is_read_only(edit.record)
        except RecordError:  # erased since: whoever turns it is told so
            return True

    def _last_of_kind(self, edits: list[Edit], did: EditKind, kind: str) -> Edit | None:
        label = EditLabel(did, self._forms.form(kind).label)
        found = (edit for edit in reversed(edits) if edit.parent is None and edit.label == label)
        return next(filter(self._may_turn, found), None)

    def _turn(
        self,
        edit: Edit,
        source: list[Edit],
        target: list[Edit],
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

    def _check(self, edit: Edit) -> None:
        heads = self._records.heads(edit.record)
        for name in edit.fields:
            if heads.get(name, _NOTHING).ops != self._written.get((edit.record, name)):
                raise RecordError("edit_overtaken", name=edit.label.name)

    def _note(self, edit: Edit) -> None:
        """Remember an edit that was just made."""
        self._remember(edit)
        last = _last(self._done, edit.record)
        if last is not None and edit.mirrors(last):  # taken back by hand, as in a text field
            self._done.remove(last)
            self._undone.append(last)
            return
        self._undone = [old for old in self._undone if not old.concerns(edit.record)]
        self._done.append(edit)
        del self._done[:-_MOST_EDITS]

    def _remember(self, edit: Edit) -> None:
        heads = self._records.heads(edit.record)
        for name in edit.fields:
            self._written[edit.record, name] = heads.get(name, _NOTHING).ops


def _last(edits: list[Edit], record: RecordId) -> Edit | None:
    return next((edit for edit in reversed(edits) if edit.concerns(record)), None)
