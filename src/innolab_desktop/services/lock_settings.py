"""After how long without input a vault is locked; kept inside the vault, not beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from innolab_desktop.services.desk_ports import DeskStore

DEFAULT_MINUTES: Final = 5
LEAST_MINUTES: Final = 1
MOST_MINUTES: Final = 60
_NAME: Final = "lock_after_minutes"


class LockSettings:
    """Reads and writes the idle time; values that make no sense become the default."""

    def __init__(self, desk: DeskStore) -> None:
        self._desk = desk

    @property
    def idle_minutes(self) -> int:
        """Minutes without input after which the vault is locked."""
        stored = self._desk.setting(_NAME) or ""
        minutes = int(stored) if stored.isdecimal() else DEFAULT_MINUTES
        return min(max(minutes, LEAST_MINUTES), MOST_MINUTES)

    def set_idle_minutes(self, minutes: int) -> None:
        """Remember another idle time, within the bounds."""
        bounded = min(max(minutes, LEAST_MINUTES), MOST_MINUTES)
        self._desk.keep_setting(_NAME, str(bounded))
