"""Calendar dates between what people type (TT.MM.JJJJ or ISO 8601) and what is stored."""

from __future__ import annotations

import re
from datetime import date

EARLIEST_YEAR = 1900
LATEST_YEAR = 2199
_GERMAN = re.compile(r"(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4}|\d{2})", re.ASCII)
_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})", re.ASCII)


def parse_date(text: str) -> str | None:
    """Return the ISO 8601 date that *text* names, or None; ``26`` is the year 2026."""
    bare = text.strip()
    if match := _ISO.fullmatch(bare):
        year, month, day = (int(part) for part in match.groups())
        return _calendar_date(year, month, day)
    if match := _GERMAN.fullmatch(bare):
        day, month, year = (int(part) for part in match.groups())
        century = 2000 if len(match[3]) == len("26") else 0
        return _calendar_date(year + century, month, day)
    return None


def is_iso_date(text: str) -> bool:
    """Tell whether *text* is a stored date: ISO 8601 and in the calendar."""
    return _ISO.fullmatch(text) is not None and parse_date(text) is not None


def format_date(iso: str) -> str:
    """Return a stored date as TT.MM.JJJJ, and anything else as it is."""
    match = _ISO.fullmatch(iso)
    return f"{match[3]}.{match[2]}.{match[1]}" if match else iso


def _calendar_date(year: int, month: int, day: int) -> str | None:
    if not EARLIEST_YEAR <= year <= LATEST_YEAR:
        return None
    try:
        return date(year, month, day).isoformat()
    except ValueError:  # no such day in the calendar: that is the answer
        return None
