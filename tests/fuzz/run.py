"""``make fuzz``: mutants by the hundred thousand, then a search for inputs that break a reader.

Writes ``build/results/fuzz.json``. What broke a target is kept in ``tests/fuzz/corpus`` and tried
by every test run from then on.
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any, Final

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT / "src"), str(ROOT / "tests")]

CORPUS: Final = Path(__file__).with_name("corpus")
RESULTS: Final = ROOT / "build" / "results" / "fuzz.json"
_RUNS: Final = re.compile(r"number_of_executed_units:\s*(\d+)")
_UNNAMED: Final = re.compile(r"(crash|timeout|oom|leak|slow-unit)-")
_LONGEST_INPUT: Final = 4096
_LONGEST_S: Final = 20


def search(name: str, seconds: int) -> int:
    """Search in this process, with what was found before; never returns to its caller.

    Args:
        name: of the target.
        seconds: how long.
    """
    import atheris  # noqa: PLC0415 - only for Linux and one version of Python

    watched = atheris.instrument_imports(include=["innolab_desktop"])  # pyright: ignore[reportAttributeAccessIssue] - made when imported
    with watched:
        from fuzz.targets import TARGETS, seeds  # noqa: PLC0415 - what it imports is watched

    beginnings = ROOT / "build" / "fuzz" / name
    beginnings.mkdir(parents=True, exist_ok=True)
    for number, good in enumerate(seeds(name)):
        (beginnings / f"seed-{number}").write_bytes(good)
    kept = CORPUS / name
    kept.mkdir(parents=True, exist_ok=True)
    options = (
        f"-max_total_time={seconds}",
        f"-max_len={_LONGEST_INPUT}",
        f"-timeout={_LONGEST_S}",
        f"-artifact_prefix={kept}/",
        "-print_final_stats=1",
        "-rss_limit_mb=1500",
    )
    atheris.Setup([sys.argv[0], *options, str(beginnings), str(kept)], TARGETS[name])
    atheris.Fuzz()
    return 0


def figure(name: str, value: int, *, goal: str = "", ok: bool = True, detail: str = "") -> Any:
    """Return one figure and print it."""
    print(f"{name}: {value}  {detail[:300]}", flush=True)
    return {"name": name, "value": value, "unit": "", "goal": goal, "ok": ok, "detail": detail}


def count_kept(corpus: Path = CORPUS) -> list[Any]:
    """Return how many kept inputs still wait to be mended, and how many are tried by every test.

    What was mended has a name that says what it is; what was not has the name the search gave it.
    """
    kept = [path for path in corpus.rglob("*") if path.is_file() and path.name != "README.md"]
    crashers = sorted(str(path.relative_to(corpus)) for path in kept if _UNNAMED.match(path.name))
    return [
        figure("open crashers", len(crashers), goal="0", ok=not crashers,
               detail=", ".join(crashers)),
        figure("kept inputs that broke a reader once", len(kept)),
    ]  # fmt: skip


def run_search(name: str, seconds: int) -> list[Any]:
    """Search in a process of its own and return the figures."""
    command = [sys.executable, __file__, "--search", name, "--seconds", str(seconds)]
    ended = subprocess.run(command, check=False, capture_output=True, text=True)  # noqa: S603 - ours
    runs = _RUNS.search(ended.stderr)
    tail = "" if ended.returncode == 0 else ended.stderr[-2000:]
    return [
        figure(f"fuzz runs of {name}", int(runs.group(1)) if runs else 0, ok=runs is not None),
        figure(
            f"new crashers of {name}", int(bool(ended.returncode)), goal="0",
            ok=ended.returncode == 0, detail=tail,
        ),
    ]  # fmt: skip


def main() -> int:
    """Run everything, print and write the figures; return 1 if one is not what it must be."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--target", nargs="*", help="only these")
    parser.add_argument("--seconds", type=int, default=600, help="for each target")
    parser.add_argument("--mutants", type=int, default=100_000, help="for bundles and for CBOR")
    parser.add_argument("--search", help=argparse.SUPPRESS)
    parser.add_argument("--out", type=Path, default=RESULTS)
    options = parser.parse_args()
    if options.search:
        return search(options.search, options.seconds)
    from fuzz.mutants import try_mutants  # noqa: PLC0415 - a search imports them in another way
    from fuzz.targets import TARGETS  # noqa: PLC0415 - the same

    figures: list[Any] = []
    for name in ("container", "content", "cbor"):
        found = try_mutants(name, options.mutants) if options.mutants else []
        figures.append(figure(f"mutants of {name}", options.mutants))
        figures.append(
            figure(f"accepted or broken by mutants of {name}", len(found), goal="0",
                   ok=not found, detail=" || ".join(found[:10]))
        )  # fmt: skip
    for name in options.target or TARGETS:
        figures += run_search(name, options.seconds) if options.seconds else []
    figures += count_kept()
    options.out.parent.mkdir(parents=True, exist_ok=True)
    options.out.write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")
    return 0 if all(item["ok"] for item in figures) else 1


if __name__ == "__main__":
    sys.exit(main())
