"""``make bench``: measures every figure in one run and writes ``build/results/bench.json``.

Options: ``--rounds N`` (5), ``--commits N`` in the full vault (100000), ``--records N`` in the list
(100000), ``--only NAME`` (import, merge, save, start, exchange, growth, list, search,
report).
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import exchange_speed
import import_speed
import list_speed
import merge_peer
import report_speed
import save_speed
import search_speed
import start_speed
import vault_growth

if TYPE_CHECKING:
    from collections.abc import Callable

    from measuring import Figure

_SUITES = ("import", "merge", "save", "start", "exchange", "growth", "list", "search", "report")
_RESULTS = Path(__file__).parents[1] / "build" / "results" / "bench.json"


def main() -> int:
    """Measure, print and write; the exit code does not judge, the figures do."""
    options = _options()
    rounds = options.rounds
    suites: dict[str, Callable[[Path], list[Figure]]] = {
        "import": lambda work: import_speed.measure(work, rounds, options.commits),
        "merge": lambda work: merge_peer.measure(work, rounds),
        "save": lambda work: save_speed.measure(work, rounds),
        "start": lambda work: start_speed.measure(work, rounds),
        "exchange": lambda work: exchange_speed.measure(work, rounds),
        "growth": lambda work: vault_growth.measure(work, rounds, options.commits),
        "list": lambda work: list_speed.measure(work, options.records),
        "report": lambda _: report_speed.measure(rounds),
        "search": lambda _: search_speed.measure(rounds, options.records),
    }
    figures: list[Figure] = []
    for name, measure in suites.items():
        if options.only in (None, name):
            with tempfile.TemporaryDirectory(prefix="innolab-bench-") as folder:
                found = measure(Path(folder))
            for figure in found:
                mark = "ok  " if figure.ok else "MISS"
                print(f"{mark} {figure.value:>8} {figure.unit:<5} ({figure.goal})  {figure.name}")
                print(f"              {figure.detail}", flush=True)
            figures += found
    _RESULTS.parent.mkdir(parents=True, exist_ok=True)
    _RESULTS.write_text(
        json.dumps([figure.plain() for figure in figures], ensure_ascii=False, indent=1),
        encoding="utf-8",
    )
    print(f"{_RESULTS}")
    return 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Measures InnoLab Desktop against its peers.")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--commits", type=int, default=100_000)
    parser.add_argument("--records", type=int, default=100_000)
    parser.add_argument("--only", choices=_SUITES)
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
