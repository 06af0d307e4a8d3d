"""Makes a new vault from everything of a damaged one that still verifies.

The base is the newest backup that can be put back, else the rows of the damaged database that can
be read. Into it goes every commit that is found whole: in the pages of the damaged file, in its
write-ahead log, and in the backups. A commit after a gap counts as well, and the gap is noted.
"""

from __future__ import annotations

import shutil
import tempfile
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Final

from innolab_desktop import atomic_file
from innolab_desktop.domain.errors import VaultError
from innolab_desktop.services.changes import NoProgress
from innolab_desktop.services.salvage_models import Salvaged
from innolab_desktop.storage import backup_copy, schema
from innolab_desktop.storage.backup_copy import DATABASE_NAME
from innolab_desktop.storage.backup_folders import BackupFolders
from innolab_desktop.storage.backups import BACKUPS_NAME
from innolab_desktop.storage.connection import open_engine
from innolab_desktop.storage.damaged_pages import SealedPages, best_of
from innolab_desktop.storage.database import Database
from innolab_desktop.storage.erasure_ledger import LEDGER_NAME
from innolab_desktop.storage.head_marker import HEAD_NAME, RESTORED
from innolab_desktop.storage.missing_parts import MissingParts
from innolab_desktop.storage.proved_commits import ProvedCommits
from innolab_desktop.storage.surviving_rows import SurvivingRows

if TYPE_CHECKING:
    from collections.abc import Generator

    from innolab_desktop.journal.commit import Commit
    from innolab_desktop.services.changes import CancelToken, Progress
    from innolab_desktop.storage.backup_copy import CopyRules
    from innolab_desktop.storage.damaged_pages import PageOpener

_COPIED: Final = (LEDGER_NAME, HEAD_NAME)
_MADE_ANEW: Final = frozenset(
    ("record", "cell", "text", "touched", "replaced", "unread", "quarantine", "entry", "tag")
)
_EMPTY_LOGS: Final = "UPDATE log SET last_seq = 0, last_commit = NULL, is_forked = 0"
_KEYED_BY_ID: Final = ("card", "retired_key", "signed_tip", "waiting", "draft", "held", "erased")
"""Tables whose rows mean the same in every copy of the vault."""


