"""Use cases of backups: by hand, when closing, once a day, and copies at a second place."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from innolab_desktop.domain.errors import UsageError, VaultError
from innolab_desktop.domain.policy import NO_POLICY

if TYPE_CHECKING:
    from innolab_desktop.domain.policy import Policy
    from innolab_desktop.services.backup_ports import BackupInfo
    from innolab_desktop.services.bundle_ports import Clock
    from innolab_desktop.services.desk_ports import DeskStore
    from innolab_desktop.services.notices import Notices
    from innolab_desktop.services.store_ports import Vault

DAY_MS: Final = 86_400_000
_CLOSING_EVERY_MS: Final = 15 * 60_000
_PLACE: Final = "second_place"
_PLACE_SINCE: Final = "second_place_copied_ms"


@dataclass(frozen=True, slots=True)
class BackedUp:
    """A backup that was made.

    Attributes:
        second_place_error: why the copy at the second place failed, None if it did not.
    """

    backup: BackupInfo
    second_place_error: VaultError | None = None


def second_place(desk: DeskStore, policy: Policy) -> Path | None:
    """Return the folder for further copies of backups, None if nobody chose one."""
    if policy.backup_folder is not None:
        return policy.backup_folder
    kept = desk.setting(_PLACE)
    return Path(kept) if kept else None


class BackingUp:
    """Makes backups of one open vault."""

    def __init__(
        self, vault: Vault, clock: Clock, notices: Notices, policy: Policy = NO_POLICY
    ) -> None:
        self._policy = policy
        self._vault = vault
        self._clock = clock
        self._notices = notices

    def all(self) -> tuple[BackupInfo, ...]:
        """Return all backups beside the vault, the newest first."""
        return self._vault.backups.all()

    def make(self, reason: str = "manual") -> BackedUp:
        """Make a backup now, and copy it to the second place.

        A second place that cannot be reached never stops the backup beside the vault.

        Raises:
            VaultError: the backup cannot be written; the others are as before.
        """
        folder = self._vault.back_up(reason)
        (made,) = (info for info in self.all() if info.folder == folder)
        return BackedUp(made, self._copy())

    def make_before_closing(self) -> None:
        """Make a backup if there is something new; a failure is told at the next start."""
        self._make_if_older(_CLOSING_EVERY_MS, "closing")

    def make_daily(self) -> None:
        """Make a backup if there is something new and the last one is a day old."""
        self._make_if_older(DAY_MS, "daily")

    # --- the second place -------------------------------------------------------------------

    def second_place(self) -> Path | None:
        """Return the folder for further copies, None if nobody chose one."""
        return second_place(self._vault.desk, self._policy)

    def second_place_copied_ms(self) -> int:
        """Return when a copy was made there the last time, 0 if never."""
        return int(self._vault.desk.setting(_PLACE_SINCE) or 0)

    def use_second_place(self, folder: Path | None) -> None:
        """Copy backups into *folder* from now on, the newest one at once; None ends it.

        Raises:
            UsageError: IT prescribes the folder.
            VaultError: the copy fails; the former choice stays.
        """
        if self._policy.backup_folder is not None:
            raise UsageError("setting_given_by_it", setting="backup_folder")
        if folder is not None:
            if not self.all() or self._is_due(0):
                self._vault.back_up("manual")
            self._vault.backups.copy_to_second_place(folder)
            self._note_copied()
        self._vault.desk.keep_setting(_PLACE, "" if folder is None else str(folder))

    def _copy(self) -> VaultError | None:
        place = self.second_place()
        if place is None:
            return None
        try:
            self._vault.backups.copy_to_second_place(place)
        except VaultError as failure:
            return failure
        self._note_copied()
        return None

    def _note_copied(self) -> None:
        self._vault.desk.keep_setting(_PLACE_SINCE, str(self._clock.now_ms()))

    def _make_if_older(self, age_ms: int, reason: str) -> None:
        if not self._is_due(age_ms):
            return
        try:
            made = self.make(reason)
        except VaultError:
            self._notices.note_backup_failed()
            return
        if made.second_place_error is not None:
            self._notices.note_second_place_failed()

    def _is_due(self, age_ms: int) -> bool:
        newest_ms = self._vault.newest_backup_ms()
        last_change_ms = self._vault.journal.last_instant().ms
        has_changed = self._vault.backups.has_changed or last_change_ms > newest_ms
        return has_changed and self._clock.now_ms() - newest_ms >= age_ms
