"""A CBOR reader written from RFC 8949 alone; shares no code with the application."""

from __future__ import annotations

from typing import Any

MAX_DEPTH = 16


class NotCborError(ValueError):
    """The bytes are not what ``docs/formats/README.md`` allows."""


def read_one(data: bytes) -> Any:
    """Return the one item in *data*."""
    item, end = read_item(data, 0)
    if end != len(data):
        raise NotCborError("bytes after the item")
    return item


def read_sequence(data: bytes) -> list[tuple[Any, int]]:
    """Return each item of a CBOR sequence with the offset behind it."""
    items: list[tuple[Any, int]] = []
    position = 0
    while position < len(data):
        item, position = read_item(data, position)
        items.append((item, position))
    return items


def read_item(data: bytes, position: int, depth: int = 0) -> tuple[Any, int]:
    """Return the item at *position* and the offset behind it."""
    if depth > MAX_DEPTH:
        raise NotCborError("too deep")
    major, argument, position = _head(data, position)
    if major == 0:
        return _bounded(argument), position
    if major == 1:
        return _bounded(-1 - argument), position
    if major in (2, 3):
        return _string(data, position, argument, is_text=major == 3)
    if major == 4:
        return _array(data, position, argument, depth)
    if major == 5:
        return _map(data, position, argument, depth)
    if major == 6:
        raise NotCborError("tag")
    simple = {20: False, 21: True, 22: None}
    if argument not in simple:
        raise NotCborError("float or simple value")
    return simple[argument], position


def _head(data: bytes, position: int) -> tuple[int, int, int]:
    if position >= len(data):
        raise NotCborError("cut")
    first = data[position]
    major, short = first >> 5, first & 31
    position += 1
    if short < 24:
        return major, short, position
    if short > 27 or major == 7:
        raise NotCborError("indefinite, reserved, float or simple value")
    size = 1 << (short - 24)
    if position + size > len(data):
        raise NotCborError("cut")
    return major, int.from_bytes(data[position : position + size], "big"), position + size


def _bounded(number: int) -> int:
    if not -(2**63) <= number < 2**63:
        raise NotCborError("wide integer")
    return number


def _string(data: bytes, position: int, length: int, *, is_text: bool) -> tuple[Any, int]:
    end = position + length
    if end > len(data):
        raise NotCborError("cut")
    content = data[position:end]
    if not is_text:
        return content, end
    try:
        text = content.decode("utf-8", "strict")
    except UnicodeDecodeError as failure:
        raise NotCborError("not UTF-8") from failure
    if "\0" in text:
        raise NotCborError("U+0000")
    return text, end


def _array(data: bytes, position: int, length: int, depth: int) -> tuple[list[Any], int]:
    items: list[Any] = []
    for _ in range(length):
        item, position = read_item(data, position, depth + 1)
        items.append(item)
    return items, position


def _map(data: bytes, position: int, length: int, depth: int) -> tuple[dict[int, Any], int]:
    items: dict[int, Any] = {}
    for _ in range(length):
        key, position = read_item(data, position, depth + 1)
        if type(key) is not int or key < 0 or key in items:
            raise NotCborError("key of a map")
        items[key], position = read_item(data, position, depth + 1)
    return items, position
