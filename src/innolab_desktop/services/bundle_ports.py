"""Ports that ``bundle`` and ``keys`` fill: secret keys, signatures and the bundle file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from pathlib import Path

    from innolab_desktop.journal.card import Card
    from innolab_desktop.services.exchange_models import OpenedBundle, Outgoing


class Identity(Protocol):
    """The secret keys of this device; never shows them."""

    @property
    def device(self) -> bytes:
        """The id of this device."""
        ...

    def sign(self, data: bytes) -> bytes:
        """Return a signature over *data* (which begins with its domain prefix)."""
        ...

    def unwrap(self, wrap: bytes, info: bytes) -> bytes:
        """Open an HPKE wrap addressed to this device.

        Raises:
            BundleError: it is damaged or not for this device.
        """
        ...


class Cryptography(Protocol):
    """Public-key checks that need no secret."""

    def verify(self, signing_key: bytes, data: bytes, signature: bytes) -> bool:
        """Tell whether *signature* over *data* is genuine."""
        ...

    def is_usable(self, card: Card) -> bool:
        """Tell whether the keys on a card are valid points that can be encrypted to."""
        ...


class BundleFiles(Protocol):
    """Reads and writes the bundle format."""

    def write(self, outgoing: Outgoing, target: Path) -> int:
        """Write a bundle; it appears under its name only when complete. Return its size.

        Raises:
            BundleError: the folder is not writable, the disk is full, or limits are exceeded.

        Units: the size in bytes.
        """
        ...

    def open(self, content: bytes, alias: bytes) -> OpenedBundle:
        """Decrypt and decode a bundle addressed to *alias*; check everything but the sender.

        Raises:
            BundleError: damaged, cut, hostile, too new, or not for this device.
        """
        ...

    def load(self, path: Path) -> bytes:
        """Read a bundle file of bounded size from disk.

        Raises:
            BundleError: not a regular file, too large, or unreadable.
        """
        ...


class Clock(Protocol):
    """Wall-clock time."""

    def now_ms(self) -> int:
        """Return milliseconds since 1970 (UTC)."""
        ...
