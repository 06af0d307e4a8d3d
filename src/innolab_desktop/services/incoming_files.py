"""What people hand over: files, folders, mails, and text from the clipboard."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from innolab_desktop.domain.errors import BundleError, FormatError
from innolab_desktop.services.exchange_models import BUNDLE_SUFFIX, ParcelKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from innolab_desktop.services.bundle_ports import BundleFiles
    from innolab_desktop.services.exchange_models import Parcel, PastedText

SUFFIXES: Final = (BUNDLE_SUFFIX, ".txt", ".eml", ".mbox")
"""What is looked into when a whole folder is read."""


class Delivery(NamedTuple):
    """One thing to look into.

    Attributes:
        may_be_foreign: found in a folder among other files; skipped if nothing of ours is in it.
    """

    handed: Path | PastedText
    may_be_foreign: bool = False

    @property
    def name(self) -> str:
        """What reports call it."""
        return str(self.handed) if isinstance(self.handed, Path) else self.handed.name


class Unpacked(NamedTuple):
    """A parcel and what reports call it."""

    name: str
    parcel: Parcel

    def bundle(self) -> bytes:
        """Return the bundle.

        Raises:
            BundleError: it is a contact card.
        """
        if self.parcel.kind is ParcelKind.CARD:
            raise BundleError("card_among_bundles")
        return self.parcel.content


def expand(handed: Sequence[Path | PastedText]) -> list[Delivery]:
    """Return what is to be looked into, with folders replaced by their files, by name.

    Raises:
        BundleError: a folder cannot be read.
    """
    deliveries: list[Delivery] = []
    for item in handed:
        if isinstance(item, Path) and _is_folder(item):
            deliveries += _files_in(item)
        else:
            deliveries.append(Delivery(item))
    return deliveries


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except (OSError, ValueError):  # a name that no file can have; reading it says so
        return False


def _files_in(folder: Path) -> list[Delivery]:
    try:
        paths = sorted(folder.iterdir())
    except OSError as failure:
        raise BundleError("file_unreadable", name=folder.name) from failure
    return [
        Delivery(path, may_be_foreign=path.suffix.lower() != BUNDLE_SUFFIX)
        for path in paths
        if path.suffix.lower() in SUFFIXES
    ]


def unpack(files: BundleFiles, delivery: Delivery) -> tuple[Unpacked, ...]:
    """Return what is in a delivery; nothing if it is a foreign file of a folder.

    Raises:
        FormatError: it cannot be read, or nothing of ours is in it.
    """
    try:
        parcels = files.unpack(delivery.handed)
        if not parcels:
            is_file = isinstance(delivery.handed, Path)
            raise BundleError("bundle_not_a_bundle" if is_file else "text_without_bundle")
    except FormatError:
        if delivery.may_be_foreign:
            return ()
        raise
    if len(parcels) == 1:
        return (Unpacked(delivery.name, parcels[0]),)
    return tuple(
        Unpacked(f"{delivery.name} ({number})", parcel) for number, parcel in enumerate(parcels, 1)
    )
