"""What can be done for a vault that does not open any more; the composition root fills it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Protocol

if TYPE_CHECKING:
    from pathlib import Path

    from innolab_desktop.services.backup_ports import BackupInfo
    from innolab_desktop.services.changes import CancelToken, Progress
    from innolab_desktop.services.salvage_models import Salvaged

RESCUED_FROM: Final = frozenset(
    (
        "vault_damaged",
        "vault_log_damaged",
        "vault_log_missing",
        "vault_missing",
        "vault_not_encrypted",
        "vault_slot_invalid",
        "vault_unreadable",
    )
)
"""Codes of errors at opening after which a backup or a salvage helps."""


class VaultRescue(Protocol):
    """Works on vaults that are damaged or gone."""

    def backups(self, folder: Path) -> tuple[BackupInfo, ...]:
        """Return the backups beside the vault in *folder*, the newest first; nothing is opened."""
        ...

    def put_back(
        self, folder: Path, backup: Path, passphrase: str, progress: Progress, cancel: CancelToken
    ) -> None:
        """Put *backup* in the place of a damaged or missing vault; its files are kept aside.

        Raises:
            VaultError: wrong passphrase, or the backup cannot be put back; nothing is lost.
            Cancelled: the person stopped it.
        """
        ...

    def salvage(
        self, folder: Path, target: Path, passphrase: str, progress: Progress, cancel: CancelToken
    ) -> Salvaged:
        """Make a new vault in *target* from everything that still verifies; *folder* stays.

        Raises:
            VaultError: wrong passphrase, *target* holds something, or nothing can be salvaged.
            Cancelled: the person stopped it; *target* is as before.
        """
        ...
