"""The spaces that were deleted on this device alone, and what the Löschprotokoll says of them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

from innolab_desktop.services.erasure_models import ForgottenSpace
from innolab_desktop.storage.desk_store import KEEP_SETTING
from innolab_desktop.storage.packed_keys import RECORD_NUMBER_BITS

if TYPE_CHECKING:
    from innolab_desktop.storage.database import Database
    from innolab_desktop.storage.forgetting import Forgetting
    from innolab_desktop.storage.journal_store import SqlJournalStore

_NOTED: Final = "forgotten "
_COUNT: Final = "SELECT count(*) FROM space JOIN {} WHERE space.uid = ?"
_COUNT_RECORDS: Final = _COUNT.format(
    f"record ON record.id BETWEEN space.id << {RECORD_NUMBER_BITS} "
    f"AND (space.id + 1 << {RECORD_NUMBER_BITS}) - 1"
)
_COUNT_COMMITS: Final = _COUNT.format(
    "log ON log.space = space.id JOIN entry ON entry.id BETWEEN log.id << 32 "
    "AND (log.id + 1 << 32) - 1"
)


class SqlForgottenSpaces:
    """Forgets spaces of one vault, and remembers that it did."""

    def __init__(self, database: Database, journal: SqlJournalStore) -> None:
        self._database = database
        self._journal = journal

    @property
    def _forgetting(self) -> Forgetting:
        return self._journal.erasure.forgetting

    def count_records(self, space: bytes) -> int:
        """Return how many records *space* has, those in the trash included."""
        with self._database.transaction() as connection:
            return int(connection.exec_driver_sql(_COUNT_RECORDS, (space,)).scalar_one())

    def forget(self, space: bytes, reason: str, at_ms: int) -> frozenset[bytes]:
        """Delete *space* here for good, and return the records that are gone."""
        with self._database.transaction() as connection:
            # A later save must not seem earlier than one that is forgotten.
            self._journal.keep_instant(self._journal.last_instant())
            commits = int(connection.exec_driver_sql(_COUNT_COMMITS, (space,)).scalar_one())
            records = self._forgetting.forget(space)
            noted = {
                "at_ms": at_ms,
                "reason": reason,
                "commits": commits,
                "records": len(records),
            }
            connection.exec_driver_sql(KEEP_SETTING, (_NOTED + space.hex(), json.dumps(noted)))
            return records

    def holds(self, space: bytes) -> bool:
        """Tell whether *space* was forgotten and did not come back."""
        with self._database.transaction():
            return self._forgetting.holds(space)

    def take_back(self, space: bytes) -> bool:
        """Let a forgotten *space* be here again if its members took this device in anew.

        Returns:
            Whether they did.
        """
        with self._database.transaction():
            return self._forgetting.take_back(space)

    def log(self) -> tuple[ForgottenSpace, ...]:
        """Return which spaces were forgotten, in no order."""
        with self._database.transaction() as connection:
            rows = connection.exec_driver_sql(
                "SELECT name, value FROM setting WHERE name LIKE ?", (f"{_NOTED}%",)
            )
            return tuple(
                ForgottenSpace(bytes.fromhex(row.name[len(_NOTED) :]), **json.loads(row.value))
                for row in rows
            )
