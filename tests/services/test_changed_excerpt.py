"""Values in a report are short and show what changed."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from innolab_desktop.services.changed_excerpt import LONGEST, changed_excerpts

TEXTS = st.lists(st.text(max_size=400), max_size=3)


@given(TEXTS, TEXTS)
def test_excerpts_are_one_short_line_each(before: list[str], after: list[str]) -> None:
    old, new = changed_excerpts(before, after)
    assert (len(old), len(new)) == (len(before), len(after))
    assert all(len(text) <= LONGEST and "\n" not in text for text in old + new)


def test_short_values_are_shown_whole() -> None:
    assert changed_excerpts(["alt\n wert"], ["neu"]) == (("alt wert",), ("neu",))


def test_the_first_difference_is_in_sight() -> None:
    text = "immer gleich " * 100
    (old,), (new,) = changed_excerpts([text + "vorher"], [text + "nachher " + text])
    assert old.startswith("…")
    assert old.endswith("vorher")
    assert "nachher" in new
    assert new.endswith("…")
