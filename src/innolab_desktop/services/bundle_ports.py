"""Ports that ``bundle`` and ``keys`` fill: secret keys, signatures and the bundle file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from innolab_desktop.journal.card import Card, SignedCard
    from innolab_desktop.services.exchange_models import (
        Envelope,
        OpenedBundle,
        Outgoing,
        Parcel,
        ParcelKind,
        PastedText,
    )


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


class OwnKeys(Protocol):
    """The keys of this device as far as they change."""

    def prepare(self, card: Card, created_ms: int) -> tuple[SignedCard, bytes]:
        """Return a card like *card* with a fresh encryption key and alias, and the new secret."""
        ...

    def switch_to(self, secret: bytes) -> None:
        """Use the keys in *secret* from now on; the former ones still open mail."""
        ...

    def forget_retired(self, kept: Iterable[bytes]) -> None:
        """Forget all former keys except those of the secrets in *kept*."""
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
    """Reads and writes the bundle format, and everything that bundles travel in."""

    def encode(self, outgoing: Outgoing) -> bytes:
        """Return a bundle, encrypted to its recipients.

        Raises:
            BundleError: too many recipients, or more than a bundle may hold.
        """
        ...

    def open(self, content: bytes, alias: bytes) -> OpenedBundle:
        """Decrypt and decode a bundle addressed to *alias*; check everything but the sender.

        Raises:
            BundleError: damaged, cut, hostile, too new, or not for this device.
        """
        ...

    def pack(self, content: bytes, envelope: Envelope) -> bytes:
        """Return the file in which a bundle is sent."""
        ...

    def armour(self, kind: ParcelKind, content: bytes) -> str:
        """Return a bundle or card as text that survives mail programs."""
        ...

    def unpack(self, handed: Path | PastedText) -> Sequence[Parcel]:
        """Return the bundles and cards in a file (bundle, card, text, mail) or a text.

        Raises:
            BundleError: not a regular file, too large, unreadable, or too nested.
        """
        ...

    def store(self, content: bytes, target: Path) -> None:
        """Write a file that appears under its name only when complete.

        Raises:
            BundleError: the folder is not writable or the disk is full.
        """
        ...


class CardCode(Protocol):
    """Draws cards for cameras."""

    def modules(self, content: bytes) -> tuple[tuple[bool, ...], ...]:
        """Return the rows of a QR code with a card, dark modules true.

        Raises:
            ContactError: the card is too long for any QR code.
        """
        ...


class Clock(Protocol):
    """Wall-clock time."""

    def now_ms(self) -> int:
        """Return milliseconds since 1970 (UTC)."""
        ...
