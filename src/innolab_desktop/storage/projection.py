"""Brings commits into the tables of records: order-free, in one pass over a batch.

Each record of the batch is read once, changed in memory, and written once.
"""

from __future__ import annotations

from collections import defaultdict
from itertools import chain
from typing import TYPE_CHECKING, Final, NamedTuple

from innolab_desktop.journal import newer
from innolab_desktop.journal.operations import (
    Content,
    Create,
    Delete,
    Restore,
    Set,
    TextEdit,
    TextReset,
)
from innolab_desktop.storage import packed_keys, search_index
from innolab_desktop.storage.adoption import Adoption, counting_part
from innolab_desktop.storage.entered import decoded
from innolab_desktop.storage.log_tables import LogTables
from innolab_desktop.storage.record_state import RecordState

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from innolab_desktop.storage.database import Database
    from innolab_desktop.storage.entered import Batch, Entered
    from innolab_desktop.storage.record_state import Applied
    from innolab_desktop.storage.record_tables import RecordTables

RECORD_OPERATIONS: Final = (Set, TextEdit, Create, TextReset, Delete, Restore, Content)
_FIELD_WRITES: Final = (Set, TextEdit, TextReset, Delete, Restore)


class Projected(NamedTuple):
    """Which records a batch changed, and how many of them have an Abweichung."""

    records: frozenset[bytes]
    conflicts: int


class Projector:
    """Applies stored commits to records, cells, texts and the search index."""

    def __init__(self, database: Database, tables: RecordTables) -> None:
        self._database = database
        self._tables = tables
        self._logs = LogTables(database)

    def project(self, space: int, batch: Batch, outside: Sequence[Entered] = ()) -> Projected:
        """Apply *batch*, newly stored commits of one space, in any order.

        Args:
            space: the number of the space.
            batch: the commits that count.
            outside: newly stored commits that are quarantined: what others stand on is adopted.
        """
        early = self._replaced(space)
        before = frozenset(early)
        operations, orphans = _by_record(batch)
        orphans |= _named_beside(batch)
        states = self._tables.load(space, list(operations), early)
        touched: list[tuple[int, int]] = []
        for uid, applied in operations.items():
            state = states.get(uid)
            if state is None:
                continue  # a record of another space: not this space's business
            state.apply(applied)
            touched += state.touched_by(applied)
        states.update(self._hide(space, orphans | (early - before), states, early))
        for state in states.values():
            state.settle()
        conflicts = self._tables.store(list(states.values()))
        self._touch(touched)
        adopted = self._adopt(space, early, early - before, [*batch, *outside])
        self._store_replaced(space, before, early)
        for state in (*states.values(), *adopted):
            if state.needs_history:
                self.project_again(space, state.number, state.uid)
        self._note_unread(space, batch)
        changed = frozenset(state.uid for state in adopted)
        return Projected(frozenset(states) | changed, conflicts)

    def _adopt(
        self, space: int, early: set[bytes], named: set[bytes], batch: Sequence[Entered]
    ) -> list[RecordState]:
        """Apply what counting operations stand on, and return the records that changed.

        Args:
            space: the number of the space.
            early: every operation that a counting one ever named; what adopted ones name is added.
            named: those that were named just now.
            batch: what arrived just now, counting or not.
        """
        adoption = Adoption(self._database, self._logs, space)
        changed: list[RecordState] = []
        if not adoption:
            return changed
        arrived = [applied for entered in batch for applied in entered.applied()]
        named = named | {applied.op for applied in arrived if applied.op in early}
        records = _called_for(arrived)
        done: set[bytes] = set()
        while found := [
            *adoption.texts(named),
            *adoption.beginnings(records - done, arrived),
        ]:
            known = frozenset(early)
            changed += self._apply_adopted(space, early, found)
            named = early - known
            done |= records
            records = _called_for(found)
        return changed

    def _apply_adopted(
        self, space: int, early: set[bytes], found: Sequence[Applied]
    ) -> list[RecordState]:
        about, before = _about(found), frozenset(early)
        states = self._tables.load(space, list(about), early)
        for uid, state in states.items():
            for applied in about[uid]:
                state.adopt(applied)
            state.settle()
            self._touch(state.touched_by(about[uid]))
        states.update(self._hide(space, early - before, states, early))
        self._tables.store(list(states.values()))
        return list(states.values())

    def _touch(self, touched: Sequence[tuple[int, int]]) -> None:
        self._database.run_many(
            "INSERT INTO touched VALUES (?, ?) ON CONFLICT DO NOTHING", sorted(touched)
        )

    def clear(self) -> None:
        """Empty every table that :meth:`project` fills."""
        connection = self._database.connection
        for table in ("cell", "text", "touched", "replaced", "record", "unread", "tag"):
            connection.exec_driver_sql(f"DELETE FROM {table}")  # noqa: S608 - fixed names
        search_index.create_anew(connection)

    def clear_space(self, space: int) -> None:
        """Empty what :meth:`project` filled for one space."""
        run = self._database.connection.exec_driver_sql
        low = space << packed_keys.RECORD_NUMBER_BITS
        high = low + (1 << packed_keys.RECORD_NUMBER_BITS) - 1
        numbers = (low, high)
        search_index.delete_bodies(self._database, *numbers)
        run("DELETE FROM touched WHERE record BETWEEN ? AND ?", numbers)
        run("DELETE FROM tag WHERE record BETWEEN ? AND ?", numbers)
        run("DELETE FROM record WHERE id BETWEEN ? AND ?", numbers)
        texts = (packed_keys.field_key(low, 0), packed_keys.field_key(high + 1, 0) - 1)
        run("DELETE FROM text WHERE id BETWEEN ? AND ?", texts)
        cells = (packed_keys.cell_range(low)[0], packed_keys.cell_range(high)[1])
        run("DELETE FROM cell WHERE id BETWEEN ? AND ?", cells)
        run("DELETE FROM replaced WHERE space = ?", (space,))
        run("DELETE FROM unread WHERE space = ?", (space,))

    def project_again(self, space: int, number: int, uid: bytes) -> None:
        """Make a record anew from all commits that touched it."""
        self._tables.empty(number)
        early = self._replaced(space)
        counting, adopted = counting_part(self._database, self._touching(number))
        for entered in counting:
            for entry in entered.commit.entries:
                early.update(entry.preds)
        state = RecordState(number, uid, early)
        said = _by_record(counting)[0].get(uid, [])
        state.apply(said)
        stood_on: list[Applied] = []
        if said or self._is_above_others(uid):
            stood_on = _about([a for entered in adopted for a in entered.applied()]).get(uid, [])
        is_begun = bool(state.created)
        for item in stood_on:
            if not (is_begun and isinstance(item.operation, Create)):
                state.adopt(item)
        state.settle()
        if said or stood_on:
            self._tables.store([state])
        else:
            self._tables.forget(number)

    # --- reading ----------------------------------------------------------------------------

    def _is_above_others(self, uid: bytes) -> bool:
        found = self._database.connection.exec_driver_sql(
            "SELECT 1 FROM record WHERE parent = ? AND uid <> parent LIMIT 1", (uid,)
        )
        return found.first() is not None

    def _touching(self, number: int) -> Batch:
        """Return the commits that ever said something about a record."""
        rows = self._database.connection.exec_driver_sql(
            "SELECT entry FROM touched WHERE record = ?", (number,)
        )
        return decoded(self._logs.by_key([row.entry for row in rows]))

    def _replaced(self, space: int) -> set[bytes]:
        rows = self._database.connection.exec_driver_sql(
            "SELECT op FROM replaced WHERE space = ?", (space,)
        )
        return {row.op for row in rows}

    def _hide(
        self,
        space: int,
        orphans: set[bytes],
        states: Mapping[bytes, RecordState],
        early: set[bytes],
    ) -> dict[bytes, RecordState]:
        """Apply what operations with an erased body replaced: only their ids are left."""
        if not orphans:
            return {}
        low = space << packed_keys.RECORD_NUMBER_BITS
        shift = packed_keys.FIELD_BITS + packed_keys.HEAD_BITS
        high = low + (1 << packed_keys.RECORD_NUMBER_BITS)
        numbers = {
            row.id >> shift
            for row in self._database.select_in(
                "SELECT id FROM cell WHERE id BETWEEN ? AND ? AND op IN (?)",
                list(orphans),
                low << shift,
                high << shift,
            )
        }
        uids = [
            row.uid
            for row in self._database.select_in(
                "SELECT uid FROM record WHERE id IN (?)", list(numbers)
            )
            if row.uid not in states
        ]
        others = self._tables.load(space, uids, early)
        for state in (*states.values(), *others.values()):
            for name, register in state.registers.items():
                for op in orphans & register.heads.keys():
                    del register.heads[op]
                    state.changed_fields.add(name)
        early |= orphans
        return others

    def note_unread_again(self, space: int, batch: Batch) -> None:
        """Look again at stored commits that lost content: nothing may be left to read."""
        keys = [(entered.entry,) for entered in batch]
        self._database.run_many("DELETE FROM unread WHERE entry = ?", keys)
        self._note_unread(space, batch)

    def _note_unread(self, space: int, batch: Batch) -> None:
        """Remember what only a newer version understands, to say so and to come back to it."""
        self._database.run_many(
            "INSERT INTO unread VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
            [
                (entered.entry, space, newer.record_of(entered.commit))
                for entered in batch.not_understood
            ],
        )

    def _store_replaced(self, space: int, before: frozenset[bytes], after: set[bytes]) -> None:
        self._database.run_many(
            "INSERT INTO replaced VALUES (?, ?)", [(space, op) for op in sorted(after - before)]
        )


