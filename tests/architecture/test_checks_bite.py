"""A check that cannot fail is a defect: each one meets the fault it is there for."""

from __future__ import annotations

import shutil
import textwrap
import tomllib
from typing import TYPE_CHECKING

import pytest

from architecture import budgets, habits
from architecture.source_tree import ROOT
from architecture.tool_runs import run_tool

if TYPE_CHECKING:
    from pathlib import Path

CLEAN = '"""A module without faults."""\n\nANSWER = 42\n'


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """Return a small project with this project's settings and one clean module per package."""
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    (tmp_path / ".venv").symlink_to(ROOT / ".venv")
    (tmp_path / "tools").mkdir()
    (tmp_path / "tools" / "typings").symlink_to(ROOT / "tools" / "typings")
    for package in (ROOT / "src" / "innolab_desktop").rglob("__init__.py"):
        target = tmp_path / package.relative_to(ROOT)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(package, target)
    modules = [path.stem for path in (ROOT / "src/innolab_desktop").glob("[!_]*.py")]
    for name in (*modules, "__main__", "domain/clean"):
        (tmp_path / f"src/innolab_desktop/{name}.py").write_text(CLEAN, encoding="utf-8")
    return tmp_path


def plant(root: Path, module: str, source: str) -> str:
    """Write *source* into *module* and return its path below *root*."""
    path = root / "src" / "innolab_desktop" / f"{module}.py"
    path.write_text(f'"""Planted."""\n\n{textwrap.dedent(source)}', encoding="utf-8")
    return path.relative_to(root).as_posix()


def test_ruff_bites(copy: Path) -> None:
    assert run_tool("ruff", "check", "--no-cache", "src", folder=copy).returncode == 0
    plant(copy, "domain/planted", "def f(x: int) -> int:\n    return eval(str(x))\n")

    result = run_tool("ruff", "check", "--no-cache", "src", folder=copy)

    assert result.returncode == 1
    assert "S307" in result.stdout


def test_pyright_bites(copy: Path) -> None:
    bad = plant(copy, "domain/planted", 'ANSWER: int = "42"\n\n\ndef f(x):\n    return x\n')

    clean = run_tool("basedpyright", "src/innolab_desktop/domain/clean.py", folder=copy)
    result = run_tool("basedpyright", bad, folder=copy)

    assert clean.returncode == 0, clean.stdout
    assert result.returncode == 1
    assert "reportAssignmentType" in result.stdout
    assert "reportMissingParameterType" in result.stdout


def test_every_import_contract_bites(copy: Path) -> None:
    settings = tomllib.loads((copy / "pyproject.toml").read_text(encoding="utf-8"))
    contracts = settings["tool"]["importlinter"]["contracts"]
    clean = run_tool("lint-imports", "--no-cache", folder=copy)
    assert f"{len(contracts)} kept, 0 broken" in clean.stdout, clean.stdout
    forbidden = {name for contract in contracts for name in contract.get("forbidden_modules", ())}
    imports = "".join(f"import {name}\n" for name in sorted(forbidden))
    plant(copy, "services/planted", imports + "import innolab_desktop.storage\n")

    result = run_tool("lint-imports", "--no-cache", folder=copy)

    assert result.returncode == 1
    assert f"0 kept, {len(contracts)} broken" in result.stdout


def test_siblings_are_kept_apart(copy: Path) -> None:
    plant(copy, "reports/planted", "import innolab_desktop.storage\n")

    result = run_tool("lint-imports", "--no-cache", folder=copy)

    assert "innolab_desktop.reports is not allowed to import innolab_desktop.storage" in (
        " ".join(result.stdout.split())
    )


OVERSIZED = {
    "400": "x = 1\n" * 399,
    "250": "class C:\n" + "    x = 1\n" * 250,
    "50": "def f() -> None:\n" + "    print()\n" * 50,
    "complexity": "def f(x: int) -> None:\n" + "    if x:\n        print()\n" * 10,
    "positional": "def f(a: int, b: int, c: int, d: int, e: int, f: int, g: int) -> None: ...\n",
}


@pytest.mark.parametrize("budget", OVERSIZED)
def test_budgets_bite(copy: Path, budget: str) -> None:
    assert budgets.over_budget(copy) == []
    bad = plant(copy, "domain/planted", OVERSIZED[budget])

    found = budgets.over_budget(copy)

    assert len(found) == 1
    assert found[0].startswith(bad)
    assert budget in found[0]


BROKEN_HABITS = {
    "ui/html": ("setHtml interprets", "x.setHtml(y)\n"),
    "ui/label": ("QLabel guesses", "from PySide6.QtWidgets import QLabel\nx = QLabel(y)\n"),
    "ui/late": ("QLabel guesses", "x = QLabel()\nx.setText(y)\n"),
    "ui/child": ("QLabel guesses", 'class C(QLabel):\n    """Planted."""\n'),
    "ui/box": ("QMessageBox guesses", "QMessageBox.question(x, y, z)\n"),
    "ui/line": ("QLineEdit takes", "x = QLineEdit()\n"),
    "ui/heir": ("QLineEdit takes", 'class C(QLineEdit):\n    """Planted."""\n'),
    "ui/tip": ("escape the text", "x.setToolTip(y)\n"),
    "domain/loads": ("pickle loads code", "import pickle\n"),
    "domain/runs": ("eval runs data", "eval(x)\n"),
    "storage/sql": ("bind parameters", 'text(f"SELECT {x}")\n'),
    "domain/dice": ("predictable", "import random\n"),
    "ui/calls": ("QtNetwork belongs", "from PySide6.QtNetwork import QTcpSocket\n"),
    "ui/calls_too": ("QtNetwork belongs", "from PySide6 import QtNetwork\n"),
    "domain/silent": ("f has no docstring", "def f() -> None:\n    return\n"),
    "domain/text_utils": ("says nothing", "x = 1\n"),
    "bundle/second": ("cbor2 belongs into one module", "import cbor2\n"),
    "domain/machine": ("domain/machine.py:3", 'HOME = "/' + 'work/main"\n'),
}


@pytest.mark.parametrize("module", BROKEN_HABITS)
def test_habits_bite(copy: Path, module: str) -> None:
    assert habits.findings(copy) == []
    message, source = BROKEN_HABITS[module]
    plant(copy, module, source)

    found = habits.findings(copy)

    assert len(found) == 1
    assert message in found[0]


def test_a_failing_test_fails_the_run(copy: Path) -> None:
    tests = copy / "tests"
    tests.mkdir()
    (tests / "test_planted.py").write_text("def test_false() -> None:\n    assert 1 == 2\n")

    result = run_tool("pytest", "-p", "no:cacheprovider", folder=copy)

    assert result.returncode == 1
    assert "1 failed" in result.stdout


def test_a_warning_fails_the_run(copy: Path) -> None:
    tests = copy / "tests"
    tests.mkdir()
    (tests / "test_planted.py").write_text(
        "import warnings\n\n\ndef test_warns() -> None:\n    warnings.warn('x')\n"
    )

    result = run_tool("pytest", "-p", "no:cacheprovider", folder=copy)

    assert result.returncode == 1
    assert "UserWarning" in result.stdout
