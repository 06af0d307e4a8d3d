"""Destroys the bodies of operations and keeps them destroyed (DSGVO Art. 17).

What is erased stands in the table ``erased``: ids of operations, and *marks* of whole records
(``journal.erasure_marks``). A row is *named* once an erase operation
in the journal says so. What was destroyed here without one, because it came late for an erased
record or because a backup was put back, is named before it is handed on: others take a body as
missing otherwise.

Source: ``docs/formats/commit.md``, section Erasure, ADR 0015 and 0016.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from innolab_desktop.journal.erasure_marks import is_mark, is_space, whole_record
from innolab_desktop.journal.operations import MEMBERSHIP, Erase
from innolab_desktop.storage.desk_store import EVERY_FIELD
from innolab_desktop.storage.destruction import LEAVE_UNNAMED, Destruction
from innolab_desktop.storage.doomed import Destroyed, Doomed, records_of
from innolab_desktop.storage.erasure_claims import ErasureClaims, Explanations, claims_of
from innolab_desktop.storage.forgetting import STANDING, Forgetting

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from innolab_desktop.domain.erasure_rights import ErasureRights
    from innolab_desktop.journal.commit import Commit
    from innolab_desktop.journal.operations import Operation
    from innolab_desktop.storage.database import Database
    from innolab_desktop.storage.entered import Batch
    from innolab_desktop.storage.erasure_claims import Claim
    from innolab_desktop.storage.forgetting import Ledger
    from innolab_desktop.storage.log_tables import LogTables
    from innolab_desktop.storage.projection import Projector

_NAME: Final = """
INSERT INTO erased VALUES (?, 1, NULL, NULL, NULL) ON CONFLICT (op) DO UPDATE SET is_named = 1"""


class Erasure:
    """The erased operations of a vault.

    Args:
        database: where they stand.
        logs: the stored commits.
        projector: makes records anew.
        rights: tells who may erase what in a space.
    """

    def __init__(
        self,
        database: Database,
        logs: LogTables,
        projector: Projector,
        rights: Callable[[int], ErasureRights],
    ) -> None:
        self._database = database
        self._logs = logs
        self._destruction = Destruction(database, logs, projector)
        self.forgetting = Forgetting(database, logs, projector)
        self._rights = rights
        self.claims = ErasureClaims(database)
        self._ledger: Ledger | None = None

    # --- what is known ----------------------------------------------------------------------

    def known(self, ops: Sequence[bytes]) -> set[bytes]:
        """Return those of *ops* that are erased."""
        rows = self._database.select_in("SELECT op FROM erased WHERE op IN (?)", ops)
        return {row.op for row in rows}

    def explanations(
        self, space: int, ops: Iterable[bytes], rights: ErasureRights, more: Sequence[Claim] = ()
    ) -> Explanations:
        """Return what explains that *ops* are empty: what is erased here, and *more*."""
        marks = {whole_record(claim.record) for claim in more if claim.record}
        claims = [*self.claims.about(space, sorted(marks.union(ops))), *more]
        marks |= {whole_record(claim.record) for claim in claims if claim.record}
        return Explanations(rights, self.known(sorted(marks.union(ops))), claims)

    def known_in(self, ops: Sequence[bytes]) -> set[bytes]:
        """Return those of many *ops* that are erased; quick while nothing ever was."""
        return set() if self._is_unused() else self.known(ops)

    def _is_unused(self) -> bool:
        run = self._database.connection.exec_driver_sql
        return (
            run("SELECT 1 FROM erased LIMIT 1").first() is None
            and run("SELECT 1 FROM erasure_claim LIMIT 1").first() is None
        )

    def strip_all(
        self,
        space: int,
        commits: Sequence[Commit],
        operations: Mapping[bytes, Sequence[tuple[int, Operation]]],
        writer: bytes | None,
    ) -> list[tuple[Commit, Sequence[tuple[int, Operation]]]]:
        """Return arriving *commits* and what they say without what is erased.

        Args:
            space: the number of the space.
            commits: all of one log, if *writer* is given.
            operations: what each commit says.
            writer: the device that wrote them; what its own person erased goes as well.
        """
        unchanged = [(commit, operations[commit.id]) for commit in commits]
        if self._is_unused():
            return list(unchanged)
        ids = [commit.op_id(i) for commit in commits for i in range(len(commit.entries))]
        records = {r for item in unchanged for r in records_of(*item).values()}
        looked_for = [*ids, *(whole_record(record) for record in sorted(records))]
        claimed = self._claimed(space, looked_for, writer)
        found = self.known_in(looked_for) | claimed
        if not found:
            return list(unchanged)
        doomed = Doomed.of(found)
        left = [self._destruction.strip(space, commit, said, doomed) for commit, said in unchanged]
        self._set_named(claimed)
        return left

    def _claimed(self, space: int, ops: Sequence[bytes], writer: bytes | None) -> set[bytes]:
        """Return those of *ops* that the person of *writer* erased."""
        claims = self.claims.about(space, ops) if writer is not None else []
        if writer is None or not claims:
            return set()
        rights = self._rights(space)
        return {claim.op for claim in claims if rights.may_erase(claim.author, writer)}

    def _set_named(self, ops: Iterable[bytes]) -> None:
        self._database.run_many(
            "UPDATE erased SET is_named = 1 WHERE op = ?", [(op,) for op in ops]
        )

    # --- erasing ----------------------------------------------------------------------------

    def apply(self, space: int, batch: Batch, *, is_own: bool = False) -> frozenset[bytes]:
        """Do what the erase operations of *batch* say, and return the records that changed.

        Args:
            space: the number of the space.
            batch: newly stored commits.
            is_own: whether this device wrote them; it never says the same twice.
        """
        found = [
            (entered, entered.entry << 7 | index, operation)
            for entered, index, operation in batch.rarer
            if isinstance(operation, Erase)
        ]
        is_about_members = any(isinstance(operation, MEMBERSHIP) for _, _, operation in batch.rarer)
        earlier = self.claims.of_space(space) if is_about_members else []
        if not found and not earlier:
            return frozenset()
        rights, changed = self._rights(space), set[bytes]()
        for claims in _by_source(earlier).values():
            changed |= self._follow(space, claims, rights)
        for entered, source, erase in found:
            author = self._destruction.writer(entered.commit)
            if author is not None:
                claims = claims_of(erase, author, source)
                changed |= self._follow(space, claims, rights, is_own=is_own)
        return frozenset(changed)

    def _follow(
        self, space: int, claims: Sequence[Claim], rights: ErasureRights, *, is_own: bool = False
    ) -> set[bytes]:
        """Do what one erase operation says, as far as its author has the right to it."""
        if not claims:
            return set()
        author, record = claims[0].author, claims[0].record
        targets = [claim.op for claim in claims]
        kind = self._kind(record)
        candidates = self._destruction.candidates(space, record, targets)
        if author in rights.managers:
            self._database.run_many(_NAME, [(op,) for op in targets])
            named = targets
            destroyed = self._destruction.destroy(space, candidates, Doomed.of(targets))
            self._destruction.destroy_waiting(space, Doomed.of(targets))
        else:
            self.claims.add(space, claims)
            own = [
                item
                for item in candidates
                if (writer := self._destruction.writer(item[1]))
                and rights.may_erase(author, writer)
            ]
            destroyed = self._destruction.destroy(space, own, Doomed.of(targets))
            named = self._explained(space, targets, rights)
            self._set_named(targets if is_own else named)
        if named:
            self._note(space, claims, kind, named, destroyed)
            self._remember(named)
        return self._destruction.settle(space, destroyed)

    def _explained(
        self, space: int, targets: Sequence[bytes], rights: ErasureRights
    ) -> list[bytes]:
        """Return those of *targets* that were emptied here and are rightly named."""
        explanations = self.explanations(space, targets, rights)
        rows = self._database.select_in(
            "SELECT op, writer FROM erased WHERE writer IS NOT NULL AND op IN (?)", targets
        )
        return [row.op for row in rows if explanations.is_named(row.op, row.writer)]

    def _note(
        self,
        space: int,
        claims: Sequence[Claim],
        kind: str,
        named: Sequence[bytes],
        destroyed: Destroyed,
    ) -> None:
        """Write a line of the Löschprotokoll."""
        claim = claims[0]
        fields = destroyed.fields.get(claim.record or b"", set()) - {EVERY_FIELD}
        self._database.run_many(
            "INSERT INTO erasure VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
            [
                (
                    claim.source,
                    space,
                    claim.record,
                    kind,
                    claim.reason,
                    sum(1 for op in named if not is_mark(op)),
                    len(fields),
                    int(any(is_mark(item.op) for item in claims)),
                )
            ],
        )

    def destroy(self, ops: Iterable[bytes]) -> frozenset[bytes]:
        """Destroy wherever it stands what the ledger knows and the database does not.

        Returns:
            The records that changed.
        """
        found = set(ops)
        forgotten = {uid for uid in found if is_space(uid)}
        changed = self.forgetting.forget_again(forgotten)
        found -= forgotten
        missing = found - self.known(sorted(found))
        if not missing:
            return frozenset(changed)
        self._database.run_many(
            "INSERT INTO erased VALUES (?, 0, NULL, NULL, NULL)", [(op,) for op in sorted(missing)]
        )
        doomed = Doomed.of(missing)
        spaces = self._database.connection.exec_driver_sql("SELECT id FROM space").scalars().all()
        for space in spaces:
            every = (item for log in self._logs.of_space(space) for item in self._logs.entries(log))
            destroyed = self._destruction.destroy(space, every, doomed)
            self._destruction.destroy_waiting(space, doomed)
            self._mark_unnamed(space, doomed.records & destroyed.fields.keys())
            changed |= self._destruction.settle(space, destroyed)
        return frozenset(changed)

    def _mark_unnamed(self, space: int, records: frozenset[bytes]) -> None:
        rows = [(whole_record(record), space, record, None) for record in sorted(records)]
        self._database.run_many(LEAVE_UNNAMED, rows)

    # --- the ledger -------------------------------------------------------------------------

    def use(self, ledger: Ledger) -> frozenset[bytes]:
        """Let *ledger* and the database know the same from now on.

        Returns:
            The records that changed, because the database is older than the ledger.
        """
        self._ledger = self.forgetting.ledger = ledger
        noted = ledger.read()
        changed = self.destroy(noted)
        rows = self._database.connection.exec_driver_sql(STANDING)
        self._remember([op for op in rows.scalars() if op not in noted])
        return changed

    def _remember(self, ops: Sequence[bytes]) -> None:
        """Write *ops* into the ledger as soon as the database knows them for good."""
        ledger = self._ledger
        if ledger is not None and ops:
            self._database.after_commit(lambda: ledger.add(ops))

    # --- inside -----------------------------------------------------------------------------

    def _kind(self, record: bytes | None) -> str:
        kind = self._database.connection.exec_driver_sql(
            "SELECT kind FROM record WHERE uid = ?", (record,)
        ).scalar()
        return kind or ""


def _by_source(claims: Iterable[Claim]) -> dict[int, list[Claim]]:
    found: dict[int, list[Claim]] = {}
    for claim in claims:
        found.setdefault(claim.source, []).append(claim)
    return found
