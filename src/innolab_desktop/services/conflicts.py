"""Use cases of Abweichungen and merged texts: both wait for a person."""

from __future__ import annotations

from typing import TYPE_CHECKING

from innolab_desktop.domain.errors import RecordError
from innolab_desktop.domain.records import DELETED
from innolab_desktop.formdefs.kinds import KINDS
from innolab_desktop.journal.commit import Draft
from innolab_desktop.journal.operations import Delete, Restore, Set, TextEdit
from innolab_desktop.journal.texts import NO_CHANGE, result_hash

if TYPE_CHECKING:
    from innolab_desktop.domain.records import Record, RecordId
    from innolab_desktop.domain.values import Value
    from innolab_desktop.formdefs.forms import Forms
    from innolab_desktop.services.changes import Changes
    from innolab_desktop.services.store_ports import Vault
    from innolab_desktop.services.writing import CommitWriter

__all__ = ["DELETED", "Conflicts"]


class Conflicts:
    """Abweichungen of one open vault."""

    def __init__(self, vault: Vault, forms: Forms, writer: CommitWriter) -> None:
        self._vault = vault
        self._forms = forms
        self._writer = writer

    def records(self) -> tuple[Record, ...]:
        """Return the records with an Abweichung; each names its fields and their values."""
        return self._vault.records.in_conflict()

    def merged(self) -> tuple[Record, ...]:
        """Return the records with texts that a machine merged and nobody looked at."""
        return self._vault.records.merged()

    def resolve(self, record: RecordId, field: str, value: Value) -> Changes:
        """Settle an Abweichung with *value*, one of those that stand there or a new one.

        For :data:`DELETED`, true deletes the record after all and false keeps it.

        Raises:
            RecordError: there is no Abweichung in the field, or *value* is invalid.
        """
        with self._vault.transaction():
            current = self._vault.records.get(record)
            if field not in current.conflicts:
                raise RecordError("field_not_in_conflict", field=self._label(current, field))
            heads = self._vault.records.heads(record)
            if field == DELETED:
                return self._resolve_deletion(current, delete=value is True)
            definition = self._forms.form(current.kind).field(field)
            if definition is not None:
                problem = KINDS[definition.kind].check(definition, value)
                if problem is not None:
                    raise RecordError(
                        problem.code, **{"field": definition.label} | dict(problem.params)
                    )
            draft = Draft(Set(record, field, value), heads[field].ops)
            return self._writer.write(current.space, (draft,))

    def _resolve_deletion(self, current: Record, *, delete: bool) -> Changes:
        heads = self._vault.records.heads(current.id)
        preds = heads[DELETED].ops
        if not delete:
            return self._writer.write(current.space, (Draft(Restore(current.id), preds),))
        seen = tuple(
            sorted(op for name, head in heads.items() if name != DELETED for op in head.ops)
        )
        return self._writer.write(current.space, (Draft(Delete(current.id, seen), preds),))

    def confirm_text(self, record: RecordId, field: str) -> Changes:
        """Say that a merged text is in order as it stands.

        Raises:
            RecordError: the text was not merged by machine.
        """
        with self._vault.transaction():
            current = self._vault.records.get(record)
            if field not in current.merged:
                raise RecordError("field_not_merged", field=self._label(current, field))
            head = self._vault.records.heads(record)[field]
            edit = TextEdit(
                record, field, head.generation, NO_CHANGE, result_hash(str(head.value or ""))
            )
            return self._writer.write(current.space, (Draft(edit, head.ops),))

    def _label(self, record: Record, field: str) -> str:
        """Return what people call a field, or its id when this version does not know it."""
        form = self._forms.get(record.kind)
        definition = form.field(field) if form else None
        return definition.label if definition else field
