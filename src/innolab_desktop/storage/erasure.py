"""Destroys the bodies of operations and keeps them destroyed (DSGVO Art. 17).

What is erased stands in the table ``erased``: ids of operations, and *marks* of whole records
(``journal.erasure_marks``). A row is *named* once an erase operation
in the journal says so. What was destroyed here without one, because it came late for an erased
record or because a backup was put back, is named before it is handed on: others take a body as
missing otherwise.

Source: ``docs/formats/commit.md``, section Erasure, and ADR 0015.
"""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Final, NamedTuple, Protocol

from innolab_desktop.journal.commit import decode_stored, operations_of
from innolab_desktop.journal.erasure_marks import is_mark, marked_record, whole_record
from innolab_desktop.journal.operations import MEMBERSHIP, Create, Erase
from innolab_desktop.storage import schema
from innolab_desktop.storage.desk_store import EVERY_FIELD, drop_from_drafts
from innolab_desktop.storage.projection import Entered
from innolab_desktop.storage.review_store import drop_from_reports

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from innolab_desktop.journal.commit import Commit
    from innolab_desktop.journal.operations import Operation
    from innolab_desktop.storage.database import Database
    from innolab_desktop.storage.log_tables import LogTables
    from innolab_desktop.storage.projection import Projector

VACUUM_DUE: Final = "vacuum_due"
"""Setting that says that something was destroyed since the database was last written anew."""

_SHIELDED: Final = (*MEMBERSHIP, Erase)
"""Operations that no erasure reaches: who belongs to a space, and what is erased, stays known."""

_PORTION: Final = 500
_NAME: Final = """
INSERT INTO erased VALUES (?, 1, NULL, NULL) ON CONFLICT (op) DO UPDATE SET is_named = 1"""
_LEAVE_UNNAMED: Final = """
INSERT INTO erased VALUES (?, 0, ?, ?)
ON CONFLICT (op) DO UPDATE SET space = excluded.space, record = excluded.record"""


class Ledger(Protocol):
    """The ids of everything that was erased, kept outside the database."""

    def read(self) -> frozenset[bytes]:
        """Return the ids."""
        ...

    def add(self, ops: Iterable[bytes]) -> None:
        """Add ids.

        Raises:
            VaultError: they cannot be written.
        """
        ...


class Doomed(NamedTuple):
    """What is to be destroyed: operations by id, and all operations about some records."""

    ops: frozenset[bytes]
    records: frozenset[bytes]

    @classmethod
    def of(cls, targets: Iterable[bytes]) -> Doomed:
        """Return what the ids and marks *targets* say."""
        found = frozenset(targets)
        return cls(found, frozenset(marked_record(op) for op in found if is_mark(op)))

    def among(self, commit: Commit, present: Sequence[tuple[int, Operation]]) -> frozenset[int]:
        """Return the indexes of the bodies of *commit* that are to be destroyed."""
        named = {index for index in range(len(commit.bodies)) if commit.op_id(index) in self.ops}
        of_record = {index for index, item in present if record_of(item) in self.records}
        shielded = {index for index, item in present if isinstance(item, _SHIELDED)}
        return frozenset((named | of_record) - shielded)


class _Destroyed(NamedTuple):
    """Which stored commits lost bodies, and which fields of which records these were about."""

    keys: list[int]
    fields: dict[bytes, set[str]]


