"""Each broken protocol of members and versions is noticed: by a story, or by a restless region."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from protocol import test_adoption
from protocol import test_membership as stories
from protocol.circle import Circle
from protocol.mutants import REGION_MUTANTS
from simulation.region import RESTLESS, Region
from simulation.verdict import MUST_BE_ZERO, judge

if TYPE_CHECKING:
    from collections.abc import Callable

_STORIES: dict[str, Callable[[Circle], None]] = {
    "project_the_quarantine": (
        stories.test_who_was_removed_gets_nothing_more_and_is_kept_in_quarantine
    ),
    "keep_the_quarantine": stories.test_who_comes_back_counts_again_with_everything,
    "adopt_nothing": test_adoption.test_a_word_next_to_a_quarantined_one_shows_everywhere,
}


@pytest.mark.parametrize("name", _STORIES)
def test_a_story_notices(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    circle = Circle()
    REGION_MUTANTS[name](monkeypatch)
    with pytest.raises(AssertionError):
        _STORIES[name](circle)


@pytest.mark.parametrize("name", sorted(REGION_MUTANTS.keys() - _STORIES.keys()))
def test_a_restless_region_notices(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for seed in range(1, 8):
        region = Region(seed, 1, RESTLESS)
        with monkeypatch.context() as patch:
            REGION_MUTANTS[name](patch)
            try:
                region.live(days=40)
                counts = judge(region)
            except AssertionError:
                return
        if any(counts[figure] for figure in MUST_BE_ZERO):
            return
    pytest.fail(f"{name} survived")
