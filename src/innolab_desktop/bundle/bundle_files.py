"""Bundle files on disk: writing whole ones, reading bounded ones."""

from __future__ import annotations

import errno
import os
import stat
from typing import TYPE_CHECKING, Final

from innolab_desktop import atomic_file
from innolab_desktop.bundle import codec, compression, container, padding
from innolab_desktop.domain.errors import BundleError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from innolab_desktop.services.bundle_ports import Identity
    from innolab_desktop.services.exchange_models import OpenedBundle, Outgoing

MAX_FILE_BYTES: Final = 32 * 1024 * 1024


class BundleFileAdapter:
    """Reads and writes ``.ilpaket`` files with the keys of this device."""

    def __init__(self, identity: Identity, random: Callable[[int], bytes]) -> None:
        self._identity = identity
        self._random = random

    def write(self, outgoing: Outgoing, target: Path) -> int:
        """Write a bundle; it appears under its name only when complete. Return its size.

        Raises:
            BundleError: the folder is not writable, the disk is full, or limits are exceeded.

        Units: the size in bytes.
        """
        bundle_id = self._random(16)
        sequence = codec.encode(outgoing, bundle_id, self._identity)
        plaintext = padding.pad(compression.compress(sequence))
        content = container.seal(plaintext, bundle_id, outgoing.recipients, self._random)
        if len(outgoing.commits) > codec.MAX_COMMITS or len(content) > MAX_FILE_BYTES:
            raise BundleError("bundle_too_large", limit_bytes=MAX_FILE_BYTES)
        try:
            atomic_file.write(target, content)
        except OSError as failure:
            code = "disk_full" if failure.errno == errno.ENOSPC else "folder_not_writable"
            raise BundleError(code, folder=str(target.parent)) from failure
        return len(content)

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

    def load(self, path: Path) -> bytes:
        """Read a bundle file of bounded size from disk.

        Raises:
            BundleError: not a regular file, too large, or unreadable.
        """
        try:
            handle = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0) | _NO_SURPRISE)
        except OSError as failure:
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
    if status.st_size > MAX_FILE_BYTES:
        raise BundleError("bundle_too_large", limit_bytes=MAX_FILE_BYTES)
    with os.fdopen(handle, "rb", closefd=False) as file:
        return file.read(MAX_FILE_BYTES)


_NO_SURPRISE: Final = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
"""Neither follow a link nor wait for a pipe."""
