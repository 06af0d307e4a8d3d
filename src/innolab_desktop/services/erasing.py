"""Use cases of erasure (DSGVO Art. 17): a record with what is below it, a field, a text.

What is erased is destroyed here at once and at the others with the next package; the Löschprotokoll
says when, by whom, why and how much, and never what.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

from innolab_desktop.domain.errors import RecordError
from innolab_desktop.journal.commit import Draft
from innolab_desktop.journal.erasure_marks import whole_record
from innolab_desktop.journal.operations import Erase, Set, TextEdit, TextReset
from innolab_desktop.journal.text_update import inserted_pieces
from innolab_desktop.services.changes import Changes
from innolab_desktop.services.erasure_models import ErasurePlan, LoggedErasure

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from innolab_desktop.domain.records import FieldId, Record, RecordId
    from innolab_desktop.services.changes import CancelToken, Progress
    from innolab_desktop.services.erasure_models import CleanedBackups, ForgottenSpace
    from innolab_desktop.services.erasure_reasons import ErasureReasons
    from innolab_desktop.services.release_trail import ReleaseTrail
    from innolab_desktop.services.review_models import Write
    from innolab_desktop.services.spaces import Spaces
    from innolab_desktop.services.store_ports import Vault
    from innolab_desktop.services.writing import CommitWriter

_REVISION: Final = "revision"


class Erasing:
    """Erases in one open vault.

    Attributes:
        reasons: why something may be erased.
    """

    def __init__(
        self,
        vault: Vault,
        writer: CommitWriter,
        spaces: Spaces,
        trail: ReleaseTrail,
        reasons: ErasureReasons,
    ) -> None:
        self._vault = vault
        self._writer = writer
        self._spaces = spaces
        self._trail = trail
        self.reasons = reasons

    # --- looking ----------------------------------------------------------------------------

    def plan(self, record: RecordId, field: FieldId | None = None) -> ErasurePlan:
        """Return what erasing *record*, or one of its fields, would destroy as well.

        Raises:
            RecordError: there is no such record.
        """
        with self._vault.transaction():
            current = self._vault.records.get(record)
            below = self._vault.erasures.below(record) if field is None else ()
            revisions = tuple(self._revisions(current, field, {item.id for item in below}))
            return ErasurePlan(
                current,
                below,
                revisions,
                self._trail.of(current).copies,
                self._is_allowed((current, *below, *revisions), field),
            )

    def may_erase_some(self, record: RecordId) -> bool:
        """Tell whether this person may erase *record*, or a field of it.

        Raises:
            RecordError: there is no such record.
        """
        with self._vault.transaction():
            found = self._vault.records.get(record)
            own = self._own_devices(found)
            writes = self._vault.review.writes((record,)).get(record, ())
            return bool(own) and (
                self._spaces.may_manage(found.space) or any(write.signer in own for write in writes)
            )

    def log(self) -> tuple[LoggedErasure, ...]:
        """Return the Löschprotokoll, newest first."""
        with self._vault.transaction():
            person = self._vault.info.person
            here = [_logged(item, person) for item in self._vault.forgotten.log()]
            found = (*self._vault.erasures.log(), *here)
        return tuple(sorted(found, key=lambda entry: entry.at_ms, reverse=True))

    def supplements(self, record: RecordId) -> dict[FieldId, tuple[str, ...]]:
        """Return the Nachträge to erased texts: what others wrote without knowing of the erasure.

        They are what was inserted, by field, and never part of the text itself.
        """
        with self._vault.transaction():
            writes = self._vault.review.writes((record,)).get(record, ())
            visible = {
                name: set(head.ops) for name, head in self._vault.records.heads(record).items()
            }
        return _supplements(writes, visible)

    # --- erasing ----------------------------------------------------------------------------

    def erase(self, record: RecordId, reason: str, *, with_copies: bool = False) -> Changes:
        """Destroy a record, what is below it, and Fassungen that hold it.

        Args:
            record: what is erased.
            reason: a code of the catalogue.
            with_copies: whether its released copies are erased as well, as far as this person may.

        Raises:
            UsageError: *reason* is none of the catalogue.
            RecordError: there is no such record, or this person may not erase it.
            SpaceError: this person does not belong to the space any more.
        """
        code = self.reasons.check(reason)
        with self._vault.transaction():
            plan = self.plan(record)
            if not plan.is_allowed:
                raise RecordError("erasure_not_allowed")
            gone = [item.id for item in (*reversed(plan.below), *plan.revisions, plan.record)]
            changes = [self._erase(item, code) for item in gone]
            if with_copies:
                changes += [
                    self.erase(copy.record, code, with_copies=True)
                    for copy in plan.copies
                    if self.plan(copy.record).is_allowed
                ]
        return _together(changes)

    def erase_field(
        self, record: RecordId, field: FieldId, reason: str, *, text: str = ""
    ) -> Changes:
        """Destroy every value that a field ever had, and Fassungen that hold one.

        Args:
            record: whose field.
            field: of the form, or of a newer one.
            reason: a code of the catalogue.
            text: what is left of a long text; nothing, if not given.

        Raises:
            UsageError: *reason* is none of the catalogue.
            RecordError: there is no such record, the field is empty, or this person may not.
            SpaceError: this person does not belong to the space any more.
        """
        code = self.reasons.check(reason)
        with self._vault.transaction():
            plan = self.plan(record, field)
            if not plan.is_allowed:
                raise RecordError("erasure_not_allowed")
            writes = self._vault.review.writes((record,))[record]
            targets = [write for write in writes if _is_about(write, record, field)]
            if not targets:
                raise RecordError("erasure_of_nothing")
            drafts = [Draft(Erase(_ids(targets), code, record))]
            if any(isinstance(write.operation, TextEdit | TextReset) for write in targets):
                drafts.insert(0, self._new_generation(record, field, targets, text))
            changes = [self._writer.write(plan.record.space, drafts)]
            changes += [self._erase(item.id, code) for item in plan.revisions]
        return _together(changes)

    def clean_backups(
        self, progress: Progress, cancel: CancelToken | None = None
    ) -> CleanedBackups:
        """Destroy what is erased in the backups of this device, too.

        Raises:
            Cancelled: somebody asked; each backup is cleaned or as it was.
        """
        return self._vault.erasures.clean_backups(progress, cancel)

    def backups_due(self) -> int:
        """Return how many backups of this device may still hold what is erased."""
        return self._vault.erasures.backups_due()

    # --- inside -----------------------------------------------------------------------------

    def _erase(self, record: RecordId, code: str) -> Changes:
        current = self._vault.records.get(record)
        ops = {*self._vault.records.op_ids(record), whole_record(record)}
        erase = Erase(tuple(sorted(ops)), code, record)
        changes = self._writer.write(current.space, (Draft(erase),))
        return Changes(changes.records | {record}, changes.commit)

    def _new_generation(
        self, record: RecordId, field: FieldId, targets: Sequence[Write], text: str
    ) -> Draft:
        """Return the operation that a cleaned text begins anew with: an update lost is all lost."""
        generations = [
            write.operation.generation
            for write in targets
            if isinstance(write.operation, TextEdit | TextReset)
        ]
        heads = self._vault.records.heads(record).get(field)
        reset = TextReset(record, field, max(generations) + 1, text)
        return Draft(reset, heads.ops if heads else ())

    def _is_allowed(self, records: Sequence[Record], field: FieldId | None) -> bool:
        """Tell whether this person manages the space, or wrote everything that would go."""
        record = records[0]
        own = self._own_devices(record)
        if not own or self._spaces.may_manage(record.space):
            return bool(own)
        writes = self._vault.review.writes([item.id for item in records])
        doomed = [
            write
            for item in records
            for write in writes.get(item.id, ())
            if write.operation is not None
            and (item is not record or field is None or _is_about(write, item.id, field))
        ]
        return all(write.signer in own for write in doomed)

    def _own_devices(self, record: Record) -> frozenset[bytes]:
        """Return this person's devices, former ones too, in the space; none if they left it."""
        if record.space in self._vault.people.left_spaces():
            return frozenset()
        cards, person = self._vault.people.entitled_cards(record.space), self._vault.info.person_id
        return frozenset(card.device for card in cards if card.person == person)

    def _revisions(
        self, record: Record, field: FieldId | None, known: set[RecordId]
    ) -> Iterator[Record]:
        """Yield Fassungen beside or above *record* that hold what is erased of it."""
        above, seen = record, set[bytes]()
        while above.id not in seen:
            seen.add(above.id)
            for found in self._vault.erasures.below(above.id):
                is_here = found.kind == _REVISION and found.id != record.id
                if is_here and found.id not in known and _holds(found, record, field, above):
                    known.add(found.id)
                    yield found
            if above.parent is None:
                return
            try:
                above = self._vault.records.get(above.parent)
            except RecordError:  # its parent is erased or did not arrive yet
                return


