"""Backups that were made before the key of the vault was renewed.

They open with the passphrase of then, and erasures made since do not reach them.
"""

from __future__ import annotations

import base64
import shutil
from typing import TYPE_CHECKING, Final

from innolab_desktop.domain.errors import VaultError
from innolab_desktop.storage.backup_folders import BackupFolders

if TYPE_CHECKING:
    from pathlib import Path

    from innolab_desktop.storage.connection import DatabaseKey

_PUBLIC_NAME: Final = "vault.json"


class FormerBackups:
    """Fills ``services.key_ports.FormerBackups``.

    Args:
        backups: the folder of the backups.
        key: of the vault as it is now.
    """

    def __init__(self, backups: Path, key: DatabaseKey) -> None:
        self._backups = backups
        self._salt = base64.b64encode(key.salt)

    def count(self) -> int:
        """Return how many there are beside the vault."""
        return len(self._folders())

    def delete(self) -> int:
        """Delete them, and return how many there were.

        Raises:
            VaultError: one cannot be deleted.
        """
        folders = self._folders()
        for folder in folders:
            try:
                shutil.rmtree(folder)
            except OSError as failure:
                raise VaultError("backup_undeletable", name=folder.name) from failure
        return len(folders)

    def _folders(self) -> list[Path]:
        found = [info.folder for info in BackupFolders(self._backups).all()]
        public = ((folder, folder / _PUBLIC_NAME) for folder in found)
        return [
            folder
            for folder, path in public
            if path.exists() and self._salt not in path.read_bytes()
        ]
