r"""Paths of any length: Windows takes 260 characters, unless a path begins with ``\\?\``."""

from __future__ import annotations

import ntpath
import os
from pathlib import Path
from typing import Final

AT_ANY_LENGTH: Final = "\\\\?\\"
_DEVICE: Final = "\\\\.\\"
_SERVER: Final = "\\\\"
_LONGEST_CHARACTERS: Final = 260
_BELOW_CHARACTERS: Final = 80
"""What the files in a backup of a vault need below the folder of the vault."""


def reachable(
    folder: Path, *, below: int = _BELOW_CHARACTERS, is_windows: bool = os.name == "nt"
) -> Path:
    r"""Return a path to *folder* that the system takes at any length: on Windows with ``\\?\``.

    Args:
        folder: on a disk or a network drive.
        below: how many characters the paths inside need at most.
        is_windows: whether the limit holds.
    """
    if not is_windows:
        return folder
    path = ntpath.abspath(folder)  # with the prefix, nobody resolves „..“ any more
    if len(path) + below < _LONGEST_CHARACTERS or path.startswith((AT_ANY_LENGTH, _DEVICE)):
        return folder
    if path.startswith(_SERVER):
        return Path(f"{AT_ANY_LENGTH}UNC\\{path.removeprefix(_SERVER)}")
    return Path(f"{AT_ANY_LENGTH}{path}")
