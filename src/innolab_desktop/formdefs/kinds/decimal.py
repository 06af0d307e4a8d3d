"""Numbers with decimal places, stored as canonical decimal strings."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, ClassVar

from innolab_desktop.domain.errors import FormError
from innolab_desktop.formdefs.german_numbers import (
    canonical_decimal,
    format_decimal,
    is_canonical,
    parse_decimal,
)
from innolab_desktop.formdefs.kinds.number_range import check_range, with_unit
from innolab_desktop.formdefs.problem import Problem

if TYPE_CHECKING:
    from innolab_desktop.domain.values import Value
    from innolab_desktop.formdefs.definition import FieldDefinition


class DecimalKind:
    """A number with up to nine decimal places."""

    name: ClassVar[str] = "decimal"
    options: ClassVar[frozenset[str]] = frozenset({"unit", "minimum", "maximum"})
    needs: ClassVar[frozenset[str]] = frozenset()
    span: ClassVar[int] = 1
    max_length: ClassVar[int] = 500
    _max_places: ClassVar[int] = 9
    _shown_places: ClassVar[int | None] = None

    def _unit(self, field: FieldDefinition) -> str:
        return field.unit

    def parse(self, field: FieldDefinition, text: str) -> Value:
        """Return the number that *text* writes, as its canonical string."""
        if not text.strip():
            return None
        number = parse_decimal(text, unit=self._unit(field))
        if number is None:
            raise FormError("value_not_a_number", field=field.label)
        canonical = canonical_decimal(number)
        if _places(canonical) > self._max_places:
            raise FormError("value_too_many_places", field=field.label, maximum=self._max_places)
        return canonical

    def format(self, field: FieldDefinition, value: Value) -> str:
        """Return the number with thousands dots, decimal comma and unit."""
        if not isinstance(value, str) or not is_canonical(value):
            return ""
        number = format_decimal(Decimal(value), places=self._shown_places)
        return with_unit(number, self._unit(field))

    def check(self, field: FieldDefinition, value: Value) -> Problem | None:
        """Check type, decimal places and range."""
        if value is None:
            return None
        if not isinstance(value, str) or not is_canonical(value):
            return Problem(field.id, "value_wrong_type")
        if _places(value) > self._max_places:
            return Problem(field.id, "value_too_many_places", {"maximum": self._max_places})
        return check_range(field, Decimal(value))

    def search_text(self, field: FieldDefinition, value: Value) -> str:
        """Return the number as it is shown."""
        return self.format(field, value)


def _places(canonical: str) -> int:
    return len(canonical.partition(".")[2])
