"""Quarantined operations that counting ones stand on.

Somebody who had not heard of a removal types into a text that the removed person changed beyond
the cut, or writes into a record that they began there. What was typed counts, so what it stands
on is *adopted*: the text operations that counting ones name, and the beginning of a record that
counting operations are about. An adopted operation never shows by itself.

Source: ``docs/formats/space.md``, rule 4 (ADR 0018).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from innolab_desktop.journal.commit import commit_part
from innolab_desktop.journal.operations import Create, TextEdit, TextReset
from innolab_desktop.storage.entered import decoded
from innolab_desktop.storage.membership_tables import quarantined_in

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from innolab_desktop.storage.database import Database
    from innolab_desktop.storage.entered import Entered
    from innolab_desktop.storage.log_tables import LogTables
    from innolab_desktop.storage.record_state import Applied


class Adoption:
    """The quarantined operations of one space that may be adopted."""

    def __init__(self, database: Database, logs: LogTables, space: int) -> None:
        self._database = database
        self._logs = logs
        rows = database.connection.exec_driver_sql(
            "SELECT entry.id, entry.commit_id FROM quarantine "
            "JOIN entry ON entry.id = quarantine.entry WHERE quarantine.space = ?",
            (space,),
        )
        self._outside = {commit_part(row.commit_id): row.id for row in rows}

    def __bool__(self) -> bool:
        """Tell whether anything of the space is quarantined at all."""
        return bool(self._outside)

    def texts(self, named: Collection[bytes]) -> list[Applied]:
        """Return the quarantined text operations among *named*."""
        prefixes = {commit_part(op) for op in named} & self._outside.keys()
        return [
            applied
            for applied in self._applied({self._outside[prefix] for prefix in prefixes})
            if applied.op in named and isinstance(applied.operation, TextEdit | TextReset)
        ]

    def beginnings(self, records: Collection[bytes], arrived: Sequence[Applied]) -> list[Applied]:
        """Return the quarantined operations that began those of *records* that are called for.

        Args:
            records: what arrived just now is about them, or puts others under them.
            arrived: what arrived just now; one of it may be an earlier beginning.
        """
        outside = set(self._outside.values())
        begun_now = {
            applied.operation.record
            for applied in arrived
            if isinstance(applied.operation, Create) and applied.source >> 7 in outside
        }
        missing = self._called_for(records, begun_now)
        if not missing:
            return []
        return [
            applied
            for applied in self._applied(self._outside.values())
            if isinstance(applied.operation, Create) and applied.operation.record in missing
        ]

    def _called_for(self, records: Collection[bytes], begun_now: Collection[bytes]) -> set[bytes]:
        """Return those of *records* that counting words are about and that lack a beginning."""
        wanted, select = sorted(records), self._database.select_in
        known = {
            row.uid: row.created
            for row in select("SELECT uid, created FROM record WHERE uid IN (?)", wanted)
        }
        above = select("SELECT parent FROM record WHERE parent IN (?)", wanted)
        called = known.keys() | {row.parent for row in above}
        return {uid for uid in called if not known.get(uid) or uid in begun_now}

    def _applied(self, keys: Collection[int]) -> Iterator[Applied]:
        for entered in decoded(self._logs.by_key(sorted(keys))):
            yield from entered.applied()


def counting_part(
    database: Database, batch: Sequence[Entered]
) -> tuple[list[Entered], list[Entered]]:
    """Return what of *batch*, the history of a record, counts, and what that may stand on."""
    outside = quarantined_in(database, [entered.entry for entered in batch])
    counting = [entered for entered in batch if entered.entry not in outside]
    rest = [entered for entered in batch if entered.entry in outside]
    ops = [applied.op for entered in rest for applied in entered.applied()]
    rows = database.select_in("SELECT op FROM replaced WHERE op IN (?)", ops)
    named = {row.op for row in rows}
    return counting, [_adopted(entered, named) for entered in rest]


def _adopted(entered: Entered, named: Collection[bytes]) -> Entered:
    return entered._replace(
        operations=[
            (index, operation)
            for index, operation in entered.operations
            if isinstance(operation, Create)
            or (
                isinstance(operation, TextEdit | TextReset) and entered.commit.op_id(index) in named
            )
        ]
    )
