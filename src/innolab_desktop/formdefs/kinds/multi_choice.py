"""Several answers of several."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from innolab_desktop.domain.errors import FormError
from innolab_desktop.formdefs.answers import split_answers
from innolab_desktop.formdefs.kinds.choice import find_choice, label_of
from innolab_desktop.formdefs.problem import Problem

if TYPE_CHECKING:
    from innolab_desktop.domain.values import Value
    from innolab_desktop.formdefs.definition import FieldDefinition


class MultiChoiceKind:
    """Any number of the choices of the field, stored as ids in the order of the form."""

    name: ClassVar[str] = "multi_choice"
    options: ClassVar[frozenset[str]] = frozenset({"choices", "choices_from"})
    needs: ClassVar[frozenset[str]] = frozenset({"choices", "choices_from"})
    span: ClassVar[int] = 2
    max_length: ClassVar[int] = 500

    def parse(self, field: FieldDefinition, text: str) -> Value:
        """Return the ids of the choices in *text*, separated by ``;`` or as a JSON list."""
        answers = split_answers(text)
        if answers is None:
            raise FormError("value_not_a_list", field=field.label)
        wanted = {find_choice(field, answer) for answer in answers}
        return tuple(choice.id for choice in field.choices if choice.id in wanted) or None

    def format(self, field: FieldDefinition, value: Value) -> str:
        """Return the labels, separated by semicolons."""
        if not isinstance(value, tuple):
            return ""
        return "; ".join(label_of(field, item) for item in value if item is not None)

    def check(self, field: FieldDefinition, value: Value) -> Problem | None:
        """Check that every choice exists and none is named twice."""
        if value is None:
            return None
        if not isinstance(value, tuple) or None in value or len(set(value)) != len(value):
            return Problem(field.id, "value_wrong_type")
        if all(item is not None and field.choice(item) for item in value):
            return None
        return Problem(field.id, "value_not_a_choice")

    def search_text(self, field: FieldDefinition, value: Value) -> str:
        """Return the labels."""
        return self.format(field, value)
