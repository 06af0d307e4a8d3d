"""A backup as it would be when put back: copied, proved, brought up to date, erased content gone.

Backups are never opened where they lie: the place may be read-only, or a network drive.
"""

from __future__ import annotations

import base64
import json
import math
import shutil
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from innolab_desktop import long_path
from innolab_desktop.domain.errors import VaultError
from innolab_desktop.services.changes import NoProgress
from innolab_desktop.storage import schema
from innolab_desktop.storage.connection import open_engine
from innolab_desktop.storage.database import Database
from innolab_desktop.storage.integrity import check_quickly
from innolab_desktop.storage.journal_store import SqlJournalStore
from innolab_desktop.storage.leftovers import PREFIX
from innolab_desktop.storage.record_store import SqlRecordStore
from innolab_desktop.storage.record_tables import RecordTables

if TYPE_CHECKING:
    from collections.abc import Callable, Generator

    from innolab_desktop.formdefs.forms import Forms
    from innolab_desktop.services.changes import CancelToken, Progress
    from innolab_desktop.storage.connection import DatabaseKey

DATABASE_NAME: Final = "vault.db"
PUBLIC_NAME: Final = "vault.json"
_WAL: Final = "-wal"
_COPIED_AT_ONCE_BYTES: Final = 1024 * 1024
_RESERVE_BYTES: Final = 4 * 1024 * 1024


class CopyRules(NamedTuple):
    """What a copy is made with.

    Attributes:
        vault_id: of the vault that the backup must be of.
        erased: tells what a copy must not hold; asked with the copy open.
    """

    key: DatabaseKey
    vault_id: bytes
    erased: Callable[[Database], frozenset[bytes]]
    forms: Forms


@contextmanager
def looking_into(
    backup: Path, folder: Path, rules: CopyRules, progress: Progress, cancel: CancelToken
) -> Generator[Database]:
    """Yield the database of a copy in a temporary place inside *folder*; it is gone afterwards.

    Raises:
        VaultError: the backup is missing, damaged, or of another vault.
        Cancelled: the person stopped it.
    """
    with tempfile.TemporaryDirectory(prefix=PREFIX, dir=folder) as place:
        path = Path(place) / DATABASE_NAME
        copy(backup, path, rules, progress, cancel)
        with prepared(path, rules) as database:
            yield database


def copy(
    backup: Path, target: Path, rules: CopyRules, progress: Progress, cancel: CancelToken
) -> None:
    """Copy the database of a backup, also one that was not closed.

    Raises:
        VaultError: it is missing, of another vault, cannot be read, or there is no room.
        Cancelled: the person stopped it.
    """
    backup = long_path.reachable(backup)
    source = backup / DATABASE_NAME
    if not source.is_file():
        raise VaultError("backup_missing", folder=str(backup))
    _refuse_another_vault(backup, rules.vault_id)
    size_bytes = source.stat().st_size
    free_bytes = shutil.disk_usage(target.parent).free
    if free_bytes < size_bytes + _RESERVE_BYTES:
        raise VaultError("vault_disk_full")
    try:
        with source.open("rb") as reading, target.open("wb") as writing:
            while portion := reading.read(_COPIED_AT_ONCE_BYTES):
                cancel.raise_if_cancelled()
                writing.write(portion)
                progress.report(writing.tell(), size_bytes, "copy_backup")
        if (left := source.with_name(source.name + _WAL)).exists():
            shutil.copyfile(left, target.with_name(target.name + _WAL))
    except OSError as failure:
        raise VaultError("backup_unreadable", folder=str(backup)) from failure


def _refuse_another_vault(backup: Path, vault_id: bytes) -> None:
    """Say so where the public file tells; else the database is asked when it is open."""
    try:
        public = json.loads((backup / PUBLIC_NAME).read_bytes())
        found = base64.b64decode(public["vault_id"])
    except (OSError, ValueError, TypeError, KeyError):
        return
    if found != vault_id:
        raise VaultError("backup_of_another_vault")


@contextmanager
def prepared(path: Path, rules: CopyRules) -> Generator[Database]:
    """Yield the database at *path*, a copy of a backup, ready to be used.

    Raises:
        VaultError: it is damaged, of another vault, or of a newer version.
    """
    try:
        database = Database(open_engine(path, rules.key))
    except VaultError as failure:
        is_locked = failure.code in ("vault_damaged", "vault_unreadable")
        raise VaultError("backup_other_key") if is_locked else failure from None
    try:
        _prove(database, rules.vault_id)
        _bring_up_to_date(database, rules)
        yield database
    finally:
        database.close()


def _prove(database: Database, vault_id: bytes) -> None:
    try:
        check_quickly(database, math.inf)
    except VaultError:
        raise VaultError("backup_damaged") from None
    with database.transaction() as connection:
        if connection.exec_driver_sql("SELECT vault FROM owner").scalar_one() != vault_id:
            raise VaultError("backup_of_another_vault")


def _bring_up_to_date(database: Database, rules: CopyRules) -> None:
    tables = RecordTables(database, rules.forms)
    journal = SqlJournalStore(database, tables, SqlRecordStore(database, rules.forms, tables))
    with database.transaction() as connection:
        found = schema.version_of(connection)
        if found != schema.SCHEMA_VERSION:
            schema.migrate(connection, found)
            journal.rebuild(NoProgress())
        journal.erasure.destroy(rules.erased(database))
