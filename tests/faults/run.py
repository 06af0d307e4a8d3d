"""``make faults``: kills, cut power, failing calls, full disks, damaged files, and jumping clocks.

Writes ``build/results/faults.json``. First it proves that it finds a weakness that was put there.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
import time
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT / "src"), str(ROOT / "tests")]

from faults import disks, killed_windows, kills, suites, syscalls  # noqa: E402 - the paths come first
from faults.arena import Arena  # noqa: E402
from faults.shim import Shim, compile_to, is_loaded, start_again_with  # noqa: E402
from faults.workflows import WORKFLOWS  # noqa: E402
from innolab_desktop.storage import connection  # noqa: E402

RESULTS: Final = ROOT / "build" / "results" / "faults.json"
Figure = dict[str, Any]


@dataclass(frozen=True)
class Size:
    """How much of everything is tried."""

    kills: int
    windows: int
    states: int
    every: int
    chances: int
    flips: int
    jumps: int
    workflows: tuple[str, ...]
    has_suites: bool = False


FULL: Final = Size(1000, 140, 10_000, 1, 500, 1000, 20, tuple(WORKFLOWS), has_suites=True)
SMALL: Final = Size(4, 3, 40, 40, 4, 9, 6, ("save",))


def weaken() -> None:
    """Plant what must be found: a database that does not wait for the disk."""
    lazy = "synchronous = OFF"
    connection._SETTINGS = tuple(
        lazy if setting.startswith("synchronous") else setting for setting in connection._SETTINGS
    )  # pyright: ignore[reportAttributeAccessIssue] - a weakness is planted
    connection._check = lambda _connection: None


class Trial:
    """Runs the parts and collects their figures."""

    def __init__(self, folder: Path, size: Size) -> None:
        self.figures: list[Figure] = []
        self._folder = folder
        self._size = size
        self._shim = Shim()
        self._arena = Arena(folder)

    def part(self, name: str, run: Callable[[], tuple[int, list[str]]], wrong: str) -> None:
        """Run one part and note how much it tried and what was wrong."""
        began = time.monotonic()
        try:
            tried, found = run()
        except disks.CannotMountError:
            self.note(name, 0, "not run: this account may not mount a disk")
            return
        self.note(name, tried, f"{time.monotonic() - began:.0f} s")
        self.note(wrong, len(found), " || ".join(found[:20])[:4000], goal="0", ok=not found)

    def note(
        self, name: str, value: int, detail: str = "", *, goal: str = "", ok: bool = True
    ) -> None:
        """Keep and print a figure."""
        figure = {"name": name, "value": value, "unit": "", "goal": goal, "ok": ok}
        self.figures.append(figure | {"detail": detail})
        print(f"{name}: {value}  {detail[:300]}", flush=True)

    def planted(self) -> None:
        """Find the planted weakness, or nothing else counts."""
        states = max(self._size.states // 10, 40)
        _, found = kills.replay(self._shim, self._arena, self._folder, states, weakness=weaken)
        self.note("states lost with the planted weakness", len(found), goal="> 0", ok=bool(found))

    def calls(self) -> None:
        """Let every call of every workflow fail."""
        for name in self._size.workflows:
            self.part(
                f"system calls made to fail: {name}",
                partial(syscalls.sweep, self._shim, self._arena, [name], self._size.every),
                f"half-written or unexplained after a failed call: {name}",
            )

    def typing(self) -> None:
        """Kill windows while somebody types."""
        self.part(
            "words due when a window was killed",
            partial(killed_windows.kill_while_typing, self._folder, self._size.windows),
            "words lost with a killed window",
        )

    def hostile(self) -> None:
        """Count the cases of the catalogue of hostile input."""
        self.part("hostile cases", suites.hostile_cases, "hostile cases that are not met")

    def canaries(self) -> None:
        """Search for words in every file that is left."""
        self.part("searches for canaries", suites.canaries, "canaries found")

    def run(self, parts: Sequence[str]) -> None:
        """Run the *parts*, all if none is named."""
        size, arena, shim, names = self._size, self._arena, self._shim, self._size.workflows
        every: dict[str, Callable[[], None]] = {
            "planted": self.planted,
            "kills": lambda: self.part(
                "processes killed while saving",
                lambda: (size.kills, kills.kill_while_saving(arena, size.kills)[1]),
                "lost saves or damage after a kill",
            ),
            "typing": self.typing,
            "power": lambda: self.part(
                "power-loss states",
                lambda: (size.states, kills.replay(shim, arena, self._folder, size.states)[1]),
                "lost saves or damage after a power loss",
            ),
            "calls": self.calls,
            "chance": lambda: self.part(
                "runs with random input and output errors",
                lambda: syscalls.by_chance(shim, arena, names, size.chances),
                "half-written or unexplained after random errors",
            ),
            "disk": lambda: self.part(
                "workflows on a full disk",
                lambda: disks.full_disk(arena, names, self._folder),
                "lost or unexplained on a full disk",
            ),
            "limit": lambda: self.part(
                "workflows with a limit of file sizes",
                lambda: disks.size_limit(arena, names),
                "lost or unexplained at a limit",
            ),
            "flips": lambda: self.part(
                "damaged pages",
                lambda: disks.flipped_bytes(arena, size.flips),
                "crashes or wrong texts from damaged pages",
            ),
            "clock": lambda: self.part(
                "jumps of the clock",
                lambda: disks.clock_jumps(arena, size.jumps),
                "lost or hidden saves after a jump",
            ),
        }
        if size.has_suites:
            every |= {"hostile": self.hostile, "canaries": self.canaries}
        for name, run in every.items():
            if not parts or name in parts:
                run()


def main() -> int:
    """Run everything, print and write the figures; return 1 if one is not what it must be."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--small", action="store_true", help="a few of everything")
    parser.add_argument("--part", nargs="*", default=[], help="only these parts")
    parser.add_argument("--workflow", nargs="*", choices=list(WORKFLOWS), help="only these")
    parser.add_argument("--every", type=int, help="of the failing calls only every n-th")
    parser.add_argument("--out", type=Path, default=RESULTS)
    options = parser.parse_args()
    size = SMALL if options.small else FULL
    size = replace(
        size,
        workflows=tuple(options.workflow or size.workflows),
        every=options.every or size.every,
    )
    with tempfile.TemporaryDirectory(prefix="innolab-faults-") as folder:
        if not is_loaded():
            library = compile_to(ROOT / "build" if (ROOT / "build").is_dir() else Path(folder))
            start_again_with(library)
        trial = Trial(Path(folder), size)
        trial.run(options.part)
    options.out.parent.mkdir(parents=True, exist_ok=True)
    text = json.dumps(trial.figures, indent=1, ensure_ascii=False)
    options.out.write_text(text + "\n", encoding="utf-8")
    return 0 if all(figure["ok"] for figure in trial.figures) else 1


if __name__ == "__main__":
    sys.exit(main())
