"""The self-test passes where everything is there, and says what is missing where it is not."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

from innolab_desktop import bootstrap, paths
from innolab_desktop.self_test import SelfTest

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def test_an_installation_tests_itself() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "innolab_desktop", "--self-test"],
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "FEHLER" not in done.stdout
    assert "kein Netzwerk-Socket offen" in done.stdout


def test_missing_translations_are_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    present = bootstrap.load_forms()
    monkeypatch.setattr(bootstrap, "load_forms", lambda *_, **__: present)
    said: list[str] = []
    test = SelfTest(tmp_path, said.append)
    monkeypatch.setattr(test, "_window", lambda: "not here")
    test.run()
    assert said[1] == "FEHLER  Formulare: FileNotFoundError: translations/en"


def test_missing_fonts_are_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paths, "resources_dir", lambda: tmp_path / "nowhere")
    said: list[str] = []
    test = SelfTest(tmp_path, said.append)
    monkeypatch.setattr(test, "_window", lambda: "not here")
    assert test.run() == 1
    assert any(line.startswith("FEHLER  Texte und Schriften") for line in said)
