"""Puts backups back: compared before, at once or not at all, and noticed by what comes after."""

from __future__ import annotations

import shutil
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

from innolab_desktop import atomic_file
from innolab_desktop.domain.errors import VaultError
from innolab_desktop.services.backup_ports import CheckedBackup
from innolab_desktop.storage import backup_copy
from innolab_desktop.storage.backup_comparison import differences
from innolab_desktop.storage.backup_copy import DATABASE_NAME, CopyRules
from innolab_desktop.storage.head_marker import RESTORED
from innolab_desktop.storage.integrity import check_pages
from innolab_desktop.storage.journal_store import SqlJournalStore
from innolab_desktop.storage.record_store import SqlRecordStore
from innolab_desktop.storage.record_tables import RecordTables

if TYPE_CHECKING:
    from collections.abc import Generator
    from pathlib import Path

    from innolab_desktop.formdefs.forms import Forms
    from innolab_desktop.services.backup_ports import Differences
    from innolab_desktop.services.changes import CancelToken, Progress
    from innolab_desktop.storage.connection import DatabaseKey
    from innolab_desktop.storage.database import Database
    from innolab_desktop.storage.vault_database import VaultDatabase

DAMAGED_NAME: Final = "damaged"
_BEFORE: Final = "before-restore"


class SqlRestorer:
    """Puts backups of one open vault back."""

    def __init__(
        self, vault: VaultDatabase, folder: Path, key: DatabaseKey, database: Database, forms: Forms
    ) -> None:
        self._vault = vault
        self._folder = folder
        self._key = key
        self._database = database
        self._forms = forms

    def compare(self, backup: Path, progress: Progress, cancel: CancelToken) -> Differences:
        """Return what putting *backup* back would change.

        Raises:
            VaultError: the backup is missing, damaged, or of another vault.
            Cancelled: the person stopped it.
        """
        rules = self._rules()
        with backup_copy.looking_into(backup, self._folder, rules, progress, cancel) as then:
            return differences(then, self._database)

    def put_back(self, backup: Path, progress: Progress, cancel: CancelToken) -> None:
        """Back the vault up, put *backup* in its place at once, and close it.

        Raises:
            VaultError: the backup cannot be put back; the vault is as before.
            Cancelled: the person stopped it; the vault is as before.
        """
        rules = self._rules()
        with _replacing_database(self._folder) as staged:
            _stage(backup, staged, rules, progress, cancel)
            self._vault.back_up(_BEFORE)
            self._vault.close()
            _drop_empty_log(self._folder)

    def check(self, backup: Path, progress: Progress, cancel: CancelToken) -> CheckedBackup:
        """Put *backup* back into a temporary place, verify everything in it, and remove it.

        Raises:
            VaultError: it could not be put back.
            Cancelled: the person stopped it.
        """
        rules = self._rules()
        with backup_copy.looking_into(backup, self._folder, rules, progress, cancel) as then:
            check_pages(then, cancel)
            tables = RecordTables(then, self._forms)
            records = SqlRecordStore(then, self._forms, tables)
            counts = SqlJournalStore(then, tables, records).verify(progress, cancel)
            return CheckedBackup(counts.records, counts.commits)

    def _rules(self) -> CopyRules:
        vault_id, erased = self._vault.info.vault_id, self._vault.erasures.erased()

        def of_copy(_copy: Database) -> frozenset[bytes]:
            return erased

        return CopyRules(self._key, vault_id, of_copy, self._forms)


def put_back_for_damaged(
    folder: Path, backup: Path, rules: CopyRules, progress: Progress, cancel: CancelToken
) -> None:
    """Put *backup* in the place of a vault that is damaged or missing, whose files are kept.

    Raises:
        VaultError: the backup cannot be put back; nothing is lost.
        Cancelled: the person stopped it.
    """
    with _replacing_database(folder) as staged:
        _stage(backup, staged, rules, progress, cancel)
        _keep_damaged(folder)


@contextmanager
def _replacing_database(folder: Path) -> Generator[Path]:
    """Yield a path to write to that becomes the database when the block ends well.

    Raises:
        VaultError: it cannot be written; the database is as before.
    """
    try:
        with atomic_file.replacing(folder / DATABASE_NAME) as staged:
            yield staged
    except OSError as failure:
        raise VaultError("vault_write_failed") from failure


def _stage(
    backup: Path, staged: Path, rules: CopyRules, progress: Progress, cancel: CancelToken
) -> None:
    """Make *staged* what the vault's database will be."""
    backup_copy.copy(backup, staged, rules, progress, cancel)
    with backup_copy.prepared(staged, rules) as database, database.transaction() as connection:
        connection.exec_driver_sql("INSERT INTO setting VALUES (?, '1')", (RESTORED,))


def _drop_empty_log(folder: Path) -> None:
    """Make sure that no write-ahead log is left that would be played into the other database."""
    log = _log(folder)
    if log.exists():
        if log.stat().st_size:
            raise VaultError("vault_in_use")
        atomic_file.remove(log)


def _keep_damaged(folder: Path) -> None:
    """Copy what is left of a damaged database aside, then take its write-ahead log away."""
    left = [path for path in (folder / DATABASE_NAME, _log(folder)) if path.exists()]
    if not left:
        return
    kept = folder / DAMAGED_NAME / datetime.now(tz=UTC).strftime("%Y%m%d-%H%M%S-%f")
    try:
        kept.mkdir(parents=True)
        for path in left:
            with atomic_file.replacing(kept / path.name) as target:
                shutil.copyfile(path, target)
        atomic_file.remove(_log(folder))
    except OSError as failure:
        raise VaultError("vault_write_failed") from failure


def _log(folder: Path) -> Path:
    return folder / f"{DATABASE_NAME}-wal"
