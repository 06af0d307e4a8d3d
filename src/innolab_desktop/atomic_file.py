"""Files that are there completely or not at all; and patience with who holds them."""

from __future__ import annotations

import os
import tempfile
import time
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Generator

_SHARING_VIOLATIONS: Final = frozenset((5, 32, 33))
"""Windows errors while a virus scanner or indexer holds a file."""
_RETRY_AFTER_S: Final = (0.05, 0.1, 0.2, 0.4, 0.8, 1.0)


@contextmanager
def replacing(target: Path) -> Generator[Path]:
    """Yield a path to write to; when the block ends well, it becomes *target*, durably.

    Raises:
        OSError: the folder is not writable or the disk is full; *target* is as before, unless it
            replaced a file and only the disk did not confirm its name.
    """
    is_new = not target.exists()
    handle, name = tempfile.mkstemp(prefix=".il-", suffix=".tmp", dir=target.parent)
    os.close(handle)
    temporary = Path(name)
    try:
        yield temporary
        with temporary.open("rb+") as file:
            os.fsync(file.fileno())
        rename(temporary, target)
    except BaseException:
        with suppress(OSError):  # what went wrong first is what people are told
            temporary.unlink(missing_ok=True)
        raise
    try:
        sync_folder(target.parent)
    except OSError:
        if is_new:
            with suppress(OSError):  # as above
                target.unlink()
        raise


def sync_folder(folder: Path) -> None:
    """Let names that were added, removed or changed in *folder* reach the disk."""
    if os.name == "posix":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def write(target: Path, content: bytes) -> None:
    """Write *content* durably; readers see the old file or the new one.

    Raises:
        OSError: the folder is not writable or the disk is full; *target* is as before.
    """
    with replacing(target) as temporary:
        temporary.write_bytes(content)


def rename(source: Path, target: Path) -> None:
    """Let *source*, a file or a folder, be *target*; wait for virus scanners that look into it.

    Raises:
        OSError: the folder is not writable, or somebody holds it for longer.
    """
    _patiently(lambda: source.replace(target))


def remove(path: Path) -> None:
    """Remove a file, if there is one; wait for virus scanners that look into it.

    Raises:
        OSError: the folder is not writable, or somebody holds it for longer.
    """
    _patiently(lambda: path.unlink(missing_ok=True))


def _patiently(act: Callable[[], object]) -> None:
    for pause_s in _RETRY_AFTER_S:
        try:
            act()
        except OSError as failure:
            if getattr(failure, "winerror", None) not in _SHARING_VIOLATIONS:
                raise
            time.sleep(pause_s)
        else:
            return
    act()
