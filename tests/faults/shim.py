"""The library between a program and the C library, as Python sees it (``shim.c``)."""

from __future__ import annotations

import ctypes
import os
import subprocess
import sys
from enum import IntEnum
from pathlib import Path

CALLS = ("pwrite64", "write", "fsync", "ftruncate", "unlink", "rename", "mkdir", "open")
"""What can be made to fail; ``fsync`` stands for ``fdatasync`` as well."""
_SOURCE = Path(__file__).with_name("shim.c")
_LOADED = "INNOLAB_FAULT_SHIM"


class Mode(IntEnum):
    """When an armed call fails."""

    ONCE = 0
    FROM_THEN_ON = 1
    KILL = 2
    RANDOM = 3


class Shim:
    """Tells the loaded library what to do; for this process and its children."""

    def __init__(self) -> None:
        self._library = ctypes.CDLL(None)
        self._library.fault_counted.restype = ctypes.c_long

    def watch(self, folder: Path) -> None:
        """Count only what happens below *folder*."""
        self._library.fault_watch(str(folder).encode())

    def arm(self, call: str, at: int, error: int = 0, mode: Mode = Mode.ONCE) -> None:
        """Let a call fail: the one with number *at*, or *at* of ten thousand by chance."""
        self._library.fault_arm(call.encode(), ctypes.c_long(at), error, int(mode))

    def disarm(self) -> None:
        """Let nothing fail any more."""
        self.arm("", 0)

    @property
    def counted(self) -> int:
        """How often the armed call happened."""
        return int(self._library.fault_counted())

    def record(self, log: Path, acknowledgements: int) -> None:
        """Write down what reaches the disk, and what goes to one descriptor."""
        self._library.fault_record(str(log).encode(), acknowledgements)


def compile_to(folder: Path) -> Path:
    """Compile the library.

    Raises:
        FileNotFoundError: there is no compiler.
        subprocess.CalledProcessError: it does not compile.
    """
    library = folder / "shim.so"
    command = ["gcc", "-O2", "-Wall", "-Werror", "-shared", "-fPIC", "-o", str(library)]
    subprocess.run([*command, str(_SOURCE), "-ldl"], check=True)  # noqa: S603 - our own source
    return library


def is_loaded() -> bool:
    """Tell whether this process runs with the library."""
    return _LOADED in os.environ


def start_again_with(library: Path) -> None:
    """Start this program anew with the library in front of the C library."""
    environment = os.environ | {"LD_PRELOAD": str(library), _LOADED: "1"}
    os.execve(sys.executable, [sys.executable, *sys.argv], environment)  # noqa: S606 - ourselves
