"""Yes or no."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from innolab_desktop.domain.errors import FormError
from innolab_desktop.formdefs.problem import Problem

if TYPE_CHECKING:
    from innolab_desktop.domain.values import Value
    from innolab_desktop.formdefs.definition import FieldDefinition

_YES = frozenset({"ja", "j", "yes", "true", "1"})
_NO = frozenset({"nein", "n", "no", "false", "0"})


class YesNoKind:
    """Yes, no, or not answered."""

    name: ClassVar[str] = "yes_no"
    options: ClassVar[frozenset[str]] = frozenset()
    needs: ClassVar[frozenset[str]] = frozenset()
    span: ClassVar[int] = 1
    max_length: ClassVar[int] = 500

    def parse(self, field: FieldDefinition, text: str) -> Value:
        """Return whether *text* says yes or no."""
        answer = text.strip().casefold()
        if not answer:
            return None
        if answer in _YES:
            return True
        if answer in _NO:
            return False
        raise FormError("value_not_yes_or_no", field=field.label)

    def format(self, field: FieldDefinition, value: Value) -> str:
        """Return ``ja`` or ``nein``."""
        return field.words.yes_or_no(answer=value) if isinstance(value, bool) else ""

    def check(self, field: FieldDefinition, value: Value) -> Problem | None:
        """Check the type."""
        if value is None or isinstance(value, bool):
            return None
        return Problem(field.id, "value_wrong_type")

    def search_text(self, field: FieldDefinition, value: Value) -> str:  # noqa: ARG002 - of the protocol
        """Return nothing: nobody searches for a yes."""
        return ""
