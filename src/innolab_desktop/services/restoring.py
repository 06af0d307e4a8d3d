"""Use cases of putting backups back: look what would differ, do it, and practise it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from innolab_desktop import long_path
from innolab_desktop.domain.errors import VaultError
from innolab_desktop.services.backing_up import DAY_MS

if TYPE_CHECKING:
    from innolab_desktop.services.backup_ports import BackupInfo, CheckedBackup, Differences
    from innolab_desktop.services.bundle_ports import Clock
    from innolab_desktop.services.changes import CancelToken, Progress
    from innolab_desktop.services.store_ports import Vault

_DRILL_EVERY_MS: Final = 90 * DAY_MS
_DRILLED: Final = "drilled_ms"
_WAITING_SINCE: Final = "drill_waits_since_ms"


@dataclass(frozen=True, slots=True)
class Drill:
    """A practised restore that went well.

    Attributes:
        backup: which backup was put back into a temporary place.
        found: what it holds; everything in it was verified.
    """

    backup: BackupInfo
    found: CheckedBackup


class Restoring:
    """Puts backups of one open vault back."""

    def __init__(self, vault: Vault, clock: Clock) -> None:
        self._vault = vault
        self._clock = clock

    def find(self, name: str) -> Path:
        """Return the folder of a backup by its name, or by a path to it.

        Raises:
            VaultError: there is none.
        """
        for info in self._vault.backups.all():
            if info.folder.name == name:
                return info.folder
        place = long_path.reachable(Path(name))
        if place.is_dir():
            return place
        raise VaultError("backup_unknown", name=name)

    def preview(self, backup: Path, progress: Progress, cancel: CancelToken) -> Differences:
        """Return what putting *backup* back would change.

        Raises:
            VaultError: the backup is missing, damaged, or of another vault.
            Cancelled: the person stopped it.
        """
        return self._vault.restorer.compare(backup, progress, cancel)

    def run(self, backup: Path, progress: Progress, cancel: CancelToken) -> None:
        """Put *backup* back; the vault is backed up before, and closed afterwards.

        The next opening begins new incarnations and erases again what was erased since.

        Raises:
            VaultError: the backup cannot be put back; the vault is as before.
            Cancelled: the person stopped it; the vault is as before.
        """
        self._vault.restorer.put_back(backup, progress, cancel)

    # --- practice ---------------------------------------------------------------------------

    def drill(self, progress: Progress, cancel: CancelToken) -> Drill:
        """Put the newest backup back into a temporary place and verify everything in it.

        Raises:
            VaultError: there is no backup, or it could not be put back.
            Cancelled: the person stopped it.
        """
        backups = self._vault.backups.all()
        if not backups:
            raise VaultError("backup_none")
        found = self._vault.restorer.check(backups[0].folder, progress, cancel)
        self._vault.desk.keep_setting(_DRILLED, str(self._clock.now_ms()))
        return Drill(backups[0], found)

    def last_drill_ms(self) -> int:
        """Return when putting back was practised the last time, 0 if never."""
        return int(self._vault.desk.setting(_DRILLED) or 0)

    def is_drill_due(self) -> bool:
        """Tell whether 90 days passed since the last practice, or since this was asked first."""
        now_ms, desk = self._clock.now_ms(), self._vault.desk
        since = desk.setting(_DRILLED) or desk.setting(_WAITING_SINCE)
        if since is None:
            desk.keep_setting(_WAITING_SINCE, str(now_ms))
            return False
        return now_ms - int(since) >= _DRILL_EVERY_MS
