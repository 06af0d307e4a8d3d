"""What once broke a reader never does again, and a few thousand mutants are refused."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest

from fuzz import targets
from fuzz.mutants import mutant, try_mutants
from fuzz.run import count_kept
from fuzz.targets import TARGETS, seeds

CORPUS = Path(__file__).with_name("corpus")
KEPT = sorted(path for path in CORPUS.rglob("*") if path.is_file() and path.name != "README.md")


@pytest.mark.parametrize("path", KEPT, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_what_was_found_once(path: Path) -> None:
    TARGETS[path.parent.name](path.read_bytes())


@pytest.mark.parametrize("name", TARGETS)
def test_good_beginnings_end_well(name: str) -> None:
    beginnings = seeds(name)
    assert beginnings != []
    for data in beginnings:
        TARGETS[name](data)


@pytest.mark.parametrize(
    ("name", "count"),
    [("container", 2000), ("content", 500), ("cbor", 5000), ("commit", 1000), ("apply", 100),
     ("text", 300), ("card", 200), ("armour", 500), ("mail", 200), ("slots", 200),
     ("manifest", 1000), ("form_import", 150),
     ("stretch", 2000)],
)  # fmt: skip
def test_mutants(name: str, count: int) -> None:
    assert try_mutants(name, count) == []


def test_a_planted_fault_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    def careless(data: bytes) -> None:
        targets.commits.decode(data)  # lets its own error through

    monkeypatch.setitem(TARGETS, "commit", careless)
    assert try_mutants("commit", 200) != []


def test_what_is_not_mended_is_counted(tmp_path: Path) -> None:
    (tmp_path / "cbor").mkdir()
    for name in ("crash-0a1b", "timeout-2c3d", "nested-fields", "README.md"):
        (tmp_path / "cbor" / name).touch()
    crashers, kept = count_kept(tmp_path)
    assert (crashers["value"], crashers["ok"], kept["value"]) == (2, False, 3)
    assert count_kept()[0]["ok"], "nothing waits"


def test_mutants_differ_and_repeat() -> None:
    some = [mutant(Random(7), b"Ein ganz gewoehnlicher Text") for _ in range(2)]  # noqa: S311
    assert some[0] == some[1]
    assert len({mutant(Random(n), b"x" * 50) for n in range(50)}) > 40  # noqa: S311
