"""A program of a later version, as far as others notice it."""

from __future__ import annotations

from typing import Final, NamedTuple

from innolab_desktop.journal import operations

FUTURE_KIND: Final = 40
FUTURE_REMARK_KIND: Final = 41


class Future(NamedTuple):
    """An operation that only the later version knows."""

    payload: str


class FutureRemark(NamedTuple):
    """An operation about a record; its id comes first, as the format promises."""

    record: bytes
    text: str


operations._KINDS[FutureRemark] = FUTURE_REMARK_KIND  # pyright: ignore[reportArgumentType] - as below
operations._KINDS[Future] = FUTURE_KIND  # pyright: ignore[reportArgumentType] - the later version writes it
