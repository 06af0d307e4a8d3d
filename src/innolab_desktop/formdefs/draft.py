"""The values of one record while a person edits them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from innolab_desktop.domain.errors import FormError, UsageError
from innolab_desktop.formdefs.validation import is_answered, validate

if TYPE_CHECKING:
    from collections.abc import Mapping

    from innolab_desktop.domain.strength import Strength
    from innolab_desktop.domain.values import Value
    from innolab_desktop.formdefs.definition import FormDefinition
    from innolab_desktop.formdefs.problem import Problem


def unread(text: str) -> Value:
    """Return what stands in a draft for a *text* that is no date or number, or not yet.

    A tuple of one is no value of the kinds that are typed so, which is why it is never saved.
    """
    return (text,)


def unread_text(value: Value) -> str | None:
    """Return the text that could not be read; None for a value of a date or number."""
    return value[0] if isinstance(value, tuple) and len(value) == 1 else None


class FormDraft:
    """Collects changes to a record without touching it.

    Args:
        definition: the form of the record.
        values: the values as the person saw them; kept as they are, also unknown ones.
    """

    def __init__(self, definition: FormDefinition, values: Mapping[str, Value]) -> None:
        self.definition = definition
        self._saved = dict(values)
        self._edited: dict[str, Value] = {}

    def value(self, field_id: str) -> Value:
        """Return the value of a field as it stands in the draft."""
        return self._edited.get(field_id, self._saved.get(field_id))

    def saved_value(self, field_id: str) -> Value:
        """Return the value of a field before it was edited."""
        return self._saved.get(field_id)

    def values(self) -> Mapping[str, Value]:
        """Return all values as they stand in the draft."""
        return {**self._saved, **self._edited}

    def set(self, field_id: str, value: Value) -> None:
        """Set the value of a field; setting the saved value again takes the change back.

        Raises:
            UsageError: the form has no such field, or it is computed.
            FormError: the field is retired.
        """
        field = self.definition.field(field_id)
        if field is None:
            raise UsageError("field_unknown", kind=self.definition.id, field=field_id)
        if field.kind == "computed":
            raise UsageError("value_computed", field=field.label)
        if field.retired_in is not None:
            raise FormError("value_retired_field", field=field.label)
        if _same(value, self._saved.get(field_id)):
            self._edited.pop(field_id, None)
        else:
            self._edited[field_id] = value if is_answered(value) else None

    def changed(self) -> Mapping[str, Value]:
        """Return the fields whose values differ from the saved ones."""
        return dict(self._edited)

    @property
    def is_changed(self) -> bool:
        """Tell whether anything differs from the saved values."""
        return bool(self._edited)

    def problems(
        self, strength: Strength | None = None, *, child_counts: Mapping[str, int] | None = None
    ) -> tuple[Problem, ...]:
        """Return what is wrong with the draft, as :func:`validate` does."""
        return validate(
            self.definition, self.values(), strength=strength, child_counts=child_counts
        )

    def reset(self) -> None:
        """Forget all changes."""
        self._edited.clear()

    def saved(self) -> None:
        """Take the draft as saved: what was changed is the new base."""
        self._saved |= self._edited
        self._edited.clear()


def _same(left: Value, right: Value) -> bool:
    if not is_answered(left) and not is_answered(right):
        return True
    return type(left) is type(right) and left == right