def _holds(revision: Record, record: Record, field: FieldId | None, frozen: Record) -> bool:
    """Tell whether a Fassung of *frozen* holds *record*, or a value of its *field*."""
    if revision.parent != frozen.id or record.kind == _REVISION:
        return False
    try:
        content = json.loads(str(revision.values.get("content")))
        values = (
            [content["values"]]
            if record.id == frozen.id
            else [c["values"] for c in content["children"] if c["kind"] == record.kind]
        )
        return any(field is None or field in found for found in values)
    except (ValueError, KeyError, TypeError, RecursionError):
        return True  # it cannot be read, so nobody can say that it does not


def _is_about(write: Write, record: RecordId, field: FieldId | None) -> bool:
    operation = write.operation
    return (
        isinstance(operation, Set | TextEdit | TextReset)
        and operation.record == record
        and operation.field == field
    )


def _ids(writes: Sequence[Write]) -> tuple[bytes, ...]:
    return tuple(sorted(write.op for write in writes))


def _supplements(
    writes: Sequence[Write], visible: dict[FieldId, set[bytes]]
) -> dict[FieldId, tuple[str, ...]]:
    texts = [
        (write.op, write.operation)
        for write in writes
        if isinstance(write.operation, TextEdit | TextReset)
    ]
    newest: dict[FieldId, int] = {}
    for _, operation in texts:
        newest[operation.field] = max(newest.get(operation.field, 0), operation.generation)
    found: dict[FieldId, list[str]] = {}
    for op, operation in texts:
        if (
            op in visible.get(operation.field, ())
            and operation.generation < newest[operation.field]
        ):
            found.setdefault(operation.field, []).extend(_inserted(operation))
    return {name: tuple(items) for name, items in found.items() if items}


def _inserted(operation: TextEdit | TextReset) -> tuple[str, ...]:
    if isinstance(operation, TextReset):
        return (operation.text,) if operation.text else ()
    return inserted_pieces(operation.update)


def _logged(forgotten: ForgottenSpace, person: str) -> LoggedErasure:
    """Return what the Löschprotokoll says of a space that was deleted on this device."""
    return LoggedErasure(
        at_ms=forgotten.at_ms,
        person=person,
        space=forgotten.space,
        record_hash="",
        kind="",
        reason=forgotten.reason,
        operations=forgotten.commits,
        fields=0,
        is_whole=True,
        devices=(),
        records=forgotten.records,
    )


def _together(changes: Sequence[Changes]) -> Changes:
    records = frozenset(record for item in changes for record in item.records)
    return Changes(records, changes[0].commit)
