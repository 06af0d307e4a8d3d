"""A vault in the making: nothing counts until ``vault.json`` is written, and it is written last.

What a creation that was killed left behind says so by a mark. It holds nothing: its key was in no
file yet. So the next creation in the same folder may clear it away.
"""

from __future__ import annotations

import sys
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Final

from innolab_desktop import atomic_file
from innolab_desktop.domain.errors import VaultError
from innolab_desktop.storage.backup_copy import DATABASE_NAME, PUBLIC_NAME
from innolab_desktop.storage.backups import BACKUPS_NAME
from innolab_desktop.storage.erasure_ledger import LEDGER_NAME
from innolab_desktop.storage.head_marker import HEAD_NAME
from innolab_desktop.storage.leftovers import PREFIX

if TYPE_CHECKING:
    from collections.abc import Generator
    from io import BufferedRandom
    from pathlib import Path

MARK: Final = f"{PREFIX}creating"
"""Lies in the folder from the first file of a vault to the last."""

_PUBLIC: Final = frozenset((PUBLIC_NAME, f"{PUBLIC_NAME}.bak"))
_UNFINISHED: Final = (
    DATABASE_NAME,
    f"{DATABASE_NAME}-wal",
    f"{DATABASE_NAME}-shm",
    f"{DATABASE_NAME}-journal",
    LEDGER_NAME,
    HEAD_NAME,
)


@contextmanager
def creation(folder: Path) -> Generator[None]:
    """Make *folder* ready for a new vault; what the block makes there counts if it ends well.

    Raises:
        VaultError: there is a vault, somebody else is making one, or the folder cannot be written.
    """
    mark = folder / MARK
    try:
        folder.mkdir(parents=True, exist_ok=True)
        _check_free(folder)
        with mark.open("a+b") as file:
            _claim(file)
            _check_free(folder)  # somebody else may have finished meanwhile
            _clear(folder)
            atomic_file.sync_folder(folder)
            try:
                yield
            except BaseException:
                with suppress(OSError):  # what went wrong first is what people are told
                    _clear(folder, *_PUBLIC)
                raise
        mark.unlink(missing_ok=True)
        atomic_file.sync_folder(folder)
    except OSError as failure:
        raise VaultError("vault_write_failed") from failure


def _check_free(folder: Path) -> None:
    """Make sure that nothing is here that anybody could open.

    Raises:
        VaultError: there is a vault, or what is left of one.
    """
    names = {path.name for path in folder.iterdir()}
    backups = folder / BACKUPS_NAME
    has_backups = backups.is_dir() and any(backups.iterdir())
    is_unfinished = MARK in names and not has_backups
    if names & _PUBLIC or (DATABASE_NAME in names and not is_unfinished):
        raise VaultError("vault_exists")


def _claim(file: BufferedRandom) -> None:
    """Keep others from clearing what is being made; on Windows, an open file does that by itself.

    Raises:
        VaultError: somebody else is making a vault here.
    """
    if sys.platform != "win32":
        import fcntl  # noqa: PLC0415 - Windows has none

        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise VaultError("vault_in_use") from None


def _clear(folder: Path, *more: str) -> None:
    """Remove what was not finished."""
    for name in (*more, *_UNFINISHED):
        (folder / name).unlink(missing_ok=True)
    for path in folder.glob(f"{PREFIX}*"):
        if path.name != MARK:
            path.unlink(missing_ok=True)
