"""The open vault database: its parts, its backups, its head marker."""

from __future__ import annotations

import os
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from sqlalchemy.exc import DatabaseError

from innolab_desktop.domain.errors import FormatError, VaultError
from innolab_desktop.journal import card as cards
from innolab_desktop.services.changes import NoProgress
from innolab_desktop.services.read_models import VaultInfo
from innolab_desktop.storage import leftovers, rekeying, schema, search_index
from innolab_desktop.storage.backups import BACKUPS_NAME, DATABASE_NAME, Backups
from innolab_desktop.storage.connection import DatabaseKey, open_engine
from innolab_desktop.storage.database import Database
from innolab_desktop.storage.desk_store import SqlDeskStore
from innolab_desktop.storage.destruction import VACUUM_DUE
from innolab_desktop.storage.due_dates import SqlDueDates
from innolab_desktop.storage.erasure_ledger import LEDGER_NAME, ErasureLedger, LedgerKey
from innolab_desktop.storage.erasure_store import SqlErasureStore
from innolab_desktop.storage.forgotten_spaces import SqlForgottenSpaces
from innolab_desktop.storage.former_backups import FormerBackups
from innolab_desktop.storage.head_marker import HeadMarker
from innolab_desktop.storage.integrity import check_pages, check_quickly
from innolab_desktop.storage.journal_store import SqlJournalStore
from innolab_desktop.storage.key_log import SqlKeyLog
from innolab_desktop.storage.newer_version import refuse_newer
from innolab_desktop.storage.notice_store import SqlNoticeStore
from innolab_desktop.storage.people_store import SqlPeopleStore
from innolab_desktop.storage.receipt_store import SqlReceiptStore
from innolab_desktop.storage.record_store import SqlRecordStore
from innolab_desktop.storage.record_tables import RecordTables
from innolab_desktop.storage.restoring import SqlRestorer
from innolab_desktop.storage.review_store import SqlReviewStore

if TYPE_CHECKING:
    from contextlib import AbstractContextManager
    from pathlib import Path

    from innolab_desktop.formdefs.forms import Forms
    from innolab_desktop.journal.card import SignedCard
    from innolab_desktop.services.changes import CancelToken, Progress
    from innolab_desktop.services.key_ports import RenewedKey

_QUICK_CHECK_S: Final = 0.3
"""How long somebody who opens a vault waits for the check at most."""


@dataclass(frozen=True, slots=True)
class Owner:
    """Whom a new vault belongs to; ``secret`` are the device's private keys."""

    vault_id: bytes
    card: SignedCard
    digits: str
    secret: bytes

    def __repr__(self) -> str:
        return "Owner(…)"


