"""Backups that were made before the key of the vault was renewed.

They open with the passphrase of then, and erasures made since do not reach them.
"""

from __future__ import annotations

import base64
import shutil
from typing import TYPE_CHECKING, Final

from innolab_desktop.domain.errors import VaultError
from innolab_desktop.storage.backup_folders import BackupFolders
from innolab_desktop.storage.second_place import SecondPlace

if TYPE_CHECKING:
    from pathlib import Path

    from innolab_desktop.storage.connection import DatabaseKey
    from innolab_desktop.storage.database import Database

_PUBLIC_NAME: Final = "vault.json"


class FormerBackups:
    """Fills ``services.key_ports.FormerBackups``.

    Args:
        backups: the folder of the backups.
        key: of the vault as it is now.
        database: knows the vault's id, which names its folder at a second place.
    """

    def __init__(self, backups: Path, key: DatabaseKey, database: Database) -> None:
        self._backups = backups
        self._salt = base64.b64encode(key.salt)
        self._database = database

    def count(self, second_place: Path | None = None) -> int:
        """Return how many there are beside the vault, and at the second place if it is there."""
        return len(self._folders(second_place))

    def delete(self, second_place: Path | None = None) -> int:
        """Delete them, also at the second place if it is there; return how many there were.

        Raises:
            VaultError: one cannot be deleted, or the second place cannot be read.
        """
        folders = self._folders(second_place)
        for folder in folders:
            try:
                shutil.rmtree(folder)
            except OSError as failure:
                raise VaultError("backup_undeletable", name=folder.name) from failure
        return len(folders)

    def _folders(self, second_place: Path | None) -> list[Path]:
        backups = [*BackupFolders(self._backups).all()]
        if second_place is not None:
            place = SecondPlace(second_place, self._database.vault_id())
            backups += place.all() if place.is_there else ()
        found = [info.folder for info in backups]
        public = ((folder, folder / _PUBLIC_NAME) for folder in found)
        return [
            folder
            for folder, path in public
            if path.exists() and self._salt not in path.read_bytes()
        ]
