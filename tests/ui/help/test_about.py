"""The pages about the program: its version, the libraries that are really there, the statement."""

from __future__ import annotations

import re
import tomllib
from importlib.metadata import version
from typing import TYPE_CHECKING

import innolab_desktop
from architecture.source_tree import ROOT
from innolab_desktop import paths
from innolab_desktop.ui.help.about import DIRECT_LIBRARIES, libraries, licences_topic
from innolab_desktop.ui.help.help_window import HelpWindow

if TYPE_CHECKING:
    import pytest

    from innolab_desktop.ui.main_window import MainWindow
    from ui.vaults import Lane


def shown(window: MainWindow, lane: Lane, action: str) -> str:
    window.action_set.action(action).run()
    lane.settle()
    return window.findChildren(HelpWindow)[0].shown_text


def test_every_dependency_is_named() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    named = {re.split(r"[^\w-]", need)[0] for need in project["dependencies"]}
    assert set(DIRECT_LIBRARIES) == named


def test_the_libraries_are_those_in_use() -> None:
    known = libraries()
    assert known["cryptography"][0] == version("cryptography")
    assert known["SQLAlchemy"][1] == "MIT"
    assert "cffi" in known, "what a library needs itself belongs to it"
    assert not {"pytest", "ruff", "innolab-desktop"} & {name.lower() for name in known}


def test_a_program_without_metadata_has_no_versions(monkeypatch: pytest.MonkeyPatch) -> None:
    assert libraries(["no-such-package"]) == {}
    monkeypatch.setattr("innolab_desktop.ui.help.about.libraries", dict)
    texts = [block.text for block in licences_topic(paths.licenses_dir()).blocks]
    assert "Verwendete Fassungen" not in texts
    assert any("LGPL-3.0" in text for text in texts)


def test_about_and_licences_are_pages_of_the_help(window: MainWindow, lane: Lane) -> None:
    assert innolab_desktop.__version__ in shown(window, lane, "about")
    topics = [t.title for t in window.findChildren(HelpWindow)[0].topics]
    assert topics[-2:] == ["Über InnoLab Desktop", "Software von anderen in InnoLab Desktop"]


def test_the_accessibility_statement_is_found(window: MainWindow, lane: Lane) -> None:
    text = shown(window, lane, "accessibility")
    assert text.startswith("Erklärung zur Barrierefreiheit")
    assert [a.id for a in window.action_set.find("barrierefr")] == ["accessibility"]
