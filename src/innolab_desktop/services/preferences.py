"""What this device does by itself, and what of it the person may change."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from innolab_desktop.domain.errors import UsageError
from innolab_desktop.domain.evaluation import Thresholds
from innolab_desktop.services.exchange_models import Carrier
from innolab_desktop.services.exchange_settings import MIN_PART_BYTES, ExchangeSettings
from innolab_desktop.services.lock_settings import (
    LEAST_CLIPBOARD_SECONDS,
    LEAST_MINUTES,
    LockSettings,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from innolab_desktop.domain.policy import Policy
    from innolab_desktop.services.backing_up import BackingUp
    from innolab_desktop.services.desk_ports import DeskStore

CLIPBOARD: Final = "clipboard"
"""The name of the clipboard as a way of sending."""

_MEGABYTE: Final = 1_000_000
_GIVEN_AS: Final = {
    "auto_lock_minutes": "auto_lock_minutes",
    "clipboard_clear_seconds": "clipboard_clear_seconds",
    "part_size_mb": "part_size_mb",
    "carrier": "transport_format",
    "backup_folder": "backup_folder",
}
"""Which prescription binds which setting."""


@dataclass(frozen=True, slots=True)
class Preferences:
    """What holds now.

    Attributes:
        most_idle_minutes: the longest that may be chosen; likewise the other bounds.
        carrier: None is the clipboard, also in *carriers*, which may be chosen.
        thresholds: from when on results are shown, unless a wave asks for more.
    """

    idle_minutes: int
    most_idle_minutes: int
    clipboard_seconds: int
    most_clipboard_seconds: int
    part_bytes: int
    most_part_bytes: int
    carrier: Carrier | None
    carriers: tuple[Carrier | None, ...]
    inbox_folder: Path | None
    second_place: Path | None
    thresholds: Thresholds

    def plain(self) -> Mapping[str, int | str | None]:
        """Return everything by name, as the command line shows it."""
        carrier = CLIPBOARD if self.carrier is None else self.carrier.value
        return {
            "auto_lock_minutes": self.idle_minutes,
            "clipboard_clear_seconds": self.clipboard_seconds,
            "part_size_mb": self.part_bytes // _MEGABYTE,
            "carrier": carrier,
            "inbox_folder": None if self.inbox_folder is None else str(self.inbox_folder),
            "backup_folder": None if self.second_place is None else str(self.second_place),
            "smallest_group": self.thresholds.answers,
            "smallest_municipalities": self.thresholds.municipalities,
        }


class PreferenceDesk:
    """Reads and changes the preferences of one open vault."""

    def __init__(self, desk: DeskStore, policy: Policy, backups: BackingUp) -> None:
        self._policy = policy
        self._backups = backups
        self.lock = LockSettings(desk, policy)
        self.exchange = ExchangeSettings(desk, policy)

    def read(self) -> Preferences:
        """Return what holds now."""
        policy, lock, exchange = self._policy, self.lock, self.exchange
        return Preferences(
            idle_minutes=lock.idle_minutes,
            most_idle_minutes=lock.most_minutes,
            clipboard_seconds=lock.clipboard_seconds,
            most_clipboard_seconds=lock.most_clipboard_seconds,
            part_bytes=exchange.max_part_bytes,
            most_part_bytes=exchange.most_part_bytes,
            carrier=exchange.carrier,
            carriers=tuple(way for way in (*Carrier, None) if exchange.allows(way)),
            inbox_folder=exchange.inbox_folder,
            second_place=self._backups.second_place(),
            thresholds=Thresholds(policy.smallest_group or 0, policy.smallest_municipalities or 0),
        )

    def is_given(self, name: str) -> bool:
        """Tell whether IT prescribes the setting *name*, or its bounds."""
        return self._policy.gives(_GIVEN_AS.get(name, name))

    def put(self, name: str, text: str) -> None:
        """Change the setting *name* to what *text* says.

        Raises:
            UsageError: there is no such setting, the value is none, or IT does not allow it.
        """
        if name == "auto_lock_minutes":
            self.lock.set_idle_minutes(
                self._number(name, text, LEAST_MINUTES, self.lock.most_minutes)
            )
        elif name == "clipboard_clear_seconds":
            most = self.lock.most_clipboard_seconds
            self.lock.set_clipboard_seconds(self._number(name, text, LEAST_CLIPBOARD_SECONDS, most))
        elif name == "part_size_mb":
            most_mb = self.exchange.most_part_bytes // _MEGABYTE
            least_mb = max(MIN_PART_BYTES // _MEGABYTE, 1)
            size_mb = self._number(name, text, least_mb, most_mb)
            self.exchange.keep_max_part_bytes(size_mb * _MEGABYTE)
        elif name == "carrier":
            self.exchange.keep_carrier(self._carrier(name, text))
        elif name == "inbox_folder":
            self.exchange.keep_inbox_folder(Path(text))
        else:
            raise UsageError("setting_unknown", setting=name)

    def _number(self, name: str, text: str, least: int, most: int) -> int:
        is_number = text.isascii() and text.isdecimal() and len(text) < 6  # noqa: PLR2004 - digits
        if is_number and least <= int(text) <= most:
            return int(text)
        if is_number and int(text) > most and self.is_given(name):
            raise UsageError("setting_given_by_it", setting=name)
        allowed = f"{least} bis {most}"
        raise UsageError("setting_invalid", setting=name, value=text, allowed=allowed)

    def _carrier(self, name: str, text: str) -> Carrier | None:
        ways: dict[str, Carrier | None] = {way.value: way for way in Carrier}
        ways[CLIPBOARD] = None
        if text not in ways:
            raise UsageError("setting_invalid", setting=name, value=text, allowed=", ".join(ways))
        if not self.exchange.allows(ways[text]):
            raise UsageError("setting_given_by_it", setting=name)
        return ways[text]
