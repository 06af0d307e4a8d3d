"""Lower and upper limits of numbers, and their units."""

from __future__ import annotations

from typing import TYPE_CHECKING

from innolab_desktop.formdefs.german_numbers import format_decimal
from innolab_desktop.formdefs.problem import Problem

if TYPE_CHECKING:
    from decimal import Decimal

    from innolab_desktop.formdefs.definition import FieldDefinition


def check_range(field: FieldDefinition, number: Decimal) -> Problem | None:
    """Return what is wrong with *number* in the limits of *field*."""
    if field.minimum is not None and number < field.minimum:
        return Problem(field.id, "value_too_small", {"minimum": format_decimal(field.minimum)})
    if field.maximum is not None and number > field.maximum:
        return Problem(field.id, "value_too_large", {"maximum": format_decimal(field.maximum)})
    return None


def with_unit(number: str, unit: str) -> str:
    """Return *number* followed by *unit*, joined so that they never part."""
    return f"{number}\N{NO-BREAK SPACE}{unit}" if unit else number
