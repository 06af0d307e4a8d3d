"""Use cases of checking: is every page and every stored change as it was written?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from innolab_desktop.domain.errors import VaultError
from innolab_desktop.services.backing_up import DAY_MS

if TYPE_CHECKING:
    from innolab_desktop.services.bundle_ports import Clock
    from innolab_desktop.services.changes import CancelToken, Progress
    from innolab_desktop.services.read_models import Counts
    from innolab_desktop.services.store_ports import Vault

_CHECK_EVERY_MS: Final = 7 * DAY_MS
_CHECKED: Final = "checked_ms"
_FOUND: Final = "check_found"


@dataclass(frozen=True, slots=True)
class LastCheck:
    """The deep check that came to its end last.

    Attributes:
        at_ms: when; 0 if there never was one.
        code: of the error that it found, empty if everything was sound.
    """

    at_ms: int
    code: str


class Checking:
    """Checks one open vault."""

    def __init__(self, vault: Vault, clock: Clock) -> None:
        self._vault = vault
        self._clock = clock
        self._was_checked = False

    def check(self, progress: Progress, cancel: CancelToken) -> Counts:
        """Check the seal of every page, every table, and every stored change; remember it.

        Raises:
            VaultError: something is damaged.
            Cancelled: the person stopped it.
        """
        progress.report(0, 1, "check_pages")
        try:
            self._vault.check_pages(cancel)
            counts = self._vault.journal.verify(progress, cancel)
        except VaultError as failure:
            self._keep(failure.code)
            raise
        self._keep("")
        return counts

    def is_due(self) -> bool:
        """Tell whether a week passed, or the program did not end by itself the last time."""
        if not self._vault.was_clean and not self._was_checked:
            return True
        return self._clock.now_ms() - self.last().at_ms >= _CHECK_EVERY_MS

    def last(self) -> LastCheck:
        """Return what the last deep check found."""
        setting = self._vault.desk.setting
        return LastCheck(int(setting(_CHECKED) or 0), setting(_FOUND) or "")

    def _keep(self, code: str) -> None:
        self._was_checked = True
        with self._vault.transaction():
            self._vault.desk.keep_setting(_CHECKED, str(self._clock.now_ms()))
            self._vault.desk.keep_setting(_FOUND, code)
