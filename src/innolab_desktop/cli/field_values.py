"""Between what people type for a field and what a record holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from innolab_desktop.cli.answer import utc_time
from innolab_desktop.domain.errors import FormError, UsageError
from innolab_desktop.formdefs.kinds import KINDS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from innolab_desktop.cli.answer import Json
    from innolab_desktop.domain.records import Variant
    from innolab_desktop.domain.values import Value
    from innolab_desktop.formdefs.definition import FormDefinition
    from innolab_desktop.formdefs.forms import Forms


def parse_assignments(forms: Forms, kind: str, assignments: Iterable[str]) -> dict[str, Value]:
    """Return the values that ``field=value`` arguments name.

    Raises:
        UsageError: no ``=``, or a field that is unknown or computed.
        FormError: the field cannot hold what was typed, or is no longer in use.
    """
    values: dict[str, Value] = {}
    for assignment in assignments:
        name, equals, text = assignment.partition("=")
        if not equals:
            raise UsageError("assignment_invalid")
        values[name.strip()] = parse_value(forms, kind, name.strip(), text)
    return values


def parse_value(forms: Forms, kind: str, name: str, text: str) -> Value:
    """Return what *text* means in a field.

    Raises:
        UsageError: there is no such field, or it is computed.
        FormError: the field cannot hold it, or is no longer in use.
    """
    field = forms.field(kind, name)
    if field.retired_in is not None:
        raise FormError("value_retired_field", field=field.label)
    return KINDS[field.kind].parse(field, text)


def shown(form: FormDefinition | None, name: str, value: Value) -> str:
    """Return a value as German readers see it."""
    field = form.field(name) if form else None
    if field is not None:
        return KINDS[field.kind].format(field, value)
    if isinstance(value, tuple):
        return "; ".join(item or "" for item in value)
    return "" if value is None else str(value)


def label(form: FormDefinition | None, name: str) -> str:
    """Return the German name of a field, or its id when this version does not know it."""
    field = form.field(name) if form else None
    return field.label if field else name


def author(person: str) -> str:
    """Return who wrote something, „jemand“ where nobody is told."""
    return person or "jemand"


def plain(value: Value) -> Json:
    """Return a value as JSON has it."""
    return list(value) if isinstance(value, tuple) else value


def variant_list(variants: Iterable[Variant]) -> list[Json]:
    """Return the values of an Abweichung as JSON has them."""
    return [
        {
            "value": plain(variant.value),
            "person": variant.person,
            "device": variant.device,
            "at": utc_time(variant.at_ms),
        }
        for variant in variants
    ]
