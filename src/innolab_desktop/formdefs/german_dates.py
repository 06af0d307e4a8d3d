"""Calendar dates between what people type (TT.MM.JJJJ or ISO 8601) and what is stored."""

from __future__ import annotations

import re
from datetime import date

from innolab_desktop.domain.errors import FormError

EARLIEST_YEAR = 1900
LATEST_YEAR = 2199
_GERMAN = re.compile(r"(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4}|\d{2})", re.ASCII)
_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})", re.ASCII)


def _calendar_date(year: int, month: int, day: int) -> date:
    try:
        result = date(year, month, day)
    except ValueError as error:
        raise FormError("value_not_a_date") from error
    if not EARLIEST_YEAR <= year <= LATEST_YEAR:
        raise FormError("value_not_a_date")
    return result


def parse_date(text: str) -> str:
    """Return the ISO 8601 date that *text* names; a year of two digits is of this century.

    Raises:
        FormError: *text* is not a date of the calendar.
    """
    bare = text.strip()
    if match := _ISO.fullmatch(bare):
        year, month, day = (int(part) for part in match.groups())
        return _calendar_date(year, month, day).isoformat()
    if match := _GERMAN.fullmatch(bare):
        day, month, year = (int(part) for part in match.groups())
        century = 2000 if len(match[3]) == len("26") else 0
        return _calendar_date(year + century, month, day).isoformat()
    raise FormError("value_not_a_date")


def is_iso_date(text: str) -> bool:
    """Tell whether *text* is a stored date: ISO 8601 and in the calendar."""
    try:
        return _ISO.fullmatch(text) is not None and parse_date(text) == text
    except FormError:
        return False


def format_date(iso: str) -> str:
    """Return a stored date as TT.MM.JJJJ, and anything else as it is."""
    match = _ISO.fullmatch(iso)
    return f"{match[3]}.{match[2]}.{match[1]}" if match else iso