def _by_record(batch: Sequence[Entered]) -> tuple[dict[bytes, list[Applied]], set[bytes]]:
    """Return the operations of each record, and what operations without a body replaced."""
    operations = _about(chain.from_iterable(entered.applied() for entered in batch))
    orphans: set[bytes] = set()
    for _, commit, present in batch:
        if len(present) < len(commit.entries) and commit.is_readable:
            there = {index for index, _ in present}
            for index, item in enumerate(commit.entries):
                if index not in there:
                    orphans.update(item.preds)
    return operations, orphans


def _named_beside(batch: Batch) -> set[bytes]:
    """Return what operations replace that are no writes of a field, or of a later version."""
    named: set[bytes] = set()
    for entered, index, operation in batch.rarer:
        if not isinstance(operation, _FIELD_WRITES):
            named.update(entered.commit.entries[index].preds)
    return named


def _about(arrived: Iterable[Applied]) -> dict[bytes, list[Applied]]:
    """Return what is said about each record."""
    found: defaultdict[bytes, list[Applied]] = defaultdict(list)
    for applied in arrived:
        operation = applied.operation
        if isinstance(operation, RECORD_OPERATIONS):
            found[operation.record].append(applied)
    return dict(found)


def _called_for(arrived: Iterable[Applied]) -> set[bytes]:
    """Return the records that operations are about or put a new record under."""
    found: set[bytes] = set()
    for applied in arrived:
        operation = applied.operation
        if isinstance(operation, RECORD_OPERATIONS):
            found.add(operation.record)
        if isinstance(operation, Create) and operation.parent is not None:
            found.add(operation.parent)
    return found
