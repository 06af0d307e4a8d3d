"""From what people hand over to the bundles and cards in it."""

from __future__ import annotations

import os
import stat
from pathlib import Path
from typing import TYPE_CHECKING, Final

from innolab_desktop.bundle import armour
from innolab_desktop.bundle.parcels import identify
from innolab_desktop.domain.errors import BundleError

if TYPE_CHECKING:
    from innolab_desktop.services.exchange_models import Parcel, PastedText

MAX_FILE_BYTES: Final = armour.MAX_CONTENT_BYTES
_OUTLOOK_MAGIC: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_NO_SURPRISE: Final = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
"""Neither follow a link nor wait for a pipe."""


def unpack(handed: Path | PastedText) -> tuple[Parcel, ...]:
    """Return the bundles and cards in a file or a text.

    Raises:
        BundleError: unreadable, too large, or a mail that cannot be looked into.
    """
    if not isinstance(handed, Path):
        return armour.read(handed.text)
    content = load(handed)
    if content.startswith(_OUTLOOK_MAGIC):
        raise BundleError("mail_of_outlook")
    found = _unpacked(content, may_be_bare=handed.suffix.lower() != ".eml")
    if any(len(parcel.content) > MAX_FILE_BYTES for parcel in found):
        raise BundleError("bundle_too_large", limit_bytes=MAX_FILE_BYTES)
    return found


def _unpacked(content: bytes, *, may_be_bare: bool) -> tuple[Parcel, ...]:
    from innolab_desktop.bundle import mail_reader  # noqa: PLC0415 - the start does without it

    if may_be_bare and not mail_reader.is_mail(content):
        return identify(content)
    return mail_reader.read(content)


def load(path: Path) -> bytes:
    """Read a file of bounded size from disk.

    Raises:
        BundleError: not a regular file, too large, or unreadable.
    """
    try:
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0) | _NO_SURPRISE)
    except (OSError, ValueError) as failure:
        raise BundleError("file_unreadable", name=path.name) from failure
    try:
        return _read(handle, path.name)
    except OSError as failure:
        raise BundleError("file_unreadable", name=path.name) from failure
    finally:
        os.close(handle)


def _read(handle: int, name: str) -> bytes:
    status = os.fstat(handle)
    if not stat.S_ISREG(status.st_mode):
        raise BundleError("file_unreadable", name=name)
    if status.st_size > armour.MAX_TEXT_BYTES:
        raise BundleError("bundle_too_large", limit_bytes=MAX_FILE_BYTES)
    with os.fdopen(handle, "rb", closefd=False) as file:
        return file.read(armour.MAX_TEXT_BYTES)
