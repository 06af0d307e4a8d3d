#!/usr/bin/env python3
"""Make ``.venv`` from the lock file and run programs in it; needs the standard library only.

``bootstrap.py``                make the environment, link the program, check Qt's system libraries
``bootstrap.py --exec ARGS``    run the environment's Python with ARGS
``bootstrap.py --link``         only link the program into an environment that exists

Works without ``ensurepip`` (Debian splits it off), without root rights and on Windows.
"""

from __future__ import annotations

import contextlib
import importlib.util
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
LOCK = ROOT / "requirements-dev.lock"
IS_WINDOWS = os.name == "nt"
OLDEST, FIRST_UNSUPPORTED = (3, 11), (3, 14)

QT_PROBE = """
import ctypes, pathlib, PySide6
import PySide6.QtNetwork, PySide6.QtPrintSupport, PySide6.QtSvg, PySide6.QtWidgets
for plugin in pathlib.Path(PySide6.__file__).parent.glob("Qt/plugins/platforms/libqxcb.so"):
    ctypes.CDLL(str(plugin))
"""
COMMANDS = {"innolab": "innolab_desktop.command", "innolab-desktop": "innolab_desktop.__main__"}


def packages(name: str) -> list[str]:
    """Return the Debian and Ubuntu packages listed in ``tools/apt/NAME.txt``.

    ``qt`` are the libraries that the Qt wheels expect from the system, ``qt-indirect`` what those
    need in turn and a bare system lacks; the latter only matter without root rights.
    """
    return (ROOT / "tools" / "apt" / f"{name}.txt").read_text(encoding="utf-8").split()


def say(text: str) -> None:
    """Tell the person at the terminal what happens now."""
    print(f":: {text}", file=sys.stderr, flush=True)


def run(
    command: Sequence[str | Path],
    *,
    env: Mapping[str, str] | None = None,
    cwd: Path | None = None,
    quiet: bool = False,
    check: bool = True,
) -> subprocess.CompletedProcess[str]:
    """Run *command*; with *quiet* its output is kept instead of shown."""
    return subprocess.run(  # noqa: S603 - the commands are the literals of this file
        [str(part) for part in command],
        env=env,
        cwd=cwd,
        check=check,
        capture_output=quiet,
        text=True,
    )


def succeeds(command: Sequence[str | Path], *, env: Mapping[str, str] | None = None) -> bool:
    """Return whether *command* can be started and ends with success."""
    with contextlib.suppress(OSError):
        return run(command, env=env, quiet=True, check=False).returncode == 0
    return False


def scripts_dir() -> Path:
    """Return the folder of the environment's programs."""
    return VENV / ("Scripts" if IS_WINDOWS else "bin")


def venv_python() -> Path:
    """Return the environment's interpreter."""
    return scripts_dir() / ("python.exe" if IS_WINDOWS else "python")


def use_supported_python() -> None:
    """Continue with a supported interpreter when the one that runs is too old or too new.

    Raises:
        SystemExit: no supported interpreter was found.
    """
    if OLDEST <= sys.version_info[:2] < FIRST_UNSUPPORTED:
        return
    for minor in range(FIRST_UNSUPPORTED[1] - 1, OLDEST[1] - 1, -1):
        other = shutil.which(f"python3.{minor}")
        if other and succeeds([other, "-c", "0"]):
            command = [other, __file__, *sys.argv[1:]]
            sys.exit(run(command, check=False).returncode)
    sys.exit(f"Python 3.11, 3.12 or 3.13 is needed; this is {sys.version.split()[0]}.")


def make_environment() -> None:
    """Create the virtual environment unless a working one is there."""
    if venv_python().exists() and succeeds([venv_python(), "-c", "0"]):
        return
    say("creating .venv")
    has_pip = importlib.util.find_spec("ensurepip") is not None
    without = [] if has_pip else ["--without-pip"]
    run([sys.executable, "-m", "venv", "--clear", *without, VENV])


def pip_command() -> list[str | Path]:
    """Return the pip that installs into the environment, its own or the system's.

    Raises:
        SystemExit: neither has pip.
    """
    if succeeds([venv_python(), "-m", "pip", "--version"]):
        return [venv_python(), "-m", "pip"]
    if succeeds([sys.executable, "-m", "pip", "--version"]):
        return [sys.executable, "-m", "pip", "--python", venv_python()]
    sys.exit("pip is missing. As administrator:  apt-get install -y python3-venv python3-pip")


def install_locked() -> None:
    """Install exactly what the lock file names, each file checked against its hash."""
    say(f"installing {LOCK.name}")
    options = ["--quiet", "--require-hashes", "--only-binary", ":all:", "--no-deps"]
    run([*pip_command(), "install", *options, "--requirement", LOCK])


def link_program() -> None:
    """Make the source tree importable and write the two commands."""
    ask = "import sysconfig; print(sysconfig.get_path('purelib'))"
    installed = Path(run([venv_python(), "-c", ask], quiet=True).stdout.strip())
    (installed / "innolab-src.pth").write_text(f"{ROOT / 'src'}\n", encoding="utf-8")
    for name, module in COMMANDS.items():
        if IS_WINDOWS:
            write_windows_command(name, module)
        else:
            write_posix_command(name, module)


