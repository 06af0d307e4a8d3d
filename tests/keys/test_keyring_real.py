"""A real Secret Service on a bus of its own: it works, is locked, is missing, blocks.

Source: gnome-keyring-daemon with ``dbus-run-session``, each test in homes of its own.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

SOURCES = Path(__file__).parents[2] / "src"
DAEMON = (
    'printf "test-login-pw" | gnome-keyring-daemon --unlock --components=secrets >/dev/null;'
    ' exec "$@"'
)
PLAIN = 'exec "$@"'

HEAD = """
import json, sys, time
from innolab_desktop.domain.errors import VaultError
from innolab_desktop.keys.os_keyring import OsKeyring

def ask(call, *arguments):
    began = time.monotonic()
    try:
        found = call(*arguments)
    except VaultError as failure:
        found = failure.code
    said.append(found.hex() if isinstance(found, bytes) else found)
    took.append(time.monotonic() - began)

said, took = [], []
door = OsKeyring()
NAME, SECRET = "InnoLab Desktop/ä1/x", bytes(range(32))
"""
TAIL = "\nprint(json.dumps([said, took]))\n"

pytestmark = [
    pytest.mark.skipif(sys.platform != "linux", reason="the Secret Service is Linux's"),
    pytest.mark.timeout(90),
]


def home(folder: Path, *, has_cache: bool = True) -> dict[str, str]:
    """Return an environment in which nothing of this computer's keyrings is seen."""
    for name in ("data", "config", "run", *([".cache"] if has_cache else [])):
        (folder / name).mkdir(mode=0o700)
    kept = {name: os.environ[name] for name in ("PATH", "LANG") if name in os.environ}
    return {
        **kept,
        "HOME": str(folder),
        "XDG_DATA_HOME": str(folder / "data"),
        "XDG_CONFIG_HOME": str(folder / "config"),
        "XDG_RUNTIME_DIR": str(folder / "run"),
        "PYTHONPATH": str(SOURCES),
    }


def run(
    code: str, environment: dict[str, str], *, setup: str | None
) -> tuple[list[Any], list[float]]:
    """Run *code* on a bus of its own (none without *setup*), and return what it said."""
    command = [sys.executable, "-c", HEAD + code + TAIL]
    if setup is not None:
        session = shutil.which("dbus-run-session")
        assert session, "dbus-run-session is missing: see tools/apt/tests.txt"
        command = [session, "--", "/bin/bash", "-c", setup, "_", *command]
    done = subprocess.run(  # noqa: S603 - our own interpreter and code
        command, env=environment, capture_output=True, text=True, check=False, timeout=80
    )
    assert done.stdout, done.stderr
    return json.loads(done.stdout.splitlines()[-1])


def test_secrets_are_kept_read_and_forgotten(tmp_path: Path) -> None:
    code = """
ask(door.write, NAME, SECRET); ask(door.read, NAME)
ask(door.read, "InnoLab Desktop/other"); ask(door.delete, NAME); ask(door.read, NAME)
ask(door.delete, NAME)
"""
    said, _ = run(code, home(tmp_path), setup=DAEMON)
    missing = "keyring_entry_missing"
    assert said == [None, bytes(range(32)).hex(), missing, None, missing, missing]
    (ring,) = (tmp_path / "data" / "keyrings").glob("login.keyring")
    assert bytes(range(32)) not in ring.read_bytes()


def test_a_locked_keyring_says_so(tmp_path: Path) -> None:
    code = """
import secretstorage
ask(door.write, NAME, SECRET)
connection = secretstorage.dbus_init()
secretstorage.get_default_collection(connection).lock()
ask(door.read, NAME); ask(door.write, NAME, SECRET)
"""
    said, took = run(code, home(tmp_path), setup=DAEMON)
    assert said == [None, "keyring_locked", "keyring_locked"]
    assert max(took) < 6


