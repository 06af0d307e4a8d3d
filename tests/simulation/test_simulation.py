"""Small regions have a bad season; ``make simulate`` runs 400 municipalities for two years."""

from __future__ import annotations

import pytest

from simulation.region import ROUGH, Region
from simulation.verdict import MUST_BE_ZERO, judge


@pytest.mark.parametrize("seed", [1, 2])
def test_a_bad_season_of_mails(seed: int) -> None:
    region = Region(seed, 2, ROUGH)
    region.live(days=120)
    counts = judge(region)
    assert {name: counts[name] for name in MUST_BE_ZERO} == dict.fromkeys(MUST_BE_ZERO, 0)
    happened = ("mails lost", "mails doubled", "edits", "restores", "erasures", "removals")
    assert all(counts[name] > 0 for name in happened)
