"""Periods count in months, from the later of change and named date, and people may only add."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from innolab_desktop.domain.retention import months_after, review_date

DAYS = st.dates(date(1990, 1, 1), date(2100, 1, 1))


@pytest.mark.parametrize(
    ("begin", "months", "expected"),
    [
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2027, 8, 31), 6, date(2028, 2, 29)),
        (date(2026, 12, 1), 1, date(2027, 1, 1)),
        (date(2026, 6, 15), 60, date(2031, 6, 15)),
    ],
)
def test_months_end_where_the_calendar_ends(begin: date, months: int, expected: date) -> None:
    assert months_after(begin, months) == expected


@given(DAYS, st.integers(1, 600))
def test_months_are_between_28_and_31_days(begin: date, months: int) -> None:
    assert timedelta(28 * months) <= months_after(begin, months) - begin <= timedelta(31 * months)


@given(DAYS, st.none() | DAYS, st.integers(1, 120), st.none() | DAYS)
def test_nothing_brings_the_review_forward(
    changed: date, named: date | None, months: int, kept: date | None
) -> None:
    due = review_date(changed, named, months, kept)
    assert due >= months_after(changed, months)
    assert named is None or due >= months_after(named, months)
    assert kept is None or due >= kept
