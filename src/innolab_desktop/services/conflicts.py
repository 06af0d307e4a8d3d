"""Use cases of Abweichungen and merged texts: both wait for a person."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from innolab_desktop.domain.errors import RecordError
from innolab_desktop.domain.records import DELETED, Variant
from innolab_desktop.formdefs.kinds import KINDS
from innolab_desktop.journal.ancestry import common_ancestors, newest_of
from innolab_desktop.journal.commit import Draft
from innolab_desktop.journal.operations import ORDER, PARENT, Delete, Restore, Set, TextEdit
from innolab_desktop.journal.texts import NO_CHANGE, MergeText, result_hash
from innolab_desktop.services import merged_texts
from innolab_desktop.services.combination import combine
from innolab_desktop.services.review_models import (
    DeletedOrEdited,
    Difference,
    MergedText,
    Place,
    UnseenEdit,
    Write,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from innolab_desktop.domain.records import Record, RecordId
    from innolab_desktop.domain.values import Value
    from innolab_desktop.formdefs.forms import Forms
    from innolab_desktop.journal.operations import Operation
    from innolab_desktop.services.changes import Changes
    from innolab_desktop.services.read_models import Heads
    from innolab_desktop.services.store_ports import Vault
    from innolab_desktop.services.writing import CommitWriter

__all__ = ["DELETED", "Conflicts"]

_PROGRAM_FIELDS: Final = {DELETED: "deleted", ORDER: "order", PARENT: "parent"}


class Conflicts:
    """Abweichungen of one open vault."""

    def __init__(self, vault: Vault, forms: Forms, writer: CommitWriter) -> None:
        self._vault = vault
        self._forms = forms
        self._writer = writer

    # --- looking ----------------------------------------------------------------------------

    def records(self) -> tuple[Record, ...]:
        """Return the records with an Abweichung; each names its fields and their values.

        Those of spaces that this device left are for the others to decide; so are merged texts.
        """
        return self._decidable(self._vault.records.in_conflict())

    def merged(self) -> tuple[Record, ...]:
        """Return the records with texts that a machine merged and nobody looked at."""
        return self._decidable(self._vault.records.merged())

    def counts(self) -> tuple[int, int]:
        """Return how many :meth:`records` and :meth:`merged` there are, without reading them."""
        return self._vault.review.count_undecided(self._vault.people.left_spaces())

    def difference(self, record: RecordId, field: str) -> Difference:
        """Return the values of an Abweichung with the one that they all replaced.

        Raises:
            RecordError: there is no Abweichung of values in the field.
        """
        with self._vault.transaction():
            current = self._in_conflict(record, field)
            sides = current.conflicts[field]
            writes = self._vault.review.writes((record,))[record]
        base = _base_value(writes, field, [side.op for side in sides])
        form = self._forms.get(current.kind)
        definition = form.field(field) if form else None
        values = [side.value for side in sides]
        proposal = combine(definition, base.value if base else None, values)
        return Difference(self.place(current, field), sides, base, proposal)

    def deleted_or_edited(self, record: RecordId) -> DeletedOrEdited:
        """Return who deleted a record, and what they had not seen.

        Raises:
            RecordError: there is no such Abweichung.
        """
        with self._vault.transaction():
            current = self._in_conflict(record, DELETED)
            heads = self._vault.records.heads(record)
            writes = {write.op: write for write in self._vault.review.writes((record,))[record]}
        deletions = current.conflicts[DELETED]
        seen: set[bytes] = set()
        for variant in deletions:
            operation = writes[variant.op].operation
            if isinstance(operation, Delete):
                seen.update(operation.seen)
        edits = tuple(
            UnseenEdit(name, self._label(current, name), _variant(writes[op], head.value))
            for name, head in heads.items()
            if name != DELETED
            for op in head.ops
            if op not in seen
        )
        place = self.place(current, DELETED)
        return DeletedOrEdited(place, deletions, edits, _all_ops(heads))

    def merged_text(self, record: RecordId, field: str) -> MergedText:
        """Return a merged text together with what each author had written.

        Raises:
            RecordError: the text was not merged by machine.
        """
        with self._vault.transaction():
            current = self._merged(record, field)
            head = self._vault.records.heads(record)[field]
            writes = self._vault.review.writes((record,))[record]
        met = merged_texts.where_met(writes, head.ops)
        return MergedText(
            self.place(current, field),
            merged_texts.base_of(writes, field, met),
            merged_texts.branches_of(writes, field, met),
            str(head.value or ""),
            frozenset(head.ops),
        )

    def place(self, record: Record, field: str) -> Place:
        """Return a field of a record as people call it."""
        form = self._forms.get(record.kind)
        return Place(
            record.id,
            record.kind,
            form.label if form else record.kind,
            form.title_of(record.values) if form else "",
            field,
            self._label(record, field),
        )

    # --- deciding ---------------------------------------------------------------------------

    def resolve(
        self,
        record: RecordId,
        field: str,
        value: Value,
        *,
        seen: Collection[bytes] | None = None,
    ) -> Changes:
        """Settle an Abweichung with *value*, one of those that stand there or a new one.

        For :data:`DELETED`, true deletes the record after all and false keeps it.

        Args:
            record: the record.
            field: where the Abweichung stands.
            value: what shall stand there.
            seen: the operations that the person looked at; those of now, if not given.

        Raises:
            RecordError: there is no Abweichung in the field, *value* is invalid, or something
                arrived that the person did not see.
        """
        with self._vault.transaction():
            current = self._in_conflict(record, field)
            heads = self._vault.records.heads(record)
            if field == DELETED:
                _refuse_unseen(seen, _all_ops(heads), self._label(current, DELETED))
                return self._resolve_deletion(current, heads, delete=value is True)
            _refuse_unseen(seen, heads[field].ops, self._label(current, field))
            self._check(current, field, value)
            draft = Draft(Set(record, field, value), heads[field].ops)
            return self._writer.write(current.space, (draft,))

    def sides(self, record: RecordId, field: str) -> tuple[Operation, ...]:
        """Return what was written on the sides of an Abweichung, for :meth:`reopen`.

        Raises:
            RecordError: there is no Abweichung in the field.
        """
        with self._vault.transaction():
            variants = self._in_conflict(record, field).conflicts[field]
            if field != DELETED:
                return tuple(Set(record, field, variant.value) for variant in variants)
            writes = {write.op: write for write in self._vault.review.writes((record,))[record]}
            found = (writes[variant.op].operation for variant in variants)
            return tuple(operation for operation in found if operation is not None)

    def reopen(self, record: RecordId, field: str, sides: Sequence[Operation]) -> Changes:
        """Let *sides* stand beside each other again, in place of what an Abweichung became.

        Raises:
            RecordError: there is no such record.
        """
        with self._vault.transaction():
            current = self._vault.records.get(record)
            head = self._vault.records.heads(record).get(field)
            ops = head.ops if head else ()
            return self._writer.write(current.space, [Draft(side, ops) for side in sides])

    def _resolve_deletion(
        self, current: Record, heads: Mapping[str, Heads], *, delete: bool
    ) -> Changes:
        preds = heads[DELETED].ops
        if not delete:
            return self._writer.write(current.space, (Draft(Restore(current.id), preds),))
        seen = tuple(
            sorted(op for name, head in heads.items() if name != DELETED for op in head.ops)
        )
        return self._writer.write(current.space, (Draft(Delete(current.id, seen), preds),))

    def review_text(
        self, record: RecordId, field: str, text: str, *, seen: Collection[bytes] | None = None
    ) -> Changes:
        """Say that a merged text is in order as *text*: as it stands, or corrected.

        Raises:
            RecordError: the text was not merged by machine, *text* is too long, or something
                arrived that the person did not see.
        """
        with self._vault.transaction():
            current = self._merged(record, field)
            head = self._vault.records.heads(record)[field]
            _refuse_unseen(seen, head.ops, self._label(current, field))
            self._check(current, field, text)
            edit = self._text_edit(record, field, head, text)
            return self._writer.write(current.space, (Draft(edit, head.ops),))

    def reopen_text(self, record: RecordId, field: str, merged: str) -> Changes:
        """Let the text *merged* wait for a person again, after somebody had looked at it.

        Two visible edits that change nothing say so: whoever reads them looks behind them.

        Raises:
            RecordError: there is no such record.
        """
        with self._vault.transaction():
            space = self._vault.records.get(record).space
            head = self._vault.records.heads(record)[field]
            if head.value != merged:
                edit = self._text_edit(record, field, head, merged)
                self._writer.write(space, (Draft(edit, head.ops),))
                head = self._vault.records.heads(record)[field]
            again = Draft(self._text_edit(record, field, head, merged), head.ops)
            return self._writer.write(space, (again, again))

    # --- inside -----------------------------------------------------------------------------

    def _decidable(self, records: Sequence[Record]) -> tuple[Record, ...]:
        left = self._vault.people.left_spaces()
        return tuple(record for record in records if record.space not in left)

    def _text_edit(self, record: RecordId, field: str, head: Heads, text: str) -> TextEdit:
        """Return what makes a long text into *text*; where it is that already, changes nothing."""
        update = NO_CHANGE
        if text != head.value:
            update = MergeText(head.text_state, client=self._writer.random_client()).edit_to(text)
        return TextEdit(record, field, head.generation, update, result_hash(text))

    def _check(self, record: Record, field: str, value: Value) -> None:
        form = self._forms.get(record.kind)
        definition = form.field(field) if form else None
        problem = KINDS[definition.kind].check(definition, value) if definition else None
        if definition is not None and problem is not None:
            raise RecordError(problem.code, **{"field": definition.label} | dict(problem.params))

    def _in_conflict(self, record: RecordId, field: str) -> Record:
        current = self._vault.records.get(record)
        if field not in current.conflicts:
            raise RecordError("field_not_in_conflict", field=self._label(current, field))
        return current

    def _merged(self, record: RecordId, field: str) -> Record:
        current = self._vault.records.get(record)
        if field not in current.merged:
            raise RecordError("field_not_merged", field=self._label(current, field))
        return current

    def _label(self, record: Record, field: str) -> str:
        """Return what people call a field, or its id when this version does not know it."""
        form = self._forms.get(record.kind)
        definition = form.field(field) if form else None
        if definition is not None:
            return definition.label
        name = _PROGRAM_FIELDS.get(field)
        return self._forms.phrases.say("program_field", name) if name else field


def _refuse_unseen(seen: Collection[bytes] | None, now: Collection[bytes], label: str) -> None:
    if seen is not None and set(seen) != set(now):
        raise RecordError("decision_outdated", field=label)


def _all_ops(heads: Mapping[str, Heads]) -> frozenset[bytes]:
    return frozenset(op for head in heads.values() for op in head.ops)


def _variant(write: Write, value: Value) -> Variant:
    return Variant(value, write.person, write.device, write.at_ms, write.op)


def _base_value(writes: Sequence[Write], field: str, heads: Sequence[bytes]) -> Variant | None:
    """Return the newest value that every one of *heads* replaced.

    Where it was erased, its place is taken by the values that it had replaced.
    """
    by_op = {write.op: write for write in writes}
    preds = {write.op: write.preds for write in writes}
    ahead = newest_of(common_ancestors(heads, preds), preds)
    looked_at: set[bytes] = set()
    while ahead:
        found = [
            write
            for op in ahead
            if (write := by_op.get(op)) is not None
            and isinstance(write.operation, Set)
            and write.operation.field == field
        ]
        if found:
            newest = max(found, key=lambda write: (write.at_ms, write.op))
            operation = newest.operation
            return _variant(newest, operation.value) if isinstance(operation, Set) else None
        looked_at |= ahead
        ahead = frozenset(pred for op in ahead for pred in preds.get(op, ())) - looked_at
    return None
