"""Combining what was written side by side."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from innolab_desktop.domain.three_way import combine_choices, combine_texts

ANSWERS = st.lists(st.sampled_from("abcdef"), unique=True, max_size=5).map(tuple)
TEXTS = st.lists(st.sampled_from(["eins ", "zwei ", "drei ", "vier "]), max_size=8).map("".join)


@given(ANSWERS, ANSWERS, ANSWERS)
def test_choices_follow_every_change_of_either_side(
    base: tuple[str, ...], one: tuple[str, ...], other: tuple[str, ...]
) -> None:
    combined = set(combine_choices(base, (one, other)))
    gone = (set(base) - set(one)) | (set(base) - set(other))
    added = (set(one) | set(other)) - set(base)
    assert combined == (set(base) - gone) | added


@given(TEXTS, TEXTS)
def test_a_text_that_nobody_else_changed_is_taken_as_it_is(base: str, one: str) -> None:
    assert combine_texts(base, one, base) == one
    assert combine_texts(base, base, one) == one
    assert combine_texts(base, one, one) == one


@given(TEXTS, TEXTS, TEXTS)
def test_the_order_of_the_sides_plays_no_part(base: str, one: str, other: str) -> None:
    assert combine_texts(base, one, other) == combine_texts(base, other, one)


def test_changes_of_different_places_are_both_kept() -> None:
    base = "Wir öffnen dienstags um acht und schließen um zwölf."
    one = base.replace("acht", "neun")
    other = base.replace("zwölf", "vier")
    expected = "Wir öffnen dienstags um neun und schließen um vier."
    assert combine_texts(base, one, other.replace("vier.", "vier.")) == expected


def test_changes_of_the_same_place_are_left_to_people() -> None:
    assert combine_texts("um acht Uhr", "um neun Uhr", "um zehn Uhr") is None
    assert combine_texts("", "Neu", "Anders") is None
