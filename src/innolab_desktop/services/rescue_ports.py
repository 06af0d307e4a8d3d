"""What can be done for a vault that does not open any more; the composition root fills it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple, Protocol

if TYPE_CHECKING:
    from pathlib import Path

    from innolab_desktop.services.backup_ports import BackupInfo
    from innolab_desktop.services.changes import CancelToken, Progress
    from innolab_desktop.services.given_key import GivenKey
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


class Rescuable(NamedTuple):
    """What there is to go on for a vault that does not open.

    Attributes:
        backups: beside it, the newest first.
        slot_types: what opens it or a backup of it, as far as this program knows them.
    """

    backups: tuple[BackupInfo, ...]
    slot_types: tuple[str, ...]


class VaultRescue(Protocol):
    """Works on vaults that are damaged or gone."""

    def look(self, folder: Path) -> Rescuable:
        """Return what there is to go on for the vault in *folder*; nothing is opened."""
        ...

    def put_back(
        self, folder: Path, backup: Path, given: GivenKey, progress: Progress, cancel: CancelToken
    ) -> None:
        """Put *backup* in the place of a damaged or missing vault; its files are kept aside.

        Raises:
            VaultError: *given* opens nothing, or the backup cannot be put back; nothing is lost.
            Cancelled: the person stopped it.
        """
        ...

    def salvage(
        self, folder: Path, target: Path, given: GivenKey, progress: Progress, cancel: CancelToken
    ) -> Salvaged:
        """Make a new vault in *target* from everything that still verifies; *folder* stays.

        Raises:
            VaultError: *given* opens nothing, *target* holds something, or nothing can be salvaged.
            Cancelled: the person stopped it; *target* is as before.
        """
        ...
