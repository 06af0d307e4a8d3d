"""Whole numbers."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, ClassVar

from innolab_desktop.domain.errors import FormError
from innolab_desktop.formdefs.german_numbers import format_decimal, parse_decimal
from innolab_desktop.formdefs.kinds.number_range import check_range, with_unit
from innolab_desktop.formdefs.problem import Problem

if TYPE_CHECKING:
    from innolab_desktop.domain.values import Value
    from innolab_desktop.formdefs.definition import FieldDefinition

_LARGEST = 999_999_999_999_999
"""So that the number is exact in JSON and in spreadsheets."""


class IntegerKind:
    """A whole number with an optional unit."""

    name: ClassVar[str] = "integer"
    options: ClassVar[frozenset[str]] = frozenset({"unit", "minimum", "maximum"})
    needs: ClassVar[frozenset[str]] = frozenset()
    span: ClassVar[int] = 1
    max_length: ClassVar[int] = 500

    def parse(self, field: FieldDefinition, text: str) -> Value:
        """Return the whole number that *text* writes."""
        if not text.strip():
            return None
        number = parse_decimal(text, unit=field.unit)
        if number is None or number != number.to_integral_value():
            raise FormError("value_not_a_whole_number", field=field.label)
        return int(number)

    def format(self, field: FieldDefinition, value: Value) -> str:
        """Return the number with thousands dots and its unit."""
        if not isinstance(value, int) or isinstance(value, bool):
            return ""
        return with_unit(format_decimal(Decimal(value)), field.unit)

    def check(self, field: FieldDefinition, value: Value) -> Problem | None:
        """Check type and range."""
        if value is None:
            return None
        if not isinstance(value, int) or isinstance(value, bool) or abs(value) > _LARGEST:
            return Problem(field.id, "value_wrong_type")
        return check_range(field, Decimal(value))

    def search_text(self, field: FieldDefinition, value: Value) -> str:
        """Return the number as it is shown."""
        return self.format(field, value)
