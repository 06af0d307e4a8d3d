"""When it is time to look whether a record is still needed (Löschfrist): dates alone decide.

Proposed by the form, moved by a person; nothing is ever erased by itself.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date
from typing import Final

_MONTHS_PER_YEAR: Final = 12


def months_after(begin: date, months: int) -> date:
    """Return the same day *months* later; the last of the month if it has no such day."""
    index = begin.year * _MONTHS_PER_YEAR + begin.month - 1 + months
    year, month = divmod(index, _MONTHS_PER_YEAR)
    year = min(year, date.max.year)
    return date(year, month + 1, min(begin.day, monthrange(year, month + 1)[1]))


def review_date(changed: date, named: date | None, months: int, kept_until: date | None) -> date:
    """Return from when on a record is to be looked at.

    Args:
        changed: when it was last changed.
        named: the date in the form from which the period counts, if there is one.
        months: how long the form proposes to keep it.
        kept_until: until when a person decided to keep it.
    """
    begin = changed if named is None else max(changed, named)
    proposed = months_after(begin, months)
    return proposed if kept_until is None else max(proposed, kept_until)
