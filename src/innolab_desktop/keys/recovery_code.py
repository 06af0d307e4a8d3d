"""The recovery code: 160 random bits as eight groups of five characters.

Four characters of a group carry bits, the fifth checks them and the group's place: one wrong
character, two swapped ones, and swapped groups are noticed, and the group is named.

Source: ``docs/formats/vault.md``, Recovery code.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from innolab_desktop.domain.errors import VaultError

CODE_BYTES: Final = 20
GROUPS: Final = 8
_CARRIED: Final = 4
_LENGTH: Final = _CARRIED + 1
_ALPHABET: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_READ_AS: Final = str.maketrans("OIL", "011")
_BITS: Final = 5
_POLYNOMIAL: Final = 0b100101
"""x^5 + x^2 + 1: the field of 32 elements in which the check character is computed."""


def write(code: bytes) -> str:
    """Return *code* (20 bytes) as people write it: groups with hyphens."""
    number = int.from_bytes(code, "big")
    digits = [number >> _BITS * place & 31 for place in reversed(range(GROUPS * _CARRIED))]
    groups = [digits[start : start + _CARRIED] for start in range(0, len(digits), _CARRIED)]
    return "-".join(
        "".join(_ALPHABET[digit] for digit in (*group, _check(group, place)))
        for place, group in enumerate(groups, 1)
    )


def read(text: str) -> bytes:
    """Return the code in *text*; case, spaces, hyphens, O for 0, I and L for 1 do not matter.

    Raises:
        VaultError: a group is wrong (its number is named), or there are too many characters.
    """
    number = 0
    groups = _groups(text)
    for place in range(1, GROUPS + 1):
        group = groups[place - 1] if place <= len(groups) else ""
        digits = [_ALPHABET.find(character) for character in group]
        if len(digits) != _LENGTH or -1 in digits or digits[-1] != _check(digits[:-1], place):
            raise VaultError("recovery_code_group", group=place)
        for digit in digits[:-1]:
            number = number << _BITS | digit
    if len(groups) > GROUPS:
        raise VaultError("recovery_code_long", groups=GROUPS)
    return number.to_bytes(CODE_BYTES, "big")


def _groups(text: str) -> list[str]:
    """Return the groups as they were typed, or cut anew where the typed ones are not eight."""
    plain = unicodedata.normalize("NFKC", text).upper().translate(_READ_AS)
    typed = [group for group in re.split(r"[\W_]+", plain) if group]
    if len(typed) == GROUPS:
        return typed
    joined = "".join(typed)
    return [joined[start : start + _LENGTH] for start in range(0, len(joined), _LENGTH)]


def _check(digits: list[int], place: int) -> int:
    """Return the check digit: d1 x^4 + d2 x^3 + d3 x^2 + d4 x + place."""
    total = 0
    for digit in digits:
        total = _times_x(total ^ digit)
    return total ^ place


def _times_x(value: int) -> int:
    doubled = value << 1
    return doubled ^ _POLYNOMIAL if doubled >= len(_ALPHABET) else doubled
