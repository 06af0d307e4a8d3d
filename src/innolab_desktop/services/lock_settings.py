"""After how long a vault is locked and secrets leave the clipboard; kept inside the vault."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from innolab_desktop.domain.policy import NO_POLICY

if TYPE_CHECKING:
    from innolab_desktop.domain.policy import Policy
    from innolab_desktop.services.desk_ports import DeskStore

DEFAULT_MINUTES: Final = 5
LEAST_MINUTES: Final = 1
MOST_MINUTES: Final = 60
DEFAULT_CLIPBOARD_SECONDS: Final = 30
LEAST_CLIPBOARD_SECONDS: Final = 5
MOST_CLIPBOARD_SECONDS: Final = 60
_MINUTES: Final = "lock_after_minutes"
_CLIPBOARD: Final = "clipboard_seconds"


class LockSettings:
    """Reads and writes both times; values that make no sense become the default.

    What IT prescribes is the longest time, and never a longer one than there is without it.
    """

    def __init__(self, desk: DeskStore, policy: Policy = NO_POLICY) -> None:
        self._desk = desk
        self.most_minutes = policy.auto_lock_minutes or MOST_MINUTES
        self.most_clipboard_seconds = policy.clipboard_clear_seconds or MOST_CLIPBOARD_SECONDS

    @property
    def idle_minutes(self) -> int:
        """Minutes without input after which the vault is locked."""
        return min(max(self._number(_MINUTES, DEFAULT_MINUTES), LEAST_MINUTES), self.most_minutes)

    def set_idle_minutes(self, minutes: int) -> None:
        """Remember another idle time, within the bounds."""
        self._desk.keep_setting(_MINUTES, str(min(max(minutes, LEAST_MINUTES), self.most_minutes)))

    @property
    def clipboard_seconds(self) -> int:
        """Seconds after which a copied secret leaves the clipboard."""
        seconds = self._number(_CLIPBOARD, DEFAULT_CLIPBOARD_SECONDS)
        return min(max(seconds, LEAST_CLIPBOARD_SECONDS), self.most_clipboard_seconds)

    def set_clipboard_seconds(self, seconds: int) -> None:
        """Remember another time for secrets in the clipboard, within the bounds."""
        bounded = min(max(seconds, LEAST_CLIPBOARD_SECONDS), self.most_clipboard_seconds)
        self._desk.keep_setting(_CLIPBOARD, str(bounded))

    def _number(self, name: str, usual: int) -> int:
        stored = self._desk.setting(name) or ""
        return int(stored) if stored.isdecimal() else usual
