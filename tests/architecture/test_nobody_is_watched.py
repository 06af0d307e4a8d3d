"""No table, form or text of the interface holds what could watch people at work."""

from __future__ import annotations

import ast
import re
from typing import TYPE_CHECKING

import pytest

from architecture.source_tree import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PACKAGE = ROOT / "src" / "innolab_desktop"
NAMES = re.compile(
    r"last_(active|seen|login)|active_(since|at)|(work|edit|reading|screen)_?time|time_spent"
    r"|duration_(ms|seconds)|presence|is_online|ranking|leaderboard|high_?score|streak|activity_feed",
    re.IGNORECASE,
)
WORDS = re.compile(
    r"zuletzt (aktiv|online|gesehen|angemeldet)|Arbeitszeit von|Bearbeitungsdauer|Zeiterfassung"
    r"|Rangliste|Rangfolge|Bestenliste|Aktivitäten von|gerade online|Highscore",
    re.IGNORECASE,
)


def texts_of(source: str) -> Iterator[str]:
    """Return the texts of a module without its docstrings."""
    tree = ast.parse(source)
    parents = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
    explained = {
        ast.get_docstring(n, clean=False) for n in ast.walk(tree) if isinstance(n, parents)
    }
    for node in ast.walk(tree):
        value = node.value if isinstance(node, ast.Constant) else None
        if isinstance(value, str) and value not in explained:
            yield value


def watching(path: Path) -> list[str]:
    source = path.read_text(encoding="utf-8")
    source = source.replace("keine Zeiterfassung", "")  # the promise itself
    texts = list(texts_of(source)) if path.suffix == ".py" else source.splitlines()
    return [text for text in texts if WORDS.search(text)] + NAMES.findall(source)


def shown_files() -> list[Path]:
    return [
        PACKAGE / "storage" / "schema.py",
        *sorted((PACKAGE / "ui").rglob("*.py")),
        *sorted((PACKAGE / "cli").rglob("*.py")),
        *sorted((PACKAGE / "reports").rglob("*.py")),
        *sorted((ROOT / "forms").rglob("*.toml")),
        *sorted((ROOT / "resources").glob("*.toml")),
    ]


def test_nothing_that_people_see_or_that_is_stored_watches_them() -> None:
    files = shown_files()
    assert len(files) > 150
    assert {str(path.relative_to(ROOT)): w for path in files if (w := watching(path))} == {}


@pytest.mark.parametrize(
    "planted",
    ['column("last_seen_ms")', 'label = "Zuletzt aktiv"', "tr('Rangliste der Kommunen')"],
)
def test_the_search_bites(tmp_path: Path, planted: str) -> None:
    for name in ("planted.py", "planted.toml"):
        file = tmp_path / name
        file.write_text(planted, encoding="utf-8")
        assert watching(file) != []
