from __future__ import annotations

import tomllib

from architecture.source_tree import ROOT
from architecture.tool_runs import run_tool


def test_imports_go_one_way() -> None:
    result = run_tool("lint-imports", "--no-cache", folder=ROOT)

    assert result.returncode == 0, result.stdout
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    count = len(contracts["tool"]["importlinter"]["contracts"])
    assert f"Contracts: {count} kept, 0 broken." in result.stdout
