"""Forgets spaces: everything of them is deleted, as if this device had never had it.

What stays is the id of the space, in the table ``erased`` and in the ledger beside the database,
so that neither a late package nor an old backup brings it back.

Source: ADR 0021.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final, Protocol

from innolab_desktop.journal import card as cards
from innolab_desktop.storage import packed_keys
from innolab_desktop.storage.desk_store import (
    EVERY_FIELD,
    KEEP_SETTING,
    drop_from_drafts,
    drop_settings_about,
)
from innolab_desktop.storage.destruction import VACUUM_DUE
from innolab_desktop.storage.review_store import drop_from_reports, drop_space_from_reports

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from innolab_desktop.storage.database import Database
    from innolab_desktop.storage.log_tables import LogTables
    from innolab_desktop.storage.projection import Projector

STANDING: Final = "SELECT op FROM erased WHERE is_named <> 2"
"""Everything that is erased, without the spaces that were forgotten and came back."""
_ADD: Final = "INSERT INTO erased VALUES (?, 1, NULL, NULL, NULL) ON CONFLICT DO NOTHING"
_TAKE_BACK: Final = "UPDATE erased SET is_named = 2 WHERE op = ?"
_CAME_BACK: Final = "SELECT op FROM erased WHERE is_named = 2 AND op IN (?)"
_HOLDS: Final = "SELECT 1 FROM erased WHERE is_named <> 2 AND op = ?"
_IS_MEMBER: Final = """
SELECT 1 FROM member JOIN space ON space.id = member.space
WHERE space.uid = ? AND member.device = ? AND is_current = 1"""
_ADDITIONS: Final = """
SELECT op FROM membership JOIN space ON space.id = membership.space
WHERE space.uid = ? AND membership.device = ? AND kind <> 'remove'"""

_OF_LOGS: Final = (
    "DELETE FROM signed_tip WHERE log IN (SELECT uid FROM log WHERE space = ?)",
    "DELETE FROM notice WHERE place IN (SELECT uid FROM log WHERE space = ?)",
)
_OF_ENTRIES: Final = (
    "DELETE FROM gap WHERE commit_id IN (SELECT commit_id FROM entry WHERE id BETWEEN ? AND ?)",
    "DELETE FROM entry WHERE id BETWEEN ? AND ?",
)
_BY_NUMBER: Final = (
    # What is destroyed stays destroyed, whatever number the space gets if it comes back. The
    # erasure that named it goes as well, and perhaps nobody has it: then it is named once more.
    "UPDATE erased SET is_named = 0, space = NULL, record = NULL, writer = NULL WHERE space = ?",
    "DELETE FROM acknowledged WHERE space = ?",
    "DELETE FROM erasure WHERE space = ?",
    "DELETE FROM erasure_claim WHERE space = ?",
    "DELETE FROM log WHERE space = ?",
    "DELETE FROM member WHERE space = ?",
    "DELETE FROM membership WHERE space = ?",
    "DELETE FROM quarantine WHERE space = ?",
    "DELETE FROM space WHERE id = ?",
)
_BY_ID: Final = (
    "DELETE FROM held WHERE space = ?",
    "DELETE FROM owed_receipt WHERE space = ?",
    "DELETE FROM sent WHERE space = ?",
)


class Ledger(Protocol):
    """The ids of everything that was erased, kept outside the database."""

    def read(self) -> frozenset[bytes]:
        """Return the ids."""
        ...

    def add(self, ops: Iterable[bytes]) -> None:
        """Add ids.

        Raises:
            VaultError: they cannot be written.
        """
        ...

    def replace(self, ops: Iterable[bytes]) -> None:
        """Know these ids alone.

        Raises:
            VaultError: they cannot be written.
        """
        ...


class Forgetting:
    """The spaces that one database forgot.

    Attributes:
        ledger: hears of them, once it is there.

    Args:
        database: where they stand.
        logs: the stored commits.
        projector: knows the tables that are made from them.
    """

    def __init__(self, database: Database, logs: LogTables, projector: Projector) -> None:
        self._database = database
        self._logs = logs
        self._projector = projector
        self.ledger: Ledger | None = None

    def holds(self, uid: bytes) -> bool:
        """Tell whether the space *uid* was forgotten and did not come back."""
        return self._database.connection.exec_driver_sql(_HOLDS, (uid,)).first() is not None

    def forget(self, uid: bytes) -> frozenset[bytes]:
        """Delete the space *uid* for good, also from copies that are put back.

        Returns:
            The records that are gone.
        """
        self._database.run_many("DELETE FROM erased WHERE op = ?", [(uid,)])
        ledger = self.ledger
        if ledger is not None:
            self._database.after_commit(lambda: ledger.add((uid,)))
        return frozenset(self.forget_again((uid,)))

    def forget_again(self, uids: Collection[bytes]) -> set[bytes]:
        """Delete spaces that were forgotten before, but not one that came back meanwhile.

        Returns:
            The records that are gone.
        """
        came_back = self._database.select_in(_CAME_BACK, sorted(uids))
        gone = sorted(set(uids) - {row.op for row in came_back})
        self._database.run_many(_ADD, [(uid,) for uid in gone])
        return {record for uid in gone for record in self._delete(uid)}

    def take_back(self, uid: bytes) -> bool:
        """Let the space *uid* be here again, if its members took this device in anew.

        Returns:
            Whether they did: it belongs to the space, and somebody said so who had not said it
            before. A partner who never heard that this device left says nothing new.
        """
        run = self._database.connection.exec_driver_sql
        noted = run("SELECT value FROM setting WHERE name = ?", (_heard(uid),)).scalar() or "[]"
        is_member = run(_IS_MEMBER, (uid, self._own_device())).first() is not None
        if not is_member or self._additions(uid) <= set(json.loads(noted)):
            return False
        self._database.run_many(_TAKE_BACK, [(uid,)])
        ledger = self.ledger
        if ledger is not None:
            self._database.after_commit(lambda: ledger.replace(ledger.read() - {uid}))
        return True

    def _delete(self, uid: bytes) -> frozenset[bytes]:
        """Delete every row about a space, if it is here, and return the records that are gone."""
        run = self._database.connection.exec_driver_sql
        row = run("SELECT id, name FROM space WHERE uid = ?", (uid,)).first()
        if row is None:
            return frozenset()
        records, heard = self._records(row.id), json.dumps(sorted(self._additions(uid)))
        self._projector.clear_space(row.id)
        for log in self._logs.of_space(row.id):
            for statement in _OF_ENTRIES:
                run(statement, packed_keys.log_range(log.id))
        for statement in (*_OF_LOGS, *_BY_NUMBER):
            run(statement, (row.id,))
        for statement in _BY_ID:
            run(statement, (uid,))
        self._database.forget_numbers()
        drop_from_drafts(self._database, dict.fromkeys(records, (EVERY_FIELD,)))
        drop_settings_about(self._database, records)
        drop_from_reports(self._database, records)
        drop_space_from_reports(self._database, row.name)
        for name, value in ((_heard(uid), heard), (VACUUM_DUE, "1")):
            run(KEEP_SETTING, (name, value))
        return records

    def _additions(self, uid: bytes) -> set[str]:
        """Return every operation that took this device into a space, as hexadecimal digits."""
        rows = self._database.connection.exec_driver_sql(_ADDITIONS, (uid, self._own_device()))
        return {row.op.hex() for row in rows}

    def _own_device(self) -> bytes:
        row = self._database.connection.exec_driver_sql("SELECT card FROM owner").one()
        return cards.decode(row.card).card.device

    def _records(self, space: int) -> frozenset[bytes]:
        low = space << packed_keys.RECORD_NUMBER_BITS
        high = low + (1 << packed_keys.RECORD_NUMBER_BITS) - 1
        rows = self._database.connection.exec_driver_sql(
            "SELECT uid FROM record WHERE id BETWEEN ? AND ?", (low, high)
        )
        return frozenset(rows.scalars())


def _heard(uid: bytes) -> str:
    """Return the local setting that keeps what took this device into a forgotten space."""
    return f"heard {uid.hex()}"
