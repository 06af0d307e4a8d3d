"""Destroys the bodies of operations and keeps them destroyed (DSGVO Art. 17)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from innolab_desktop.journal.commit import Commit, operations_of
from innolab_desktop.storage import schema
from innolab_desktop.storage.projection import Entered
from innolab_desktop.storage.review_store import drop_from_reports

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from innolab_desktop.journal.operations import Erase
    from innolab_desktop.storage.database import Database
    from innolab_desktop.storage.log_tables import LogTables
    from innolab_desktop.storage.projection import Projector


class Erasure:
    """The erased operations of a vault."""

    def __init__(self, database: Database, logs: LogTables, projector: Projector) -> None:
        self._database = database
        self._logs = logs
        self._projector = projector

    def known(self, ops: Sequence[bytes]) -> set[bytes]:
        """Return those of *ops* that are erased."""
        rows = self._database.select_in("SELECT op FROM erased WHERE op IN (?)", ops)
        return {row.op for row in rows}

    def known_in(self, ops: Sequence[bytes]) -> set[bytes]:
        """Return those of many *ops* that are erased; quick while nothing ever was."""
        first = self._database.connection.exec_driver_sql("SELECT 1 FROM erased LIMIT 1").first()
        return set() if first is None else self.known(ops)

    def apply(self, space: int, erasures: Iterable[Erase]) -> frozenset[bytes]:
        """Erase what *erasures* name, and return the records that changed."""
        changed: set[bytes] = set()
        for erase in erasures:
            self._database.run_many(
                "INSERT INTO erased VALUES (?) ON CONFLICT DO NOTHING",
                [(op,) for op in erase.targets],
            )
            numbers = self._destroy(space, erase)
            for number, uid in numbers.items():
                self._projector.project_again(space, number, uid, self._touching(number))
            changed.update(numbers.values())
        drop_from_reports(self._database, changed)
        return frozenset(changed)

    def _destroy(self, space: int, erase: Erase) -> dict[int, bytes]:
        """Empty the named bodies in stored commits; return the touched records."""
        targets: dict[bytes, set[int]] = {}
        for op in erase.targets:
            targets.setdefault(op[:16], set()).add(op[16])
        keys: list[int] = []
        for key, commit in self._candidates(space, erase.record):
            indexes = frozenset(targets.get(commit.id[:16], ()))
            if indexes and any(commit.bodies[i] is not None for i in indexes):
                self._database.connection.exec_driver_sql(
                    "UPDATE entry SET raw = ? WHERE id = ?",
                    (commit.without(indexes).encoded, key),
                )
                keys.append(key)
        rows = self._database.select_in(
            "SELECT DISTINCT record.id, record.uid FROM touched "
            "JOIN record ON record.id = touched.record WHERE entry IN (?)",
            keys,
        )
        return {row.id: row.uid for row in rows}

    def _candidates(self, space: int, record: bytes | None) -> Iterable[tuple[int, Commit]]:
        if record is None:
            for log in self._logs.of_space(space):
                yield from self._logs.entries(log)
            return
        keys = self._database.connection.exec_driver_sql(
            "SELECT entry FROM touched JOIN record ON record.id = touched.record WHERE uid = ?",
            (record,),
        )
        yield from self._logs.by_key([row.entry for row in keys])

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

    def space_of(self, number: int) -> int:
        """Return the number of the space that holds a record."""
        return number >> schema.RECORD_NUMBER_BITS
