"""The running window through the accessibility bus: a mission is made by names alone."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from innolab_desktop import bootstrap
from innolab_desktop.services.read_models import RowQuery
from innolab_desktop.ui.settings import Settings
from ui.vaults import PASSPHRASE, create_session

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[3]
READER = Path(__file__).with_name("screen_reader.py")
SYSTEM_PYTHON = "/usr/bin/python3"
TITLE, VISION = "Wartezeiten im Bürgerbüro", "Niemand wartet länger als 15 Minuten."

pytestmark = [
    pytest.mark.skipif(sys.platform != "linux", reason="AT-SPI is Linux's"),
    pytest.mark.timeout(120),
]


@pytest.fixture
def display() -> Iterator[str]:
    """Start a screen of our own and return its name."""
    reading, writing = os.pipe()
    program = shutil.which("Xvfb") or "Xvfb"
    arguments = [program, "-displayfd", str(writing), "-screen", "0", "1366x768x24", "-nolisten"]
    server = subprocess.Popen(  # noqa: S603 - a program of the system
        [*arguments, "tcp"], pass_fds=[writing], stderr=subprocess.DEVNULL
    )
    os.close(writing)
    with os.fdopen(reading) as pipe:
        number = pipe.readline().strip()
    assert number, "no screen"
    yield f":{number}"
    server.terminate()
    server.wait(10)


def test_a_mission_is_made_by_names_alone(display: str, tmp_path: Path) -> None:
    folder = tmp_path / "Tresor"
    create_session(folder).close()
    Settings(tmp_path / "settings.ini").remember_vault(folder)
    surroundings = {
        **os.environ,
        "DISPLAY": display,
        "QT_QPA_PLATFORM": "xcb",
        "LC_ALL": "C.UTF-8",
        "INNOLAB_DATA_DIR": str(tmp_path),
        "XDG_RUNTIME_DIR": str(tmp_path),
        "PYTHONPATH": str(ROOT / "src"),
    }
    tmp_path.chmod(0o700)
    runner = shutil.which("dbus-run-session") or "dbus-run-session"
    done = subprocess.run(  # noqa: S603 - programs of the system
        [runner, "--", SYSTEM_PYTHON, str(READER), sys.executable, PASSPHRASE, TITLE, VISION],
        env=surroundings,
        capture_output=True,
        text=True,
        timeout=110,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    seen = json.loads(done.stdout.splitlines()[-1])
    assert seen["vision"] == VISION
    assert seen["saved"].startswith("Gespeichert")
    assert {"heading", "list", "list item", "push button", "text", "combo box"} <= set(
        seen["roles"]
    )
    assert seen["nameless"] == []
    session = bootstrap.open_vault(folder, PASSPHRASE)
    try:
        (row,) = session.records.list_rows(RowQuery(kind="mission")).rows
        assert row.title == TITLE
        assert session.records.open(row.id).values["vision"] == VISION
    finally:
        session.close()
