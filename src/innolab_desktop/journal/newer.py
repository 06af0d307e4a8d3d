"""What an older version can say about commits that only a newer one understands.

Source: ``docs/formats/commit.md``, section Later versions.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from innolab_desktop.domain.errors import FormatError
from innolab_desktop.journal import cbor, shape
from innolab_desktop.journal.operations import RECORD_ID_BYTES, Unknown

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from innolab_desktop.journal.commit import Commit
    from innolab_desktop.journal.operations import Operation

_ABOUT_NO_RECORD: Final = range(7, 12)
"""Erasures and membership have something else where the other kinds name their record."""


def is_understood(commit: Commit, operations: Iterable[tuple[int, Operation]]) -> bool:
    """Tell whether this version projects everything that *commit* says."""
    if not commit.is_readable:
        return all(body is None for body in commit.bodies)  # nothing is left that could be read
    for _, item in operations:  # noqa: SIM110 - an import asks of every commit
        if type(item) is Unknown:
            return False
    return True


def record_of(commit: Commit) -> bytes | None:
    """Return the record that a commit is about, as far as a later format lets this version see."""
    return next((record for _, record in records_in(commit)), None)


def records_in(commit: Commit) -> Iterator[tuple[int, bytes]]:
    """Yield which body of *commit* is about which record, later formats included."""
    for index, body in enumerate(commit.bodies):
        record = None if body is None else _record(body)
        if record is not None:
            yield index, record


def _record(body: bytes) -> bytes | None:
    """Return the first argument of an operation, if it is a record."""
    try:
        _, kind, record, *_ = shape.array(cbor.decode(body), "body")
        if shape.number(kind, 0, 2**31, "operation kind") in _ABOUT_NO_RECORD:
            return None
        return shape.sized(record, RECORD_ID_BYTES, "record id")
    except (FormatError, ValueError):
        return None  # nothing is shown of it: it is kept as it came, and read after the update
