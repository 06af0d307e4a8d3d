"""Which heading of a table stands for which field of a form."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from innolab_desktop.domain.errors import FormError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from innolab_desktop.formdefs.definition import FieldDefinition, FormDefinition
    from innolab_desktop.formdefs.forms import Forms

_OF_THE_PROGRAM: Final = ("parent", "space", "remark", "id")
_ID: Final = "id"


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of a table.

    Attributes:
        fields: where each field stands.
        unknown: headings that no field has.
        left_out: headings of what only the program writes, as computed fields.
        id_at: where the ids of records stand, if there are any.
    """

    fields: tuple[tuple[int, FieldDefinition], ...]
    unknown: tuple[str, ...]
    left_out: tuple[str, ...]
    id_at: int | None


def heading(field: FieldDefinition) -> str:
    """Return what stands above the column of a field."""
    unit = "€" if field.kind == "money" else field.unit
    return f"{field.label} ({unit})" if unit and field.kind != "integer" else field.label


def match_columns(forms: Forms, form: FormDefinition, headings: Sequence[str]) -> Columns:
    """Return which heading means which field: by its id, its label, or as an export writes it.

    Raises:
        FormError: two columns mean the same field, or none means any.
    """
    by_name = {name: field for field in form.fields() for name in _names(field)}
    of_program = {_folded(forms.phrases.say("table", name)): name for name in _OF_THE_PROGRAM}
    fields: dict[str, tuple[int, FieldDefinition]] = {}
    unknown: list[str] = []
    left_out: list[str] = []
    id_at: int | None = None
    for at, written in enumerate(headings):
        name = _folded(written)
        field = by_name.get(name)
        if field is not None and not field.computed:
            if field.id in fields:
                raise FormError("table_column_twice", name=field.label)
            fields[field.id] = (at, field)
        elif field is not None or name in of_program:
            left_out.append(written)
            id_at = at if of_program.get(name) == _ID else id_at
        elif name:
            unknown.append(written)
    if not fields:
        raise FormError("table_without_fields", kind=form.label)
    return Columns(tuple(fields.values()), tuple(unknown), tuple(left_out), id_at)


def _names(field: FieldDefinition) -> Iterator[str]:
    yield from (_folded(field.id), _folded(field.label), _folded(heading(field)))


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())
