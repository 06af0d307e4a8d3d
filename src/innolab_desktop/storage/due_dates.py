"""Finds records by the dates in their fields."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

from innolab_desktop.storage import packed_keys

if TYPE_CHECKING:
    from innolab_desktop.storage.database import Database

_DUE: Final = """
SELECT record.uid, cell.value FROM record
JOIN cell ON cell.id >= (record.id << ? | ?) << ? AND cell.id < ((record.id << ? | ?) + 1) << ?
WHERE record.kind = ? AND record.is_deleted = 0 AND cell.value BETWEEN ? AND ?
ORDER BY cell.value, record.id LIMIT ?"""
_FIRST_DAY: Final = '"0000-00-00"'


class SqlDueDates:
    """Reads cells of date fields, earliest first."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def until(self, kind: str, field: str, day: str, limit: int) -> list[tuple[bytes, str]]:
        """Return records of *kind* whose *field* holds *day* or an earlier one, with the date.

        Args:
            kind: of the records.
            field: a date field.
            day: as ``YYYY-MM-DD``, which sorts as text.
            limit: how many at most; the earliest ones.
        """
        with self._database.transaction() as connection:
            number = connection.exec_driver_sql(
                "SELECT id FROM field WHERE name = ?", (field,)
            ).scalar()
            if number is None:
                return []  # nobody ever answered it
            place = (packed_keys.FIELD_BITS, number, packed_keys.HEAD_BITS)
            rows = connection.exec_driver_sql(
                _DUE, (*place, *place, kind, _FIRST_DAY, json.dumps(day), limit)
            )
            return [(row.uid, json.loads(row.value)) for row in rows]
