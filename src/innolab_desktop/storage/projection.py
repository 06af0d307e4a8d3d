"""Brings commits into the tables of records: order-free, in one pass over a batch.

Each record of the batch is read once, changed in memory, and written once.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from innolab_desktop.journal import newer
from innolab_desktop.journal.operations import (
    Content,
    Create,
    Delete,
    Operation,
    Restore,
    Set,
    TextEdit,
    TextReset,
)
from innolab_desktop.storage import packed_keys
from innolab_desktop.storage.record_state import (
    Applied,
    RecordState,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from innolab_desktop.journal.commit import Commit
    from innolab_desktop.storage.database import Database
    from innolab_desktop.storage.record_tables import RecordTables

RECORD_OPERATIONS: Final = (Set, TextEdit, Create, TextReset, Delete, Restore, Content)


class Entered(NamedTuple):
    """A stored commit with its key and what its bodies say."""

    entry: int
    commit: Commit
    operations: Sequence[tuple[int, Operation]]


class Projected(NamedTuple):
    """Which records a batch changed, and how many of them have an Abweichung."""

    records: frozenset[bytes]
    conflicts: int


class Projector:
    """Applies stored commits to records, cells, texts and the search index."""

    def __init__(self, database: Database, tables: RecordTables) -> None:
        self._database = database
        self._tables = tables

    def project(self, space: int, batch: Sequence[Entered]) -> Projected:
        """Apply *batch*, newly stored commits of one space, in any order."""
        early = self._replaced(space)
        before = frozenset(early)
        operations, orphans = _by_record(batch)
        states = self._tables.load(space, list(operations), early)
        touched: list[tuple[int, int]] = []
        for uid, applied in operations.items():
            state = states.get(uid)
            if state is None:
                continue  # a record of another space: not this space's business
            for item in applied:
                state.apply(item)
            touched.extend((state.number, item.source >> 7) for item in applied)
        states.update(self._hide(space, orphans, states, early))
        for state in states.values():
            state.settle()
        conflicts = self._tables.store(list(states.values()))
        self._database.run_many(
            "INSERT INTO touched VALUES (?, ?) ON CONFLICT DO NOTHING", sorted(set(touched))
        )
        self._store_replaced(space, before, early)
        self._note_unread(space, batch)
        return Projected(frozenset(states), conflicts)

    def clear(self) -> None:
        """Empty every table that :meth:`project` fills."""
        for table in ("cell", "text", "touched", "replaced", "record", "search", "unread", "tag"):
            self._database.connection.exec_driver_sql(f"DELETE FROM {table}")  # noqa: S608 - fixed names

    def clear_space(self, space: int) -> None:
        """Empty what :meth:`project` filled for one space."""
        run = self._database.connection.exec_driver_sql
        low = space << packed_keys.RECORD_NUMBER_BITS
        high = low + (1 << packed_keys.RECORD_NUMBER_BITS) - 1
        numbers = (low, high)
        run("DELETE FROM search WHERE rowid BETWEEN ? AND ?", numbers)
        run("DELETE FROM touched WHERE record BETWEEN ? AND ?", numbers)
        run("DELETE FROM tag WHERE record BETWEEN ? AND ?", numbers)
        run("DELETE FROM record WHERE id BETWEEN ? AND ?", numbers)
        texts = (packed_keys.field_key(low, 0), packed_keys.field_key(high + 1, 0) - 1)
        run("DELETE FROM text WHERE id BETWEEN ? AND ?", texts)
        cells = (packed_keys.cell_range(low)[0], packed_keys.cell_range(high)[1])
        run("DELETE FROM cell WHERE id BETWEEN ? AND ?", cells)
        run("DELETE FROM replaced WHERE space = ?", (space,))
        run("DELETE FROM unread WHERE space = ?", (space,))

    def project_again(self, space: int, number: int, uid: bytes, batch: Sequence[Entered]) -> None:
        """Make a record anew from *batch*, all commits that touched it."""
        self._tables.empty(number)
        early = self._replaced(space)
        for _, commit, _ in batch:
            for entry in commit.entries:
                early.update(entry.preds)
        state = RecordState(number, uid, early)
        operations, _ = _by_record(batch)
        for item in operations.get(uid, ()):
            state.apply(item)
        state.settle()
        if state.kind or any(register.heads for register in state.registers.values()):
            self._tables.store([state])
        else:
            self._tables.forget(number)

    # --- reading ----------------------------------------------------------------------------

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

    def note_unread_again(self, space: int, batch: Sequence[Entered]) -> None:
        """Look again at stored commits that lost content: nothing may be left to read."""
        keys = [(entered.entry,) for entered in batch]
        self._database.run_many("DELETE FROM unread WHERE entry = ?", keys)
        self._note_unread(space, batch)

    def _note_unread(self, space: int, batch: Sequence[Entered]) -> None:
        """Remember what only a newer version understands, to say so and to come back to it."""
        self._database.run_many(
            "INSERT INTO unread VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
            [
                (entry, space, newer.record_of(commit))
                for entry, commit, operations in batch
                if not newer.is_understood(commit, operations)
            ],
        )

    def _store_replaced(self, space: int, before: frozenset[bytes], after: set[bytes]) -> None:
        self._database.run_many(
            "INSERT INTO replaced VALUES (?, ?)", [(space, op) for op in sorted(after - before)]
        )


def _by_record(batch: Sequence[Entered]) -> tuple[dict[bytes, list[Applied]], set[bytes]]:
    """Return the operations of each record, and what operations without a body replaced."""
    operations: dict[bytes, list[Applied]] = {}
    orphans: set[bytes] = set()
    for entry, commit, present in batch:
        if not commit.is_readable:
            continue  # of a newer version: projected after the update
        entries = commit.entries
        for index, operation in present:
            if isinstance(operation, RECORD_OPERATIONS):
                operations.setdefault(operation.record, []).append(
                    Applied(
                        commit.op_id(index),
                        entries[index].preds,
                        entry << 7 | index,
                        commit.at,
                        operation,
                    )
                )
        if len(present) < len(entries):
            there = {index for index, _ in present}
            for index, item in enumerate(entries):
                if index not in there:
                    orphans.update(item.preds)
    return operations, orphans
