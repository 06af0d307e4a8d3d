"""Tags are free words in one line; each is there once."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from innolab_desktop.domain.german_folding import fold
from innolab_desktop.domain.tags import join_tags, split_tags


def test_semicolon_and_comma_separate_and_spaces_do_not_count() -> None:
    assert split_tags(" Beteiligung;  Leichte   Sprache , Zeit;; ") == (
        "Beteiligung",
        "Leichte Sprache",
        "Zeit",
    )


def test_case_and_umlauts_make_no_second_tag() -> None:
    assert split_tags("Bürgerbüro; buergerbuero; BÜRGERBÜRO; Straße; strasse") == (
        "Bürgerbüro",
        "Straße",
    )


def test_what_is_no_text_has_no_tags() -> None:
    assert split_tags(None) == ()
    assert split_tags(("a", "b")) == ()
    assert split_tags(7) == ()


@given(st.text())
def test_writing_and_reading_again_changes_nothing(text: str) -> None:
    tags = split_tags(text)
    assert split_tags(join_tags(tags)) == tags
    assert len({fold(tag) for tag in tags}) == len(tags)
