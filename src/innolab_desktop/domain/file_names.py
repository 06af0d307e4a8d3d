"""Names of files that come from others: what is safe to show, and to write under.

Source: reserved names and characters of Windows ("Naming Files, Paths, and Namespaces"), the
strictest of the systems that people exchange files between.
"""

from __future__ import annotations

import unicodedata
from typing import Final

LONGEST_NAME: Final = 100
_LONGEST_SUFFIX: Final = 10
_NAMELESS: Final = "Anhang"
_FORBIDDEN: Final = frozenset('<>:"/\\|?*')
_INVISIBLE: Final = frozenset(("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"))
_DEVICES: Final = frozenset(
    (
        *("CON", "PRN", "AUX", "NUL", "CLOCK$", "CONIN$", "CONOUT$"),
        *(f"{port}{digit}" for port in ("COM", "LPT") for digit in "0123456789¹²³"),
    )
)
_RUNS: Final = frozenset(
    [
        "appref-ms",
        "application",
        "bat",
        "chm",
        "cmd",
        "com",
        "cpl",
        "dll",
        "docm",
        "dotm",
        "exe",
        "gadget",
        "hta",
        "htm",
        "html",
        "inf",
        "iso",
        "jar",
        "js",
        "jse",
        "lnk",
        "mht",
        "mhtml",
        "msc",
        "msi",
        "msp",
        "pif",
        "potm",
        "ppam",
        "ppsm",
        "pptm",
        "ps1",
        "ps1xml",
        "psc1",
        "reg",
        "scf",
        "scr",
        "sct",
        "settingcontent-ms",
        "sh",
        "svg",
        "swf",
        "sys",
        "url",
        "vb",
        "vbe",
        "vbs",
        "vhd",
        "vhdx",
        "wsc",
        "wsf",
        "wsh",
        "xlam",
        "xll",
        "xlsm",
        "xltm",
        "xml",
    ]
)


def clean_file_name(name: str) -> str:
    """Return *name* as it may be shown and written: one part of a path, without tricks.

    What leads elsewhere, is invisible, turns the reading direction, or means a device, is replaced
    or left out; a long name keeps its ending.
    """
    last = unicodedata.normalize("NFC", name).replace("\\", "/").rsplit("/", 1)[-1]
    plain = "".join(
        "_" if sign in _FORBIDDEN else sign
        for sign in last
        if unicodedata.category(sign) not in _INVISIBLE
    )
    plain = plain.strip().rstrip(". ") or _NAMELESS
    stem, dot, suffix = plain.rpartition(".")
    if not dot or not stem or len(suffix) > _LONGEST_SUFFIX:
        stem, suffix = plain, ""
    if stem.split(".", 1)[0].rstrip(" ").upper() in _DEVICES:
        stem = f"_{stem}"
    ending = f".{suffix}" if suffix else ""
    return stem[: LONGEST_NAME - len(ending)].rstrip(". ") + ending


def may_run(name: str) -> bool:
    """Tell whether opening a file of this name may run something, or load from elsewhere.

    A file without an ending counts: what opens it is anybody's guess.
    """
    stem, dot, suffix = name.rpartition(".")
    return not dot or not stem or suffix.casefold() in _RUNS
