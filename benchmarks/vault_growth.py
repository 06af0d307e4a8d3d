"""Goals 8 and 15, and the cost of a commit: what a vault costs that holds many already."""

from __future__ import annotations

import re
import shutil
import statistics
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

import corpus
import import_speed
from measuring import Figure, cpu_s, ratio

from innolab_desktop import bootstrap

if TYPE_CHECKING:
    from innolab_desktop.services.session import Session

_SMALL: Final = 1_000
_MIDDLE: Final = 10_000
_CHANGED: Final = 10
_MOST_MB: Final = 400
_GROWTH: Final = 1.2


def measure(work: Path, rounds: int, commits: int) -> list[Figure]:
    """Return the figures; vaults are built once and kept in ``build/bench``."""
    small, middle, full = (import_speed.full_vault(number) for number in (_SMALL, _MIDDLE, commits))
    exports = {size: _exports(vault, work, rounds) for size, vault in ((0, small), (1, full))}
    imports: dict[int, list[float]] = {0: [], 1: []}
    peaks: list[float] = []
    for number in range(rounds):
        imports[0].append(_import(middle, work / f"middle{number}"))
        imports[1].append(_import(full, work / f"full{number}"))
        peaks.append(_peak_mb(full, work / f"peak{number}"))
    peak = statistics.median(peaks)
    return [
        ratio(
            f"8 export of {_CHANGED} changed records from {commits} commits / from {_SMALL}",
            exports[1],
            exports[0],
            at_most=1.5,
            detail="vaults of 400 and 40 municipalities, one bundle for one of them",
        ),
        ratio(
            f"3b cost per commit in a vault of {commits} / of {_MIDDLE}",
            imports[1],
            imports[0],
            at_most=_GROWTH,
            detail="package of 10,000 commits of one of 400 municipalities",
        ),
        Figure(
            f"15a peak memory of an import into a vault of {commits}",
            round(peak, 1),
            "MB",
            f"<= {_MOST_MB}",
            peak <= _MOST_MB,
            f"whole process, 10,000 commits in one package; [{min(peaks):.0f}–{max(peaks):.0f}] "
            f"of {len(peaks)}",
        ),
    ]


def _opened(fixture: Path, target: Path) -> Session:
    import_speed.copy(fixture / "full", target)
    return bootstrap.open_vault(target, corpus.PASSPHRASE)


def _exports(fixture: Path, work: Path, rounds: int) -> list[float]:
    """Return the CPU seconds of exports of ten changed records to somebody who has the rest."""
    session = _opened(fixture, work / "export")
    space = session.spaces.all()[-1].id
    for number in range(_CHANGED):
        session.records.new("mission", {"title": f"Mission {number}"}, space=space)
    session.exporting.run(space, work / "out")
    seconds = [cpu_s(lambda: session.exporting.run(space, work / "out")) for _ in range(5 * rounds)]
    if (pending := session.exporting.pending(space)) != _CHANGED:
        raise RuntimeError(f"{pending} commits are exported instead of {_CHANGED}")
    session.close()
    shutil.rmtree(work / "export")
    return seconds


def _import(fixture: Path, target: Path) -> float:
    session = _opened(fixture, target)
    seconds = cpu_s(lambda: session.importing.run([fixture / "full.ilpaket"]))
    session.close()
    shutil.rmtree(target)
    return seconds


def _peak_mb(fixture: Path, target: Path) -> float:
    """Return the largest resident size of a process of its own that imports a package."""
    import_speed.copy(fixture / "full", target)
    command = [sys.executable, __file__, str(target), str(fixture / "full.ilpaket")]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    shutil.rmtree(target)
    return float(done.stdout)


def _child(vault: Path, package: Path) -> None:
    session = bootstrap.open_vault(vault, corpus.PASSPHRASE)
    (result,) = session.importing.run([package]).bundles
    if result.status != "applied":
        raise RuntimeError(result.code)
    session.close()
    # Not getrusage: its largest size is handed down from the process that started this one.
    status = Path("/proc/self/status").read_text(encoding="ascii")
    print(int(re.findall(r"VmHWM:\s+(\d+) kB", status)[0]) / 1024)


if __name__ == "__main__":
    _child(Path(sys.argv[1]), Path(sys.argv[2]))
