"""Measures figures side by side: one run, several rounds, CPU time, medians, their spread."""

from __future__ import annotations

import gc
import os
import resource
import shutil
import statistics
import time
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

import corpus

from innolab_desktop import bootstrap

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from innolab_desktop.services.bundle_import import BundleResult


@dataclass(frozen=True)
class Figure:
    """One measured figure against its goal; everything in it is measured, never typed in."""

    name: str
    value: float
    unit: str
    goal: str
    ok: bool
    detail: str

    def plain(self) -> dict[str, object]:
        """Return the figure as JSON shows it."""
        return asdict(self)


def cpu_s(work: Callable[[], object]) -> float:
    """Return the CPU seconds (user and system) that *work* takes in this process."""
    gc.collect()
    before = _spent(resource.RUSAGE_SELF)
    work()
    return _spent(resource.RUSAGE_SELF) - before


def import_s(vault: Path, copy: Path, package: Path) -> float:
    """Return the CPU seconds that importing *package* into a *copy* of *vault* takes.

    Raises:
        RuntimeError: nothing was taken in.
    """
    shutil.copytree(vault, copy)
    os.sync()  # else the first commit writes the copy to the disk
    session = bootstrap.open_vault(copy, corpus.PASSPHRASE)
    results: list[BundleResult] = []
    seconds = cpu_s(lambda: results.extend(session.importing.run([package]).bundles))
    session.close()
    shutil.rmtree(copy)
    if results[0].status != "applied":
        raise RuntimeError(f"{results[0].status} {results[0].code}")
    return seconds


def child_cpu_s(work: Callable[[], object]) -> float:
    """Return the CPU seconds of the processes that *work* starts and waits for."""
    before = _spent(resource.RUSAGE_CHILDREN)
    work()
    return _spent(resource.RUSAGE_CHILDREN) - before


def wall_s(work: Callable[[], object]) -> float:
    """Return the seconds on the clock that *work* takes."""
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


def _spent(who: int) -> float:
    usage = resource.getrusage(who)
    return usage.ru_utime + usage.ru_stime


def ratio(
    name: str, ours: list[float], peers: list[float], *, at_most: float, detail: str
) -> Figure:
    """Return the ratio of two medians that were measured alternately."""
    value = statistics.median(ours) / statistics.median(peers)
    spread = f"ours {_spread(ours)}, peer {_spread(peers)}"
    return Figure(
        name, round(value, 3), "ratio", f"<= {at_most}", value <= at_most, f"{detail}; {spread}"
    )


def _spread(seconds: list[float]) -> str:
    return (
        f"median {statistics.median(seconds) * 1000:.1f} ms "
        f"[{min(seconds) * 1000:.1f}–{max(seconds) * 1000:.1f}] of {len(seconds)}"
    )
