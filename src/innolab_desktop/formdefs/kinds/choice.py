"""One answer of several."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from innolab_desktop.domain.errors import FormError
from innolab_desktop.formdefs.problem import Problem

if TYPE_CHECKING:
    from innolab_desktop.domain.values import Value
    from innolab_desktop.formdefs.definition import FieldDefinition


class ChoiceKind:
    """One of the choices of the field, stored by its id."""

    name: ClassVar[str] = "choice"
    options: ClassVar[frozenset[str]] = frozenset({"choices", "choices_from"})
    needs: ClassVar[frozenset[str]] = frozenset({"choices", "choices_from"})
    span: ClassVar[int] = 1
    max_length: ClassVar[int] = 500

    def parse(self, field: FieldDefinition, text: str) -> Value:
        """Return the id of the choice that *text* names by id or by German label."""
        return find_choice(field, text) if text.strip() else None

    def format(self, field: FieldDefinition, value: Value) -> str:
        """Return the label of the choice, or the id of one this version does not know."""
        return label_of(field, value) if isinstance(value, str) else ""

    def check(self, field: FieldDefinition, value: Value) -> Problem | None:
        """Check that the choice exists."""
        if value is None:
            return None
        if not isinstance(value, str):
            return Problem(field.id, "value_wrong_type")
        return None if field.choice(value) else Problem(field.id, "value_not_a_choice")

    def search_text(self, field: FieldDefinition, value: Value) -> str:
        """Return the label."""
        return self.format(field, value)


def find_choice(field: FieldDefinition, text: str) -> str:
    """Return the id of the choice named by *text*.

    Raises:
        FormError: the field has no such choice.
    """
    wanted = text.strip()
    if field.choice(wanted):
        return wanted
    folded = wanted.casefold()
    for choice in field.choices:
        if folded in {choice.id.casefold(), choice.label.casefold()}:
            return choice.id
    raise FormError("value_not_a_choice", field=field.label)


def label_of(field: FieldDefinition, choice_id: str) -> str:
    """Return the label of a choice, or its id when this version does not know it."""
    choice = field.choice(choice_id)
    return choice.label if choice else choice_id
