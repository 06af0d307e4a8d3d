from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from innolab_desktop.domain.spelled_words import readings, spelled_words, word_at


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Die Straße, neu.", ["Die", "Straße", "neu"]),
        ("Berater*innen und Leiter:in", ["Berater*innen", "und", "Leiter:in"]),
        ("DSGVO Art. 17 a B2", ["Art"]),
        ("an j.weiss@stadt.example schreiben", ["an", "schreiben"]),
        ("siehe https://stadt.example/x und www.stadt.example", ["siehe", "und"]),
        ("Planning-Workshop", ["Planning", "Workshop"]),
    ],
)
def test_words_that_can_be_misspelled(text: str, words: list[str]) -> None:
    assert [found.word for found in spelled_words(text)] == words


@given(st.text(max_size=80))
def test_places_are_counted_as_text_fields_do(text: str) -> None:
    units = text.encode("utf-16-le", "surrogatepass")
    for start, word in spelled_words(text):
        assert units[2 * start : 2 * (start + len(word))].decode("utf-16-le") == word
        assert word_at(text, start) == (start, word)


def test_both_forms_are_known() -> None:
    assert readings("Straße") == ("Straße",)
    assert readings("Berater*innen") == ("Berater", "Beraterinnen")
    assert readings("Leiter:in") == ("Leiter", "Leiterin")
