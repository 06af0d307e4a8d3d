"""Days and spans of days."""

from __future__ import annotations

import pytest

from formdefs.examples import EXAMPLES
from innolab_desktop.domain.errors import FormError
from innolab_desktop.formdefs.kinds import KINDS

DATE, RANGE = KINDS["date"], KINDS["date_range"]
FIELD, SPAN = EXAMPLES["date"], EXAMPLES["date_range"]


@pytest.mark.parametrize(
    "typed", ["28.05.2026", "28.5.2026", "28.5.26", "28. 05. 2026", "2026-05-28"]
)
def test_days_are_read_as_people_write_them(typed: str) -> None:
    assert DATE.parse(FIELD, typed) == "2026-05-28"


@pytest.mark.parametrize(
    "typed",
    [
        "31.02.2026",
        "29.02.2025",
        "1.13.2026",
        "2026-02-30",
        "heute",
        "28.05.",
        "1.1.1899",
        "1.1.2200",
    ],
)
def test_days_outside_the_calendar_are_refused(typed: str) -> None:
    with pytest.raises(FormError, match="value_not_a_date"):
        DATE.parse(FIELD, typed)


def test_days_are_shown_in_german_and_found_in_both_notations() -> None:
    assert DATE.format(FIELD, "2026-05-28") == "28.05.2026"
    assert DATE.search_text(FIELD, "2026-05-28") == "28.05.2026 2026-05-28"


@pytest.mark.parametrize(
    "stored", ["2026-02-30", "28.05.2026", "2026-5-28", "", "2026-05-28T00:00"]
)
def test_stored_days_are_iso(stored: str) -> None:
    problem = DATE.check(FIELD, stored)
    assert problem is not None
    assert problem.code == "value_not_a_date"


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("01.01.2026 – 31.12.2026", ("2026-01-01", "2026-12-31")),
        ("1.1.2026-31.12.2026", ("2026-01-01", "2026-12-31")),
        ("von 1.1.2026 bis 31.12.2026", ("2026-01-01", "2026-12-31")),
        ("2026-01-01..2026-12-31", ("2026-01-01", "2026-12-31")),
        ("2026-01-01/2026-12-31", ("2026-01-01", "2026-12-31")),
        ('["2026-01-01", "2026-12-31"]', ("2026-01-01", "2026-12-31")),
        ('["2026-01-01", null]', ("2026-01-01", None)),
        ("ab 1.1.2026", ("2026-01-01", None)),
        ("1.1.2026", ("2026-01-01", None)),
        ("bis 31.12.2026", (None, "2026-12-31")),
        ("[null, null]", None),
    ],
)
def test_spans(typed: str, stored: object) -> None:
    assert RANGE.parse(SPAN, typed) == stored


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("bald", "value_not_a_date_range"),
        ("1.1.2026 – 2.1.2026 – 3.1.2026", "value_not_a_date_range"),
        ('["2026-01-01"]', "value_not_a_date_range"),
        ("[1, 2]", "value_not_a_date_range"),
        ("[", "value_not_a_date_range"),
        ("30.02.2026 – 1.3.2026", "value_not_a_date"),
    ],
)
def test_other_spans_are_refused(typed: str, code: str) -> None:
    with pytest.raises(FormError) as caught:
        RANGE.parse(SPAN, typed)
    assert caught.value.code == code


def test_a_span_must_not_run_backwards() -> None:
    problem = RANGE.check(SPAN, ("2026-12-31", "2026-01-01"))
    assert problem is not None
    assert problem.code == "value_range_reversed"
    assert RANGE.check(SPAN, ("2026-01-01", "2026-01-01")) is None
    assert RANGE.check(SPAN, (None, "2026-13-01")) is not None


def test_spans_are_shown_in_german() -> None:
    assert RANGE.format(SPAN, ("2026-01-01", "2026-12-31")) == "01.01.2026 – 31.12.2026"
    assert RANGE.format(SPAN, ("2026-01-01", None)) == "ab 01.01.2026"
    assert RANGE.format(SPAN, (None, "2026-12-31")) == "bis 31.12.2026"
    assert RANGE.format(SPAN, (None, None)) == ""
