"""Amounts in euros."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from innolab_desktop.formdefs.kinds.decimal import DecimalKind

if TYPE_CHECKING:
    from innolab_desktop.formdefs.definition import FieldDefinition


class MoneyKind(DecimalKind):
    """An amount in euros with two decimal places: ``1.234,50 €``."""

    name: ClassVar[str] = "money"
    options: ClassVar[frozenset[str]] = frozenset({"minimum", "maximum"})
    _max_places: ClassVar[int] = 2
    _shown_places: ClassVar[int | None] = 2

    def _unit(self, field: FieldDefinition) -> str:  # noqa: ARG002 - of the base class
        return "€"
