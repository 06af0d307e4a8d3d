"""Proposals for values that stand side by side."""

from __future__ import annotations

import pytest

from innolab_desktop.bootstrap import load_forms
from innolab_desktop.services.combination import combine

FORMS = load_forms()
TITLE = FORMS.field("mission", "title")
FIELDS = FORMS.field("mission", "fields_of_action")
REVIEW = FORMS.field("mission", "review_date")


@pytest.mark.parametrize(
    ("base", "sides", "expected"),
    [
        ("Der Plan", ("Der gute Plan", "Der Plan heute"), "Der gute Plan heute"),
        ("Plan A", ("Plan B", "Plan C"), "Plan B / Plan C"),
        (None, ("eins", "zwei", "drei"), "eins / zwei / drei"),
        (None, ("eins", "zwei", "eins"), "eins / zwei"),
        ("alt", (None, "neu"), "neu"),
        ("alt", (None, ""), None),
    ],
)
def test_texts(base: str | None, sides: tuple[str | None, ...], expected: str | None) -> None:
    assert combine(TITLE, base, sides) == expected


def test_answers_keep_the_order_of_the_form() -> None:
    first, second, third, *_ = (choice.id for choice in FIELDS.choices)
    assert combine(FIELDS, (second,), ((second, third), (first,))) == (first, third)
    assert combine(FIELDS, None, ((third, "von morgen"), (first,))) == (third, "von morgen", first)


def test_other_values_are_left_to_people() -> None:
    assert combine(REVIEW, "2026-01-01", ("2026-02-01", "2026-03-01")) is None
    assert combine(None, None, ("a", "b")) is None
