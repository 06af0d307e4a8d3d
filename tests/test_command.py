"""The real program in its own process: what it loads, what it prints, what it asks."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from cli.innolab import PASSPHRASE, create

if TYPE_CHECKING:
    from pathlib import Path

LOADED = """
import sys
from innolab_desktop.command import main
code = main(sys.argv[1:])
print("\\n".join(sorted(sys.modules)), file=sys.stderr)
sys.exit(code)
"""


def start(
    *arguments: object, program: tuple[str, ...] = ("-m", "innolab_desktop.command")
) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "INNOLAB_PASSPHRASE": PASSPHRASE, "PYTHONPATH": "src"}
    return subprocess.run(  # noqa: S603 - this interpreter, our own arguments
        [sys.executable, *program, *(str(argument) for argument in arguments)],
        capture_output=True,
        encoding="utf-8",
        env=environment,
        check=False,
        stdin=subprocess.DEVNULL,
    )


@pytest.fixture(scope="module")
def vault(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("command") / "tresor"
    create(folder, "Ömer Süß")
    return folder


def loaded_packages(*arguments: object) -> set[str]:
    finished = start(*arguments, program=("-c", LOADED))
    assert finished.returncode == 0
    return set(finished.stderr.split())


def test_the_version_comes_without_the_heavy_parts() -> None:
    modules = loaded_packages("--version")
    assert {name.split(".")[0] for name in modules}.isdisjoint(
        {"PySide6", "shiboken6", "sqlalchemy", "sqlcipher3", "cryptography", "reportlab", "pycrdt"}
    )


def test_no_command_loads_qt(vault: Path) -> None:
    modules = {name.split(".")[0] for name in loaded_packages("--vault", vault, "record", "list")}
    assert modules.isdisjoint({"PySide6", "shiboken6", "reportlab"})
    assert "sqlalchemy" in modules


def test_umlauts_and_exit_codes_cross_the_process_border(vault: Path) -> None:
    made = start("--vault", vault, "record", "new", "mission", "--set", "title=Süßes für Ömer")
    assert (made.returncode, made.stderr) == (0, "")
    listed = start("--vault", vault, "--json", "record", "list")
    assert [row["title"] for row in json.loads(listed.stdout)] == ["Süßes für Ömer"]
    refused = start("--vault", vault, "--json", "export", "--space", "Nur ich", "--out", vault)
    assert (refused.returncode, refused.stdout) == (1, "")
    assert json.loads(refused.stderr)["code"] == "space_private"
    assert start("record").returncode == 2


def test_a_vault_is_open_once(vault: Path) -> None:
    hold = (
        "import sys; from pathlib import Path; from innolab_desktop import bootstrap; "
        f"s = bootstrap.open_vault(Path({str(vault)!r}), {PASSPHRASE!r}); "
        "print('open', flush=True); sys.stdin.read(); s.close()"
    )
    with subprocess.Popen(  # noqa: S603 - as above
        [sys.executable, "-c", hold],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": "src"},
        text=True,
    ) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "open\n"
        refused = start("--vault", vault, "--json", "vault", "status")
        holder.communicate()
    assert (refused.returncode, json.loads(refused.stderr)["code"]) == (1, "vault_in_use")
    assert start("--vault", vault, "vault", "status").returncode == 0


def test_a_reader_that_has_seen_enough_is_no_error(vault: Path) -> None:
    command = [sys.executable, "-m", "innolab_desktop.command", "--vault", str(vault)]
    environment = {**os.environ, "INNOLAB_PASSPHRASE": PASSPHRASE, "PYTHONPATH": "src"}
    with subprocess.Popen(  # noqa: S603 - as above
        [*command, "space", "list"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        stdin=subprocess.DEVNULL,
        env=environment,
    ) as running:
        assert running.stdout is not None
        running.stdout.close()
        assert running.stderr is not None
        assert running.stderr.read() == b""
