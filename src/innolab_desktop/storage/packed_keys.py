"""Keys that pack several numbers into one, so that rows that belong together lie together.

Source: ADR 0003.
"""

from __future__ import annotations

from typing import Final

BRANCH_BITS: Final = 4
SEQ_BITS: Final = 28
FIELD_BITS: Final = 12
HEAD_BITS: Final = 8
RECORD_NUMBER_BITS: Final = 24


def entry_key(log_number: int, seq: int, branch: int = 0) -> int:
    """Return ``entry.id``."""
    return (log_number << SEQ_BITS | seq) << BRANCH_BITS | branch


def log_range(log_number: int) -> tuple[int, int]:
    """Return the lowest and highest ``entry.id`` of a log."""
    return entry_key(log_number, 0), entry_key(log_number + 1, 0) - 1


def field_key(record_number: int, field_number: int) -> int:
    """Return ``text.id``, which is ``cell.id`` without the head."""
    return record_number << FIELD_BITS | field_number


def text_range(record_number: int) -> tuple[int, int]:
    """Return the lowest and highest ``text.id`` of a record."""
    return field_key(record_number, 0), field_key(record_number + 1, 0) - 1


def cell_range(record_number: int) -> tuple[int, int]:
    """Return the lowest and highest ``cell.id`` of a record."""
    shift = FIELD_BITS + HEAD_BITS
    return record_number << shift, (record_number + 1 << shift) - 1
