"""Goals 10 and 11: from the start of the process to a painted window."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Final

import corpus
from measuring import Figure, ratio

_CHILDREN: Final = Path(__file__).parent / "start_children.py"


def measure(work: Path, rounds: int) -> list[Figure]:
    """Return the figures of goals 10 and 11 (CPU seconds of whole processes)."""
    vault = work / "start"
    session = corpus.new_vault(vault)
    for number in range(20):
        session.records.new("mission", {"title": f"Mission {number}"})
    session.close()
    for what in ("empty", "first", "usable"):
        _child(what, vault)  # writes the byte code that an installation has
    empty: list[float] = []
    first: list[float] = []
    usable: list[float] = []
    for _ in range(rounds):
        empty.append(_child("empty", vault))
        first.append(_child("first", vault))
        usable.append(_child("usable", vault))
    return [
        ratio(
            "10 first window (unlock) / empty painted QMainWindow",
            first,
            empty,
            at_most=1.3,
            detail="whole process up to the first paint, offscreen",
        ),
        ratio(
            "11 usable main window after unlocking, without the KDF / empty painted QMainWindow",
            usable,
            empty,
            at_most=3.0,
            detail="whole process up to the painted overview of 20 missions, Argon2id subtracted",
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
