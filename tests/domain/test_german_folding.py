"""Places in folded texts lead back to the characters that a person wrote."""

from __future__ import annotations

from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from innolab_desktop.domain.german_folding import find_folded, fold

LETTERS = st.text("aäÄeoöuüÜßsS İΣſ\u0308", max_size=12).map(lambda text: normalize("NFC", text))


@pytest.mark.parametrize(
    ("text", "word", "found"),
    [
        ("Straße", "strasse", "Straße"),
        ("Die Straße", "sse", "ße"),
        ("Öffnungszeiten", "oeff", "Öff"),
        ("schöne Grüße", "gruesse", "Grüße"),
        ("Müller", "e", "ü"),
    ],
)
def test_the_place_covers_what_was_written(text: str, word: str, found: str) -> None:
    place = find_folded(text, word)
    assert place is not None
    assert text[slice(*place)] == found


def test_what_is_not_there_is_not_found() -> None:
    assert find_folded("Straße", "weg") is None


@given(st.text(st.sampled_from("aÄäÖöÜüßSẞeİΣſ\u0308„") | st.characters(), max_size=12))
def test_every_text_folds_as_its_letters_in_lower_case(text: str) -> None:
    lower = normalize("NFC", text).lower()
    spelt = {"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"}
    assert fold(text) == "".join(spelt.get(letter, letter) for letter in lower)


@given(LETTERS, LETTERS.filter(bool))
def test_every_place_folds_to_what_was_looked_for(text: str, word: str) -> None:
    place = find_folded(text, fold(word))
    assert (place is None) == (fold(word) not in fold(text))
    if place is not None:
        start, end = place
        assert fold(word) in fold(text[start:end])
        assert fold(word) not in fold(text[start : end - 1])
