"""CBOR sequences of byte strings and small arrays of them, read in bounded memory.

A general decoder makes objects of up to sixty times the size of what it reads; a few kilobytes of
compressed mail would fill the memory of a computer before anybody knows who sent them. What stands
in a bundle is flat, so everything else is refused at its first byte.

Source: RFC 8742; ``docs/formats/bundle.md``, section Chunks.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from innolab_desktop.domain.errors import FormatError

if TYPE_CHECKING:
    from collections.abc import Iterator

MAX_ARRAY_ITEMS: Final = 128
"""As many as a commit has bodies; a signed tip has two."""
_MAX_NESTING: Final = 2
_BYTE_STRING: Final = 2
_ARRAY: Final = 4
_NULL: Final = (7, 22)
_ONE_BYTE: Final = 24
_EIGHT_BYTES: Final = 27
_EMPTY_ARRAY: Final = _ARRAY << 5
_SHORT_STRING: Final = _BYTE_STRING << 5 | _ONE_BYTE
_LONGER_STRING: Final = _SHORT_STRING + 1


def read_items(data: bytes, *, limit: int) -> Iterator[tuple[object, int]]:
    """Yield each item of *data* and the offset behind it.

    Raises:
        FormatError: malformed, of another shape, or more than *limit* items.
    """
    position, size_bytes = 0, len(data)
    while position < size_bytes:
        if limit == 0:
            raise FormatError("cbor_too_many_items")
        limit -= 1
        item, position = _item(data, position, _MAX_NESTING)
        yield item, position


def _item(data: bytes, at: int, levels: int) -> tuple[object, int]:
    if levels and at < len(data) and _EMPTY_ARRAY <= data[at] < _EMPTY_ARRAY + _ONE_BYTE:
        return _array(data, at + 1, data[at] - _EMPTY_ARRAY, levels - 1)
    major, argument, start = _head(data, at)
    if major == _BYTE_STRING:
        end = start + argument
        if end > len(data):
            raise FormatError("cbor_malformed", position=at)
        return data[start:end], end
    if major == _ARRAY and levels and argument <= MAX_ARRAY_ITEMS:
        return _array(data, start, argument, levels - 1)
    if (major, argument) == _NULL and levels < _MAX_NESTING:
        return None, start
    raise FormatError("format_shape", what="item")


def _array(data: bytes, at: int, length: int, levels: int) -> tuple[list[object], int]:
    items: list[object] = []
    # Nearly everything is a byte string of 24 to 65,535 bytes: found without another call.
    try:
        for _ in range(length):
            head = data[at]
            if head == _SHORT_STRING:
                start = at + 2
                at = start + data[at + 1]
            elif head == _LONGER_STRING:
                start = at + 3
                at = start + (data[at + 1] << 8 | data[at + 2])
            else:
                item, at = _item(data, at, levels)
                items.append(item)
                continue
            items.append(data[start:at])
    except IndexError:
        raise FormatError("cbor_malformed", position=at) from None
    if at > len(data):
        raise FormatError("cbor_malformed", position=len(data))
    return items, at


def _head(data: bytes, at: int) -> tuple[int, int, int]:
    """Return major type, argument, and where the content begins (RFC 8949, 3)."""
    if at >= len(data):
        raise FormatError("cbor_malformed", position=at)
    first = data[at]
    argument = first & 31
    if argument < _ONE_BYTE:
        return first >> 5, argument, at + 1
    start = at + 1 + (1 << argument - _ONE_BYTE)
    if argument > _EIGHT_BYTES or start > len(data):
        raise FormatError("cbor_malformed", position=at)
    return first >> 5, int.from_bytes(data[at + 1 : start], "big"), start
