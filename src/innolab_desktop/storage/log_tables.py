"""Rows of logs and entries: where commits lie and how they are found."""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING, Final, NamedTuple

from innolab_desktop.domain.errors import FormatError, SpaceError
from innolab_desktop.journal import chain
from innolab_desktop.journal.commit import Commit, Origin, Tip, decode_stored
from innolab_desktop.storage import packed_keys

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from innolab_desktop.storage.database import Database

_PORTION: Final = 2000
_LOGS: Final = (
    "SELECT id, uid, space, device, incarnation, is_forked, last_seq, last_commit FROM log"
)


class LogRow(NamedTuple):
    """A stored log."""

    id: int
    uid: bytes
    space: int
    device: bytes
    incarnation: bytes
    is_forked: bool
    last: Tip | None


class LogTables:
    """Reads and writes the tables ``log`` and ``entry``."""

    def __init__(self, database: Database) -> None:
        self._database = database

    # --- logs -------------------------------------------------------------------------------

    def space_number(self, space: bytes) -> int:
        """Return the number of a space.

        Raises:
            SpaceError: the vault does not have it.
        """
        number = self._database.connection.exec_driver_sql(
            "SELECT id FROM space WHERE uid = ?", (space,)
        ).scalar()
        if number is None:
            raise SpaceError("space_unknown")
        return int(number)

    def find(self, uid: bytes) -> LogRow | None:
        """Return a log, if it is stored."""
        rows = self._select(_LOGS + " WHERE uid = ?", uid)
        return rows[0] if rows else None

    def of_space(self, space: int) -> list[LogRow]:
        """Return the logs of a space."""
        return self._select(_LOGS + " WHERE space = ? ORDER BY id", space)

    def forked_of_space(self, space: int) -> list[LogRow]:
        """Return the logs of a space that have branches."""
        return self._select(_LOGS + " WHERE space = ? AND is_forked = 1", space)

    def every(self) -> list[LogRow]:
        """Return all logs."""
        return self._select(_LOGS + " ORDER BY id")

    def _select(self, sql: str, *parameters: object) -> list[LogRow]:
        rows = self._database.connection.exec_driver_sql(sql, parameters)
        return [
            LogRow(
                row.id,
                row.uid,
                row.space,
                row.device,
                row.incarnation,
                bool(row.is_forked),
                Tip(row.last_seq, row.last_commit) if row.last_seq else None,
            )
            for row in rows
        ]

    def add(self, origin: Origin, space: int) -> LogRow:
        """Store a new log."""
        run = self._database.connection.exec_driver_sql
        number = int(run("SELECT coalesce(max(id), 0) + 1 FROM log").scalar_one())
        run(
            "INSERT INTO log (id, uid, space, device, incarnation) VALUES (?, ?, ?, ?, ?)",
            (number, origin.log, space, origin.device, origin.incarnation),
        )
        return LogRow(number, origin.log, space, origin.device, origin.incarnation, False, None)

    def gaps(self) -> frozenset[bytes]:
        """Return the ids of the commits whose predecessor was lost before a salvage."""
        rows = self._database.connection.exec_driver_sql("SELECT commit_id FROM gap")
        return frozenset(rows.scalars())

    # --- entries ----------------------------------------------------------------------------

    def known(self, log: LogRow, low_seq: int, high_seq: int) -> dict[int, list[bytes]]:
        """Return the ids of stored commits by sequence number."""
        found: dict[int, list[bytes]] = {}
        for row in self._database.connection.exec_driver_sql(
            "SELECT id, commit_id FROM entry WHERE id BETWEEN ? AND ?",
            (
                packed_keys.entry_key(log.id, low_seq),
                packed_keys.entry_key(log.id, high_seq + 1) - 1,
            ),
        ):
            seq = row.id >> packed_keys.BRANCH_BITS & ((1 << packed_keys.SEQ_BITS) - 1)
            found.setdefault(seq, []).append(row.commit_id)
        return found

    def add_entries(
        self, log: LogRow, commits: Sequence[Commit], known: dict[int, list[bytes]]
    ) -> list[int]:
        """Store accepted commits of a log, in order of seq, and return their keys.

        Raises:
            FormatError: more branches at one place than there is room for.
        """
        rows: list[tuple[int, bytearray, int, bytearray]] = []
        last, is_forked = log.last, log.is_forked
        for commit in commits:
            uid, seq = commit.id, commit.seq
            there = known.setdefault(seq, [])
            if len(there) >= 1 << packed_keys.BRANCH_BITS:
                raise FormatError("log_too_many_branches")
            key = packed_keys.entry_key(log.id, seq, len(there))
            rows.append((key, bytearray(uid), commit.at.packed, bytearray(commit.encoded)))
            is_forked = is_forked or bool(there)
            there.append(uid)
        highest = max(commits, key=attrgetter("seq"), default=None)
        if highest is not None and (last is None or highest.seq > last.seq):
            last = Tip(highest.seq, highest.id)
        self._database.run_many("INSERT INTO entry VALUES (?, ?, ?, ?)", rows)
        if last is not None:
            self._database.connection.exec_driver_sql(
                "UPDATE log SET last_seq = ?, last_commit = ?, is_forked = ? WHERE id = ?",
                (last.seq, last.commit, int(is_forked), log.id),
            )
        return [row[0] for row in rows]

    def entries(self, log: LogRow, after_seq: int = 0) -> Iterator[tuple[int, Commit]]:
        """Yield the (key, commit) of a log above *after_seq*, in order."""
        low, high = packed_keys.entry_key(log.id, after_seq + 1), packed_keys.log_range(log.id)[1]
        while True:
            rows = self._database.connection.exec_driver_sql(
                "SELECT id, raw FROM entry WHERE id BETWEEN ? AND ? ORDER BY id LIMIT ?",
                (low, high, _PORTION),
            ).all()
            yield from zip(
                [row.id for row in rows], decode_stored([row.raw for row in rows]), strict=True
            )
            if len(rows) < _PORTION:
                return
            low = rows[-1].id + 1

    def by_key(self, keys: Sequence[int]) -> list[tuple[int, Commit]]:
        """Return stored commits by key, in order."""
        rows = list(
            self._database.select_in("SELECT id, raw FROM entry WHERE id IN (?)", sorted(keys))
        )
        commits = decode_stored([row.raw for row in rows])
        return [(row.id, commit) for row, commit in zip(rows, commits, strict=True)]

    def holding(self, space: int, commit_parts: Collection[bytes]) -> list[int]:
        """Return the keys of the stored commits of a space whose ids begin with *commit_parts*."""
        return [
            row.id
            for log in self.of_space(space)
            for row in self._database.select_in(
                "SELECT id FROM entry WHERE id BETWEEN ? AND ? AND substr(commit_id, 1, 16) IN (?)",
                sorted(commit_parts),
                *packed_keys.log_range(log.id),
            )
        ]

    def parents(self, log: LogRow) -> dict[bytes, tuple[int, bytes | None]]:
        """Return ``{commit: (seq, prev)}`` of a log."""
        return {commit.id: (commit.seq, commit.prev) for _, commit in self.entries(log)}

    def tips(self, log: LogRow) -> tuple[Tip, ...]:
        """Return the branch heads of a log."""
        if log.last is None:
            return ()
        return tuple(chain.tips(self.parents(log))) if log.is_forked else (log.last,)
