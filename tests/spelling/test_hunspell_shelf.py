"""A real dictionary in hunspell's format, and what is said where there is none."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from innolab_desktop.services.spelling import Spelling, SpellingState
from innolab_desktop.spelling.hunspell_shelf import HunspellShelf, usual_folders
from vaults import open_vault

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from innolab_desktop.services.session import Session
    from vaults import Pair


@pytest.fixture
def shelf(tmp_path: Path) -> HunspellShelf:
    """A dictionary of a few words, with compounds as the German one has them."""
    folder = tmp_path / "dictionaries"
    folder.mkdir()
    rules = "SET UTF-8\nTRY esnirtüä\nSFX E Y 1\nSFX E 0 in .\n"
    (folder / "de_DE.aff").write_text(rules, encoding="utf-8")
    words = ("Straße", "Bürgerbüro", "Berater/E", "gehen")
    (folder / "de_DE.dic").write_text("\n".join((str(len(words)), *words)), encoding="utf-8")
    return HunspellShelf([tmp_path / "nothing", folder])


@pytest.fixture
def anna(pair: Pair) -> Iterator[Session]:
    session = open_vault(pair.anna)
    yield session
    session.close()


def test_words_are_checked_and_suggested(shelf: HunspellShelf, anna: Session) -> None:
    spelling = Spelling(anna.desk, shelf)
    assert spelling.state is SpellingState.READY
    words = ("Straße", "Strasse", "Berater*in", "Berater*innen", "Beratr*in", "gehen")
    assert spelling.misspelled(words) == {"Strasse", "Beratr*in"}
    assert "Straße" in spelling.suggestions("Strasse")


def test_remembered_words_are_in_the_vault_alone(
    shelf: HunspellShelf, pair: Pair, tmp_path: Path
) -> None:
    session = open_vault(pair.anna)
    Spelling(session.desk, shelf).remember("Fallgebermappe")
    session.close()
    again = open_vault(pair.anna)
    try:
        assert not Spelling(again.desk, shelf).misspelled(["Fallgebermappe"])
        Spelling(again.desk, shelf).forget_words()
        assert Spelling(again.desk, shelf).misspelled(["Fallgebermappe"])
    finally:
        again.close()
    clear = [
        path
        for path in tmp_path.rglob("*")
        if path.is_file() and b"Fallgebermappe" in path.read_bytes()
    ]
    assert clear == []


def test_who_does_not_want_it_is_left_alone(shelf: HunspellShelf, anna: Session) -> None:
    spelling = Spelling(anna.desk, shelf)
    spelling.want(False)
    assert spelling.state is SpellingState.OFF
    assert not spelling.misspelled(["Strasse"])
    spelling.want(True)
    assert spelling.misspelled(["Strasse"])


def test_without_a_dictionary_nothing_is_wrong(anna: Session, tmp_path: Path) -> None:
    (tmp_path / "de_DE.dic").write_text("1\nStraße", encoding="utf-8")  # the rules are missing
    spelling = Spelling(anna.desk, HunspellShelf([tmp_path]))
    assert spelling.state is SpellingState.NO_DICTIONARY
    assert not spelling.misspelled(["Xyzzy"])
    assert spelling.suggestions("Xyzzy") == ()


def test_a_dictionary_beside_the_program_goes_first(tmp_path: Path) -> None:
    folders = usual_folders(tmp_path / "program", tmp_path / "own")
    assert folders[:2] == (
        tmp_path / "program" / "dictionaries",
        tmp_path / "own" / "dictionaries",
    )
