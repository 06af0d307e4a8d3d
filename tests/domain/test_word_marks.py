"""The words of a search are marked in a text, and nothing of it is lost."""

from __future__ import annotations

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from innolab_desktop.domain.word_marks import marked_parts


def test_case_and_umlauts_do_not_matter() -> None:
    assert marked_parts("Das Bürgerbüro in der Straße", "buerger STRASSE") == (
        ("Das ", False),
        ("Bürger", True),
        ("büro in der ", False),
        ("Straße", True),
    )


def test_words_that_overlap_are_one_mark() -> None:
    assert marked_parts("Zeitbudget", "zeitb budget") == (("Zeitbudget", True),)
    assert marked_parts("aaa", "aa") == (("aaa", True),)


def test_without_words_nothing_is_marked() -> None:
    assert marked_parts("Text", "  ") == (("Text", False),)
    assert marked_parts("", "wort") == ()


@given(st.text(), st.text())
def test_the_parts_are_the_text(text: str, words: str) -> None:
    parts = marked_parts(text, words)
    assert "".join(part for part, _ in parts) == unicodedata.normalize("NFC", text)
    assert all(part for part, _ in parts)
