"""The second place of backups: a folder on another disk, a stick, or a network drive.

The database is never opened there: locks of network drives cannot be relied on. What was written
is read again and compared instead.
"""

from __future__ import annotations

import shutil
from hashlib import file_digest
from typing import TYPE_CHECKING, Final

from innolab_desktop import long_path
from innolab_desktop.domain.errors import VaultError
from innolab_desktop.storage.backup_folders import BackupFolders
from innolab_desktop.storage.erasure_ledger import CLEANED_NAME

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from innolab_desktop.services.backup_ports import BackupInfo

_FOLDER_NAME: Final = "InnoLab-Sicherungen-{0}"
_SHOWN_CHARACTERS: Final = 8


class SecondPlace:
    """Copies of one vault's backups below a folder that the person chose.

    Args:
        chosen: the folder; must be there.
        vault_id: keeps the backups of several vaults apart.
    """

    def __init__(self, chosen: Path, vault_id: bytes) -> None:
        self._chosen = chosen
        folder = chosen / _FOLDER_NAME.format(vault_id.hex()[:_SHOWN_CHARACTERS])
        self._folders = BackupFolders(long_path.reachable(folder))

    @property
    def is_there(self) -> bool:
        """Whether the folder that was chosen can be reached."""
        return long_path.reachable(self._chosen).is_dir()

    def all(self) -> tuple[BackupInfo, ...]:
        """Return the backups that lie there, the newest first.

        Raises:
            VaultError: the folder cannot be read.
        """
        return self._folders.all()

    def mirror(self, backups: Sequence[BackupInfo]) -> None:
        """Copy the newest of *backups*, and those again in which something was erased since.

        Nothing is removed because it is not among *backups* any more: who loses those must not
        lose these.

        Raises:
            VaultError: the folder is not there, has no room, or does not give back what was
                written.
        """
        if not self.is_there:
            raise VaultError("second_place_missing", folder=str(self._chosen))
        there = {info.folder.name: info.folder for info in self.all()}
        try:
            for number, backup in enumerate(backups):
                copy = there.get(backup.folder.name)
                is_due = number == 0 if copy is None else _erased(copy) != _erased(backup.folder)
                if is_due:
                    self._copy(backup)
            self._folders.rotate()
        except OSError as failure:
            raise VaultError("second_place_failed", folder=str(self._chosen)) from failure

    def _copy(self, backup: BackupInfo) -> None:
        with self._folders.adding(backup.folder.name, backup.size_bytes) as folder:
            for file in backup.folder.iterdir():
                shutil.copyfile(file, folder / file.name)
                if _digest(folder / file.name) != _digest(file):
                    raise VaultError("second_place_failed", folder=str(self._chosen))


def _erased(backup: Path) -> bytes:
    ledger = backup / CLEANED_NAME
    return ledger.read_bytes() if ledger.exists() else b""


def _digest(path: Path) -> bytes:
    with path.open("rb") as file:
        return file_digest(file, "sha256").digest()