class Salvage:
    """A salvage of one vault.

    Args:
        folder: of the damaged vault; nothing in it is changed.
        rules: the key, the id, and what was erased.
        seal: opens pages.
    """

    def __init__(self, folder: Path, rules: CopyRules, seal: PageOpener) -> None:
        self._folder = folder
        self._rules = rules
        self._seal = seal
        self._pages = SealedPages()
        self._found: dict[bytes, Commit] = {}

    def run(self, target: Path, progress: Progress, cancel: CancelToken) -> Salvaged:
        """Write all but the public part of the new vault into *target*, which must be new or empty.

        Raises:
            VaultError: *target* holds something, cannot be written, or nothing can be salvaged.
            Cancelled: the person stopped it; *target* is as before.
        """
        _check_empty(target)
        try:
            target.mkdir(parents=True, exist_ok=True)
            with tempfile.TemporaryDirectory(prefix=".il-", dir=target) as place:
                work = Path(place)
                self._collect(work, progress, cancel)
                outcome = self._build(work, progress, cancel)
                self._put(work, target)
        except OSError as failure:
            raise VaultError("vault_write_failed") from failure
        return outcome

    # --- reading ----------------------------------------------------------------------------

    def _collect(self, work: Path, progress: Progress, cancel: CancelToken) -> None:
        """Read the damaged file, and every backup, also damaged ones."""
        places = [self._folder, *self._backups()]
        for number, place in enumerate(places):
            path = place / DATABASE_NAME
            if not path.is_file():
                continue
            pages = self._pages if number == 0 else SealedPages()
            pages.read(path, self._seal, progress, cancel)
            for commit in pages.commits():
                self._found[commit.id] = best_of(self._found, commit)
        damaged = work / "damaged.db"
        for name in ("", "-wal"):
            source = self._folder / f"{DATABASE_NAME}{name}"
            if source.is_file():
                shutil.copyfile(source, f"{damaged}{name}")

    def _backups(self) -> list[Path]:
        return [info.folder for info in BackupFolders(self._folder / BACKUPS_NAME).all()]

    # --- building ---------------------------------------------------------------------------

    def _build(self, work: Path, progress: Progress, cancel: CancelToken) -> Salvaged:
        path = work / DATABASE_NAME
        survivors = SurvivingRows(work / "damaged.db", self._rules.key)
        has_base = self._base_from_backup(path, cancel)
        if not has_base:
            self._base_from_rows(path, survivors)
        database = Database(open_engine(path, self._rules.key))
        try:
            with database.transaction() as connection:
                if has_base:
                    _merge(database, survivors, _KEYED_BY_ID)
                proved = ProvedCommits(database, self._rules.forms)
                known = proved.known()
                rescued = proved.add(list(self._found.values()), progress, cancel)
                expected = MissingParts(database)
                expected.hear_logs(survivors.rows("log", ("uid", "last_seq")))
                expected.hear_marker(self._folder / HEAD_NAME)
                counts = proved.settle(self._rules.erased(database))
                missing = expected.missing()
                connection.exec_driver_sql("INSERT INTO setting VALUES (?, '1')", (RESTORED,))
            return Salvaged(
                counts.records,
                counts.commits,
                rescued if known else 0,
                self._pages.broken,
                self._pages.total,
                missing,
            )
        finally:
            database.close()

    def _base_from_backup(self, path: Path, cancel: CancelToken) -> bool:
        for backup in self._backups():
            try:
                backup_copy.copy(backup, path, self._rules, NoProgress(), cancel)
                with backup_copy.prepared(path, self._rules):
                    return True
            except VaultError:
                _remove(path)  # damaged as well: the one before is tried
        return False

    def _base_from_rows(self, path: Path, survivors: SurvivingRows) -> None:
        database = Database(open_engine(path, self._rules.key))
        try:
            with database.transaction() as connection:
                schema.create(connection)
                tables = [name for name in schema.metadata.tables if name not in _MADE_ANEW]
                _merge(database, survivors, tables)
                connection.exec_driver_sql(_EMPTY_LOGS)
                if connection.exec_driver_sql("SELECT 1 FROM owner").first() is None:
                    raise VaultError("salvage_owner_lost")
        finally:
            database.close()

    def _put(self, work: Path, target: Path) -> None:
        for name in _COPIED:
            if (self._folder / name).is_file():
                shutil.copyfile(self._folder / name, target / name)
        atomic_file.rename(work / DATABASE_NAME, target / DATABASE_NAME)


@contextmanager
def emptied_after_failure(target: Path) -> Generator[None]:
    """Let *target*, which must be new or empty, be empty again if the block fails.

    Raises:
        VaultError: *target* holds something; it stays.
    """
    _check_empty(target)
    try:
        yield
    except BaseException:
        with suppress(OSError):  # what went wrong first is what people are told
            for path in target.iterdir():
                if path.is_dir():
                    shutil.rmtree(path)
                else:
                    path.unlink()
        raise


def _check_empty(target: Path) -> None:
    if target.exists() and (not target.is_dir() or any(target.iterdir())):
        raise VaultError("salvage_target_not_empty", folder=str(target))


def _merge(
    database: Database, survivors: SurvivingRows, tables: list[str] | tuple[str, ...]
) -> None:
    for name in tables:
        columns = [column.name for column in schema.metadata.tables[name].columns]
        marks = ", ".join("?" * len(columns))
        rows = list(survivors.rows(name, columns))
        database.run_many(f'INSERT OR IGNORE INTO "{name}" VALUES ({marks})', rows)  # noqa: S608 - names from the schema


def _remove(path: Path) -> None:
    for name in ("", "-wal", "-journal"):
        path.with_name(path.name + name).unlink(missing_ok=True)
