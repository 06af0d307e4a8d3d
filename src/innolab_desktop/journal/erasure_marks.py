"""Marks: targets of an erasure that stand for a whole record.

A mark is as long as the id of an operation, ``record_id | 0xff``. No operation has it: the index of
an operation ends at 127. What a device forgot on its own stands beside them: ids of spaces, which
only its ledger has, never an erasure.

Source: ``docs/formats/commit.md``, section Erasure, and ADR 0015.
"""

from __future__ import annotations

from typing import Final

_MARK: Final = b"\xff"
_SPACE_ID_BYTES: Final = 16


def whole_record(record: bytes) -> bytes:
    """Return the target that names every operation about *record*, also those yet to come."""
    return record + _MARK


def is_mark(target: bytes) -> bool:
    """Tell whether *target* names a whole record."""
    return target.endswith(_MARK)


def marked_record(mark: bytes) -> bytes:
    """Return the record that *mark* names."""
    return mark[:-1]


def is_space(target: bytes) -> bool:
    """Tell whether *target* is no operation but a space that this device forgot.

    It is one byte shorter than what an erasure can name, so nobody else can name it.
    """
    return len(target) == _SPACE_ID_BYTES