def test_without_a_bus_there_is_none(tmp_path: Path) -> None:
    said, _ = run("ask(door.read, NAME); ask(door.write, NAME, SECRET)", home(tmp_path), setup=None)
    assert said == ["keyring_missing", "keyring_missing"]


def test_a_daemon_that_never_answers_costs_five_seconds(tmp_path: Path) -> None:
    """The Secret Service is there, takes the question, and stays silent."""
    code = """
import subprocess
silent = subprocess.Popen([sys.executable, "-c", '''
import time
from jeepney.io.blocking import open_dbus_connection
from jeepney import message_bus
connection = open_dbus_connection()
connection.send_and_get_reply(message_bus.RequestName("org.freedesktop.secrets"))
print("here", flush=True)
time.sleep(60)
'''], stdout=subprocess.PIPE, text=True)
silent.stdout.readline()
ask(door.read, NAME)
ask(door.write, NAME, SECRET)
silent.kill()
"""
    said, took = run(code, home(tmp_path), setup=PLAIN)
    assert said == ["keyring_silent", "keyring_silent"]
    assert all(4.5 < seconds < 7 for seconds in took), took


@pytest.mark.parametrize(
    "override",
    ["keyring.backends.null.Keyring", "keyring.backends.fail.Keyring", "evil.Keyring"],
)
def test_nobody_can_put_another_store_in_its_place(tmp_path: Path, override: str) -> None:
    environment = home(tmp_path)
    (tmp_path / "config" / "python_keyring").mkdir()
    (tmp_path / "config" / "python_keyring" / "keyringrc.cfg").write_text(
        f"[backend]\ndefault-keyring={override}\nkeyring-path={tmp_path}\n"
    )
    (tmp_path / "evil.py").write_text(
        "from keyring.backend import KeyringBackend\n"
        "class Keyring(KeyringBackend):\n"
        "    priority = 99\n"
        "    def get_password(self, *a): return None\n"
        f"    def set_password(self, *a): open({str(tmp_path / 'stolen')!r}, 'w').write(str(a))\n"
    )
    environment["PYTHON_KEYRING_BACKEND"] = override
    environment["PYTHONPATH"] += f":{tmp_path}"
    said, _ = run("ask(door.write, NAME, SECRET); ask(door.read, NAME)", environment, setup=DAEMON)
    assert said == [None, bytes(range(32)).hex()]
    assert not (tmp_path / "stolen").exists()


def test_another_program_of_the_account_can_read_it_too(tmp_path: Path) -> None:
    """What the window says when a keyring slot is added: it is as strong as the logon (T3)."""
    code = """
import subprocess
ask(door.write, NAME, SECRET)
other = "import secretstorage as s; c = s.dbus_init();"
other += "print(list(s.get_default_collection(c).get_all_items())[0].get_secret().decode())"
said.append(subprocess.run([sys.executable, "-c", other], capture_output=True, text=True).stdout)
"""
    said, _ = run(code, home(tmp_path), setup=DAEMON)
    assert said[1].strip() == "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8="


def test_a_vault_opens_by_the_real_keyring(tmp_path: Path) -> None:
    code = f"""
from pathlib import Path
from innolab_desktop import bootstrap
from innolab_desktop.gate import Gate
from innolab_desktop.services.given_key import KeyringAsked
folder = Path({str(tmp_path / "vault")!r})
owner = bootstrap.NewOwner("Ada Öz", "Musterstadt", "Personal")
session = bootstrap.create_vault(folder, owner, "vier ruhige Pferde", memory_kib=65536)
session.key_slots.add_keyring()
session.close()
session = Gate(65536).open_session(folder, KeyringAsked())
said.append(session.info.person)
slot = next(slot for slot in session.key_slots.slots() if slot.type == "keyring")
session.key_slots.remove(slot.id)
session.close()
ask(Gate(65536).open_session, folder, KeyringAsked())
"""
    said, _ = run(code, home(tmp_path), setup=DAEMON)
    assert said == ["Ada Öz", "keyring_slot_missing"]
