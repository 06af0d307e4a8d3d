"""An audit that could not ask is no good news."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest

from tools.test_sbom import ROOT, tool

if TYPE_CHECKING:
    from pathlib import Path

AUDIT = tool("audit")
CLEAN = {"name": "cbor2", "version": "6.2.1", "vulns": []}
SKIPPED = {"name": "cbor2", "skip_reason": "could not reach the service"}
WEAK = {
    "name": "cbor2",
    "version": "5.0",
    "vulns": [{"id": "CVE-2024-26134", "fix_versions": ["5.6.2"], "aliases": []}],
}


def judged(*dependencies: dict[str, Any], expected: tuple[str, ...] = ("cbor2",)) -> int:
    code, lines = AUDIT.judge(json.dumps({"dependencies": list(dependencies)}), set(expected))
    assert lines != []
    return code


def test_only_what_was_asked_and_is_clean_ends_well() -> None:
    assert judged(CLEAN) == 0
    assert judged(WEAK) == AUDIT.FOUND
    assert judged(SKIPPED) == AUDIT.NOT_ASKED
    assert judged(CLEAN, expected=("cbor2", "zstandard")) == AUDIT.NOT_ASKED
    assert judged() == AUDIT.NOT_ASKED
    assert judged(CLEAN, expected=()) == AUDIT.NOT_ASKED, "a lock that nobody could read"
    assert judged(expected=()) == AUDIT.NOT_ASKED


def test_an_auditor_that_never_answers_is_noticed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    silent = tmp_path / "auditor.py"
    silent.write_text("import time; time.sleep(60)")
    monkeypatch.setattr(AUDIT, "_PATIENCE_S", 0.5)
    monkeypatch.setattr(sys, "argv", ["audit.py", sys.executable, str(silent)])
    assert AUDIT.main() == AUDIT.NOT_ASKED
    assert "Nothing was checked" in capsys.readouterr().out


@pytest.mark.skipif(shutil.which("unshare") is None, reason="needs a network namespace")
def test_the_target_fails_without_a_network(tmp_path: Path) -> None:
    """The whole ``make audit`` in a world without any network, where no auditor can be had."""
    for name in ("Makefile", "requirements.lock"):
        shutil.copy2(ROOT / name, tmp_path / name)
    (tmp_path / "tools").mkdir()
    shutil.copy2(ROOT / "tools" / "audit.py", tmp_path / "tools" / "audit.py")
    python = tmp_path / "python"  # an environment without pip is made in a moment
    python.write_text(
        f'#!/bin/sh\n[ "$2" = venv ] && set -- "$@" --without-pip\nexec {sys.executable} "$@"\n'
    )
    python.chmod(0o755)
    make = ["make", "--directory", str(tmp_path), "audit", f"PYTHON={python}"]
    ended = subprocess.run(  # noqa: S603 - as a person types it
        ["unshare", "--map-root-user", "--net", *make],  # noqa: S607 - as above
        check=False,
        capture_output=True,
        text=True,
    )
    if "unshare failed" in ended.stderr:
        pytest.skip("no namespaces here")
    assert ended.returncode != 0, ended.stdout
    assert "Nothing was checked" in ended.stdout


@pytest.mark.parametrize("output", ["", "Traceback", "null", "[]", "{}", '{"dependencies": null}'])
def test_an_auditor_that_failed_is_noticed(output: str) -> None:
    code, lines = AUDIT.judge(output, {"cbor2"})
    assert code == AUDIT.NOT_ASKED
    assert "Nothing was checked" in lines[0]


def test_a_planted_skip_is_caught(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The auditor says that all is well, as the real one does when it is offline."""
    lying = tmp_path / "auditor.py"
    lying.write_text(f"print({json.dumps(json.dumps({'dependencies': [SKIPPED]}))})")
    monkeypatch.setattr(sys, "argv", ["audit.py", sys.executable, str(lying)])
    assert AUDIT.main() == AUDIT.NOT_ASKED
    assert "skipped, so not checked: cbor2" in capsys.readouterr().out
    monkeypatch.setattr(sys, "argv", ["audit.py", str(tmp_path / "missing")])
    assert AUDIT.main() == AUDIT.NOT_ASKED
    assert (ROOT / "requirements.lock").is_file()
