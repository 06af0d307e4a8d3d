"""A new database key for the whole vault: copied aside, then switched in one rename.

The copy grows in one folder; renaming that folder is the switch. Whoever opens the vault later
finishes the moves that an interruption left, or removes a copy that never became whole.

Source: ``docs/formats/vault.md``, Renewing the key.
"""

from __future__ import annotations

import base64
import os
import shutil
from contextlib import closing
from typing import TYPE_CHECKING, Any, Final

import sqlcipher3.dbapi2 as sqlcipher

from innolab_desktop import atomic_file
from innolab_desktop.domain.errors import VaultError
from innolab_desktop.storage.connection import DatabaseKey

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from innolab_desktop.services.changes import CancelToken, Progress
    from innolab_desktop.services.key_ports import RenewedKey
    from innolab_desktop.storage.database import Database

STAGING: Final = "rekey"
READY: Final = "rekey.ready"
_DATABASE: Final = "vault.db"
_LOGS: Final = ("vault.db-wal", "vault.db-shm")
_PUBLIC: Final = ("vault.json.bak", "vault.json")
_MOVED: Final = (_DATABASE, *_PUBLIC)
_NOTE: Final = "INSERT INTO key_event (at, what, slot) VALUES (?, 'renewed', '')"
_PAGES_AT_ONCE: Final = 1000


class Rekeying:
    """Copies one open database under another key.

    Args:
        folder: of the vault.
        database: open, and thereby locked.
    """

    def __init__(self, folder: Path, database: Database) -> None:
        self._folder = folder
        self._database = database

    def prepare(
        self, renewed: RenewedKey, at_ms: int, progress: Progress, cancel: CancelToken
    ) -> None:
        """Write everything that belongs to the new key beside the vault.

        Raises:
            VaultError: the disk is full or cannot be written; nothing is left of it.
            Cancelled: somebody asked; nothing is left of it.
        """
        staging, key = self._folder / STAGING, DatabaseKey(renewed.key, renewed.salt)
        try:
            shutil.rmtree(staging, ignore_errors=True)
            staging.mkdir()
            self._copy(staging / _DATABASE, key, at_ms, progress, cancel)
            _write(staging, renewed.files)
            progress.report(1, 1, "rekey_prove")
            cancel.raise_if_cancelled()
        except BaseException as failure:
            shutil.rmtree(staging, ignore_errors=True)
            if isinstance(failure, OSError):
                raise VaultError("vault_write_failed") from failure
            raise

    def switch(self) -> None:
        """Let the new key hold from now on, while the old database is still locked.

        Raises:
            VaultError: the folder cannot be written; nothing changed.
        """
        try:
            atomic_file.rename(self._folder / STAGING, self._folder / READY)
            atomic_file.sync_folder(self._folder)
        except OSError as failure:
            raise VaultError("vault_write_failed") from failure

    def _copy(
        self, path: Path, key: DatabaseKey, at_ms: int, progress: Progress, cancel: CancelToken
    ) -> None:
        def watch(_status: int, remaining: int, total: int) -> None:
            progress.report(total - remaining, total, "rekey_copy")
            cancel.raise_if_cancelled()

        source: Any = self._database.connection.connection.driver_connection
        try:
            with closing(sqlcipher.connect(str(path), isolation_level=None)) as copy:
                key.unlock(copy)
                source.backup(copy, pages=_PAGES_AT_ONCE, progress=watch)
                copy.execute(_NOTE, (at_ms,))
                progress.report(0, 1, "rekey_prove")
                copy.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
                self._prove(copy)
        except sqlcipher.DatabaseError as failure:
            is_full = "full" in str(failure)
            raise VaultError("vault_disk_full" if is_full else "vault_write_failed") from None

    def _prove(self, copy: sqlcipher.Connection) -> None:
        """Let the database check every page of the copy.

        Raises:
            VaultError: the copy is not what it should be.
        """
        with self._database.transaction() as connection:
            entries = connection.exec_driver_sql("SELECT count(*) FROM entry").scalar_one()
        is_sound = (
            not copy.execute("PRAGMA cipher_integrity_check").fetchall()
            and copy.execute("PRAGMA quick_check").fetchone() == ("ok",)
            and copy.execute("SELECT count(*) FROM entry").fetchone() == (entries,)
        )
        if not is_sound:
            raise VaultError("rekey_copy_damaged")


def finish(folder: Path) -> None:
    """Finish a switch that has begun; needs no key, and may be repeated.

    Raises:
        VaultError: the folder cannot be written; the next opening tries again.
    """
    ready = folder / READY
    if not ready.is_dir():
        return
    try:
        if (ready / _DATABASE).exists():  # the old log must not be played into the new database
            for name in _LOGS:
                atomic_file.remove(folder / name)
        for name in _MOVED:
            if (ready / name).exists():
                atomic_file.rename(ready / name, folder / name)
        atomic_file.sync_folder(folder)
        shutil.rmtree(ready)
    except OSError as failure:
        raise VaultError("rekey_unfinished") from failure


def discard(folder: Path) -> None:
    """Remove a copy that never became whole; the database must be locked."""
    shutil.rmtree(folder / STAGING, ignore_errors=True)


def check_current(folder: Path, key: DatabaseKey) -> None:
    """Prove, with the database locked, that its key did not change while we waited for the lock.

    Raises:
        VaultError: it did.
    """
    public = [folder / name for name in _PUBLIC if (folder / name).exists()]
    salt = base64.b64encode(key.salt)
    is_former = bool(public) and not any(salt in path.read_bytes() for path in public)
    if is_former or (folder / READY).exists():
        raise VaultError("vault_in_use")


def _write(staging: Path, files: Mapping[str, bytes]) -> None:
    """Write *files* and let everything in *staging* reach the disk."""
    for name, content in files.items():
        (staging / name).write_bytes(content)
    for path in staging.iterdir():
        with path.open("rb+") as file:
            os.fsync(file.fileno())
    atomic_file.sync_folder(staging)
