"""From a value to the operation that writes it: a long text merges, everything else is set."""

from __future__ import annotations

from typing import TYPE_CHECKING

from innolab_desktop.journal.commit import Draft
from innolab_desktop.journal.operations import Set, TextEdit
from innolab_desktop.journal.texts import MergeText, result_hash, seed_client

if TYPE_CHECKING:
    from innolab_desktop.domain.records import RecordId
    from innolab_desktop.domain.values import Value
    from innolab_desktop.formdefs.definition import FieldDefinition
    from innolab_desktop.services.read_models import Heads
    from innolab_desktop.services.writing import CommitWriter


def is_text(field: FieldDefinition) -> bool:
    """Tell whether people edit the field's text together, so that it merges by character."""
    return field.kind == "long_text"


class FieldDrafts:
    """Makes the operations that change fields.

    Args:
        writer: gives fresh client ids for edits of texts.
    """

    def __init__(self, writer: CommitWriter) -> None:
        self._writer = writer

    def draft(self, field: FieldDefinition, record: RecordId, value: Value, base: Heads) -> Draft:
        """Return the operation that brings *value* into *field* of *record*.

        Args:
            field: the field of the form.
            record: whose field it is.
            value: what shall stand there.
            base: what stands there now.
        """
        if is_text(field) and isinstance(value, str | None):
            return Draft(self._edit(record, field.id, value or "", base), base.ops)
        return Draft(Set(record, field.id, value), base.ops)

    def _edit(self, record: RecordId, name: str, text: str, base: Heads) -> TextEdit:
        client = (
            self._writer.random_client()
            if base.text_state
            else seed_client(record, name, base.generation, text)
        )
        merged = MergeText(*([base.text_state] if base.text_state else []), client=client)
        update = merged.edit_to(text)
        return TextEdit(record, name, base.generation, update, result_hash(text))
