"""Everything that an editor shows of one record, read in one go in the lane."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from innolab_desktop.formdefs.computed import RecordContext, compute
from innolab_desktop.services.consultations import Agreement
from innolab_desktop.services.edit_history import NOTHING_TO_UNDO
from innolab_desktop.services.read_models import RowQuery

if TYPE_CHECKING:
    from collections.abc import Mapping

    from innolab_desktop.domain.records import Record, RecordId
    from innolab_desktop.domain.values import Value
    from innolab_desktop.formdefs.definition import FormDefinition
    from innolab_desktop.services.attachments import Attachment
    from innolab_desktop.services.edit_history import Outlook
    from innolab_desktop.services.read_models import Heads, HistoryEntry, Space
    from innolab_desktop.services.release_trail import Trail
    from innolab_desktop.services.session import Session

_MOST_REFERENCES = 500
_DEEPEST = 16


@dataclass(frozen=True, slots=True)
class OpenedRecord:
    """One record with its surroundings.

    Attributes:
        heads: what the person sees, handed back when it is saved.
        draft: values that were typed but not saved yet.
        references: for each kind that fields refer to, ids and titles of its records.
        trail: where it was released to, and from where.
        known_tags: the tags that were used before, if the form has any.
        may_erase: whether this person may erase it, or a field of it, for good.
        outlook: what would be undone or redone next.
        agreement: who confirms that what is in it stays confidential.
    """

    definition: FormDefinition
    record: Record
    heads: Mapping[str, Heads]
    draft: Mapping[str, Value]
    children: Mapping[str, tuple[Record, ...]]
    computed: Mapping[str, Value]
    references: Mapping[str, tuple[tuple[str, str], ...]]
    history: tuple[HistoryEntry, ...]
    space: Space | None
    trail: Trail
    attachments: tuple[Attachment, ...]
    may_erase: bool
    known_tags: tuple[str, ...] = ()
    outlook: Outlook = NOTHING_TO_UNDO
    agreement: Agreement = Agreement.OF_GROUP

    @property
    def is_read_only(self) -> bool:
        """Whether nothing can be changed in it: it lies in a space that this device left."""
        return self.space is not None and self.space.left is not None

    @property
    def titles(self) -> dict[str, str]:
        """The titles of the records that fields may refer to, by their ids."""
        return {name: title for found in self.references.values() for name, title in found}

    @property
    def child_counts(self) -> dict[str, int]:
        """How many child records of each kind there are."""
        return {kind: len(found) for kind, found in self.children.items()}


def path_of(session: Session, record_id: RecordId) -> tuple[tuple[str, RecordId], ...]:
    """Return kinds and ids from the topmost record down to the one with *record_id*.

    Raises:
        RecordError: there is no such record.
    """
    path: list[tuple[str, RecordId]] = []
    current: RecordId | None = record_id
    while current is not None and len(path) < _DEEPEST:
        record = session.records.open(current)
        path.append((record.kind, record.id))
        current = record.parent
    return tuple(reversed(path))


def read_references(
    session: Session, definition: FormDefinition
) -> dict[str, tuple[tuple[str, str], ...]]:
    """Return ids and titles of the records that the fields of a form may refer to."""
    kinds = {field.references for field in definition.fields() if field.references}
    return {
        kind: tuple(
            (row.id.hex(), row.title)
            for row in session.records.list_rows(RowQuery(kind=kind, limit=_MOST_REFERENCES)).rows
        )
        for kind in sorted(kinds)
    }


def read_record(session: Session, record_id: RecordId) -> OpenedRecord:
    """Return a record with its surroundings; runs in the lane.

    Raises:
        RecordError: there is no such record.
    """
    record = session.records.open(record_id)
    definition = session.forms.form(record.kind)
    children = {
        entry.kind: session.records.children(record_id, entry.kind)
        for entry in definition.children()
    }
    space = next((item for item in session.spaces.all() if item.id == record.space), None)
    context = RecordContext(
        values=record.values,
        children={kind: [child.values for child in found] for kind, found in children.items()},
        space_type=space.type if space else "private",
        released_to=session.trail.circles(record_id),
    )
    return OpenedRecord(
        definition=definition,
        record=record,
        heads=session.records.heads(record_id),
        draft=session.desk.draft(record_id.hex()) or {},
        children=children,
        computed=compute(definition, context),
        references=read_references(session, definition),
        history=session.records.history(record_id),
        space=space,
        trail=session.trail.of(record),
        attachments=session.attachments.of(record_id),
        may_erase=session.erasing.may_erase_some(record_id),
        known_tags=session.records.known_tags() if definition.tag_fields() else (),
        outlook=session.edits.outlook(record_id),
        agreement=session.consultations.agreement(record),
    )
