"""Bundle files: writing whole ones, reading bounded ones, and what they travel in."""

from __future__ import annotations

import errno
from typing import TYPE_CHECKING, Final

from innolab_desktop import atomic_file
from innolab_desktop.bundle import (
    armour,
    codec,
    compression,
    container,
    mail_draft,
    padding,
    unpacking,
)
from innolab_desktop.domain.errors import BundleError
from innolab_desktop.services.exchange_models import BUNDLE_SUFFIX, Carrier, ParcelKind

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from innolab_desktop.services.bundle_ports import Identity
    from innolab_desktop.services.exchange_models import (
        Envelope,
        OpenedBundle,
        Outgoing,
        Parcel,
        PastedText,
    )

MAX_FILE_BYTES: Final = unpacking.MAX_FILE_BYTES


class BundleFileAdapter:
    """Reads and writes bundles with the keys of this device."""

    def __init__(self, identity: Identity, random: Callable[[int], bytes]) -> None:
        self._identity = identity
        self._random = random

    def encode(self, outgoing: Outgoing) -> bytes:
        """Return a bundle, encrypted to its recipients.

        Raises:
            BundleError: too many recipients, or more than a bundle may hold.
        """
        if len(outgoing.commits) > codec.MAX_COMMITS:
            raise BundleError("bundle_too_large", limit_bytes=MAX_FILE_BYTES)
        bundle_id = self._random(16)
        sequence = codec.encode(outgoing, bundle_id, self._identity)
        plaintext = padding.pad(compression.compress(sequence))
        content = container.seal(plaintext, bundle_id, outgoing.recipients, self._random)
        if len(content) > MAX_FILE_BYTES or len(sequence) > compression.MAX_OUTPUT_BYTES:
            raise BundleError("bundle_too_large", limit_bytes=MAX_FILE_BYTES)
        return content

    def open(self, content: bytes, alias: bytes) -> OpenedBundle:
        """Decrypt and decode a bundle addressed to *alias*; check everything but the sender.

        Raises:
            BundleError: damaged, cut, hostile, too new, or not for this device.
        """
        opened = container.unseal(content, alias, self._identity)
        bundle = codec.decode(compression.decompress(padding.unpad(opened.plaintext)))
        manifest = bundle.manifest
        if manifest.bundle_id != opened.bundle_id or manifest.aliases != tuple(
            sorted(opened.aliases)
        ):
            raise BundleError("bundle_damaged")
        return bundle

    def pack(self, content: bytes, envelope: Envelope) -> bytes:
        """Return the file in which a bundle is sent."""
        if envelope.carrier is Carrier.FILE:
            return content
        if envelope.carrier is Carrier.MAIL:
            return mail_draft.write(envelope, content, envelope.stem + BUNDLE_SUFFIX)
        text = armour.write(ParcelKind.BUNDLE, content)
        if envelope.carrier is Carrier.TEXT:
            return text.encode("ascii")
        return mail_draft.write(envelope, text, envelope.stem + Carrier.TEXT.suffix)

    def armour(self, kind: ParcelKind, content: bytes) -> str:
        """Return a bundle or card as text that survives mail programs."""
        return armour.write(kind, content)

    def unpack(self, handed: Path | PastedText) -> tuple[Parcel, ...]:
        """Return the bundles and cards in a file (bundle, card, text, mail) or a text.

        Raises:
            BundleError: not a regular file, too large, unreadable, or too nested.
        """
        return unpacking.unpack(handed)

    def store(self, content: bytes, target: Path) -> None:
        """Write a file that appears under its name only when complete.

        Raises:
            BundleError: the folder is not writable or the disk is full.
        """
        try:
            atomic_file.write(target, content)
        except OSError as failure:
            code = "disk_full" if failure.errno == errno.ENOSPC else "folder_not_writable"
            raise BundleError(code, folder=str(target.parent)) from failure
