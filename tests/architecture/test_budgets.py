from __future__ import annotations

from architecture.budgets import over_budget
from architecture.source_tree import ROOT


def test_nothing_outgrows_its_budget() -> None:
    assert over_budget(ROOT) == []
