"""Where forms, resources and the person's files live; the only module that knows."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from innolab_desktop.domain.language import Language


def data_dir() -> Path:
    """Return the folder that holds ``forms/``, ``resources/`` and ``docs/handbook/``."""
    frozen = getattr(sys, "_MEIPASS", None)
    if frozen is not None:
        return Path(frozen)
    packaged = Path(__file__).parent / "_data"
    return packaged if packaged.is_dir() else Path(__file__).parents[2]


def forms_dir() -> Path:
    """Return the folder of the form definitions."""
    return data_dir() / "forms"


def resources_dir() -> Path:
    """Return the folder of icons, fonts, translations and text catalogues."""
    return data_dir() / "resources"


def handbook_dir(language: Language = Language.GERMAN) -> Path:
    """Return the folder of the handbook, which is the help of the program."""
    if language is Language.GERMAN:
        return data_dir() / "docs" / "handbook"
    return resources_dir() / "translations" / language / "docs" / "handbook"


def licenses_dir() -> Path:
    """Return the folder with the licences of what others wrote."""
    shipped = data_dir() / "licenses"
    return shipped if shipped.is_dir() else data_dir() / "installer" / "licenses"


def policy_file() -> Path:
    """Return where IT writes what it prescribes; only administrators may write there."""
    if os.name == "nt":
        shared = os.environ.get("PROGRAMDATA", "C:\\ProgramData")
        return Path(shared) / "InnoLab Desktop" / "policy.toml"
    return Path("/etc/innolab-desktop/policy.toml")


def user_data_dir() -> Path:
    """Return the person's own folder for vaults; never a roaming one, never the program's."""
    if override := os.environ.get("INNOLAB_DATA_DIR"):
        return Path(override)
    if os.name == "nt":
        return Path(os.environ.get("LOCALAPPDATA", Path.home())) / "InnoLab Desktop"
    base = os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share"
    return Path(base) / "innolab-desktop"
