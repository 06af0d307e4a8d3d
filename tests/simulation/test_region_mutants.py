"""Each broken protocol of members and versions is noticed: by a story, or by a restless region."""

from __future__ import annotations

import pytest

from protocol.mutants import REGION_MUTANTS
from simulation import hunts
from simulation.hunts import STORIES, story_notices
from simulation.region import RESTLESS, Region
from simulation.verdict import MUST_BE_ZERO, judge


@pytest.mark.parametrize("name", STORIES)
def test_a_story_notices(name: str) -> None:
    assert story_notices(name, name)
    assert not story_notices(name, None), "the sound protocol tells it well"


@pytest.mark.parametrize("name", sorted(REGION_MUTANTS.keys() - STORIES.keys()))
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


def test_what_is_too_rare_for_seasons_is_caught_in_another_way(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(hunts, "season_notices", lambda _seed, _name: False)
    assert hunts.hunt("adopt_nothing") == (hunts.STORY, 1)
    assert hunts.unsound({"adopt_nothing": hunts.hunt("adopt_nothing")}) == []


def test_a_protocol_that_nothing_notices_is_not_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hunts, "season_notices", lambda _seed, _name: False)
    monkeypatch.setitem(hunts.EVERY_MUTANT, "adopt_nothing", lambda _patch: None)
    assert hunts.hunt("adopt_nothing") == ("", 0)


def test_material_that_accuses_the_sound_protocol_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hunts, "season_notices", lambda seed, _name: seed == 2)
    assert hunts.unsound({"send_once": hunts.Catch(hunts.SEASONS, 3)}) == ["half-years 2"]
