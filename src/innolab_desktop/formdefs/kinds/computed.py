"""Values that a rule gives; never typed, never stored."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from innolab_desktop.domain.errors import UsageError
from innolab_desktop.formdefs.problem import Problem

if TYPE_CHECKING:
    from innolab_desktop.domain.values import Value
    from innolab_desktop.formdefs.definition import FieldDefinition


class ComputedKind:
    """What a rule of :mod:`innolab_desktop.formdefs.computed` says about a record."""

    name: ClassVar[str] = "computed"
    options: ClassVar[frozenset[str]] = frozenset({"computed", "choices", "unit"})
    needs: ClassVar[frozenset[str]] = frozenset({"computed"})
    span: ClassVar[int] = 1
    max_length: ClassVar[int] = 500

    def parse(self, field: FieldDefinition, text: str) -> Value:  # noqa: ARG002 - of the protocol
        """Refuse: the value is a result.

        Raises:
            UsageError: always.
        """
        raise UsageError("value_computed", field=field.label)

    def format(self, field: FieldDefinition, value: Value) -> str:
        """Return the label of the result, or the result with its unit."""
        if value is None or isinstance(value, tuple):
            return ""
        if isinstance(value, bool):
            return field.words.yes_or_no(answer=value)
        choice = field.choice(str(value))
        if choice:
            return choice.label
        return f"{value}\N{NO-BREAK SPACE}{field.unit}" if field.unit else str(value)

    def check(self, field: FieldDefinition, value: Value) -> Problem | None:
        """Check that nothing is stored."""
        return None if value is None else Problem(field.id, "value_computed")

    def search_text(self, field: FieldDefinition, value: Value) -> str:  # noqa: ARG002 - of the protocol
        """Return nothing: results are not stored."""
        return ""
