"""The two shapes that nearly all of a log consists of, read by their bytes without a decoder.

A decoder makes an object of every part, and each is then asked for its type and size. Here the
bytes in front of a part have said both. Whatever differs from the shape in a single byte is None
and left to the decoder; what is not None is exactly what the decoder would have said.

Source: ``docs/formats/commit.md``; RFC 8949, 3.
"""

from __future__ import annotations

import re
import struct
from typing import Final, NamedTuple

from innolab_desktop.journal.quick_tuples import quickly

_HEADER: Final = re.compile(
    rb"""\xa8                                            # a map of eight
    \x01 \x01                                           # the version of the format
    \x02 \x50(.{16})                                    # log
    \x03 ([\x02-\x17] | \x18. | \x19.. | \x1a.{4})      # seq
    \x04 \x58\x20(.{32})                                # prev
    \x05 \x82 \x1b(.{8}) ([\x00-\x17])                  # time: ms, counter
    \x06 \x50(.{16})                                    # person
    \x07 ([\x81-\x97])                                  # how many entries
    ((?: \x83 \x58\x20.{32} \x18[\x18-\xff] (?: \x80 | \x81\x51.{17}) ){1,23})
    \x08 \x01                                           # the lowest schema that reads it
    """,
    re.DOTALL | re.VERBOSE,
)
_ENTRY: Final = re.compile(
    rb"\x83 \x58\x20(.{32}) \x18(.) (?: \x80 | \x81\x51(.{17}) )", re.DOTALL | re.VERBOSE
)
_MANY: Final = 0x80

_BEGINNING: Final = struct.Struct("2s 16s 2s 16s B")
"""Heads of array and salt, salt, kind and head of the record, record, head of the name."""
_FIVE_PARTS: Final = b"\x85\x50"
_SETS: Final = b"\x02\x50"
_NAMES: Final = frozenset(range(0x61, 0x78))
"""The heads of texts of 1 to 23 bytes."""
_OWN: Final = ord("_")
"""Begins the names that the program gives."""
_FIELD_AT: Final = _BEGINNING.size
_TEXT: Final = 0x60
_LONGER_TEXT: Final = 0x78
_LONGEST_SHORT: Final = 24


class HeaderParts(NamedTuple):
    """What a header says that has a predecessor and needs no later schema than the first."""

    log: bytes
    seq: int
    prev: bytes
    ms: int
    counter: int
    person: bytes
    entries: list[tuple[bytes, bytes, bytes]]
    """Hash, length in one byte, and the one predecessor or nothing, of each."""


def header(data: bytes) -> HeaderParts | None:
    """Return what a header of the usual shape says; its numbers are not checked."""
    found = _HEADER.fullmatch(data)
    if found is None:
        return None
    log, seq, prev, ms, counter, person, count, listed = found.groups()
    entries = _ENTRY.findall(listed)
    if len(entries) + _MANY != count[0]:
        return None
    number = int.from_bytes(seq[1:] or seq, "big")
    instant = int.from_bytes(ms, "big"), counter[0]
    return quickly(HeaderParts, (log, number, prev, *instant, person, entries))


def text_value(body: bytes) -> tuple[bytes, str, str] | None:
    """Return record, field and value of a body that gives a field a text of up to 255 bytes."""
    if len(body) <= _FIELD_AT or body.find(0, _FIELD_AT) >= 0:
        return None
    parts: tuple[bytes, bytes, bytes, bytes, int] = _BEGINNING.unpack_from(body)
    outer, _, kind, record, named = parts
    if outer != _FIVE_PARTS or kind != _SETS or named not in _NAMES or body[_FIELD_AT] == _OWN:
        return None
    value_at = _FIELD_AT + named - _TEXT
    size_bytes = len(body) - value_at
    if size_bytes <= _LONGEST_SHORT:
        start = value_at + 1
        is_whole = size_bytes > 1 and body[value_at] == _TEXT + size_bytes - 1
    else:
        start = value_at + 2
        is_whole = body[value_at] == _LONGER_TEXT and body[value_at + 1] == size_bytes - 2
    if not is_whole:
        return None
    try:
        return record, body[_FIELD_AT:value_at].decode(), body[start:].decode()
    except UnicodeDecodeError:
        return None
