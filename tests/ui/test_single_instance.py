"""A second start hands its files over and ends; strangers on the socket get nowhere."""

from __future__ import annotations

import secrets
import stat
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtNetwork import QLocalSocket

from innolab_desktop.ui.single_instance import SingleInstance, known_files, session_name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

SECOND_START = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from innolab_desktop.ui.single_instance import SingleInstance
app = QCoreApplication([])
sys.exit(10 if SingleInstance(sys.argv[1]).claim([Path(p) for p in sys.argv[2:]]) else 0)
"""


@pytest.fixture
def name() -> str:
    return f"innolab-test-{secrets.token_hex(6)}"


@pytest.fixture
def first(qtbot: QtBot, name: str) -> Iterator[SingleInstance]:
    del qtbot
    instance = SingleInstance(name)
    assert instance.claim([])
    yield instance
    instance.release()


def start_again(name: str, *files: Path) -> subprocess.Popen[bytes]:
    return subprocess.Popen([sys.executable, "-c", SECOND_START, name, *map(str, files)])  # noqa: S603 - our own program


def test_a_second_start_hands_its_files_over_and_ends(
    qtbot: QtBot, first: SingleInstance, name: str, tmp_path: Path
) -> None:
    wanted = [tmp_path / "ä.ilpaket", tmp_path / "b.TXT", tmp_path / "Eingang.mbox"]
    foreign = [tmp_path / "c.exe", tmp_path / "missing.eml"]
    for path in (*wanted, foreign[0]):
        path.write_bytes(b"x")
    called: list[list[Path]] = []
    first.called.connect(called.append)
    process = start_again(name, *wanted, *foreign)
    qtbot.waitUntil(lambda: bool(called), timeout=20_000)
    assert process.wait(20) == 0
    assert called == [wanted]


def test_a_start_without_files_only_calls(qtbot: QtBot, first: SingleInstance, name: str) -> None:
    called: list[list[Path]] = []
    first.called.connect(called.append)
    process = start_again(name)
    qtbot.waitUntil(lambda: bool(called), timeout=20_000)
    assert (process.wait(20), called) == (0, [[]])


def test_after_a_release_the_next_start_is_the_one(first: SingleInstance, name: str) -> None:
    first.release()
    assert start_again(name).wait(20) == 10


@pytest.mark.skipif(sys.platform == "win32", reason="a socket is a file on POSIX")
def test_the_socket_is_open_to_this_account_only(first: SingleInstance) -> None:
    place = Path(first._server.fullServerName())
    assert stat.S_IMODE(place.stat().st_mode) & 0o077 == 0


def test_strangers_on_the_socket(qtbot: QtBot, first: SingleInstance, name: str) -> None:
    called: list[list[Path]] = []
    first.called.connect(called.append)
    for message in (b"rm -rf\n", b'{"a": 1}\n', b"[" * 5000 + b"\n", b'[1, null, "x\\u0000"]\n'):
        socket = QLocalSocket()
        socket.connectToServer(name)
        assert socket.waitForConnected(2000)
        before = len(called)
        socket.write(message)
        qtbot.waitUntil(lambda before=before: len(called) > before, timeout=5000)
    assert called == [[]] * 4
    flood = QLocalSocket()
    flood.connectToServer(name)
    assert flood.waitForConnected(2000)
    flood.write(b"x" * 2_000_000)
    qtbot.waitUntil(
        lambda: flood.state() == QLocalSocket.LocalSocketState.UnconnectedState, timeout=5000
    )
    assert len(called) == 4


def test_only_files_named_like_ours(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for file in ("a.ilpaket", "b.ILKARTE", "c.sh", "d.desktop"):
        (tmp_path / file).write_bytes(b"")
    (tmp_path / "e.txt").mkdir()
    names: list[object] = [str(path) for path in sorted(tmp_path.iterdir())]
    found = known_files([*names, "a.ilpaket", 7, "/" + "x" * 5000 + ".txt", "\ud800.txt"])
    assert [path.name for path in found] == ["a.ilpaket", "b.ILKARTE"]


def test_the_name_belongs_to_person_and_session(monkeypatch: pytest.MonkeyPatch) -> None:
    here = session_name()
    monkeypatch.setenv("XDG_SESSION_ID", "another")
    assert session_name() != here
    monkeypatch.setattr(Path, "home", lambda: Path("/home/else"))
    assert session_name().startswith("innolab-desktop-")
