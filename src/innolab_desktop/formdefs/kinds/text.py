"""One line of text; the newer of two concurrent values does not win, they stand side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from innolab_desktop.formdefs.plain_text import clean_line, has_control_characters
from innolab_desktop.formdefs.problem import Problem

if TYPE_CHECKING:
    from innolab_desktop.domain.values import Value
    from innolab_desktop.formdefs.definition import FieldDefinition


class TextKind:
    """One line of plain text."""

    name: ClassVar[str] = "text"
    options: ClassVar[frozenset[str]] = frozenset({"max_length"})
    needs: ClassVar[frozenset[str]] = frozenset()
    span: ClassVar[int] = 2
    max_length: ClassVar[int] = 500
    _lines_allowed: ClassVar[bool] = False

    def parse(self, field: FieldDefinition, text: str) -> Value:  # noqa: ARG002 - of the protocol
        """Return *text* as one clean line."""
        return clean_line(text) or None

    def format(self, field: FieldDefinition, value: Value) -> str:  # noqa: ARG002 - of the protocol
        """Return the text itself."""
        return value if isinstance(value, str) else ""

    def check(self, field: FieldDefinition, value: Value) -> Problem | None:
        """Check type, characters and length."""
        if value is None:
            return None
        if not isinstance(value, str):
            return Problem(field.id, "value_wrong_type")
        if has_control_characters(value, lines_allowed=self._lines_allowed):
            return Problem(field.id, "value_control_character")
        if len(value) > field.max_length:
            return Problem(
                field.id,
                "value_too_long",
                {"maximum": field.max_length, "excess": len(value) - field.max_length},
            )
        return None

    def search_text(self, field: FieldDefinition, value: Value) -> str:
        """Return the text itself."""
        return self.format(field, value)
