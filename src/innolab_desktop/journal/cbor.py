"""Strict CBOR: deterministic when writing, suspicious when reading.

Source: RFC 8949; the limits are those of ``docs/formats/README.md``.
"""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING, Any, Final, NoReturn, cast

import cbor2

from innolab_desktop.domain.errors import FormatError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

MAX_DEPTH: Final = 16
_INT_LIMIT: Final = 2**63
_NULL: Final = b"\xf6"
_NUMBER: Final = 0x00
_BYTES: Final = 0x40
_ARRAY: Final = 0x80
_SHORT_HEADS: Final = {
    major: tuple(
        bytes((major | argument,) if argument < 24 else (major | 24, argument))  # noqa: PLR2004 - RFC 8949, 3
        for argument in range(256)
    )
    for major in (_NUMBER, _BYTES, _ARRAY)
}
"""The heads of items by major type and argument: nearly all there are."""
_PORTION_BYTES: Final = 1024 * 1024


def _refuse_tag(*_: object) -> NoReturn:
    raise FormatError("cbor_tag")


# cbor2 decodes these tags by itself (dates, bignums, regular expressions, shared references …).
_BUILT_IN_TAGS: Final = dict.fromkeys(
    (*range(6), 25, 28, 29, 30, 35, 36, 37, 52, 54, 100, 256, 258, 260, 261, 1004, 43000, 55799),
    _refuse_tag,
)
_STRICT: dict[str, Any] = {
    "max_depth": MAX_DEPTH,
    "allow_indefinite": False,
    "allow_duplicate_keys": False,
    "str_errors": "strict",
    "tag_hook": _refuse_tag,
    "semantic_decoders": _BUILT_IN_TAGS,
}
_INSIDE_ARRAY: dict[str, Any] = _STRICT | {"max_depth": MAX_DEPTH + 1}
_DECODE_FAILURES: Final = (
    cbor2.CBORDecodeError,
    ValueError,
    RecursionError,
    MemoryError,
    OverflowError,
    TypeError,
)


def encode(value: object) -> bytes:
    """Return the deterministic encoding of *value*."""
    return cbor2.dumps(value, canonical=True)


def byte_string(data: bytes) -> tuple[bytes, bytes]:
    """Return head and content of the encoding of a byte string, without a copy."""
    return _head(_BYTES, len(data)), data


def array_of(items: Sequence[bytes | None]) -> list[bytes]:
    """Return the parts of the encoding of an array of byte strings and nulls."""
    parts = [array_head(len(items))]
    for item in items:
        parts += (_NULL,) if item is None else (_head(_BYTES, len(item)), item)
    return parts


def array_head(count: int) -> bytes:
    """Return what stands in front of the *count* items of an array."""
    return _head(_ARRAY, count)


def number(value: int) -> bytes:
    """Return the encoding of a number from 0 to 2^32-1."""
    return _head(_NUMBER, value)


def _head(major: int, argument: int) -> bytes:
    """Return the shortest head of an item (RFC 8949, 3)."""
    if argument < 0x100:  # noqa: PLR2004 - RFC 8949
        return _SHORT_HEADS[major][argument]
    if argument < 0x10000:  # noqa: PLR2004
        return bytes((major | 25,)) + argument.to_bytes(2, "big")
    return bytes((major | 26,)) + argument.to_bytes(4, "big")


def decode(data: bytes) -> object:
    """Return the one item in *data*.

    Raises:
        FormatError: malformed, outside the limits, or followed by more bytes.
    """
    return decode_many((data,))[0]


def decode_many(items: Sequence[bytes]) -> list[object]:
    """Decode every element of *items* as exactly one item, in one call of the decoder.

    A random separator stands behind each element: whatever an element holds besides one
    complete item swallows or shifts a separator and is found out.

    Raises:
        FormatError: one of them is malformed, outside the limits, or followed by more bytes.
    """
    mark = secrets.token_bytes(16)
    encoded_mark = b"\x50" + mark
    array = b"\x9a" + (2 * len(items)).to_bytes(4, "big")
    try:
        decoded: list[object] = cbor2.loads(
            array + b"".join([part for item in items for part in (item, encoded_mark)]),
            **_INSIDE_ARRAY,
        )
    except FormatError:
        raise
    except _DECODE_FAILURES as failure:
        raise FormatError("cbor_malformed") from failure
    if decoded[1::2].count(mark) != len(items):
        raise FormatError("cbor_malformed")
    return decoded[::2]


def decode_in_portions(items: Sequence[bytes]) -> Iterator[object]:
    """Yield what :func:`decode_many` returns, with little of it in memory at a time.

    What a hostile item decodes to is up to sixty times as large as the item.

    Raises:
        FormatError: one of them is malformed, outside the limits, or followed by more bytes.
    """
    portion: list[bytes] = []
    size_bytes = 0
    for item in items:
        portion.append(item)
        size_bytes += len(item)
        if size_bytes > _PORTION_BYTES:
            yield from decode_many(portion)
            portion, size_bytes = [], 0
    yield from decode_many(portion)


def decode_deterministic(data: bytes) -> object:
    """Return the one item in *data*, which must be deterministically encoded.

    Raises:
        FormatError: as for :func:`decode`, or encoded in another way than :func:`encode` does.
    """
    value = decode(data)
    check_plain(value)
    if encode(value) != data:
        raise FormatError("cbor_not_deterministic")
    return value


def check_plain(value: object) -> None:
    """Refuse whatever the formats do not use: floats, wide integers, NUL in texts, text keys.

    Raises:
        FormatError: *value* contains such a thing.
    """
    if value is None or isinstance(value, bool | bytes):
        return
    if isinstance(value, int):
        if not -_INT_LIMIT <= value < _INT_LIMIT:
            raise FormatError("cbor_integer_range")
    elif isinstance(value, str):
        if "\0" in value:
            raise FormatError("cbor_nul")
    elif isinstance(value, list):
        for item in cast("list[object]", value):
            check_plain(item)
    elif isinstance(value, dict):
        _check_map(cast("dict[object, object]", value))
    else:
        raise FormatError("cbor_type", type=type(value).__name__)


def _check_map(value: dict[object, object]) -> None:
    for key, item in value.items():
        if type(key) is not int or key < 0:
            raise FormatError("cbor_map_key")
        check_plain(item)
