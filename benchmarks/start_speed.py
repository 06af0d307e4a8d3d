"""Goals 10 and 11: from the start of the process to a painted window."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
from pathlib import Path
from typing import Final

import corpus
from measuring import Figure, ratio

_WINDOWS: Final = ("empty", "libraries", "first", "usable")
_CHILDREN: Final = Path(__file__).parent / "start_children.py"


def measure(work: Path, rounds: int) -> list[Figure]:
    """Return the figures of goals 10 and 11 (CPU seconds of whole processes)."""
    vault = work / "start"
    session = corpus.new_vault(vault)
    for number in range(20):
        session.records.new("mission", {"title": f"Mission {number}"})
    session.close()
    for what in _WINDOWS:
        _child(what, vault)  # writes the byte code that an installation has
    spent = {what: list[float]() for what in _WINDOWS}
    for _ in range(rounds):
        for what, seconds in spent.items():
            seconds.append(_child(what, vault))
    empty = spent["empty"]
    libraries = statistics.median(spent["libraries"]) / statistics.median(empty)
    return [
        ratio(
            "10 first window (unlock) / empty painted QMainWindow",
            spent["first"],
            empty,
            at_most=1.3,
            detail="whole process up to the first paint, offscreen",
        ),
        ratio(
            "11 usable main window after unlocking, without the KDF / empty painted QMainWindow",
            spent["usable"],
            empty,
            at_most=3.0,
            detail="whole process up to the painted overview of 20 missions, Argon2id subtracted; "
            f"SQLAlchemy, SQLCipher and cryptography with an empty window take {libraries:.2f}",
        ),
    ]


def _child(what: str, vault: Path) -> float:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    environment["INNOLAB_DATA_DIR"] = str(vault.parent)
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    done = subprocess.run(
        [sys.executable, str(_CHILDREN), what, str(vault)],
        check=True,
        capture_output=True,
        text=True,
        env=environment,
        timeout=120,
    )
    return float(done.stdout.split()[-1])
