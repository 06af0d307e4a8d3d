"""No German word of the program or its handbook is marked as misspelled."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest

from innolab_desktop import paths
from innolab_desktop.domain.spelled_words import readings, spelled_words
from innolab_desktop.services.spelling import Spelling
from innolab_desktop.services.spelling_words import read_spelling_words
from innolab_desktop.spelling.hunspell_shelf import HunspellShelf, usual_folders
from vaults import open_vault

if TYPE_CHECKING:
    from collections.abc import Iterator

    from innolab_desktop.services.session import Session
    from vaults import Pair

ROOT = Path(__file__).parents[2]
TERMS = paths.resources_dir() / "spelling_words.toml"
# Names of folders, words of the command line, endings of files, and English words for the search.
_FOREIGN_WORDS = """
add backups catalogue choice conflicts contact coordination csv damaged date deletion demo
dictionaries docs event exchange export file formats forms help ids ilkarte ilpaket indicators
innolab keep kind list long md msg new open out passphrase people preview record reminders restore
settings show slots spaces tandem text toml vault vorname waiting xlsx yes
"""
FOREIGN = frozenset(_FOREIGN_WORDS.split())
# Placeholders, code, targets of links, addresses, commands, and names of files.
NO_PROSE = re.compile(
    r"\{[^}]*\}|`[^`]*`|\]\([^)]*\)|https?://\S+|(?:innolab|„table)(?: +[-a-z_./]+)+|„--[a-z]+|"
    r"\.[a-z]{2,8}\b"
)
NO_TEXT = frozenset({"id", "kind", "field", "editor", "computed", "icon", "children", "fields"})
VOCABULARY = (
    "Kick-off Planning-Workshop Online-Seminar Hospitation Steckbrief Missionssteckbrief "
    "Tandemgespräch Tandemnotizen Tandempartner*in Fallgeber*in Zeitwächter*in Lernextrakte "
    "Gelingensbedingungen Wirkungsannahmen Verbindlichkeitsgrad Verstetigung Mindestfallzahl "
    "Koordinierungsstelle Querschnittsaufgabe Regelstruktur Wiedervorlage Mitzeichnung "
    "Anonymisierung Pseudonymisierung Diskriminierungssensible Ressortübergreifende"
)


@pytest.fixture
def spelling(pair: Pair) -> Iterator[Spelling]:
    shelf = HunspellShelf(usual_folders(paths.data_dir(), paths.user_data_dir()))
    if shelf.place is None:
        pytest.skip("there is no German dictionary on this machine")
    session = open_vault(pair.anna)
    yield Spelling(session.desk, shelf, lambda: read_spelling_words(TERMS))
    session.close()


def strings(value: object) -> Iterator[str]:
    """Yield the texts of a data file, without ids and the like."""
    if isinstance(value, str):
        if not re.fullmatch(r"[a-z0-9_]+", value):
            yield value
    elif isinstance(value, dict):
        for key, inner in value.items():
            if key not in NO_TEXT:
                yield from strings(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from strings(inner)


def german_texts() -> Iterator[tuple[str, str]]:
    translations = ROOT / "resources" / "translations" / "en" / "interface.ts"
    for source in ET.parse(translations).iter("source"):  # noqa: S314 - our own file
        yield "interface", source.text or ""
    for path in (*ROOT.glob("forms/**/*.toml"), *ROOT.glob("resources/*.toml")):
        for text in strings(tomllib.loads(path.read_text(encoding="utf-8"))):
            yield path.name, text
    for path in ROOT.glob("docs/handbook/*.md"):
        yield path.name, path.read_text(encoding="utf-8")


def test_no_word_of_the_program_is_marked(spelling: Spelling) -> None:
    places = {
        found.word: place
        for place, text in german_texts()
        for found in spelled_words(NO_PROSE.sub(" ", text))
    }
    assert len(places) > 3_000, "the texts are read"
    marked = spelling.misspelled(places) - FOREIGN
    assert {word: places[word] for word in sorted(marked)} == {}


def test_no_word_of_the_trade_is_marked(spelling: Spelling) -> None:
    words = {found.word for found in spelled_words(VOCABULARY)}
    assert spelling.misspelled(words) == frozenset()


def test_mistakes_in_such_words_are_marked(spelling: Spelling) -> None:
    wrong = ("Misionssatz", "Gelingensbedinung", "Kik", "Outcom", "tandempartner")
    assert spelling.misspelled(wrong) == set(wrong)


def test_a_list_is_needed_for_every_word_in_it(spelling: Spelling) -> None:
    shelf = HunspellShelf(usual_folders(paths.data_dir(), paths.user_data_dir()))
    dictionary = shelf.take()
    assert dictionary is not None
    terms = read_spelling_words(TERMS)
    assert spelling.misspelled(terms) == frozenset()
    known = {word for word in terms if any(dictionary.knows(form) for form in readings(word))}
    assert len(known) < len(terms) / 5, sorted(known)


def test_the_program_knows_its_words(pair: Pair) -> None:
    session: Session = open_vault(pair.anna)
    try:
        assert session.spelling._read_terms() == read_spelling_words(TERMS)
    finally:
        session.close()
