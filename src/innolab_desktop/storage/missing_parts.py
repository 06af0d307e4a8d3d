"""Which commits are known to have existed and are not there, by log and sequence number."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from innolab_desktop.journal import card as cards
from innolab_desktop.services.salvage_models import MissingPart
from innolab_desktop.storage.log_tables import LogTables

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from innolab_desktop.storage.database import Database


class MissingParts:
    """Gathers how far each log once went, then compares.

    Args:
        database: what there is now.
    """

    def __init__(self, database: Database) -> None:
        self._database = database
        self._ends: dict[bytes, int] = {}

    def hear_logs(self, rows: Iterable[tuple[Any, ...]]) -> None:
        """Take (log, last sequence number) of the damaged database."""
        for uid, last_seq in rows:
            if isinstance(uid, bytes) and isinstance(last_seq, int):
                self._hear(uid, last_seq)

    def hear_marker(self, path: Path) -> None:
        """Take what the head marker beside the damaged database knows."""
        try:
            logs = json.loads(path.read_bytes())["logs"]
            for uid, tip in logs.items():
                self._hear(bytes.fromhex(uid), int(tip[0]))
        except (OSError, ValueError, KeyError, TypeError, IndexError, AttributeError):
            return  # it is damaged or gone as well: the logs speak for themselves

    def missing(self) -> tuple[MissingPart, ...]:
        """Return the stretches that are not there, by log."""
        logs, found = LogTables(self._database), list[MissingPart]()
        run = self._database.connection.exec_driver_sql
        for row in run("SELECT log, max(seq) AS seq FROM signed_tip GROUP BY log"):
            self._hear(row.log, row.seq)
        names = {row.id: row.name for row in run("SELECT id, name FROM space")}
        people = {row.device: cards.decode(row.body).card.name for row in run("SELECT * FROM card")}
        stored = {row.uid: row for row in logs.every()}
        for uid in sorted(self._ends.keys() | stored.keys()):
            row = stored.get(uid)
            last_seq = row.last.seq if row and row.last else 0
            seqs = {commit.seq for _, commit in logs.entries(row)} if row else set[int]()
            end = max(self._ends.get(uid, 0), last_seq)
            space = names.get(row.space, "") if row else ""
            person = people.get(row.device, "") if row else ""
            for first, last in _stretches(seqs, end):
                found.append(MissingPart(uid, space, person, first, last))
        return tuple(found)

    def _hear(self, uid: bytes, last_seq: int) -> None:
        self._ends[uid] = max(self._ends.get(uid, 0), last_seq)


def _stretches(present: set[int], end: int) -> Iterable[tuple[int, int]]:
    """Yield the first and last of each run of numbers from 1 to *end* that are not *present*."""
    first = None
    for number in range(1, end + 2):
        is_missing = number <= end and number not in present
        if is_missing and first is None:
            first = number
        if not is_missing and first is not None:
            yield first, number - 1
            first = None
