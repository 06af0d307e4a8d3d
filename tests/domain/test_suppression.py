"""Small numbers stay unknown, also to those who subtract."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from innolab_desktop.domain.suppression import protect

if TYPE_CHECKING:
    from collections.abc import Iterator

    from innolab_desktop.domain.suppression import ProtectedTable

MINIMUM = 5


def with_totals(counts: list[list[int]]) -> list[list[int]]:
    full = [[*row, sum(row)] for row in counts]
    return [*full, [sum(column) for column in zip(*full, strict=True)]]


def explanations(shown: ProtectedTable, most: int) -> Iterator[list[list[int]]]:
    """Every table an attacker can think of: shown numbers fit, what is left out is not zero."""
    inner = [row[:-1] for row in shown[:-1]]
    choices = [range(1, most + 1) if n is None else (n,) for row in inner for n in row]
    width = len(inner[0])
    for numbers in product(*choices):
        table = with_totals([list(numbers[i : i + width]) for i in range(0, len(numbers), width)])
        if all(
            number == seen or (seen is None and number)
            for row, seen_row in zip(table, shown, strict=True)
            for number, seen in zip(row, seen_row, strict=True)
        ):
            yield table


def possible(shown: ProtectedTable, counts: list[list[int]]) -> list[list[set[int]]]:
    tables = list(explanations(shown, max(map(max, counts)) + 2))
    return [
        [{table[i][j] for table in tables} for j in range(len(shown[0]))] for i in range(len(shown))
    ]


@settings(deadline=None, max_examples=60)
@given(st.lists(st.lists(st.integers(0, 7), min_size=2, max_size=2), min_size=1, max_size=3))
def test_no_small_number_can_be_derived(counts: list[list[int]]) -> None:
    shown = protect(counts, MINIMUM)
    known = possible(shown, counts)
    for i, row in enumerate(with_totals(counts)):
        for j, number in enumerate(row):
            assert shown[i][j] in (None, number)
            if 0 < number < MINIMUM:
                assert shown[i][j] is None
                assert len(known[i][j]) > 1, (counts, shown, i, j)


@given(st.lists(st.lists(st.integers(5, 99), min_size=3, max_size=3), min_size=1, max_size=4))
def test_a_table_without_small_numbers_is_shown_whole(counts: list[list[int]]) -> None:
    assert [list(row) for row in protect(counts, MINIMUM)] == with_totals(counts)


def test_primary_suppression_alone_would_leak() -> None:
    counts = [[3, 20], [30, 40]]
    naive = tuple(
        tuple(None if 0 < number < MINIMUM else number for number in row)
        for row in with_totals(counts)
    )
    assert possible(naive, counts)[0][0] == {3}
    assert len(possible(protect(counts, MINIMUM), counts)[0][0]) > 1


def test_the_fewest_people_vanish() -> None:
    shown = protect([[3, 8, 90], [50, 60, 7]], MINIMUM)
    assert shown[0] == (None, None, 90, 101)
    assert sum(number is None for row in shown for number in row) == 4


@pytest.mark.parametrize("counts", [[[1, 2], [3]], [[-1, 2]]])
def test_what_is_no_table_of_counts_is_refused(counts: list[list[int]]) -> None:
    with pytest.raises(ValueError, match="counts"):
        protect(counts, MINIMUM)
