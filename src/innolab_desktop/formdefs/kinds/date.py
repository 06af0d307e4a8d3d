"""Calendar days."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from innolab_desktop.domain.errors import FormError
from innolab_desktop.formdefs.german_dates import format_date, is_iso_date, parse_date
from innolab_desktop.formdefs.problem import Problem

if TYPE_CHECKING:
    from innolab_desktop.domain.values import Value
    from innolab_desktop.formdefs.definition import FieldDefinition


class DateKind:
    """A calendar day, typed as TT.MM.JJJJ or ISO 8601, stored as ISO 8601."""

    name: ClassVar[str] = "date"
    options: ClassVar[frozenset[str]] = frozenset()
    needs: ClassVar[frozenset[str]] = frozenset()
    span: ClassVar[int] = 1
    max_length: ClassVar[int] = 500

    def parse(self, field: FieldDefinition, text: str) -> Value:
        """Return the ISO date that *text* names."""
        if not text.strip():
            return None
        day = parse_date(text)
        if day is None:
            raise FormError("value_not_a_date", field=field.label)
        return day

    def format(self, field: FieldDefinition, value: Value) -> str:  # noqa: ARG002 - of the protocol
        """Return the day as TT.MM.JJJJ."""
        return format_date(value) if isinstance(value, str) else ""

    def check(self, field: FieldDefinition, value: Value) -> Problem | None:
        """Check that the day is in the calendar."""
        if value is None:
            return None
        if not isinstance(value, str):
            return Problem(field.id, "value_wrong_type")
        return None if is_iso_date(value) else Problem(field.id, "value_not_a_date")

    def search_text(self, field: FieldDefinition, value: Value) -> str:
        """Return the day in both notations."""
        return f"{self.format(field, value)} {value}" if isinstance(value, str) else ""
