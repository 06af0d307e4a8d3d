"""What an interrupted program left in the folder of a vault: unfinished files and copies."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from pathlib import Path

PREFIX: Final = ".il-"
"""How names begin that are given until something is finished, as in ``atomic_file``."""


def sweep(folder: Path) -> None:
    """Remove what was not finished; only while the vault is locked for this process."""
    for path in folder.glob(f"{PREFIX}*"):
        if path.is_dir():
            shutil.rmtree(path, ignore_errors=True)
        else:
            path.unlink(missing_ok=True)
