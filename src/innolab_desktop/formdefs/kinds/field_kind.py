"""What every kind of field can do."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Protocol

if TYPE_CHECKING:
    from innolab_desktop.domain.values import Value
    from innolab_desktop.formdefs.definition import FieldDefinition
    from innolab_desktop.formdefs.problem import Problem


class FieldKind(Protocol):
    """Reads, shows and checks the values of one kind of field.

    Attributes:
        name: what a form writes as ``kind``.
        options: keys that only some kinds know and this one does.
        needs: options that a field of this kind must have; of several, one is enough.
        span: how many of the two columns a field takes without saying so.
        max_length: the limit of characters without saying so.
    """

    name: ClassVar[str]
    options: ClassVar[frozenset[str]]
    needs: ClassVar[frozenset[str]]
    span: ClassVar[int]
    max_length: ClassVar[int]

    def parse(self, field: FieldDefinition, text: str) -> Value:
        """Return the value that a person typed; None for nothing.

        Raises:
            FormError: *text* cannot be read as a value of this kind.
        """
        ...

    def format(self, field: FieldDefinition, value: Value) -> str:
        """Return what German readers see; never fails, whatever *value* is."""
        ...

    def check(self, field: FieldDefinition, value: Value) -> Problem | None:
        """Return what is wrong with *value*; None is always fine."""
        ...

    def search_text(self, field: FieldDefinition, value: Value) -> str:
        """Return the words under which the search finds *value*."""
        ...
