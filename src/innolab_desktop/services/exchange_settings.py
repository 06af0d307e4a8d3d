"""What this device remembers about sending and receiving; nothing of it is ever sent."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from innolab_desktop.domain.errors import ContactError
from innolab_desktop.domain.policy import NO_POLICY, TransportFormat
from innolab_desktop.services.exchange_models import Carrier

if TYPE_CHECKING:
    from innolab_desktop.domain.policy import Policy
    from innolab_desktop.services.desk_ports import DeskStore

DEFAULT_PART_BYTES: Final = 7_000_000
MIN_PART_BYTES: Final = 100_000
MAX_PART_BYTES: Final = 30_000_000
_CLIPBOARD: Final = "clipboard"
_MAX_ADDRESS: Final = 254
_MEGABYTE: Final = 1_000_000
_AS_TEXT: Final = {Carrier.FILE: Carrier.TEXT, Carrier.MAIL: Carrier.MAIL_WITH_TEXT}


class ExchangeSettings:
    """Part size, way of sending, inbox folder and mail addresses."""

    def __init__(self, desk: DeskStore, policy: Policy = NO_POLICY) -> None:
        self._desk = desk
        self._format = policy.transport_format
        self.most_part_bytes = (
            MAX_PART_BYTES if policy.part_size_mb is None else policy.part_size_mb * _MEGABYTE
        )
        self._usual_part_bytes = (
            DEFAULT_PART_BYTES if policy.part_size_mb is None else self.most_part_bytes
        )

    @property
    def max_part_bytes(self) -> int:
        """How large a file may be that is sent."""
        stored = self._desk.setting("max_part_bytes") or ""
        size_bytes = int(stored) if stored.isdecimal() else self._usual_part_bytes
        return self.bounded_part_bytes(size_bytes)

    def bounded_part_bytes(self, size_bytes: int) -> int:
        """Return the nearest size that parts may have here."""
        return min(clamp_part_bytes(size_bytes), self.most_part_bytes)

    def keep_max_part_bytes(self, size_bytes: int) -> None:
        """Change how large a file may be; sizes that make no sense are brought into bounds."""
        self._desk.keep_setting("max_part_bytes", str(clamp_part_bytes(size_bytes)))

    @property
    def carrier(self) -> Carrier | None:
        """As what the last package travelled; None for the clipboard."""
        stored = self._desk.setting("carrier")
        if stored == _CLIPBOARD:
            return None if self.allows(None) else Carrier.FILE
        kept = next((carrier for carrier in Carrier if carrier.value == stored), Carrier.FILE)
        return self.permitted(kept)

    def allows(self, carrier: Carrier | None) -> bool:
        """Tell whether packages may travel in this way; None is the clipboard."""
        if self._format is None:
            return True
        is_text = carrier not in _AS_TEXT
        return is_text == (self._format is TransportFormat.TEXT)

    def permitted(self, carrier: Carrier) -> Carrier:
        """Return *carrier*, or the way nearest to it that packages may travel."""
        if self.allows(carrier):
            return carrier
        as_file = {text: file for file, text in _AS_TEXT.items()}
        return (_AS_TEXT | as_file)[carrier]

    def keep_carrier(self, carrier: Carrier | None) -> None:
        """Remember how the person sends packages."""
        self._desk.keep_setting("carrier", carrier.value if carrier else _CLIPBOARD)

    @property
    def inbox_folder(self) -> Path | None:
        """Where bundles arrive, if the person named a folder."""
        stored = self._desk.setting("inbox_folder")
        return Path(stored) if stored else None

    def keep_inbox_folder(self, folder: Path) -> None:
        """Remember where bundles arrive."""
        self._desk.keep_setting("inbox_folder", str(folder))

    def mail_address(self, person: bytes) -> str:
        """Return the mail address of a person, empty if none was noted."""
        return self._desk.setting(_address_key(person)) or ""

    def keep_mail_address(self, person: bytes, address: str) -> None:
        """Note the mail address of a person; an empty one forgets it.

        Raises:
            ContactError: it is no mail address.
        """
        cleaned = address.strip()
        if cleaned and not _is_address(cleaned):
            raise ContactError("mail_address_invalid")
        self._desk.keep_setting(_address_key(person), cleaned)


def clamp_part_bytes(size_bytes: int) -> int:
    """Return the nearest size that parts may have."""
    return min(max(size_bytes, MIN_PART_BYTES), MAX_PART_BYTES)


def _address_key(person: bytes) -> str:
    return f"mail_address:{person.hex()}"


def _is_address(text: str) -> bool:
    local, at, host = text.rpartition("@")
    return (
        bool(local and at and host)
        and len(text) <= _MAX_ADDRESS
        and text.isascii()
        and text.isprintable()
        and not set(text) & set(' ,;:<>()[]"\\')
        and "@" not in local
    )
