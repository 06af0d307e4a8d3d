"""A program of a later version, as far as others notice it."""

from __future__ import annotations

from typing import Final, NamedTuple

from innolab_desktop.journal import operations

FUTURE_KIND: Final = 40


class Future(NamedTuple):
    """An operation that only the later version knows."""

    payload: str


operations._KINDS[Future] = FUTURE_KIND  # pyright: ignore[reportArgumentType] - the later version writes it