class VaultDatabase:
    """A vault whose key was given.

    Attributes:
        was_put_back: the head marker knew more than the database when it was opened.
        was_clean: the program had ended by itself before.
        has_lost_erasures: more was erased here once than database and ledger know.
    """

    was_put_back = False
    has_lost_erasures = False
    was_clean = True

    def __init__(self, folder: Path, key: DatabaseKey, database: Database, forms: Forms) -> None:
        self._folder = folder
        self._key = key
        self._database = database
        tables = RecordTables(database, forms)
        self.records = SqlRecordStore(database, forms, tables)
        self.journal = SqlJournalStore(database, tables, self.records)
        self.review = SqlReviewStore(database, forms)
        self.due_dates = SqlDueDates(database)
        self.people = SqlPeopleStore(database)
        self.receipts = SqlReceiptStore(database)
        self.notices = SqlNoticeStore(database)
        self.key_log = SqlKeyLog(database)
        self.former_backups = FormerBackups(folder / BACKUPS_NAME, key, database)
        self.desk = SqlDeskStore(database)
        self._head = HeadMarker(folder, database)
        self.backups = Backups(folder, key, database)
        self.restorer = SqlRestorer(self, folder, key, database, forms)
        self.erasures = SqlErasureStore(database, self.records, self.backups, forms)
        self.forgotten = SqlForgottenSpaces(database, self.journal)

    @classmethod
    def create(cls, folder: Path, key: DatabaseKey, forms: Forms, owner: Owner) -> VaultDatabase:
        """Create the database of a new vault.

        Raises:
            VaultError: the folder cannot be written.
        """
        database = Database(open_engine(folder / DATABASE_NAME, key))
        with database.transaction() as connection:
            schema.create(connection)
            connection.execute(
                schema.owner.insert().values(
                    id=1,
                    vault=owner.vault_id,
                    card=owner.card.encoded(),
                    digits=owner.digits,
                    secret=owner.secret,
                )
            )
        vault = cls(folder, key, database, forms)
        vault.people.add_card(owner.card, owner.digits, is_introduced=False)
        vault.write_head_marker()
        vault._use_ledger()
        return vault

    @classmethod
    def open(cls, folder: Path, key: DatabaseKey, forms: Forms) -> VaultDatabase:
        """Open an existing database.

        Raises:
            VaultError: missing, in use, damaged, or written by a newer version.
        """
        path = folder / DATABASE_NAME
        if not path.exists():
            raise VaultError("vault_missing")
        was_clean = not _has_leftovers(path)
        if not was_clean:
            refuse_newer(path, key)
        database = Database(open_engine(path, key))
        try:
            rekeying.check_current(folder, key)
            with database.transaction() as connection:
                found = schema.version_of(connection)  # a newer vault is left as it is
            rekeying.discard(folder)
            vault = cls(folder, key, database, forms)
            check_quickly(database, _QUICK_CHECK_S)
            leftovers.sweep(folder)
            vault._migrate(found)
            vault.was_put_back = vault._head.begin_anew_if_put_back()
            vault._use_ledger()
            vault.was_clean = was_clean
            vault.backups.begin(was_clean=was_clean)
        except BaseException:
            with suppress(VaultError):  # what went wrong first is what people are told
                database.close()
            raise
        return vault

    def _migrate(self, found: int) -> None:
        """Bring an older vault up to date, after a backup and all at once or not at all.

        Raises:
            VaultError: it failed; the vault is as it was.
        """
        if found == schema.SCHEMA_VERSION:
            return
        self.back_up("migration")
        try:
            with self._database.transaction() as connection:
                schema.migrate(connection, found)
                self.journal.rebuild(NoProgress())  # commits that were too new may be readable now
        except VaultError as failure:
            if failure.code == "vault_disk_full":
                raise
            raise VaultError("vault_migration_failed") from failure
        except (DatabaseError, FormatError) as failure:
            raise VaultError("vault_migration_failed") from failure

    @property
    def info(self) -> VaultInfo:
        """Whose vault it is."""
        with self._database.transaction() as connection:
            row = connection.execute(schema.owner.select()).one()
        card = cards.decode(row.card).card
        return VaultInfo(
            vault_id=row.vault,
            device=card.device,
            person_id=card.person,
            person=card.name,
            municipality=card.municipality,
            department=card.department,
            role=card.role,
            is_demo=card.is_demo,
            schema_version=schema.SCHEMA_VERSION,
        )

    def device_secret(self) -> bytes:
        """Return the private keys of this device, for ``keys`` alone."""
        with self._database.transaction() as connection:
            return connection.exec_driver_sql("SELECT secret FROM owner").scalar_one()

    def transaction(self) -> AbstractContextManager[object]:
        """All writes inside happen together or not at all; may be nested."""
        return self._database.transaction()

    def close(self) -> None:
        """Write the head marker, leave nothing of what was erased, and forget the key.

        Raises:
            VaultError: the marker or the index cannot be written, or there is no room to write
                the file anew after an erasure; the vault is closed all the same.
        """
        if self._database.is_closed:  # after another key or a backup took its place
            return
        try:
            self.write_head_marker()
            search_index.merge(self._database)
            self._write_anew_if_due()
        finally:
            self._database.close()

    def rekey(
        self, renewed: RenewedKey, at_ms: int, progress: Progress, cancel: CancelToken
    ) -> None:
        """Switch to a new key and close the vault; interrupted, the old or the new one stands.

        Raises:
            VaultError: the disk is full or cannot be written.
            Cancelled: somebody asked; nothing changed.
        """
        work = rekeying.Rekeying(self._folder, self._database)
        self.write_head_marker()
        work.prepare(renewed, at_ms, progress, cancel)
        work.switch()
        try:
            self._database.close()
        finally:
            rekeying.finish(self._folder)

    def check_pages(self, cancel: CancelToken) -> None:
        """Check the seal of every page and what the database knows about its tables.

        Raises:
            VaultError: something is damaged.
            Cancelled: the person stopped it.
        """
        check_pages(self._database, cancel)

    def write_head_marker(self) -> None:
        """Write the newest own commits beside the database, to notice a restored one.

        Raises:
            VaultError: the folder cannot be written.
        """
        self._head.write(self.info.vault_id)

    # --- erasure and backups ----------------------------------------------------------------

    def _use_ledger(self) -> None:
        """Destroy what was erased after this database was copied, before anything is shown."""
        path, is_backup = self._folder / LEDGER_NAME, self._folder.parent.name == BACKUPS_NAME
        with self._database.transaction():
            key, has_ledger = LedgerKey.of(self._database), path.exists()
            if is_backup:  # opened where it lies
                outer = ErasureLedger(self._folder.parent.parent / LEDGER_NAME, key)
                self.journal.erasure.destroy(outer.read(mends=False))
            self.journal.erasure.use(ErasureLedger(path, key))
            if not is_backup:
                self.has_lost_erasures = self._head.has_lost_erasures(has_ledger=has_ledger)

    def _write_anew_if_due(self) -> None:
        if self.desk.setting(VACUUM_DUE):
            search_index.destroy_former_words(self._database)
            self._database.write_anew()
            with self._database.transaction() as connection:
                connection.exec_driver_sql("DELETE FROM setting WHERE name = ?", (VACUUM_DUE,))

    def back_up(self, reason: str) -> Path:
        """Write a verified encrypted copy and return its folder; it holds nothing erased.

        Raises:
            VaultError: the copy cannot be written or does not open.
        """
        if self.desk.setting(VACUUM_DUE):  # else the copy has the erased words in its index
            search_index.destroy_former_words(self._database)
        return self.backups.make(reason, self.erasures.erased())

    def newest_backup_ms(self) -> int:
        """Return when the newest backup was made, 0 if there is none."""
        return self.backups.newest_ms()


def _has_leftovers(path: Path) -> bool:
    """Tell whether a write-ahead log was left: the program did not end by itself."""
    log = path.with_name(f"{path.name}-wal")
    return log.exists() and log.stat().st_size > 0


def restrict_new_files() -> None:
    """Let new files of this process be readable by their owner alone."""
    os.umask(0o077)
