"""The table of the local log."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from innolab_desktop.services.notice_ports import KeptNotice

if TYPE_CHECKING:
    from innolab_desktop.storage.database import Database

_KEEP: Final = """
INSERT INTO notice (id, at, code, device, place, is_seen)
SELECT (SELECT coalesce(max(id), 0) + 1 FROM notice), ?, ?, ?, ?, 0 WHERE NOT EXISTS (
  SELECT 1 FROM notice WHERE code = ? AND device = ? AND place = ? AND (is_seen = 0 OR place <> ?)
)"""


class SqlNoticeStore:
    """The table ``notice``."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def keep_notice(self, notice: KeptNotice) -> None:
        """Write a line, unless one says the same of the same place, or waits to be read."""
        subject = (notice.code, notice.device, notice.place)
        with self._database.transaction():
            self._database.run_many(_KEEP, [(notice.at_ms, *subject, *subject, b"")])

    def notices(self) -> tuple[KeptNotice, ...]:
        """Return all lines, oldest first."""
        with self._database.transaction() as connection:
            rows = connection.exec_driver_sql(
                "SELECT at, code, device, place, is_seen FROM notice ORDER BY id"
            )
            return tuple(
                KeptNotice(row.at, row.code, row.device, row.place, bool(row.is_seen))
                for row in rows
            )

    def mark_seen(self) -> None:
        """Note that somebody read everything."""
        with self._database.transaction() as connection:
            connection.exec_driver_sql("UPDATE notice SET is_seen = 1")
