"""All hundred cases of the catalogue are accounted for."""

from __future__ import annotations

import re
from pathlib import Path

TESTS = Path(__file__).parents[1]
PLACES = (*(TESTS / "hostile").glob("test_*.py"), TESTS / "ui" / "test_hostile_text.py")
WITH_THE_FEATURE = {}
"""Cases about things that the program cannot do yet, and what brings them."""


def covered() -> set[int]:
    """Return the numbers of all cases that have a test."""
    texts = "".join(path.read_text(encoding="utf-8") for path in PLACES)
    return {int(number) for number in re.findall(r"^def test_case_(\d{3})_", texts, re.MULTILINE)}


def test_every_case_has_a_test_or_waits_for_its_feature() -> None:
    for number, reason in WITH_THE_FEATURE.items():
        print(f"case {number:03} has no test yet: {reason}")  # noqa: T201 - pytest -rP shows it
    assert covered() | WITH_THE_FEATURE.keys() == set(range(1, 101))
    assert covered() & WITH_THE_FEATURE.keys() == set(), "it has come: take it off the list"