def write_posix_command(name: str, module: str) -> None:
    """Write ``.venv/bin/NAME``: a shell line that starts Python on the very same file."""
    libraries = library_path()
    prefix = f"env LD_LIBRARY_PATH='{libraries}' " if libraries else ""
    target = scripts_dir() / name
    target.write_text(
        f"#!/bin/sh\n''':'\nexec {prefix}'{venv_python()}' \"$0\" \"$@\"\n'''\n"
        f"import sys\nfrom {module} import main\nsys.exit(main())\n",
        encoding="utf-8",
    )
    target.chmod(0o755)


def write_windows_command(name: str, module: str) -> None:
    r"""Write ``.venv\Scripts\NAME.cmd``; the window starts without a console behind it."""
    start = 'start "" "%~dp0pythonw.exe"' if name == "innolab-desktop" else '"%~dp0python.exe"'
    (scripts_dir() / f"{name}.cmd").write_text(
        f"@echo off\r\n{start} -m {module} %*\r\n", encoding="utf-8", newline=""
    )


def library_path() -> str:
    """Return the search path of libraries that were unpacked without root rights, or nothing."""
    unpacked = VENV / "syslibs"
    machines = ("x86_64-linux-gnu", "aarch64-linux-gnu")
    folders = [unpacked / top / m for top in ("usr/lib", "lib") for m in machines]
    return os.pathsep.join(str(folder) for folder in folders if folder.is_dir())


def environment_variables() -> dict[str, str]:
    """Return the variables for programs of the environment."""
    variables = dict(os.environ)
    if libraries := library_path():
        before = variables.get("LD_LIBRARY_PATH")
        variables["LD_LIBRARY_PATH"] = os.pathsep.join(filter(None, [libraries, before]))
        unpacked = VENV / "syslibs"
        if not Path("/usr/share/X11/xkb").is_dir():
            variables.setdefault("XKB_CONFIG_ROOT", str(unpacked / "usr/share/X11/xkb"))
        if not Path("/etc/fonts").is_dir():
            variables.setdefault("FONTCONFIG_PATH", str(unpacked / "etc/fonts"))
    return variables


def qt_problem() -> str | None:
    """Return why Qt cannot load, or None when it can."""
    command = [venv_python(), "-c", QT_PROBE]
    probe = run(command, env=environment_variables(), quiet=True, check=False)
    if probe.returncode == 0:
        return None
    return (probe.stderr.strip().splitlines() or ["no message"])[-1]


def install_line() -> list[str]:
    """Return the command that installs Qt's libraries on Debian and Ubuntu."""
    return ["apt-get", "install", "-y", "--no-install-recommends", *packages("qt")]


def install_as_root() -> None:
    """Install Qt's libraries through apt when this is root or sudo asks nothing."""
    if os.geteuid() == 0:
        prefix: list[str] = []
    elif shutil.which("sudo") and succeeds(["sudo", "-n", "true"]):
        prefix = ["sudo", "-n"]
    else:
        return
    say("installing Qt's system libraries with apt-get")
    variables = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    run([*prefix, "apt-get", "-q", "update"], env=variables, quiet=True, check=False)
    result = run([*prefix, *install_line()], env=variables, quiet=True, check=False)
    if result.returncode != 0:
        say(result.stderr.strip())


def unpack_without_root() -> None:
    """Unpack Qt's libraries into the environment; the system stays as it is."""
    say("no root rights: unpacking Qt's system libraries into .venv/syslibs")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for part in ("state/lists/partial", "cache/archives/partial"):
            (folder / part).mkdir(parents=True)
        settings = [
            f"Dir::State={folder}/state",
            f"Dir::Cache={folder}/cache",
            "Dir::State::status=/var/lib/dpkg/status",
            "APT::Sandbox::User=",
        ]
        options = [word for setting in settings for word in ("-o", setting)]
        run(["apt-get", "-q", *options, "update"], quiet=True, check=False)
        names = [*packages("qt"), *packages("qt-indirect")]
        run(["apt-get", "-q", *options, "download", *names], cwd=folder, quiet=True, check=False)
        for package in sorted(folder.glob("*.deb")):
            run(["dpkg-deb", "-x", package, VENV / "syslibs"])


def provide_qt_libraries() -> None:
    """Make sure that Qt loads.

    Raises:
        SystemExit: it does not; the message is the one command that helps.
    """
    problem = qt_problem()
    if problem is None:
        return
    if sys.platform == "linux":
        say(f"Qt cannot load yet: {problem}")
        if shutil.which("apt-get"):
            install_as_root()
            if qt_problem() is not None and shutil.which("dpkg-deb"):
                unpack_without_root()
        problem = qt_problem()
    if problem is not None:
        sys.exit(f"Qt cannot load ({problem}). As administrator:  {' '.join(install_line())}")


def execute(arguments: Sequence[str]) -> NoReturn:
    """Become the environment's Python, offscreen when there is no screen."""
    variables = environment_variables()
    if sys.platform == "linux" and not (
        variables.get("DISPLAY") or variables.get("WAYLAND_DISPLAY")
    ):
        variables.setdefault("QT_QPA_PLATFORM", "offscreen")
    sys.exit(run([venv_python(), *arguments], env=variables, check=False).returncode)


def main(arguments: Sequence[str]) -> None:
    """Do what the command line asks for."""
    if arguments[:1] == ["--exec"]:
        execute(arguments[1:])
    use_supported_python()
    if arguments[:1] != ["--link"]:
        make_environment()
        install_locked()
        provide_qt_libraries()
    link_program()
    (VENV / ".ready").touch()


if __name__ == "__main__":
    main(sys.argv[1:])
