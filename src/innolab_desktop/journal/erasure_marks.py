"""Marks: targets of an erasure that stand for a whole record.

A mark is as long as the id of an operation, ``record_id | 0xff``. No operation has it: the index of
an operation ends at 127.

Source: ``docs/formats/commit.md``, section Erasure, and ADR 0015.
"""

from __future__ import annotations

from typing import Final

_MARK: Final = b"\xff"


def whole_record(record: bytes) -> bytes:
    """Return the target that names every operation about *record*, also those yet to come."""
    return record + _MARK


def is_mark(target: bytes) -> bool:
    """Tell whether *target* names a whole record."""
    return target.endswith(_MARK)


def marked_record(mark: bytes) -> bytes:
    """Return the record that *mark* names."""
    return mark[:-1]
