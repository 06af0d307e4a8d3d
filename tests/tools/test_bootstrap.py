"""The bootstrap links the program into an environment, also without pip, also for Windows."""

from __future__ import annotations

import importlib.util
import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from types import ModuleType

ROOT = Path(__file__).parents[2]


@pytest.fixture
def bootstrap(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """Return the script as a module that works on an environment in a folder with a blank."""
    spec = importlib.util.spec_from_file_location("bootstrap_script", ROOT / "tools/bootstrap.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    monkeypatch.setattr(module, "VENV", tmp_path / "a folder" / ".venv")
    return module


@pytest.fixture
def bare_environment(bootstrap: ModuleType) -> ModuleType:
    command = [sys.executable, "-m", "venv", "--without-pip", str(bootstrap.VENV)]
    subprocess.run(command, check=True)  # noqa: S603 - our own interpreter
    return bootstrap


def test_the_program_can_be_imported_after_linking(bare_environment: ModuleType) -> None:
    bare_environment.link_program()

    script = "import innolab_desktop; print(innolab_desktop.__file__)"
    command = [str(bare_environment.venv_python()), "-c", script]
    printed = subprocess.run(command, check=True, capture_output=True, text=True).stdout  # noqa: S603 - our own interpreter

    assert Path(printed.strip()) == ROOT / "src/innolab_desktop/__init__.py"


@pytest.mark.skipif(os.name == "nt", reason="shell scripts")
def test_commands_start_the_environments_python(bare_environment: ModuleType) -> None:
    bare_environment.COMMANDS["probe"] = "platform"
    bare_environment.write_posix_command("probe", "platform")
    script = bare_environment.scripts_dir() / "probe"
    text = script.read_text(encoding="utf-8").replace(
        "from platform import main", "main = lambda: print(sys.executable, sys.argv[1:])"
    )
    script.write_text(text, encoding="utf-8")

    result = subprocess.run(  # noqa: S603 - just written
        [str(script), "a b", "c"], check=True, capture_output=True, text=True
    )

    assert result.stdout.strip() == f"{bare_environment.venv_python()} ['a b', 'c']"


def test_windows_commands_start_without_a_console(
    bootstrap: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bootstrap, "IS_WINDOWS", True)
    bootstrap.scripts_dir().mkdir(parents=True)

    for name, module in bootstrap.COMMANDS.items():
        bootstrap.write_windows_command(name, module)

    assert bootstrap.venv_python().parts[-2:] == ("Scripts", "python.exe")
    window = (bootstrap.scripts_dir() / "innolab-desktop.cmd").read_bytes()
    terminal = (bootstrap.scripts_dir() / "innolab.cmd").read_bytes()
    assert b'start "" "%~dp0pythonw.exe" -m innolab_desktop.__main__ %*\r\n' in window
    assert b'"%~dp0python.exe" -m innolab_desktop.command %*\r\n' in terminal


def test_qt_loads_here(bootstrap: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bootstrap, "VENV", Path(sys.prefix))

    assert bootstrap.qt_problem() is None


def test_a_qt_that_cannot_load_is_told(bare_environment: ModuleType) -> None:
    assert "PySide6" in bare_environment.qt_problem()


def test_unpacked_libraries_come_first(
    bootstrap: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LD_LIBRARY_PATH", "/elsewhere")
    assert bootstrap.environment_variables()["LD_LIBRARY_PATH"] == "/elsewhere"
    folder = bootstrap.VENV / "syslibs/usr/lib/x86_64-linux-gnu"
    folder.mkdir(parents=True)

    assert bootstrap.environment_variables()["LD_LIBRARY_PATH"] == f"{folder}:/elsewhere"
