"""Checks the values of a record against its form."""

from __future__ import annotations

from typing import TYPE_CHECKING

from innolab_desktop.formdefs.definition import ChildrenDefinition, FieldDefinition
from innolab_desktop.formdefs.kinds import KINDS
from innolab_desktop.formdefs.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Mapping

    from innolab_desktop.domain.strength import Strength
    from innolab_desktop.domain.values import Value
    from innolab_desktop.formdefs.definition import Entry, FormDefinition

__all__ = ["Problem", "is_answered", "validate"]


def validate(
    definition: FormDefinition,
    values: Mapping[str, Value],
    *,
    strength: Strength | None = None,
    child_counts: Mapping[str, int] | None = None,
) -> tuple[Problem, ...]:
    """Return what is wrong with *values*, in reading order.

    Without *strength* only invalid values are reported: a record may be saved as long as none is
    found. ``draft`` also reports what is missing to leave the draft, ``binding`` what is missing
    for a binding agreement. Fields that the form does not know are not looked at; kinds that
    *child_counts* does not name have no child records.
    """
    counts = child_counts or {}
    problems: list[Problem] = []
    for entry in definition.entries():
        if isinstance(entry, ChildrenDefinition):
            found = _children_problem(entry, counts.get(entry.kind, 0), strength)
        else:
            found = _field_problem(entry, values.get(entry.id), strength)
        if found:
            problems.append(found)
    return tuple(problems)


def is_answered(value: Value) -> bool:
    """Tell whether *value* is an answer, in contrast to blanks and empty lists."""
    if isinstance(value, str):
        return bool(value.strip())
    if isinstance(value, tuple):
        return any(value)
    return value is not None


def _is_required(entry: Entry, strength: Strength | None) -> bool:
    if strength is None or entry.required is None:
        return False
    return entry.required == "draft" or strength == "binding"


def _field_problem(
    field: FieldDefinition, value: Value, strength: Strength | None
) -> Problem | None:
    if field.kind == "computed":
        return KINDS[field.kind].check(field, value)
    if is_answered(value):
        return KINDS[field.kind].check(field, value)
    return Problem(field.id, "value_required") if _is_required(field, strength) else None


def _children_problem(
    children: ChildrenDefinition, count: int, strength: Strength | None
) -> Problem | None:
    if children.maximum is not None and count > children.maximum:
        return Problem(children.kind, "children_too_many", {"maximum": children.maximum})
    minimum = max(children.minimum, 1)
    if _is_required(children, strength) and count < minimum:
        return Problem(children.kind, "children_too_few", {"minimum": minimum})
    return None
