"""Order keys of child records: texts that sort, with room between any two.

A key is a fraction in base 62, so that a record can move between two others without touching
them. Equal keys (two people inserted at the same place) are ordered by age of the records.
"""

from __future__ import annotations

from typing import Final

_DIGITS: Final = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
_STEP: Final = 8


def key_between(before: str, after: str) -> str:
    """Return a key that sorts behind *before* and ahead of *after*; "" stands for no neighbour."""
    if after and before >= after:
        return before + _DIGITS[len(_DIGITS) // 2]
    key: list[str] = []
    position = 0
    while True:
        low = _digit(before, position, 0)
        high = _digit(after, position, len(_DIGITS)) if after else len(_DIGITS)
        if high - low > 1:
            middle = low + _STEP if not after and low + _STEP < high else (low + high) // 2
            return "".join(key) + _DIGITS[middle]
        key.append(_DIGITS[low])
        if high > low:
            after = ""
        position += 1


def _digit(key: str, position: int, otherwise: int) -> int:
    return _DIGITS.index(key[position]) if position < len(key) else otherwise
