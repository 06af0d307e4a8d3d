"""Spans of calendar days that may be open at either end."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, ClassVar, TypeGuard, cast

from innolab_desktop.domain.errors import FormError
from innolab_desktop.formdefs.german_dates import format_date, is_iso_date, parse_date
from innolab_desktop.formdefs.problem import Problem

if TYPE_CHECKING:
    from innolab_desktop.domain.values import Value
    from innolab_desktop.formdefs.definition import FieldDefinition

_DAY = r"(\d{4}-\d{2}-\d{2}|\d{1,2}\.\s?\d{1,2}\.\s?\d{2,4})"
_BOTH = re.compile(rf"{_DAY}\s*(?:-|–|—|/|;|\.\.|bis)\s*{_DAY}", re.ASCII)
_FROM = re.compile(rf"(?:(?:ab|von)\s+)?{_DAY}\s*(?:-|–|—|/|;|\.\.)?", re.ASCII)
_TO = re.compile(rf"(?:bis\s+|(?:–|—|/|;|\.\.)\s*){_DAY}", re.ASCII)
_ENDS = 2


class DateRangeKind:
    """From a day to a day, both included; either may be open."""

    name: ClassVar[str] = "date_range"
    options: ClassVar[frozenset[str]] = frozenset()
    needs: ClassVar[frozenset[str]] = frozenset()
    span: ClassVar[int] = 1
    max_length: ClassVar[int] = 500

    def parse(self, field: FieldDefinition, text: str) -> Value:  # noqa: ARG002 - of the protocol
        """Return the two ISO dates that *text* names, None for an open end."""
        bare = text.strip()
        if not bare:
            return None
        if bare.startswith("["):
            start, end = _json_ends(bare)
        elif match := _BOTH.fullmatch(bare.removeprefix("von ")):
            start, end = match[1], match[2]
        elif match := _FROM.fullmatch(bare):
            start, end = match[1], None
        elif match := _TO.fullmatch(bare):
            start, end = None, match[1]
        else:
            raise FormError("value_not_a_date_range")
        days = (parse_date(start) if start else None, parse_date(end) if end else None)
        return days if any(days) else None

    def format(self, field: FieldDefinition, value: Value) -> str:  # noqa: ARG002 - of the protocol
        """Return ``01.01.2026 – 31.12.2026``, or ``ab`` or ``bis`` with one day."""
        if not _is_pair(value):
            return ""
        start, end = value
        if start and end:
            return f"{format_date(start)} – {format_date(end)}"
        if start:
            return f"ab {format_date(start)}"
        return f"bis {format_date(end)}" if end else ""

    def check(self, field: FieldDefinition, value: Value) -> Problem | None:
        """Check that both days are in the calendar and in order."""
        if value is None:
            return None
        if not _is_pair(value):
            return Problem(field.id, "value_wrong_type")
        start, end = value
        if not all(day is None or is_iso_date(day) for day in value):
            return Problem(field.id, "value_not_a_date")
        if start and end and start > end:
            return Problem(field.id, "value_range_reversed")
        return None

    def search_text(self, field: FieldDefinition, value: Value) -> str:
        """Return the span as it is shown."""
        return self.format(field, value)


def _is_pair(value: Value) -> TypeGuard[tuple[str | None, str | None]]:
    return isinstance(value, tuple) and len(value) == _ENDS


def _json_ends(text: str) -> tuple[str | None, str | None]:
    try:
        plain: object = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise FormError("value_not_a_date_range") from error
    if not isinstance(plain, list):
        raise FormError("value_not_a_date_range")
    ends: list[str | None] = []
    for item in cast("list[object]", plain):
        if not (item is None or isinstance(item, str)):
            raise FormError("value_not_a_date_range")
        ends.append(item)
    if len(ends) != _ENDS:
        raise FormError("value_not_a_date_range")
    return ends[0], ends[1]
