"""A started program leaves no copy of its memory, seen from outside and by crashing it."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

import pytest

SOURCES = Path(__file__).parents[1] / "src"
PR_GET_DUMPABLE = 3

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="prctl and /proc are Linux's")


def run(code: str, folder: Path, limit: str = "unlimited") -> subprocess.CompletedProcess[str]:
    """Run *code* in a process that may write core dumps."""
    python = f"ulimit -c {limit} 2>/dev/null; cd '{folder}'; exec '{sys.executable}' -c \"$CODE\""
    return subprocess.run(  # noqa: S603 - our own interpreter and code
        ["/bin/sh", "-c", python],
        capture_output=True,
        text=True,
        check=False,
        env={"PYTHONPATH": str(SOURCES), "CODE": code, "QT_QPA_PLATFORM": "offscreen"},
    )


ASK = (
    "import ctypes, resource;"
    f"print(ctypes.CDLL(None).prctl({PR_GET_DUMPABLE}, 0, 0, 0, 0),"
    " resource.getrlimit(resource.RLIMIT_CORE))"
)


def test_the_command_is_hardened(tmp_path: Path) -> None:
    code = f"from innolab_desktop import command; command.main(['vault', 'slots']); {ASK}"
    assert run(code, tmp_path).stdout.strip() == "0 (0, 0)"


def test_the_window_is_hardened_before_it_shows(tmp_path: Path) -> None:
    code = (
        "import sys; from innolab_desktop import __main__ as m, window;"
        f"window.run = lambda: (exec({ASK!r}), 0)[1]; sys.argv = ['x']; m.main()"
    )
    assert run(code, tmp_path).stdout.strip() == "0 (0, 0)"


def test_a_crash_writes_no_core_and_an_unhardened_one_may(tmp_path: Path) -> None:
    crash = f"import os; os.kill(os.getpid(), {int(signal.SIGSEGV)})"
    harden = "from innolab_desktop.process_hardening import harden_process; harden_process();"
    crashed = run(harden + crash, tmp_path)
    assert crashed.returncode == -signal.SIGSEGV
    assert list(tmp_path.iterdir()) == []
    without = run(ASK, tmp_path).stdout.strip()
    assert without.startswith("1 "), "the check must be able to fail"
