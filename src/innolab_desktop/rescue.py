"""What can be done for a vault that does not open any more: a backup put back, a salvage.

Adapters are imported inside functions, like in :mod:`innolab_desktop.bootstrap`.
"""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from innolab_desktop import bootstrap, long_path, vault_place
from innolab_desktop.domain.errors import VaultError
from innolab_desktop.services.key_ports import KEYRING, SLOT_TYPES
from innolab_desktop.services.rescue_ports import Rescuable

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from innolab_desktop.keys.os_keyring import OsKeyring
    from innolab_desktop.keys.vault_file import VaultKey
    from innolab_desktop.services.backup_ports import BackupInfo
    from innolab_desktop.services.changes import CancelToken, Progress
    from innolab_desktop.services.given_key import GivenKey
    from innolab_desktop.services.salvage_models import Salvaged
    from innolab_desktop.storage.backup_copy import CopyRules
    from innolab_desktop.storage.database import Database


class Rescue:
    """Works on vaults that are damaged or gone; fills ``services.rescue_ports.VaultRescue``.

    Args:
        keyring: of the operating system; none if IT forbids to use it.
    """

    def __init__(self, keyring: OsKeyring | None) -> None:
        self._keyring = keyring

    def look(self, folder: Path) -> Rescuable:
        """Return what there is to go on for the vault in *folder*; nothing is opened."""
        from innolab_desktop.keys import vault_file  # noqa: PLC0415 - see above

        folder = long_path.reachable(folder)
        backups = _backups(folder)
        types: set[object] = set()
        for place in (folder, *(info.folder for info in backups)):
            with suppress(VaultError):  # this one is damaged as well
                types.update(slot.get("type") for slot in vault_file.read(place).slots)
        if self._keyring is None:
            types.discard(KEYRING)
        return Rescuable(backups, tuple(name for name in SLOT_TYPES if name in types))

    def put_back(
        self, folder: Path, backup: Path, given: GivenKey, progress: Progress, cancel: CancelToken
    ) -> None:
        """Put *backup* in the place of a damaged or missing vault; its files are kept aside."""
        from innolab_desktop.keys import vault_file  # noqa: PLC0415 - see above
        from innolab_desktop.storage import restoring  # noqa: PLC0415
        from innolab_desktop.storage.vault_database import restrict_new_files  # noqa: PLC0415

        restrict_new_files()
        folder, backup = long_path.reachable(folder), long_path.reachable(backup)
        vault_place.check(folder)
        public, opened = self._unlock((folder, backup), given)
        if public != folder:
            try:
                folder.mkdir(parents=True, exist_ok=True)
            except OSError as failure:
                raise VaultError("vault_write_failed") from failure
            vault_file.write(folder, vault_file.read(public))
        restoring.put_back_for_damaged(folder, backup, _rules(folder, opened), progress, cancel)

    def salvage(
        self, folder: Path, target: Path, given: GivenKey, progress: Progress, cancel: CancelToken
    ) -> Salvaged:
        """Make a new vault in *target* from everything that still verifies."""
        from innolab_desktop.keys import vault_file  # noqa: PLC0415 - see above
        from innolab_desktop.keys.page_seal import PageSeal  # noqa: PLC0415
        from innolab_desktop.storage.salvage import (  # noqa: PLC0415
            Salvage,
            emptied_after_failure,
        )
        from innolab_desktop.storage.vault_database import restrict_new_files  # noqa: PLC0415

        restrict_new_files()
        folder, target = long_path.reachable(folder), long_path.reachable(target)
        vault_place.check(target)
        places = (folder, *(info.folder for info in _backups(folder)))
        public, opened = self._unlock(places, given)
        salvage = Salvage(folder, _rules(folder, opened), PageSeal(opened))
        with emptied_after_failure(target):
            outcome = salvage.run(target, progress, cancel)
            vault_file.write(target, vault_file.read(public))
        return outcome

    def _unlock(self, places: Iterable[Path], given: GivenKey) -> tuple[Path, VaultKey]:
        """Return the first of *places* whose public part is whole, and the key it gives.

        Raises:
            VaultError: none is, or *given* does not open it.
        """
        from innolab_desktop.keys.unlocking import unlock  # noqa: PLC0415 - see above

        failures: list[VaultError] = []
        for place in places:
            try:
                return place, unlock(place, given, self._keyring)
            except VaultError as failure:
                if failure.code not in ("vault_missing", "vault_slot_invalid"):
                    raise
                failures.append(failure)
        raise failures[0]


def _backups(folder: Path) -> tuple[BackupInfo, ...]:
    from innolab_desktop.storage.backup_folders import BackupFolders  # noqa: PLC0415 - see above
    from innolab_desktop.storage.backups import BACKUPS_NAME  # noqa: PLC0415

    return BackupFolders(folder / BACKUPS_NAME).all()


def _rules(folder: Path, opened: VaultKey) -> CopyRules:
    from innolab_desktop.storage.backup_copy import CopyRules  # noqa: PLC0415 - see above
    from innolab_desktop.storage.connection import DatabaseKey  # noqa: PLC0415
    from innolab_desktop.storage.erasure_ledger import (  # noqa: PLC0415
        LEDGER_NAME,
        ErasureLedger,
        LedgerKey,
    )

    def erased(copy: Database) -> frozenset[bytes]:
        return ErasureLedger(folder / LEDGER_NAME, LedgerKey.of(copy)).read(mends=False)

    key = DatabaseKey(opened.key, opened.salt)
    return CopyRules(key, opened.vault_id, erased, bootstrap.load_forms())
