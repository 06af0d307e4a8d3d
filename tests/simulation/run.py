"""``make simulate``: 400 municipalities for two years, judged, and every broken protocol caught.

Writes ``build/results/simulate.json``. Every figure is counted while the simulation runs.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
import time
from collections import Counter
from concurrent.futures import ProcessPoolExecutor, as_completed
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT / "src"), str(ROOT / "tests")]

from simulation.hunts import EVERY_MUTANT, Catch, hunt, unsound  # noqa: E402 - the paths come first
from simulation.real_devices import RealDevice  # noqa: E402
from simulation.region import ROUGH, Region  # noqa: E402
from simulation.verdict import MUST_BE_ZERO, judge  # noqa: E402

TOLD: Final = (
    "municipalities",
    "people",
    "commits",
    "edits",
    "mails sent",
    "mails lost",
    "mails doubled",
    "mails read",
    "mails held",
    "restores",
    "profiles run twice",
    "clocks set wrong",
    "removals",
    "people replaced",
    "people back",
    "spaces forgotten",
    "calls",
    "erasures",
    "operations of a later version",
    "abweichungen resolved",
    "bundles searched",
    "disks searched",
)
PARTIAL: Final = ROOT / "build" / "results" / "simulate.regions.jsonl"
"""Regions that are done: a run that was interrupted goes on; delete it after changing the code."""


def live(seed: int, municipalities: int, days: int) -> Counter[str]:
    """Let one region live, and judge it."""
    region = Region(seed, municipalities)
    region.live(days)
    counts = judge(region)
    counts["people"] = len(region.devices)
    return counts


def live_really(seed: int, municipalities: int, days: int) -> Counter[str]:
    """Let one region live with real vaults, keys and files, in a bad time, and judge it."""
    with tempfile.TemporaryDirectory(prefix="innolab-simulation-") as folder:
        region = Region(
            seed,
            municipalities,
            ROUGH,
            make=lambda name, post, role: RealDevice.on_disk(name, post, role, Path(folder)),
        )
        region.live(days)
        return judge(region)


def main() -> int:
    """Run everything, print and write the figures; return 1 if one is not what it must be."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--municipalities", type=int, default=400)
    parser.add_argument("--per-region", type=int, default=10)
    parser.add_argument("--days", type=int, default=730)
    parser.add_argument("--seed", type=int, default=1000)
    parser.add_argument("--real", type=int, default=4, help="municipalities with real parts")
    parser.add_argument("--processes", type=int, default=2)
    options = parser.parse_args()
    regions = max(1, options.municipalities // options.per_region)
    began = time.monotonic()
    total: Counter[str] = Counter()
    # A process per region: what regions leave behind makes every later one slower.
    with ProcessPoolExecutor(options.processes, max_tasks_per_child=1) as pool:
        finished = _finished(options)
        seeds = [options.seed + number for number in range(regions)]
        lives = {
            pool.submit(live, seed, options.per_region, options.days): seed
            for seed in seeds
            if seed not in finished
        }
        total.update(_sum(finished[seed] for seed in seeds if seed in finished))
        for done, future in enumerate(as_completed(lives), start=1 + regions - len(lives)):
            counts = future.result()
            _keep(options, lives[future], counts)
            del counts["days"]
            total += counts
            bad = {name: counts[name] for name in MUST_BE_ZERO if counts[name]}
            print(
                f"region {done} of {regions}: {counts['commits']} commits, {bad or 'sound'}",
                flush=True,
            )
        really = pool.submit(live_really, options.seed, options.real, 180).result()
        hunts = {name: pool.submit(hunt, name) for name in EVERY_MUTANT}
        catches = {name: future.result() for name, future in hunts.items()}
        false = pool.submit(unsound, catches).result()
    figures = [_figure("histories", regions + 1, "regions, one of them with real parts")]
    figures += _figures(total, options.days) + _hunt_figures(catches, false)
    seconds = round(time.monotonic() - began)
    figures.append(_figure("time", seconds, "s"))
    figures += _real_figures(really)
    for figure in figures:
        print(f"{figure['name']}: {figure['value']} {figure['unit']}".rstrip())
    target = ROOT / "build" / "results" / "simulate.json"
    target.parent.mkdir(parents=True, exist_ok=True)
    PARTIAL.unlink(missing_ok=True)
    target.write_text(json.dumps(figures, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    return 0 if all(figure["ok"] for figure in figures) else 1


def _finished(options: argparse.Namespace) -> dict[int, Counter[str]]:
    """Return the regions that an interrupted run of the same size and code finished already."""
    if not PARTIAL.exists():
        return {}
    lines = [json.loads(line) for line in PARTIAL.read_text(encoding="utf-8").splitlines()]
    return {
        line["seed"]: Counter(line["counts"])
        for line in lines
        if (line["days"], line["per_region"]) == (options.days, options.per_region)
    }


def _keep(options: argparse.Namespace, seed: int, counts: Counter[str]) -> None:
    line = {"seed": seed, "days": options.days, "per_region": options.per_region, "counts": counts}
    PARTIAL.parent.mkdir(parents=True, exist_ok=True)
    with PARTIAL.open("a", encoding="utf-8") as file:
        file.write(json.dumps(line) + "\n")


def _sum(regions: Iterable[Counter[str]]) -> Counter[str]:
    total: Counter[str] = Counter()
    for counts in regions:
        total.update({name: number for name, number in counts.items() if name != "days"})
    return total


def _figure(
    name: str, value: float, unit: str = "", goal: str = "", *, ok: bool = True
) -> dict[str, Any]:
    return {"name": name, "value": value, "unit": unit, "goal": goal, "ok": ok, "detail": ""}


def _figures(total: Counter[str], days: int) -> list[dict[str, Any]]:
    figures = [_figure("days of each municipality", days)]
    figures += [_figure(name, total[name]) for name in TOLD]
    return figures + [
        _figure(name, total[name], goal="0", ok=total[name] == 0) for name in MUST_BE_ZERO
    ]


def _hunt_figures(catches: dict[str, Catch], false: list[str]) -> list[dict[str, Any]]:
    """Return how many broken protocols were caught, how, and what accused the sound one."""
    killed, of = sum(1 for catch in catches.values() if catch.way), len(catches)
    caught = _figure("broken protocols caught", killed, f"of {of}", str(of), ok=killed == of)
    caught["detail"] = ", ".join(f"{name}: {catch}" for name, catch in catches.items())
    sound = _figure("same material, sound protocol noticed", len(false), "", "0", ok=not false)
    sound["detail"] = ", ".join(false)
    return [caught, sound]


def _real_figures(counts: Counter[str]) -> list[dict[str, Any]]:
    """Return the figures of the region with real vaults, keys and files."""
    told = ("municipalities", "mails sent", "mails read", "restores")
    plain = {"unit": "", "detail": "real vaults, keys and bundle files"}
    return [
        *(
            {"name": f"real: {name}", "value": counts[name], "goal": "", "ok": True, **plain}
            for name in told
        ),
        *(
            {
                "name": f"real: {name}",
                "value": counts[name],
                "goal": "0",
                "ok": not counts[name],
                **plain,
            }
            for name in MUST_BE_ZERO
        ),
    ]


if __name__ == "__main__":
    sys.exit(main())
