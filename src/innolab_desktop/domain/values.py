"""Field values as they are stored, compared, merged and sent.

A value is plain data, so that the same value lives in CBOR, in SQL and in JSON without
conversion: texts are strings, decimals and money are canonical decimal strings (``"4.8"``),
dates are ISO 8601 strings, choices are ids, several choices and date ranges are tuples.

Units: money is in euros.
"""

from __future__ import annotations

from typing import Final, TypeAlias, cast

Value: TypeAlias = bool | int | str | tuple[str | None, ...] | None
"""None means "not answered" and is a value like any other: it can be written and merged."""


_SINGLE: Final = frozenset((bool, int, str, type(None)))


def as_value(plain: object) -> Value:
    """Return *plain* (from JSON or CBOR, with lists) as a value.

    Raises:
        TypeError: *plain* is none of the types of a value.
    """
    if type(plain) in _SINGLE:
        return cast("Value", plain)
    if isinstance(plain, list | tuple):
        items: list[str | None] = []
        for item in plain:  # pyright: ignore[reportUnknownVariableType] - checked right here
            if not (item is None or isinstance(item, str)):
                raise TypeError(type(item).__name__)  # pyright: ignore[reportUnknownArgumentType] - any type
            items.append(item)
        return tuple(items)
    raise TypeError(type(plain).__name__)
