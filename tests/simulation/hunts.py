"""Hunts for broken protocols: bad seasons first, then random histories, then stories.

A broken protocol counts as caught only by material on which the sound one stays clean; so that
is lived, too. What is too rare for a few seasons has a way of its own that brings it about.
"""

from __future__ import annotations

import unittest
from typing import TYPE_CHECKING, Final, NamedTuple

import pytest

from protocol import test_adoption
from protocol import test_membership as membership
from protocol.circle import circle_of
from protocol.histories import machine, template
from protocol.mutants import MUTANTS, REGION_MUTANTS
from simulation.region import ROUGH, Region
from simulation.verdict import MUST_BE_ZERO, judge

if TYPE_CHECKING:
    from collections.abc import Callable

    from protocol.circle import Circle

SEASONS: Final = "half-years"
HISTORIES: Final = "random histories"
STORY: Final = "a story"

EVERY_MUTANT: Final = MUTANTS | REGION_MUTANTS
STORIES: Final[dict[str, Callable[[Circle], None]]] = {
    "project_the_quarantine": (
        membership.test_who_was_removed_gets_nothing_more_and_is_kept_in_quarantine
    ),
    "keep_the_quarantine": membership.test_who_comes_back_counts_again_with_everything,
    "adopt_nothing": test_adoption.test_a_word_next_to_a_quarantined_one_shows_everywhere,
}
"""Stories that bring about what a broken protocol does wrong."""

_MOST_SEASONS: Final = 12
_EXAMPLES: Final = 100
_DAYS: Final = 120


class Catch(NamedTuple):
    """How a broken protocol was noticed.

    Attributes:
        way: empty if it was not.
        tries: how many seasons it took; 1 for the other ways.
    """

    way: str
    tries: int

    def __str__(self) -> str:
        return f"{self.way} ({self.tries})" if self.way else "nothing"


def hunt(name: str) -> Catch:
    """Look for something that notices the broken protocol *name*."""
    for seed in range(1, _MOST_SEASONS + 1):
        if season_notices(seed, name):
            return Catch(SEASONS, seed)
    if name in MUTANTS and histories_notice(name):
        return Catch(HISTORIES, 1)
    if name in STORIES and story_notices(name, name):
        return Catch(STORY, 1)
    return Catch("", 0)


def unsound(catches: dict[str, Catch]) -> list[str]:
    """Return the material of *catches* that says of the sound protocol that it is broken."""
    found = list[str]()
    last = max((catch.tries for catch in catches.values() if catch.way == SEASONS), default=0)
    found += [f"{SEASONS} {seed}" for seed in range(1, last + 1) if season_notices(seed, None)]
    if any(catch.way == HISTORIES for catch in catches.values()) and histories_notice(None):
        found.append(HISTORIES)
    told = [name for name, catch in catches.items() if catch.way == STORY]
    return found + [f"{STORY}: {name}" for name in told if story_notices(name, None)]


def season_notices(seed: int, name: str | None) -> bool:
    """Let two municipalities live through a bad half-year; none is the sound protocol."""
    region = Region(seed, 2, ROUGH)
    with pytest.MonkeyPatch.context() as patch:
        _break(name, patch)
        try:
            region.live(_DAYS)
            counts = judge(region)
        except Exception:  # noqa: BLE001 - a crash is noticed as well
            return True
    return any(counts[figure] for figure in MUST_BE_ZERO)


def histories_notice(name: str | None) -> bool:
    """Let three devices live through random histories."""
    template()  # the start is exchanged by the sound protocol
    result = unittest.TestResult()
    with pytest.MonkeyPatch.context() as patch:
        _break(name, patch)
        case = machine(examples=_EXAMPLES, shrink=False)
        unittest.defaultTestLoader.loadTestsFromTestCase(case).run(result)
    return bool(result.errors or result.failures)


def story_notices(story: str, name: str | None) -> bool:
    """Tell one story."""
    circle = circle_of("network").copied()
    with pytest.MonkeyPatch.context() as patch:
        _break(name, patch)
        try:
            STORIES[story](circle)
        except AssertionError:
            return True
    return False


def _break(name: str | None, patch: pytest.MonkeyPatch) -> None:
    if name is not None:
        EVERY_MUTANT[name](patch)
