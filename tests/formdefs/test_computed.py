from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from formdefs.examples import FORMS
from innolab_desktop.formdefs.computed import (
    COMPUTATIONS,
    RecordContext,
    commitment_evidence,
    compute,
)
from innolab_desktop.formdefs.kinds import KINDS
from innolab_desktop.formdefs.loader import load_forms
from innolab_desktop.formdefs.validation import validate

if TYPE_CHECKING:
    from collections.abc import Mapping

    from innolab_desktop.domain.values import Value

FORMS_OF = load_forms(FORMS)
MISSION = FORMS_OF["mission"]
GOAL: Mapping[str, Value] = {
    "statement": "Bis 31.12.2026 sind 25 Bescheide in verständlicher Sprache.",
    "criterion": "Liste der Bescheide",
    "target_value": "25",
    "due_date": "2026-12-31",
    "responsible_role": "Leitung Bürgerservice",
}
AGREED: Mapping[str, Value] = {
    "term": ("2026-01-01", "2026-12-31"),
    "time_budget": 8,
    "budget": "15000",
    "budget_source": "municipal_budget",
    "leadership_support": 3,
    "agreement_form": "target_agreement",
    "review_date": "2026-06-30",
    "review_role": "Dezernat III",
}


def _missing(values: Mapping[str, Value], *goals: Mapping[str, Value]) -> tuple[str, ...]:
    return commitment_evidence(RecordContext(values=values, children={"smart_goal": goals})).missing


def test_the_example_is_valid() -> None:
    assert validate(MISSION, AGREED) == ()
    assert validate(FORMS_OF["smart_goal"], GOAL) == ()


def test_everything_settled_is_level_six() -> None:
    context = RecordContext(values=AGREED, children={"smart_goal": (GOAL, GOAL)})
    assert compute(MISSION, context)["commitment_level"] == 6


def test_an_idea_is_level_zero() -> None:
    assert compute(MISSION, RecordContext(values={}))["commitment_level"] == 0


@pytest.mark.parametrize(
    ("change", "missing"),
    [
        ({"time_budget": None}, "has_means"),
        ({"budget": None}, "has_means"),
        ({"budget_source": "open"}, "has_means"),
        ({"budget_source": None}, "has_means"),
        ({"leadership_support": 2}, "is_written_with_leadership"),
        ({"leadership_support": None}, "is_written_with_leadership"),
        ({"agreement_form": "none"}, "is_written_with_leadership"),
        ({"agreement_form": None}, "is_written_with_leadership"),
        ({"review_date": None}, "has_review_date"),
        ({"review_role": None}, "has_review_date"),
    ],
)
def test_each_criterion_of_the_mission_counts(change: dict[str, Value], missing: str) -> None:
    assert _missing({**AGREED, **change}, GOAL) == (missing,)


@pytest.mark.parametrize(
    ("change", "missing"),
    [
        ({"criterion": None}, "has_verifiable_goal"),
        ({"target_value": ""}, "has_verifiable_goal"),
        ({"responsible_role": None}, "has_responsibility"),
    ],
)
def test_every_goal_counts(change: dict[str, Value], missing: str) -> None:
    assert _missing(AGREED, GOAL, {**GOAL, **change}) == (missing,)


def test_an_indicator_is_as_good_as_a_criterion() -> None:
    assert _missing(AGREED, {**GOAL, "criterion": None, "indicator": "00" * 16}) == ()


def test_no_means_needed_needs_no_budget() -> None:
    assert _missing({**AGREED, "budget": None, "budget_source": "none_needed"}, GOAL) == ()
    assert _missing({**AGREED, "budget": "0", "time_budget": 0}, GOAL) == ()


def test_a_deadline_is_the_term_or_that_of_every_goal() -> None:
    open_end = {**AGREED, "term": ("2026-01-01", None)}
    assert _missing(open_end, GOAL) == ()
    assert _missing(open_end, GOAL, {**GOAL, "due_date": None}) == ("has_deadline",)
    assert _missing(AGREED, {**GOAL, "due_date": None}) == ()


def test_without_goals_there_is_no_goal_and_no_responsibility() -> None:
    assert _missing(AGREED) == ("has_verifiable_goal", "has_responsibility")


def test_release_level_and_revision_number() -> None:
    context = RecordContext(
        values={},
        space_type="tandem",
        released_to=frozenset({"coordination"}),
        children={"revision": ({"number": 2}, {"number": 11}, {"number": None})},
    )
    results = compute(MISSION, context)
    assert results["release_level"] == "coordination"
    assert results["revision_number"] == 11
    assert compute(MISSION, RecordContext(values={}))["revision_number"] is None


def test_every_result_has_a_text() -> None:
    field = FORMS_OF.field("mission", "release_level")
    assert KINDS["computed"].format(field, "coordination") == "Tandem + Koordinierungsstelle"
    used = {field.computed for form in FORMS_OF.values() for field in form.fields()} - {""}
    assert used == set(COMPUTATIONS)
