"""Reads text armour from ``docs/formats/armour.md`` alone, character by character."""

from __future__ import annotations

import zlib

BASE64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
BASE45 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:"


def read_block(text: str, word: str) -> bytes:
    """Return the file in the one block of an unharmed text."""
    assert text.isascii()
    lines = text.split("\r\n")
    assert max(map(len, lines)) <= 76
    begin = lines.index(f"-----BEGIN INNOLAB {word} 1-----")
    end = lines.index(f"-----END INNOLAB {word} 1-----")
    *encoded, check = lines[begin + 1 : end]
    assert {len(line) for line in encoded[:-1]} <= {64}
    digits = "".join(encoded)
    assert len(digits) % 4 == 0
    number = 0
    for character in digits.rstrip("="):
        number = number * 64 + BASE64.index(character)
    count = len(digits.rstrip("=")) * 6
    content = (number >> count % 8).to_bytes(count // 8, "big")
    assert check == f"CRC32: {zlib.crc32(content):08X}"
    return content


def read_card_line(line: str) -> bytes:
    """Return the card file in a line for a QR code."""
    prefix, digits = line[:9], line[9:]
    assert prefix == "ILKARTE1:"
    data = bytearray()
    while digits:
        group, digits = digits[:3], digits[3:]
        value = sum(BASE45.index(c) * 45**place for place, c in enumerate(group))
        data += value.to_bytes(len(group) - 1, "big")
    content = bytes(data[:-4])
    assert zlib.crc32(content).to_bytes(4, "big") == data[-4:]
    return content
