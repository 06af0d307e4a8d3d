from __future__ import annotations

from architecture.habits import findings
from architecture.source_tree import ROOT


def test_habits_are_kept() -> None:
    assert findings(ROOT) == []
