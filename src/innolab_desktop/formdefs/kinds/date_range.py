"""Spans of calendar days that may be open at either end."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, ClassVar, TypeGuard

from innolab_desktop.domain.errors import FormError
from innolab_desktop.formdefs.answers import json_list
from innolab_desktop.formdefs.german_dates import format_date, is_iso_date, parse_date
from innolab_desktop.formdefs.problem import Problem

if TYPE_CHECKING:
    from innolab_desktop.domain.values import Value
    from innolab_desktop.formdefs.definition import FieldDefinition

_DAY = r"(\d{4}-\d{2}-\d{2}|\d{1,2}\.\s?\d{1,2}\.\s?\d{2,4})"
_BOTH = re.compile(rf"{_DAY}\s*(?:-|–|—|/|;|\.\.|bis|until|to)\s*{_DAY}", re.ASCII)
_FROM = re.compile(rf"(?:(?:ab|von|from)\s+)?{_DAY}\s*(?:-|–|—|/|;|\.\.)?", re.ASCII)
_TO = re.compile(rf"(?:(?:bis|until|to)\s+|(?:–|—|/|;|\.\.)\s*){_DAY}", re.ASCII)
_ENDS = 2


class DateRangeKind:
    """From a day to a day, both included; either may be open."""

    name: ClassVar[str] = "date_range"
    options: ClassVar[frozenset[str]] = frozenset()
    needs: ClassVar[frozenset[str]] = frozenset()
    span: ClassVar[int] = 1
    max_length: ClassVar[int] = 500

    def parse(self, field: FieldDefinition, text: str) -> Value:
        """Return the two ISO dates that *text* names, None for an open end."""
        bare = text.strip()
        if not bare:
            return None
        ends = _split_ends(bare)
        if ends is None:
            raise FormError("value_not_a_date_range", field=field.label)
        days = tuple(parse_date(end) if end else None for end in ends)
        if any(end and not day for end, day in zip(ends, days, strict=True)):
            raise FormError("value_not_a_date", field=field.label)
        return days if any(days) else None

    def format(self, field: FieldDefinition, value: Value) -> str:
        """Return ``01.01.2026 – 31.12.2026``, or ``ab`` or ``bis`` with one day."""
        if not _is_pair(value):
            return ""
        start, end = value
        if start and end:
            return f"{format_date(start)} – {format_date(end)}"
        if start:
            return f"{field.words.since} {format_date(start)}"
        return f"{field.words.until} {format_date(end)}" if end else ""

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


def _split_ends(text: str) -> tuple[str | None, ...] | None:
    """Return what stands for the first and the last day; None when *text* is no span."""
    if text.startswith("["):
        ends = json_list(text)
        return ends if ends and len(ends) == _ENDS else None
    if match := _BOTH.fullmatch(text.removeprefix("von ").removeprefix("from ")):
        return match[1], match[2]
    if match := _FROM.fullmatch(text):
        return match[1], None
    if match := _TO.fullmatch(text):
        return None, match[1]
    return None
