"""Whatever a member writes means the same in every order of arrival, and after a rebuild."""

from __future__ import annotations

import pytest

from protocol.disorder import WEIGHTS, differences

_CASES = 40


@pytest.mark.parametrize("weights", WEIGHTS)
def test_every_order_says_the_same(weights: str) -> None:
    found = [line for seed in range(_CASES) for line in differences(seed, weights)]
    assert found == []
