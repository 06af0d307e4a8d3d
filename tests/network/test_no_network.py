"""No program of ours ever opens a socket that reaches beyond this computer."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="strace is of Linux")
SOCKET = re.compile(r"\bsocket\((AF_\w+|\d+)")
LOCAL = {"AF_UNIX", "AF_LOCAL", "AF_NETLINK"}
"""The single instance, D-Bus, and questions to the kernel; none of them leaves the computer."""
PASSPHRASE = "vier ruhige Pferde am Fluss"
PLANTED = """
import socket
socket.socket(socket.AF_INET, socket.SOCK_STREAM).close()
"""


def families(folder: Path, *command: str) -> set[str]:
    """Run *command* and return the kinds of sockets that it and its children opened."""
    strace, log = shutil.which("strace"), folder / "sockets.log"
    if strace is None:
        pytest.fail("strace is missing (tools/apt/tests.txt)")
    environment = os.environ | {
        "QT_QPA_PLATFORM": "offscreen",
        "INNOLAB_PASSPHRASE": PASSPHRASE,
        "INNOLAB_DATA_DIR": str(folder / "data"),
    }
    traced = [strace, "-f", "-qq", "-e", "trace=socket,connect", "-o", str(log)]
    ended = subprocess.run(  # noqa: S603 - our own programs
        [*traced, sys.executable, *command],
        check=False, capture_output=True, text=True, env=environment, cwd=folder,
    )  # fmt: skip
    assert ended.returncode == 0, ended.stdout + ended.stderr
    return set(SOCKET.findall(log.read_text(encoding="utf-8")))


def test_a_socket_would_be_seen(tmp_path: Path) -> None:
    assert families(tmp_path, "-c", PLANTED) == {"AF_INET"}


def test_the_command_line_stays_here(tmp_path: Path) -> None:
    """A whole story: vaults, cards, spaces, packages, merges; then everything one person does."""
    run = ("-m", "innolab_desktop.command")
    opened = families(tmp_path, *run, "demo", str(tmp_path / "demo"))
    vault = ("--vault", str(tmp_path / "own"))
    owner = ("--name", "Ada Öz", "--municipality", "Musterstadt", "--department", "Amt")
    for arguments in (
        ("vault", "create", str(tmp_path / "own"), *owner),
        (*vault, "record", "new", "mission", "--set", "title=Öffnungszeiten"),
        (*vault, "search", "Öffnung"),
        (*vault, "contact", "card", "--out", str(tmp_path / "ada.ilkarte")),
        (*vault, "vault", "backup"),
        (*vault, "vault", "status"),
    ):
        opened |= families(tmp_path, *run, *arguments)
    assert (tmp_path / "own" / "vault.db").is_file()
    assert list((tmp_path / "own" / "backups").iterdir()) != []
    assert opened <= LOCAL


def test_the_window_stays_here(tmp_path: Path) -> None:
    assert families(tmp_path, "-m", "innolab_desktop", "--self-test") <= LOCAL
