"""Checks of the shape of decoded structures: every reader of ``docs/formats/`` asks here."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeVar, cast

from innolab_desktop.domain.errors import FormatError
from innolab_desktop.journal import cbor

if TYPE_CHECKING:
    from collections.abc import Mapping

T = TypeVar("T")

_MAX_VERSION: Final = 2**31
_INTEGER: Final[frozenset[type]] = frozenset((int,))


def the(value: object, expected: type[T], what: str) -> T:
    """Return *value* if it is exactly of type *expected*.

    Raises:
        FormatError: ``format_shape`` naming *what* is malformed.
    """
    if type(value) is not expected:
        raise FormatError("format_shape", what=what)
    return value


def sized(value: object, size_bytes: int, what: str) -> bytes:
    """Return *value* if it is a byte string of *size_bytes*.

    Raises:
        FormatError: ``format_shape`` naming *what* is malformed.
    """
    if type(value) is not bytes or len(value) != size_bytes:
        raise FormatError("format_shape", what=what)
    return value


def number(value: object, low: int, high: int, what: str) -> int:
    """Return *value* if it is an integer from *low* to *high*.

    Raises:
        FormatError: ``format_shape`` naming *what* is malformed.
    """
    if type(value) is not int or not low <= value <= high:
        raise FormatError("format_shape", what=what)
    return value


def version(value: object, supported: int, what: str) -> int:
    """Return the version of a structure, if this program reads it.

    Raises:
        FormatError: ``format_too_new`` if only a later program reads it, ``format_shape`` if it is
            no version at all.
    """
    found = number(value, 1, _MAX_VERSION, what)
    if found > supported:
        raise FormatError("format_too_new", what=what)
    return found


def text(value: object, max_length: int, what: str) -> str:
    """Return *value* if it is a text of at most *max_length* characters without U+0000.

    Raises:
        FormatError: ``format_shape`` naming *what* is malformed.
    """
    if type(value) is not str or len(value) > max_length or "\0" in value:
        raise FormatError("format_shape", what=what)
    return value


def array(value: object, what: str, *, length: int | None = None) -> list[object]:
    """Return *value* if it is an array, of *length* if given.

    Raises:
        FormatError: ``format_shape`` naming *what* is malformed.
    """
    if type(value) is not list or (length is not None and len(value) != length):  # pyright: ignore[reportUnknownArgumentType] - only counted
        raise FormatError("format_shape", what=what)
    return value  # pyright: ignore[reportUnknownVariableType] - a cast is a call, and this the most frequent check


def mapping(value: object, what: str, *, known: int) -> Mapping[int, object]:
    """Return *value* if it is a map whose keys are unsigned integers.

    Keys from 1 to *known* are left to the caller; what stands under others is of a later version
    and must at least be plain.

    Raises:
        FormatError: ``format_shape`` naming *what* is malformed.
    """
    items = cast("dict[int, object]", value)
    if type(value) is not dict or not _INTEGER.issuperset(map(type, items)):
        raise FormatError("format_shape", what=what)
    if items and not (min(items) > 0 and max(items) <= known):
        for key in items:
            if not 0 < key <= known:
                cbor.check_plain({key: items[key]})
    return items
