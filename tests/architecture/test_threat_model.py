"""The tests that the threat model names exist."""

from __future__ import annotations

import ast
import re

from architecture.source_tree import ROOT

MODEL = (ROOT / "docs" / "THREAT_MODEL.md").read_text(encoding="utf-8")
ROWS = [line for line in MODEL.splitlines() if re.match(r"\| T\d+ ", line)]
NAMED = sorted(set(re.findall(r"`(tests/[\w/.]+)(?:::(\w+))?`", MODEL)))


def _exists(path: str, test: str) -> bool:
    target = ROOT / path
    if not test:
        return target.exists()
    tree = ast.parse(target.read_text(encoding="utf-8")) if target.is_file() else None
    return tree is not None and any(
        isinstance(node, ast.FunctionDef) and node.name == test for node in tree.body
    )


def test_named_tests_exist() -> None:
    assert NAMED
    assert [f"{path}::{test}" for path, test in NAMED if not _exists(path, test)] == []


def test_a_name_that_does_not_exist_is_found() -> None:
    assert not _exists("tests/nowhere.py", "")
    assert not _exists("tests/architecture/test_threat_model.py", "test_of_nothing")


def test_every_row_has_a_test_or_says_that_it_follows() -> None:
    assert len(ROWS) >= 17
    silent = [row[:8] for row in ROWS if not re.search(r"`tests/|folgt", row.rsplit("|", 2)[1])]
    assert silent == []
