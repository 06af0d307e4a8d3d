"""What a file or a part of a mail holds, seen from its bytes."""

from __future__ import annotations

from innolab_desktop.bundle import armour
from innolab_desktop.bundle.container import MAGIC
from innolab_desktop.journal.card import FILE_MAGIC
from innolab_desktop.services.exchange_models import Parcel, ParcelKind


def identify(content: bytes) -> tuple[Parcel, ...]:
    """Return what *content* is: a bundle, a card, or a text with some of them in it.

    Raises:
        BundleError: more text or blocks than any mail has.
    """
    for magic, kind in ((MAGIC, ParcelKind.BUNDLE), (FILE_MAGIC, ParcelKind.CARD)):
        if content.startswith(magic[:4]):  # the rest shows damage by a transfer as text
            return (Parcel(kind, content),)
    return armour.read(armour.decode_text(content))
