"""Locking ends the process that held the key, and a fresh one asks for the passphrase.

Real processes on a bus of their own: ``dbus-run-session`` and two sessions of the program.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from ui.vaults import PASSPHRASE, create_session

if TYPE_CHECKING:
    from collections.abc import Iterator

SOURCES = Path(__file__).parents[3] / "src"
PATIENCE_S = 40.0
GONE_WITHIN_S = 2.0

pytestmark = [
    pytest.mark.skipif(sys.platform != "linux", reason="D-Bus and /proc are Linux's"),
    pytest.mark.timeout(60),
]

PROGRAM = """
import os, sys
from pathlib import Path
from innolab_desktop import __main__
from innolab_desktop.ui import app
from PySide6.QtCore import QTimer

class Opened(app.Desktop):
    def show(self):
        super().show()
        folder = Path(os.environ["INNOLAB_DATA_DIR"]) / "Tresor"
        self.entered.connect(self.ready)
        QTimer.singleShot(0, lambda: self._unlock(folder, os.environ.pop("PHRASE")))

    def ready(self):
        if os.environ["WHEN"] == "idle":
            QTimer.singleShot(300, lambda: self.locking._idle.begin(0.5))
        if os.environ["WHEN"] == "hand":
            QTimer.singleShot(300, self.main_window.lock_requested.emit)
        print("ready", os.getpid(), flush=True)

import innolab_desktop.window as window
window.Desktop = Opened
window._own_arguments = lambda: ["-m", "innolab_desktop", f"--of={os.environ['INNOLAB_DATA_DIR']}"]
sys.argv = ["innolab-desktop"]
sys.exit(__main__.main())
"""

SENDER = """
import sys, time
from PySide6.QtCore import QCoreApplication
from PySide6.QtDBus import QDBusConnection, QDBusMessage
app = QCoreApplication([])
path, interface, name, service = sys.argv[1:]
bus = QDBusConnection.systemBus() if service else QDBusConnection.sessionBus()
if service and not bus.registerService(service):
    sys.exit("no name")
message = QDBusMessage.createSignal(path, interface, name)
message.setArguments([True])
bus.send(message)
time.sleep(0.5)
"""
SIGNALS = {
    "screen": ("/org/freedesktop/ScreenSaver", "org.freedesktop.ScreenSaver", "ActiveChanged", ""),
    "suspend": (
        "/org/freedesktop/login1",
        "org.freedesktop.login1.Manager",
        "PrepareForSleep",
        "org.freedesktop.login1",
    ),
}


@pytest.fixture
def bus() -> Iterator[str]:
    """Start a bus of our own and return its address."""
    daemon = subprocess.Popen(  # noqa: S603 - a program of the system
        [shutil.which("dbus-daemon") or "dbus-daemon", "--session", "--nofork", "--print-address"],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    assert daemon.stdout is not None
    yield daemon.stdout.readline().strip()
    daemon.terminate()
    daemon.wait()
    daemon.stdout.close()


def restarted(folder: Path) -> dict[int, str]:
    """Return the processes that were started after locking, with their command lines."""
    found: dict[int, str] = {}
    for process in Path("/proc").glob("[0-9]*"):
        try:
            line = (process / "cmdline").read_text().replace("\0", " ")
        except OSError:
            continue
        if f"--of={folder} " in line:
            found[int(process.name)] = line
    return found


def wait_for_end(program: subprocess.Popen[str], folder: Path) -> tuple[float, str]:
    """Return how long the process took to go, and the command line of the new one."""
    began = time.monotonic()
    while not restarted(folder):  # the vault is closed by then
        assert time.monotonic() - began < PATIENCE_S
        time.sleep(0.01)
    began = time.monotonic()
    program.wait(PATIENCE_S)
    return time.monotonic() - began, next(iter(restarted(folder).values()))


@pytest.mark.parametrize("reason", ["hand", "idle", "screen", "suspend"])
def test_the_process_with_the_key_ends(reason: str, bus: str, tmp_path: Path) -> None:
    create_session(tmp_path / "Tresor").close()
    environment = {
        **os.environ,
        "PYTHONPATH": str(SOURCES),
        "QT_QPA_PLATFORM": "offscreen",
        "INNOLAB_DATA_DIR": str(tmp_path),
        "XDG_RUNTIME_DIR": str(tmp_path),
        "DBUS_SESSION_BUS_ADDRESS": bus,
        "DBUS_SYSTEM_BUS_ADDRESS": bus,
    }
    program = subprocess.Popen(  # noqa: S603 - our own interpreter and code
        [sys.executable, "-c", PROGRAM],
        env={**environment, "PHRASE": PASSPHRASE, "WHEN": reason},
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        assert program.stdout is not None
        assert program.stdout.readline().split() == ["ready", str(program.pid)]
        if reason in SIGNALS:
            time.sleep(0.5)
            subprocess.run(  # noqa: S603 - our own interpreter and code
                [sys.executable, "-c", SENDER, *SIGNALS[reason]], env=environment, check=True
            )
        gone_s, line = wait_for_end(program, tmp_path)
        program.stdout.close()
    finally:
        program.kill()
        program.wait()
        for pid in restarted(tmp_path):
            os.kill(pid, signal.SIGKILL)
    assert gone_s < GONE_WITHIN_S
    assert not Path(f"/proc/{program.pid}").exists()
    assert line.endswith(f"--locked={reason} ")
