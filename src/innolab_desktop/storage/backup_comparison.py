"""What differs between a vault now and as it was when a backup was made."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from innolab_desktop.services.backup_ports import Differences, RecordLine

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from innolab_desktop.storage.database import Database

_RECORDS: Final = (
    "SELECT uid, kind, title, is_deleted, changed, "
    "(SELECT count(*) FROM touched WHERE touched.record = record.id) AS commits FROM record"
)
_LOGS: Final = "SELECT uid, last_seq FROM log"


class _State(NamedTuple):
    line: RecordLine
    is_deleted: bool
    changed: int
    commits: int

    def is_as_in(self, other: _State) -> bool:
        return self.changed == other.changed and self.commits == other.commits


def differences(then: Database, now: Database) -> Differences:
    """Return what putting the database *then* in the place of *now* would change."""
    before, present = _records(then), _records(now)
    missing = [state for uid, state in present.items() if uid not in before]
    returning = [state for uid, state in before.items() if uid not in present]
    changed = [
        state for uid, state in present.items() if uid in before and not state.is_as_in(before[uid])
    ]
    return Differences(
        missing=_lines(state for state in missing if not state.is_deleted),
        changed=_lines(changed),
        returning=_lines(state for state in returning if not state.is_deleted),
        commits=_passed(_logs(then), _logs(now)),
    )


def _records(database: Database) -> Mapping[bytes, _State]:
    with database.transaction() as connection:
        return {
            row.uid: _State(
                RecordLine(row.uid, row.kind, row.title),
                bool(row.is_deleted),
                row.changed,
                row.commits,
            )
            for row in connection.exec_driver_sql(_RECORDS)
        }


def _logs(database: Database) -> Mapping[bytes, int]:
    with database.transaction() as connection:
        return {row.uid: row.last_seq for row in connection.exec_driver_sql(_LOGS)}


def _passed(then: Mapping[bytes, int], now: Mapping[bytes, int]) -> int:
    """Return how many commits of *now* come after the ends of *then*."""
    return sum(max(0, last_seq - then.get(uid, 0)) for uid, last_seq in now.items())


def _lines(states: Iterable[_State]) -> tuple[RecordLine, ...]:
    return tuple(sorted((state.line for state in states), key=lambda line: (line.kind, line.title)))
