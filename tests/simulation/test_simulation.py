"""Small regions have a bad season; ``make simulate`` runs 400 municipalities for two years."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from simulation.real_devices import RealDevice
from simulation.region import ROUGH, Region
from simulation.verdict import MUST_BE_ZERO, judge

if TYPE_CHECKING:
    from collections import Counter
    from pathlib import Path

SOUND = dict.fromkeys(MUST_BE_ZERO, 0)


def figures(counts: Counter[str]) -> dict[str, int]:
    return {name: counts[name] for name in MUST_BE_ZERO}


@pytest.mark.parametrize("seed", [1, 2])
def test_a_bad_season_of_mails(seed: int) -> None:
    region = Region(seed, 2, ROUGH)
    region.live(days=120)
    counts = judge(region)
    assert figures(counts) == SOUND
    happened = (
        "mails lost",
        "mails doubled",
        "edits",
        "restores",
        "erasures",
        "removals",
        "spaces forgotten",
    )
    assert all(counts[name] > 0 for name in happened)


def test_a_bad_season_with_real_vaults_keys_and_files(tmp_path: Path) -> None:
    region = Region(
        3, 1, ROUGH, make=lambda name, post, role: RealDevice.on_disk(name, post, role, tmp_path)
    )
    region.live(days=60)
    assert figures(judge(region)) == SOUND
