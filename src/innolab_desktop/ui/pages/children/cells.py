"""What a cell shows, and which fields can be changed in one."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from innolab_desktop.domain.errors import FormError
from innolab_desktop.formdefs.kinds import KINDS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from innolab_desktop.domain.records import Record
    from innolab_desktop.domain.values import Value
    from innolab_desktop.formdefs.definition import FieldDefinition, FormDefinition
    from innolab_desktop.services.error_catalogue import ErrorCatalogue
    from innolab_desktop.services.read_models import Heads

WRITTEN_KINDS: Final = frozenset({"text", "long_text", "date", "integer", "decimal", "money"})
"""Kinds whose values are typed."""
CHOSEN_KINDS: Final = frozenset({"choice", "yes_no", "scale"})
"""Kinds whose values are chosen from a few."""


@dataclass(frozen=True, slots=True)
class Refused:
    """What was typed and could not be taken, and why."""

    text: str
    sentence: str


@dataclass(slots=True, eq=False)
class ChildRow:
    """One row while it is edited.

    Attributes:
        record: None until it was saved for the first time.
        typed: values that are on their way.
        refused: by field, what could not be taken; nothing of it is lost.
        seen: what stood there when the person began to change it.
        saving: what a save that is under way writes.
    """

    record: Record | None = None
    typed: dict[str, Value] = field(default_factory=dict[str, "Value"])
    refused: dict[str, Refused] = field(default_factory=dict[str, Refused])
    seen: Mapping[str, Heads] | None = None
    saving: Mapping[str, Value] | None = None

    @property
    def is_saving(self) -> bool:
        """Whether a save of this row is under way."""
        return self.saving is not None

    @property
    def is_blank(self) -> bool:
        """Whether it is the empty row in which a new record begins."""
        return self.record is None and not (self.typed or self.refused or self.is_saving)

    def value(self, field_id: str) -> Value:
        """Return the value of a field as it stands in the row."""
        if field_id in self.typed:
            return self.typed[field_id]
        return self.record.values.get(field_id) if self.record is not None else None


def cell_fields(definition: FormDefinition) -> tuple[FieldDefinition, ...]:
    """Return the fields of a form that a table shows, in reading order."""
    kinds = WRITTEN_KINDS | CHOSEN_KINDS
    return tuple(item for item in definition.list_columns() if item.kind in kinds)


def read_text(definition: FieldDefinition, text: str) -> Value:
    """Return the value that was typed.

    Raises:
        FormError: *text* cannot be read as a value of the field.
    """
    return KINDS[definition.kind].parse(definition, text)


def objection(catalogue: ErrorCatalogue, definition: FieldDefinition, text: str) -> str:
    """Return why *text* cannot stand in the field, in words; "" if it can."""
    try:
        problem = KINDS[definition.kind].check(definition, read_text(definition, text))
    except FormError as error:
        code, params = error.code, error.params
    else:
        if problem is None:
            return ""
        code, params = problem.code, problem.params
    return catalogue.describe_code(code, {"field": definition.label, **params}).what


def offered(definition: FieldDefinition) -> tuple[tuple[Value, str], ...]:
    """Return the values that can be chosen, each with what it is called."""
    if definition.kind == "choice":
        return tuple((choice.id, choice.label) for choice in definition.active_choices)
    kind = KINDS[definition.kind]
    if definition.kind == "yes_no":
        return tuple((answer, kind.format(definition, answer)) for answer in (True, False))
    return tuple(
        (int(item.id), kind.format(definition, int(item.id))) for item in definition.choices
    )