class Erasure:
    """The erased operations of a vault."""

    def __init__(self, database: Database, logs: LogTables, projector: Projector) -> None:
        self._database = database
        self._logs = logs
        self._projector = projector
        self._ledger: Ledger | None = None

    # --- what is known ----------------------------------------------------------------------

    def known(self, ops: Sequence[bytes]) -> set[bytes]:
        """Return those of *ops* that are erased."""
        rows = self._database.select_in("SELECT op FROM erased WHERE op IN (?)", ops)
        return {row.op for row in rows}

    def known_in(self, ops: Sequence[bytes]) -> set[bytes]:
        """Return those of many *ops* that are erased; quick while nothing ever was."""
        return set() if self._is_unused() else self.known(ops)

    def _is_unused(self) -> bool:
        run = self._database.connection.exec_driver_sql
        return run("SELECT 1 FROM erased LIMIT 1").first() is None

    def _doomed(
        self,
        commits: Sequence[Commit],
        operations: Mapping[bytes, Sequence[tuple[int, Operation]]],
        named: set[bytes],
    ) -> Doomed | None:
        """Return what of arriving *commits* is erased already, or by *named*; None if nothing."""
        if not named and self._is_unused():
            return None
        ids = [commit.op_id(i) for commit in commits for i in range(len(commit.entries))]
        records = {record_of(item) for commit in commits for _, item in operations[commit.id]}
        marks = [whole_record(record) for record in records if record is not None]
        found = self.known_in([*ids, *marks]) | named
        return Doomed.of(found) if found else None

    def strip_all(
        self,
        space: int,
        commits: Sequence[Commit],
        operations: Mapping[bytes, Sequence[tuple[int, Operation]]],
        named: set[bytes],
    ) -> list[tuple[Commit, Sequence[tuple[int, Operation]]]]:
        """Return arriving *commits* and what they say without what is erased, or by *named*."""
        doomed = self._doomed(commits, operations, named)
        if doomed is None:
            return [(commit, operations[commit.id]) for commit in commits]
        return [self._strip(space, c, operations[c.id], doomed) for c in commits]

    def _strip(
        self,
        space: int,
        commit: Commit,
        present: Sequence[tuple[int, Operation]],
        doomed: Doomed,
    ) -> tuple[Commit, Sequence[tuple[int, Operation]]]:
        """Return *commit* and what it says without what is doomed; note what nobody named."""
        lost = doomed.among(commit, present)
        if not lost:
            return commit, present
        said = dict(present)
        self._database.run_many(
            _LEAVE_UNNAMED,
            [
                (commit.op_id(index), space, record_of(said[index]) if index in said else None)
                for index in sorted(lost)
                if commit.bodies[index] is not None
            ],
        )
        return commit.without(lost), [item for item in present if item[0] not in lost]

    # --- erasing ----------------------------------------------------------------------------

    def apply(self, space: int, batch: Sequence[Entered]) -> frozenset[bytes]:
        """Do what the erase operations of *batch* say, and return the records that changed."""
        changed: set[bytes] = set()
        for entered in batch:
            for index, operation in entered.operations:
                if isinstance(operation, Erase):
                    changed |= self._erase(space, entered.entry << 7 | index, operation)
        return frozenset(changed)

    def _erase(self, space: int, source: int, erase: Erase) -> set[bytes]:
        targets = erase.targets
        self._database.run_many(_NAME, [(op,) for op in targets])
        doomed = Doomed.of(targets)
        kind = self._kind(erase.record)
        destroyed = self._destroy(space, self._candidates(space, erase.record), doomed)
        self._destroy_waiting(space, doomed)
        self._database.run_many(
            "INSERT INTO erasure VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
            [
                (
                    source,
                    space,
                    erase.record,
                    kind,
                    erase.reason,
                    sum(1 for op in targets if not is_mark(op)),
                    len(destroyed.fields.get(erase.record or b"", set()) - {EVERY_FIELD}),
                    int(bool(doomed.records)),
                )
            ],
        )
        self._remember(targets)
        return self._settle(space, destroyed)

    def destroy(self, ops: Iterable[bytes]) -> frozenset[bytes]:
        """Destroy wherever it stands what the ledger knows and the database does not.

        Returns:
            The records that changed.
        """
        found = set(ops)
        missing = found - self.known(sorted(found))
        if not missing:
            return frozenset()
        self._database.run_many(
            "INSERT INTO erased VALUES (?, 0, NULL, NULL)", [(op,) for op in sorted(missing)]
        )
        doomed, changed = Doomed.of(missing), set[bytes]()
        spaces = self._database.connection.exec_driver_sql("SELECT id FROM space").scalars().all()
        for space in spaces:
            destroyed = self._destroy(space, self._candidates(space, None), doomed)
            self._destroy_waiting(space, doomed)
            self._mark_unnamed(space, doomed.records & destroyed.fields.keys())
            changed |= self._settle(space, destroyed)
        return frozenset(changed)

    def _mark_unnamed(self, space: int, records: frozenset[bytes]) -> None:
        rows = [(whole_record(record), space, record) for record in sorted(records)]
        self._database.run_many(_LEAVE_UNNAMED, rows)

    def _destroy(
        self, space: int, candidates: Iterable[tuple[int, Commit]], doomed: Doomed
    ) -> _Destroyed:
        """Empty the doomed bodies of stored commits."""
        result = _Destroyed([], {})
        rest = iter(candidates)
        while portion := list(islice(rest, _PORTION)):
            decoded = operations_of([commit for _, commit in portion])
            for (key, commit), present in zip(portion, decoded, strict=True):
                kept, left = self._strip(space, commit, present, doomed)
                if kept.bodies != commit.bodies:
                    self._database.connection.exec_driver_sql(
                        "UPDATE entry SET raw = ? WHERE id = ?", (kept.encoded, key)
                    )
                    result.keys.append(key)
                    _note([item for place, item in present if (place, item) not in left], result)
        return result

    def _destroy_waiting(self, space: int, doomed: Doomed) -> None:
        """Empty the doomed bodies of commits that wait for earlier ones."""
        uid = self._database.space_uid(space)
        rows = self._database.connection.exec_driver_sql(
            "SELECT raw FROM held WHERE space = ?", (uid,)
        )
        commits = decode_stored([row.raw for row in rows])
        for commit, present in zip(commits, operations_of(commits), strict=True):
            kept, _ = self._strip(space, commit, present, doomed)
            if kept.bodies != commit.bodies:
                self._database.connection.exec_driver_sql(
                    "UPDATE held SET raw = ? WHERE commit_id = ?", (kept.encoded, commit.id)
                )

    def _settle(self, space: int, destroyed: _Destroyed) -> set[bytes]:
        """Make what was touched anew, and drop what this device kept about it."""
        rows = self._database.select_in(
            "SELECT DISTINCT record.id, record.uid FROM touched "
            "JOIN record ON record.id = touched.record WHERE entry IN (?)",
            destroyed.keys,
        )
        numbers = {row.id: row.uid for row in rows}
        for number, uid in numbers.items():
            self._projector.project_again(space, number, uid, self._touching(number))
        changed = set(numbers.values())
        drop_from_reports(self._database, changed)
        drop_from_drafts(self._database, destroyed.fields)
        if destroyed.keys:
            self._database.connection.exec_driver_sql(
                "INSERT INTO setting VALUES (?, '1') ON CONFLICT DO NOTHING", (VACUUM_DUE,)
            )
        return changed

    # --- the ledger -------------------------------------------------------------------------

    def use(self, ledger: Ledger) -> frozenset[bytes]:
        """Let *ledger* and the database know the same from now on.

        Returns:
            The records that changed, because the database is older than the ledger.
        """
        self._ledger = ledger
        noted = ledger.read()
        changed = self.destroy(noted)
        rows = self._database.connection.exec_driver_sql("SELECT op FROM erased")
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

    def _candidates(self, space: int, record: bytes | None) -> Iterable[tuple[int, Commit]]:
        if record is None:
            for log in self._logs.of_space(space):
                yield from self._logs.entries(log)
            return
        keys = self._database.connection.exec_driver_sql(
            "SELECT entry FROM touched JOIN record ON record.id = touched.record WHERE uid = ? "
            "AND record.id >> ? = ?",
            (record, schema.RECORD_NUMBER_BITS, space),
        )
        outside = self._database.connection.exec_driver_sql(
            "SELECT entry FROM quarantine WHERE space = ?", (space,)
        )
        found = {row.entry for row in keys} | {row.entry for row in outside}
        yield from self._logs.by_key(sorted(found))

    def _touching(self, number: int) -> list[Entered]:
        keys = self._database.connection.exec_driver_sql(
            "SELECT entry FROM touched WHERE record = ?", (number,)
        )
        found = self._logs.by_key([row.entry for row in keys])
        operations = operations_of([commit for _, commit in found])
        return [
            Entered(key, commit, present)
            for (key, commit), present in zip(found, operations, strict=True)
        ]


def _note(gone: Sequence[Operation], result: _Destroyed) -> None:
    """Note what destroyed operations were about; that a record began counts as every field."""
    for operation in gone:
        record = record_of(operation)
        if record is not None:
            fields = result.fields.setdefault(record, set())
            name = getattr(operation, "field", "")
            if name:
                fields.add(name)
            elif isinstance(operation, Create):
                fields.add(EVERY_FIELD)


def record_of(operation: Operation) -> bytes | None:
    """Return the record that *operation* is about."""
    return getattr(operation, "record", None)
