"""What can be done for a vault that does not open any more: a backup put back, a salvage.

Adapters are imported inside functions, like in :mod:`innolab_desktop.bootstrap`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from innolab_desktop import bootstrap, vault_place
from innolab_desktop.domain.errors import VaultError

if TYPE_CHECKING:
    from pathlib import Path

    from innolab_desktop.keys.vault_file import VaultKey
    from innolab_desktop.services.backup_ports import BackupInfo
    from innolab_desktop.services.changes import CancelToken, Progress
    from innolab_desktop.services.salvage_models import Salvaged
    from innolab_desktop.storage.backup_copy import CopyRules


class Rescue:
    """Works on vaults that are damaged or gone; fills ``services.rescue_ports.VaultRescue``."""

    def backups(self, folder: Path) -> tuple[BackupInfo, ...]:
        """Return the backups beside the vault in *folder*, the newest first; nothing is opened."""
        from innolab_desktop.storage.backup_folders import BackupFolders  # noqa: PLC0415
        from innolab_desktop.storage.backups import BACKUPS_NAME  # noqa: PLC0415

        return BackupFolders(folder / BACKUPS_NAME).all()

    def put_back(
        self, folder: Path, backup: Path, passphrase: str, progress: Progress, cancel: CancelToken
    ) -> None:
        """Put *backup* in the place of a damaged or missing vault; its files are kept aside."""
        from innolab_desktop.storage import restoring  # noqa: PLC0415 - see above
        from innolab_desktop.storage.vault_database import restrict_new_files  # noqa: PLC0415

        restrict_new_files()
        vault_place.check(folder)
        rules = _rules(folder, _unlock(folder, backup, passphrase))
        restoring.put_back_for_damaged(folder, backup, rules, progress, cancel)

    def salvage(
        self, folder: Path, target: Path, passphrase: str, progress: Progress, cancel: CancelToken
    ) -> Salvaged:
        """Make a new vault in *target* from everything that still verifies."""
        from innolab_desktop.keys.page_seal import PageSeal  # noqa: PLC0415 - see above
        from innolab_desktop.keys.vault_file import open_with_passphrase  # noqa: PLC0415
        from innolab_desktop.storage.salvage import Salvage  # noqa: PLC0415
        from innolab_desktop.storage.vault_database import restrict_new_files  # noqa: PLC0415

        restrict_new_files()
        vault_place.check(target)
        opened = open_with_passphrase(folder, passphrase)
        salvage = Salvage(folder, _rules(folder, opened), PageSeal(opened))
        return salvage.run(target, progress, cancel)


def _unlock(folder: Path, backup: Path, passphrase: str) -> VaultKey:
    """Return the key of the vault; its public part comes from the backup if it is gone."""
    from innolab_desktop.keys import vault_file  # noqa: PLC0415 - see above

    try:
        return vault_file.open_with_passphrase(folder, passphrase)
    except VaultError as failure:
        if failure.code not in ("vault_missing", "vault_slot_invalid"):
            raise
    opened = vault_file.open_with_passphrase(backup, passphrase)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as failure:
        raise VaultError("vault_write_failed") from failure
    vault_file.write(folder, vault_file.read(backup))
    return opened


def _rules(folder: Path, opened: VaultKey) -> CopyRules:
    from innolab_desktop.storage.backup_copy import CopyRules  # noqa: PLC0415 - see above
    from innolab_desktop.storage.connection import DatabaseKey  # noqa: PLC0415
    from innolab_desktop.storage.erasure_ledger import LEDGER_NAME, ErasureLedger  # noqa: PLC0415

    key = DatabaseKey(opened.key, opened.salt)
    erased = ErasureLedger(folder / LEDGER_NAME, key).read()
    return CopyRules(key, opened.vault_id, erased, bootstrap.load_forms())
