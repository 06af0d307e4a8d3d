"""Steps of a scale, stored as whole numbers."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, ClassVar

from innolab_desktop.domain.errors import FormError
from innolab_desktop.formdefs.problem import Problem

if TYPE_CHECKING:
    from innolab_desktop.domain.values import Value
    from innolab_desktop.formdefs.definition import FieldDefinition

_LEADING_NUMBER = re.compile(r"(\d{1,3})(?:\s*(?:[–—:-]|\s)\s*(.+))?", re.ASCII)


class ScaleKind:
    """A step between ``minimum`` and ``maximum``; the ids of its choices are the numbers."""

    name: ClassVar[str] = "scale"
    options: ClassVar[frozenset[str]] = frozenset({"choices", "minimum", "maximum"})
    needs: ClassVar[frozenset[str]] = frozenset({"choices", "maximum"})
    span: ClassVar[int] = 2
    max_length: ClassVar[int] = 500

    def parse(self, field: FieldDefinition, text: str) -> Value:
        """Return the step that *text* names by number, by label, or by both."""
        bare = text.strip()
        if not bare:
            return None
        for choice in field.choices:
            if bare.casefold() == choice.label.casefold():
                return int(choice.id)
        match = _LEADING_NUMBER.fullmatch(bare)
        if match is None:
            raise FormError("value_not_a_step", field=field.label)
        choice = field.choice(str(int(match[1])))
        label = match[2]
        if label and (choice is None or choice.label.casefold() != label.casefold()):
            raise FormError("value_not_a_step", field=field.label)
        return int(match[1])

    def format(self, field: FieldDefinition, value: Value) -> str:
        """Return the step with its label: ``3 – schriftlich bestätigt``."""
        if not isinstance(value, int) or isinstance(value, bool):
            return ""
        choice = field.choice(str(value))
        return f"{value} – {choice.label}" if choice else str(value)

    def check(self, field: FieldDefinition, value: Value) -> Problem | None:
        """Check that the step is on the scale."""
        if value is None:
            return None
        if not isinstance(value, int) or isinstance(value, bool):
            return Problem(field.id, "value_wrong_type")
        lowest, highest = scale_limits(field)
        if lowest <= value <= highest:
            return None
        return Problem(field.id, "value_not_a_step")

    def search_text(self, field: FieldDefinition, value: Value) -> str:
        """Return the step as it is shown."""
        return self.format(field, value)


def scale_limits(field: FieldDefinition) -> tuple[int, int]:
    """Return the lowest and the highest step of a scale."""
    if field.choices:
        steps = [int(choice.id) for choice in field.choices]
        return min(steps), max(steps)
    return int(field.minimum or 0), int(field.maximum or 0)
