"""Brings the places together: the computer goes before the file, the file before the account."""

from __future__ import annotations

import os
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from innolab_desktop.domain.policy import KEYS, PolicySource, PolicyType, combine
from innolab_desktop.policy.policy_file import read_file
from innolab_desktop.policy.registry import Hive, read_hive, windows_reader

if TYPE_CHECKING:
    from pathlib import Path

    from innolab_desktop.domain.policy import Policy
    from innolab_desktop.policy.registry import RegistryReader

_FOLDERS: Final = frozenset(key.name for key in KEYS if key.type is PolicyType.FOLDER)


def read_policy(file: Path, registry: RegistryReader | None = None) -> Policy:
    """Return what IT prescribes for this computer and account.

    Args:
        file: the policy file; need not exist.
        registry: that of Windows if not given; there is none elsewhere.
    """
    reader = registry or windows_reader()
    places = [read_file(file)]
    if reader is not None:
        places = [read_hive(Hive.COMPUTER, reader), *places, read_hive(Hive.USER, reader)]
    return combine(_with_folders(place) for place in places)


def _with_folders(source: PolicySource) -> PolicySource:
    """Put the account's own folder where a path names it: ``~``, ``$HOME``, ``%USERPROFILE%``."""
    values = {
        name: os.path.expanduser(os.path.expandvars(value))  # noqa: PTH111 - Path raises where there is no home
        if name in _FOLDERS and isinstance(value, str)
        else value
        for name, value in source.values.items()
    }
    return replace(source, values=values)
