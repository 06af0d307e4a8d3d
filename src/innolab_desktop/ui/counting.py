"""Numbers with their nouns."""

from __future__ import annotations


def counted(number: int, one: str, many: str) -> str:
    """Return *number* and the noun that goes with it: "1 Eintrag", "3 records"."""
    return f"{number} {one if number == 1 else many}"
