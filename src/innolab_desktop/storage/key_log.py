"""The table of what was done with the keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from innolab_desktop.services.key_ports import KeyEvent

if TYPE_CHECKING:
    from innolab_desktop.storage.database import Database


class SqlKeyLog:
    """The table ``key_event``; lines are never removed."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, event: KeyEvent) -> None:
        """Write a line."""
        with self._database.transaction():
            self._database.run_many(
                "INSERT INTO key_event (at, what, slot, detail) VALUES (?, ?, ?, ?)", [event]
            )

    def events(self) -> tuple[KeyEvent, ...]:
        """Return all lines, oldest first."""
        with self._database.transaction() as connection:
            rows = connection.exec_driver_sql(
                "SELECT at, what, slot, detail FROM key_event ORDER BY id"
            )
            return tuple(KeyEvent(row.at, row.what, row.slot, row.detail) for row in rows)
