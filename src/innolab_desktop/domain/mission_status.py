"""The nine states of a mission and the steps between them."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from innolab_desktop.domain.strength import Strength

_STEPS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "idea": ("draft", "ended_without_result"),
        "draft": ("coordinated", "idea", "paused", "ended_without_result"),
        "coordinated": ("binding", "draft", "paused", "ended_without_result"),
        "binding": ("in_progress", "coordinated", "paused", "ended_without_result"),
        "in_progress": ("completed", "binding", "paused", "ended_without_result"),
        "paused": ("draft", "coordinated", "binding", "in_progress", "ended_without_result"),
        "completed": ("continued", "in_progress"),
        "continued": ("completed",),
        "ended_without_result": ("draft",),
    }
)
_NEEDED: Mapping[str, Strength] = MappingProxyType(
    {
        "coordinated": "draft",
        "binding": "binding",
        "in_progress": "binding",
        "completed": "binding",
        "continued": "binding",
    }
)

STATES = tuple(_STEPS)
"""The states in the order of a mission's life."""

FIRST_STATE = "idea"


def next_states(state: str | None) -> tuple[str, ...]:
    """Return the states that may follow, the usual one first; without a state the first one.

    A state of a newer version has no steps here.
    """
    if state is None:
        return (FIRST_STATE,)
    return _STEPS.get(state, ())


def is_allowed(state: str | None, following: str) -> bool:
    """Tell whether a mission may go from one state to another; staying is always allowed."""
    return following == state or following in next_states(state)


def needed_strength(state: str) -> Strength | None:
    """Return how complete the Steckbrief must be for a state; None when a draft is enough."""
    return _NEEDED.get(state)


def needs_revision(state: str | None) -> bool:
    """Tell whether a change in this state is recorded as a new Fassung with a reason."""
    return state is not None and _NEEDED.get(state) == "binding"
