"""Folders with backups: their names, and that they appear completely or not at all.

A folder gets its name when everything in it is on the disk and was verified.
"""

from __future__ import annotations

import os
import re
import shutil
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

from innolab_desktop import atomic_file
from innolab_desktop.domain.errors import VaultError
from innolab_desktop.domain.rotation import Generations, kept
from innolab_desktop.services.backup_ports import BackupInfo

if TYPE_CHECKING:
    from collections.abc import Generator
    from pathlib import Path

_STAMP: Final = "%Y%m%d-%H%M%S-%f"
_NAME: Final = re.compile(r"(\d{8}-\d{6}-\d{6})-([a-z-]{1,40})")
_UNFINISHED: Final = ".new-"
_RESERVE_BYTES: Final = 4 * 1024 * 1024
"""What a backup leaves free at least, for the work that goes on."""


class BackupFolders:
    """The backups in one folder.

    Args:
        parent: need not exist before the first backup.
        generations: how many backups stay.
    """

    def __init__(self, parent: Path, generations: Generations | None = None) -> None:
        self._parent = parent
        self._generations = generations or Generations()

    def all(self) -> tuple[BackupInfo, ...]:
        """Return the backups, the newest first; folders with other names are not ours.

        Raises:
            VaultError: the folder cannot be read.
        """
        try:
            if not self._parent.is_dir():
                return ()
            found = [info for path in self._parent.iterdir() if (info := describe(path))]
        except OSError as failure:
            raise VaultError("backup_place_unreadable", folder=str(self._parent)) from failure
        return tuple(sorted(found, key=lambda info: info.folder.name, reverse=True))

    @contextmanager
    def adding(self, name: str, size_bytes: int) -> Generator[Path]:
        """Yield an empty folder; when the block ends well, it becomes the backup *name*.

        Raises:
            VaultError: there is no room for it.
            OSError: it cannot be written; nothing is left of it.
        """
        self._parent.mkdir(parents=True, exist_ok=True)
        self._sweep()
        self._check_room(size_bytes)
        unfinished = self._parent / f"{_UNFINISHED}{name}"
        unfinished.mkdir()
        try:
            yield unfinished
            for file in unfinished.iterdir():
                _to_disk(file)
            _to_disk(unfinished)
            self._put(unfinished, self._parent / name)
        finally:
            shutil.rmtree(unfinished, ignore_errors=True)

    def rotate(self) -> None:
        """Remove the backups that no generation needs; the one made last always stays."""
        present = self.all()
        last_made = max(present, key=lambda info: _changed_ns(info.folder), default=None)
        staying = kept((info.made_ms for info in present), self._generations)
        for info in present:
            if info.made_ms not in staying and info is not last_made:
                shutil.rmtree(info.folder)

    def _put(self, unfinished: Path, target: Path) -> None:
        if target.exists():  # copied again, because something was erased in it
            former = self._parent / f"{_UNFINISHED}{target.name}-former"
            atomic_file.rename(target, former)
            atomic_file.rename(unfinished, target)
            shutil.rmtree(former)
        else:
            atomic_file.rename(unfinished, target)
        _to_disk(self._parent)

    def _sweep(self) -> None:
        """Remove what an interrupted backup left."""
        for path in self._parent.glob(f"{_UNFINISHED}*"):
            shutil.rmtree(path, ignore_errors=True)

    def _check_room(self, size_bytes: int) -> None:
        free_bytes = shutil.disk_usage(self._parent).free
        if free_bytes < size_bytes + _RESERVE_BYTES:
            raise VaultError(
                "backup_no_room",
                folder=str(self._parent),
                needed_mb=size_bytes // 1_000_000 + 1,
                free_mb=free_bytes // 1_000_000,
            )


def new_name(reason: str) -> str:
    """Return the name of a backup that is made now."""
    return f"{datetime.now(tz=UTC).strftime(_STAMP)}-{reason}"


def describe(folder: Path) -> BackupInfo | None:
    """Return what the name and the files of a backup tell; None if it is something else.

    Raises:
        OSError: it cannot be read.
    """
    named = _NAME.fullmatch(folder.name)
    if named is None or not folder.is_dir():
        return None
    try:
        made = datetime.strptime(named[1], _STAMP).replace(tzinfo=UTC)
    except ValueError:
        return None
    size_bytes = sum(file.stat().st_size for file in folder.iterdir())
    return BackupInfo(folder, int(made.timestamp() * 1000), named[2], size_bytes)


def _changed_ns(folder: Path) -> int:
    return folder.stat().st_mtime_ns


def _to_disk(path: Path) -> None:
    if path.is_dir():
        if os.name != "posix":
            return
        handle = os.open(path, os.O_RDONLY)
    else:
        handle = os.open(path, os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
