"""What documents point to exists."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from architecture.source_tree import ROOT

if TYPE_CHECKING:
    from pathlib import Path

LINK = re.compile(r"\]\((?!https?://|#|mailto:)([^)#\s]+)")
NAMED_TEST = re.compile(r"`(tests/[\w./-]+)(?:::(\w+))?`")
DOCUMENTS = sorted(
    path.relative_to(ROOT).as_posix() for path in (*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md"))
)


@pytest.mark.parametrize("document", DOCUMENTS)
def test_links_lead_somewhere(document: str) -> None:
    folder = (ROOT / document).parent
    targets = LINK.findall((ROOT / document).read_text(encoding="utf-8"))

    assert [t for t in targets if not (folder / t).exists()] == []


def is_test(path: Path, name: str) -> bool:
    """Tell whether *path* holds tests and, if *name* is given, this one."""
    files = path.rglob("test_*.py") if path.is_dir() else (path,) if path.is_file() else ()
    wanted = f"def {name}(" if name else "def test_"
    return any(wanted in file.read_text(encoding="utf-8") for file in files)


def test_a_file_without_tests_proves_nothing(tmp_path: Path) -> None:
    (tmp_path / "test_empty.py").write_text("def x_test_nothing(): ...\n", encoding="utf-8")
    assert not is_test(tmp_path / "test_empty.py", "")
    assert not is_test(tmp_path, "")
    assert not is_test(tmp_path / "gone.py", "")
    assert is_test(ROOT / "tests" / "hostile", "")


def test_the_threat_model_names_tests_that_exist() -> None:
    text = (ROOT / "docs" / "THREAT_MODEL.md").read_text(encoding="utf-8")
    named = NAMED_TEST.findall(text)

    assert len(named) >= 4
    assert [f"{path}::{name}" for path, name in named if not is_test(ROOT / path, name)] == []


def test_every_threat_has_a_proof_or_says_that_it_is_open() -> None:
    text = (ROOT / "docs" / "THREAT_MODEL.md").read_text(encoding="utf-8")
    rows = [line.strip("|").split("|") for line in text.splitlines() if re.match(r"\| T\d+ ", line)]

    assert len(rows) >= 16
    for row in rows:
        assert "open" in row[-1] or NAMED_TEST.search(row[-1]), row[0]


def test_every_decision_has_the_same_five_parts() -> None:
    parts = ["Summary", "Context", "Decision", "Consequences", "Alternatives"]
    for path in sorted((ROOT / "docs" / "adr").glob("0*.md")):
        assert re.findall(r"^## (.+)$", path.read_text(encoding="utf-8"), re.MULTILINE) == parts, (
            path.name
        )
