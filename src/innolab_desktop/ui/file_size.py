"""Sizes of files as people read them."""

from __future__ import annotations

from typing import Final

_STEP: Final = 1000
_UNITS: Final = ("Byte", "kB", "MB", "GB")


def file_size(size_bytes: int) -> str:
    """Return a size with its unit, in German: "1,4 MB"."""
    amount, unit = float(size_bytes), 0
    while amount >= _STEP and unit < len(_UNITS) - 1:
        amount, unit = amount / _STEP, unit + 1
    digits = 0 if unit == 0 or amount >= 100 else 1  # noqa: PLR2004 - three digits say enough
    return f"{amount:.{digits}f} {_UNITS[unit]}".replace(".", ",")
