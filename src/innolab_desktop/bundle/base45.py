"""Base45: bytes in the alphabet of QR codes.

Source: RFC 9285.
"""

from __future__ import annotations

from typing import Final

ALPHABET: Final = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:"
_BASE: Final = len(ALPHABET)
_DIGITS: Final = {character: digit for digit, character in enumerate(ALPHABET)}


def encode(data: bytes) -> str:
    """Return *data* in base45: three characters for two bytes, two for a last single one."""
    characters: list[str] = []
    for at in range(0, len(data), 2):
        pair = data[at : at + 2]
        value = int.from_bytes(pair, "big")
        for _ in range(len(pair) + 1):
            value, digit = divmod(value, _BASE)
            characters.append(ALPHABET[digit])
    return "".join(characters)


def decode(text: str) -> bytes:
    """Return the bytes of *text*; nothing at all if it is no base45."""
    data = bytearray()
    for at in range(0, len(text), 3):
        group = text[at : at + 3]
        value = 0
        for character in reversed(group):
            value = value * _BASE + _DIGITS.get(character, _BASE**3)
        count = len(group) - 1
        if count == 0 or value >= 256**count:
            return b""
        data += value.to_bytes(count, "big")
    return bytes(data)
