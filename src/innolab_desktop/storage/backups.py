"""Backups of a vault: encrypted copies that were proved to open, and that lose what is erased."""

from __future__ import annotations

import shutil
from contextlib import closing
from typing import TYPE_CHECKING, Any, Final

import sqlcipher3.dbapi2 as sqlcipher

from innolab_desktop.domain.errors import VaultError
from innolab_desktop.services.erasure_models import CleanedBackups
from innolab_desktop.storage import schema
from innolab_desktop.storage.backup_copy import DATABASE_NAME, PUBLIC_NAME
from innolab_desktop.storage.backup_folders import BackupFolders, new_name
from innolab_desktop.storage.connection import open_engine
from innolab_desktop.storage.database import Database
from innolab_desktop.storage.erasure_ledger import CLEANED_NAME, ErasureLedger, LedgerKey
from innolab_desktop.storage.journal_store import SqlJournalStore
from innolab_desktop.storage.record_store import SqlRecordStore
from innolab_desktop.storage.record_tables import RecordTables
from innolab_desktop.storage.search_index import destroy_former_words
from innolab_desktop.storage.second_place import SecondPlace

if TYPE_CHECKING:
    from pathlib import Path

    from innolab_desktop.formdefs.forms import Forms
    from innolab_desktop.services.backup_ports import BackupInfo
    from innolab_desktop.services.changes import CancelToken, Progress
    from innolab_desktop.storage.connection import DatabaseKey

BACKUPS_NAME: Final = "backups"
_COMPANIONS: Final = (PUBLIC_NAME, f"{PUBLIC_NAME}.bak")
_ENTRIES: Final = "SELECT count(*), total(id), total(length(raw)) FROM entry"
_TIPS: Final = "SELECT uid, last_seq, last_commit FROM log ORDER BY uid"


class Backups:
    """The backups in the folder of a vault."""

    def __init__(self, folder: Path, key: DatabaseKey, database: Database) -> None:
        self._vault = folder
        self._folders = BackupFolders(folder / BACKUPS_NAME)
        self._key = key
        self._database = database
        self._saved_changes = 0

    def begin(self, *, was_clean: bool) -> None:
        """Count changes from now on; after an unclean end there are some already."""
        self._saved_changes = self._database.changes if was_clean else -1

    @property
    def has_changed(self) -> bool:
        """Whether anything was written since the vault was opened or last backed up."""
        return self._database.changes != self._saved_changes

    def make(self, reason: str, erased: frozenset[bytes]) -> Path:
        """Write a copy that does not hold what is *erased*, and return its folder.

        Raises:
            VaultError: the copy cannot be written, has no room, or is not what it should be;
                the other backups are as before.
        """
        name = new_name(reason)
        changes = self._database.changes
        try:
            with self._folders.adding(name, self._database.size_bytes) as folder:
                self._copy_to(folder / DATABASE_NAME)
                for companion in _COMPANIONS:
                    if (self._vault / companion).exists():
                        shutil.copyfile(self._vault / companion, folder / companion)
                self._ledger(folder).replace(erased)
            self._folders.rotate()
        except OSError as failure:
            raise VaultError("backup_failed") from failure
        self._saved_changes = changes
        return self._vault / BACKUPS_NAME / name

    def all(self) -> tuple[BackupInfo, ...]:
        """Return all backups beside the vault, the newest first."""
        return self._folders.all()

    def copy_to_second_place(self, folder: Path) -> None:
        """Copy the newest backup into *folder*, verify it there, and let old ones make room.

        Raises:
            VaultError: the folder is not there, has no room, or does not give back what was
                written; what lies there is as before.
        """
        SecondPlace(folder, self._database.vault_id()).mirror(self.all())

    def newest_ms(self) -> int:
        """Return when the newest backup was made, 0 if there is none."""
        return max((info.made_ms for info in self.all()), default=0)

    def holding_erased(self, erased: frozenset[bytes]) -> tuple[Path, ...]:
        """Return the backups that may still hold something of what is *erased*."""
        folders = (info.folder for info in self.all())
        return tuple(folder for folder in folders if not erased <= self._ledger(folder).read())

    def clean(
        self, erased: frozenset[bytes], forms: Forms, progress: Progress, cancel: CancelToken
    ) -> CleanedBackups:
        """Destroy in every backup what is *erased*, and write its file anew.

        A backup that cannot be opened is left as it is, and counted.

        Raises:
            Cancelled: somebody asked, between two backups.
        """
        due = self.holding_erased(erased)
        cleaned = 0
        for done, folder in enumerate(due):
            cancel.raise_if_cancelled()
            progress.report(done, len(due), "clean_backups")
            try:
                self._clean(folder / DATABASE_NAME, erased, forms)
                self._ledger(folder).replace(erased)
            except VaultError:
                continue  # counted below: it differs from those that were due
            cleaned += 1
        progress.report(len(due), len(due), "clean_backups")
        return CleanedBackups(cleaned, len(due) - cleaned)

    def _clean(self, path: Path, erased: frozenset[bytes], forms: Forms) -> None:
        database = Database(open_engine(path, self._key))
        try:
            with database.transaction() as connection:
                schema.version_of(connection)
                tables = RecordTables(database, forms)
                records = SqlRecordStore(database, forms, tables)
                SqlJournalStore(database, tables, records).erasure.destroy(erased)
            destroy_former_words(database)
            database.write_anew()
        finally:
            database.close()

    def _ledger(self, backup: Path) -> ErasureLedger:
        return ErasureLedger(backup / CLEANED_NAME, LedgerKey.of(self._database))

    def _copy_to(self, path: Path) -> None:
        source: Any = self._database.connection.connection.driver_connection
        try:
            with closing(sqlcipher.connect(str(path), isolation_level=None)) as copy:
                self._key.unlock(copy)
                source.backup(copy)
        except sqlcipher.DatabaseError:
            raise VaultError("backup_failed") from None
        self._prove(path)

    def _prove(self, path: Path) -> None:
        """Open the copy again, let the database check itself, and compare what it holds.

        Raises:
            VaultError: the copy is not what it should be.
        """
        try:
            with closing(sqlcipher.connect(str(path), isolation_level=None)) as copy:
                self._key.unlock(copy)
                checked = copy.execute("PRAGMA quick_check").fetchone()
                entries = copy.execute(_ENTRIES).fetchone()
                tips = copy.execute(_TIPS).fetchall()
        except sqlcipher.DatabaseError:
            raise VaultError("backup_failed") from None
        with self._database.transaction() as connection:
            is_complete = entries == tuple(connection.exec_driver_sql(_ENTRIES).one())
            has_tips = tips == [tuple(row) for row in connection.exec_driver_sql(_TIPS)]
        if checked != ("ok",) or not is_complete or not has_tips:
            raise VaultError("backup_failed")
