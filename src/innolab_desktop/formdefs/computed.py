"""Gives computed fields their value from the rules in ``domain``."""

from __future__ import annotations

from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING, TypeAlias

from innolab_desktop.domain.commitment import LEADERSHIP_IN_WRITING, CommitmentEvidence
from innolab_desktop.domain.release_level import release_level

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from innolab_desktop.domain.values import Value
    from innolab_desktop.formdefs.definition import FormDefinition

    Values: TypeAlias = Mapping[str, Value]


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordContext:
    """What a rule may look at.

    Attributes:
        values: the values of the record.
        children: the values of its child records by kind.
        space_type: type of the space the record lives in.
        released_to: types of the spaces, or ``public``, that hold a released copy.
    """

    values: Values
    children: Mapping[str, Sequence[Values]] = field(default_factory=dict[str, "Sequence[Values]"])
    space_type: str = "private"
    released_to: frozenset[str] = frozenset()


def commitment_evidence(context: RecordContext) -> CommitmentEvidence:
    """Return what the values of a mission and of its goals say about its commitment."""
    values, goals = context.values, context.children.get("smart_goal", ())
    return CommitmentEvidence(
        has_verifiable_goal=bool(goals) and all(_is_verifiable(goal) for goal in goals),
        has_deadline=_has_end(values) or (bool(goals) and all(g.get("due_date") for g in goals)),
        has_responsibility=bool(goals) and all(goal.get("responsible_role") for goal in goals),
        has_means=_has_means(values),
        is_written_with_leadership=_is_written_with_leadership(values),
        has_review_date=bool(values.get("review_date") and values.get("review_role")),
    )


def _is_verifiable(goal: Values) -> bool:
    return bool((goal.get("indicator") or goal.get("criterion")) and goal.get("target_value"))


def _has_end(values: Values) -> bool:
    term = values.get("term")
    return isinstance(term, tuple) and bool(term[1:]) and term[1] is not None


def _has_means(values: Values) -> bool:
    source = values.get("budget_source")
    has_money = source == "none_needed" or (
        source in {"municipal_budget", "funding"} and values.get("budget") is not None
    )
    return has_money and values.get("time_budget") is not None


def _is_written_with_leadership(values: Values) -> bool:
    support = values.get("leadership_support")
    return (
        values.get("agreement_form") not in {None, "none"}
        and isinstance(support, int)
        and support >= LEADERSHIP_IN_WRITING
    )


def _commitment_level(context: RecordContext) -> Value:
    return commitment_evidence(context).level


def _release_level(context: RecordContext) -> Value:
    return release_level(context.space_type, context.released_to)


def _revision_number(context: RecordContext) -> Value:
    numbers = [revision.get("number") for revision in context.children.get("revision", ())]
    return max((number for number in numbers if isinstance(number, int)), default=None)


COMPUTATIONS: Mapping[str, Callable[[RecordContext], Value]] = MappingProxyType(
    {
        "commitment_level": _commitment_level,
        "release_level": _release_level,
        "revision_number": _revision_number,
    }
)
"""The rules by the name that a field writes as ``computed``."""


def compute(definition: FormDefinition, context: RecordContext) -> Mapping[str, Value]:
    """Return the values of all computed fields of a form."""
    return {
        field.id: COMPUTATIONS[field.computed](context)
        for field in definition.fields()
        if field.computed
    }
