"""Which sizes of files are offered for sending."""

from __future__ import annotations

from typing import Final

_SIZES_MB: Final = (1, 3, 7, 10, 20)
_MEGABYTE: Final = 1_000_000


def part_sizes_mb(most_bytes: int) -> tuple[int, ...]:
    """Return the usual sizes up to *most_bytes*, and that one where IT sets it."""
    most_mb = most_bytes // _MEGABYTE
    smaller = tuple(size for size in _SIZES_MB if size < most_mb)
    return (*smaller, min(most_mb, 30)) if most_mb <= max(_SIZES_MB) else _SIZES_MB
