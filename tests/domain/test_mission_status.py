from __future__ import annotations

from pathlib import Path

import pytest

from innolab_desktop.domain.mission_status import (
    FIRST_STATE,
    STATES,
    is_allowed,
    needed_strength,
    needs_revision,
    next_states,
)
from innolab_desktop.formdefs.loader import load_forms

FORMS = Path(__file__).parents[2] / "forms"


def test_the_states_are_those_of_the_form() -> None:
    field = load_forms(FORMS).field("mission", "status")
    assert tuple(choice.id for choice in field.choices) == STATES
    assert field.default == FIRST_STATE
    assert len(STATES) == 9


def test_every_state_can_be_reached_and_left() -> None:
    reached = {FIRST_STATE}
    while more := {following for state in reached for following in next_states(state)} - reached:
        reached |= more
    assert reached == set(STATES)
    assert all(next_states(state) for state in STATES)


def test_the_usual_way() -> None:
    way = [FIRST_STATE]
    while len(way) < 7:
        way.append(next_states(way[-1])[0])
    assert way == [
        "idea",
        "draft",
        "coordinated",
        "binding",
        "in_progress",
        "completed",
        "continued",
    ]


@pytest.mark.parametrize(
    ("state", "following", "allowed"),
    [
        ("idea", "draft", True),
        ("idea", "binding", False),
        ("draft", "binding", False),
        ("draft", "coordinated", True),
        ("coordinated", "binding", True),
        ("binding", "in_progress", True),
        ("binding", "draft", False),
        ("binding", "completed", False),
        ("in_progress", "completed", True),
        ("in_progress", "binding", True),
        ("in_progress", "idea", False),
        ("paused", "binding", True),
        ("paused", "in_progress", True),
        ("completed", "continued", True),
        ("completed", "in_progress", True),
        ("completed", "ended_without_result", False),
        ("continued", "draft", False),
        ("ended_without_result", "draft", True),
        (None, "idea", True),
        (None, "binding", False),
        ("of_a_newer_version", "draft", False),
        ("of_a_newer_version", "of_a_newer_version", True),
    ],
)
def test_steps(state: str | None, following: str, *, allowed: bool) -> None:
    assert is_allowed(state, following) is allowed


@pytest.mark.parametrize("state", STATES)
def test_staying_is_allowed_and_every_mission_may_end(state: str) -> None:
    assert is_allowed(state, state)
    if state not in {"completed", "continued", "ended_without_result"}:
        assert is_allowed(state, "ended_without_result")


def test_what_a_state_needs() -> None:
    assert {state: needed_strength(state) for state in STATES} == {
        "idea": None,
        "draft": None,
        "coordinated": "draft",
        "binding": "binding",
        "in_progress": "binding",
        "paused": None,
        "completed": "binding",
        "continued": "binding",
        "ended_without_result": None,
    }


def test_changes_after_the_agreement_are_recorded() -> None:
    recorded = [state for state in STATES if needs_revision(state)]
    assert recorded == ["binding", "in_progress", "completed", "continued"]
    assert not needs_revision(None)
