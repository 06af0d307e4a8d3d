"""Backups of a vault: encrypted copies that were proved to open, and that lose what is erased."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Final

import sqlcipher3.dbapi2 as sqlcipher

from innolab_desktop import atomic_file
from innolab_desktop.domain.errors import VaultError
from innolab_desktop.services.erasure_models import CleanedBackups
from innolab_desktop.storage import schema
from innolab_desktop.storage.connection import open_engine
from innolab_desktop.storage.database import Database
from innolab_desktop.storage.erasure_ledger import ErasureLedger
from innolab_desktop.storage.journal_store import SqlJournalStore
from innolab_desktop.storage.record_store import SqlRecordStore
from innolab_desktop.storage.record_tables import RecordTables

if TYPE_CHECKING:
    from pathlib import Path

    from innolab_desktop.formdefs.forms import Forms
    from innolab_desktop.services.changes import Progress
    from innolab_desktop.storage.connection import DatabaseKey

BACKUPS_NAME: Final = "backups"
DATABASE_NAME: Final = "vault.db"
PUBLIC_NAME: Final = "vault.json"
_COMPANIONS: Final = (PUBLIC_NAME, f"{PUBLIC_NAME}.bak")
_CLEANED_NAME: Final = "backup.erased"
"""What is erased in a backup. It has another name than the vault's ledger: who puts a backup back
by copying its folder must not overwrite a newer one."""
_KEPT: Final = 10


class Backups:
    """The backups in the folder of a vault."""

    def __init__(self, folder: Path, key: DatabaseKey, database: Database) -> None:
        self._vault = folder
        self._folder = folder / BACKUPS_NAME
        self._key = key
        self._database = database

    def make(self, reason: str, erased: frozenset[bytes]) -> Path:
        """Write a copy that does not hold what is *erased*, and return its folder.

        Raises:
            VaultError: the copy cannot be written or does not open.
        """
        stamp = datetime.now(tz=UTC).strftime("%Y%m%d-%H%M%S-%f")
        target = self._folder / f"{stamp}-{reason}"
        try:
            target.mkdir(parents=True)
            self._copy_to(target / DATABASE_NAME)
            for name in _COMPANIONS:
                source = self._vault / name
                if source.exists():
                    atomic_file.write(target / name, source.read_bytes())
        except OSError as failure:
            raise VaultError("backup_failed") from failure
        self._ledger(target).replace(erased)
        self._drop_old()
        return target

    def newest_ms(self) -> int:
        """Return when the newest backup was made, 0 if there is none."""
        return int(max((_made_ms(folder) for folder in self._all()), default=0))

    def holding_erased(self, erased: frozenset[bytes]) -> tuple[Path, ...]:
        """Return the backups that may still hold something of what is *erased*."""
        return tuple(p for p in self._all() if not erased <= self._ledger(p).read())

    def clean(self, erased: frozenset[bytes], forms: Forms, progress: Progress) -> CleanedBackups:
        """Destroy in every backup what is *erased*, and write its file anew.

        A backup that cannot be opened is left as it is, and counted.
        """
        due = self.holding_erased(erased)
        cleaned = 0
        for done, folder in enumerate(due):
            progress.report(done, len(due), "clean_backups")
            made = folder.stat()
            try:
                self._clean(folder / DATABASE_NAME, erased, forms)
                self._ledger(folder).replace(erased)
            except VaultError:
                continue  # counted below: it differs from those that were due
            os.utime(folder, ns=(made.st_atime_ns, made.st_mtime_ns))
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
            database.write_anew()
        finally:
            database.close()

    def _all(self) -> list[Path]:
        """Return the folders of the backups, the newest first."""
        if not self._folder.is_dir():
            return []
        return sorted((p for p in self._folder.iterdir() if p.is_dir()), reverse=True)

    def _ledger(self, backup: Path) -> ErasureLedger:
        return ErasureLedger(backup / _CLEANED_NAME, self._key)

    def _copy_to(self, path: Path) -> None:
        source: Any = self._database.connection.connection.driver_connection
        copy = sqlcipher.connect(str(path), isolation_level=None)
        try:
            self._key.unlock(copy)
            source.backup(copy)
        except sqlcipher.DatabaseError:
            raise VaultError("backup_failed") from None
        finally:
            copy.close()
        self._prove(path)

    def _prove(self, path: Path) -> None:
        """Open the copy again and let the database check itself.

        Raises:
            VaultError: the copy is not what it should be.
        """
        copy = sqlcipher.connect(str(path), isolation_level=None)
        try:
            self._key.unlock(copy)
            checked = copy.execute("PRAGMA quick_check").fetchone()
            there = copy.execute("SELECT count(*) FROM entry").fetchone()
        finally:
            copy.close()
        with self._database.transaction() as connection:
            entries = connection.exec_driver_sql("SELECT count(*) FROM entry").scalar_one()
        if checked != ("ok",) or there != (entries,):
            raise VaultError("backup_failed")

    def _drop_old(self) -> None:
        for old in self._all()[_KEPT:]:
            for file in old.iterdir():
                file.unlink()
            old.rmdir()


def _made_ms(folder: Path) -> float:
    return folder.stat().st_mtime * 1000
