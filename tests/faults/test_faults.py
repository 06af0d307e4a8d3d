"""A few of all faults; ``make faults`` runs thousands."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from faults.kills import File, lose_power
from faults.workflows import WORKFLOWS

if TYPE_CHECKING:
    from random import Random

RUN = Path(__file__).with_name("run.py")
MUST_BE_THERE = {
    "states lost with the planted weakness",
    "lost saves or damage after a kill",
    "words lost with a killed window",
    "lost saves or damage after a power loss",
    "half-written or unexplained after a failed call: save",
    "half-written or unexplained after random errors",
    "lost or unexplained at a limit",
    "crashes or wrong texts from damaged pages",
    "lost or hidden saves after a jump",
}


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="preloads a library")
def test_a_few_of_everything(tmp_path: Path) -> None:
    if shutil.which("gcc") is None:
        pytest.fail("gcc is missing (tools/apt/tests.txt)")
    out = tmp_path / "faults.json"
    command = [sys.executable, str(RUN), "--small", "--out", str(out)]
    ended = subprocess.run(command, check=False, capture_output=True, text=True)  # noqa: S603 - ours
    figures: dict[str, Any] = {
        figure["name"]: figure for figure in json.loads(out.read_text(encoding="utf-8"))
    }
    assert {name: f for name, f in figures.items() if not f["ok"]} == {}, ended.stderr
    assert ended.returncode == 0
    assert figures.keys() >= MUST_BE_THERE
    assert figures["states lost with the planted weakness"]["value"] > 0
    assert figures["words due when a window was killed"]["value"] > 0


class NeverLost:
    """A power cut after which everything is on the disk."""

    def randrange(self, _low: int, high: int) -> int:
        return high - 1

    def random(self) -> float:
        return 0.4

    def shuffle(self, _items: object) -> None:
        """Keep the order."""


def test_the_replay_follows_writes_truncations_and_new_names(tmp_path: Path) -> None:
    before = tmp_path / "before"
    before.mkdir()
    name = str(before / "a")
    Path(name).write_bytes(b"alt und lang")
    events = [
        ("W", name, 0, b"neu"),
        ("T", name, 5, b""),
        ("S", name, 0, b""),
        ("A", "ack", 0, b"gesichert\n"),
        ("R", name, 0, (name + "b").encode()),
    ]
    chance: Random = NeverLost()  # pyright: ignore[reportAssignmentType] - does what is asked of it
    assert lose_power(events, before, tmp_path / "after", chance) == ["gesichert"]
    assert (tmp_path / "after" / "ab").read_bytes() == b"neu u"
    unsynced = File(bytearray(b"alt"), [(0, b"neu")])
    assert unsynced.content == b"alt"


def test_every_way_of_writing_is_in_the_table() -> None:
    records = {"save", "import", "erase", "release", "attach", "archive", "note", "undo"}
    records |= {"adopt", "members", "forget"}
    files = {"export", "card", "table", "open export", "form import"}
    vaults = {"create", "open", "rekey", "slots", "restore", "put back", "salvage"}
    backups = {"backup", "second place", "clean backups"}
    assert records | files | vaults | backups == WORKFLOWS.keys()
