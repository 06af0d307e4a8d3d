"""The handbook that ships: complete, found, and with a page for every place."""

from __future__ import annotations

import re

import pytest

from innolab_desktop import paths
from innolab_desktop.domain.language import Language
from innolab_desktop.ui.help.blocks import BlockKind
from innolab_desktop.ui.help.handbook import Handbook, read_handbook
from innolab_desktop.ui.help.topics import FIRST_TOPIC, topic_for

MOST_WORDS_IN_EASY_LANGUAGE = 12
each_language = pytest.mark.parametrize("language", Language)


@pytest.fixture(scope="module")
def handbook() -> Handbook:
    return read_handbook(paths.handbook_dir())


@each_language
def test_every_page_is_in_the_table_of_contents_under_its_own_title(language: Language) -> None:
    folder = paths.handbook_dir(language)
    handbook = read_handbook(folder)
    files = {path.stem for path in folder.glob("*.md")} - {"README"}
    assert {topic.id for topic in handbook.topics} == files
    contents = dict(re.findall(r"\[([^\]]+)\]\((.+)\.md\)", (folder / "README.md").read_text()))
    assert contents == {topic.title: topic.id for topic in handbook.topics}


def test_english_pages_say_as_much_as_the_german_ones(handbook: Handbook) -> None:
    english = read_handbook(paths.handbook_dir(Language.ENGLISH))
    assert [topic.id for topic in english.topics] == [topic.id for topic in handbook.topics]
    for topic in english.topics:
        german = handbook.topic(topic.id)
        kinds = [block.kind for block in german.blocks]
        assert [block.kind for block in topic.blocks] == kinds, topic.id
        same = [
            b.text for b, g in zip(topic.blocks, german.blocks, strict=True) if b.text == g.text
        ]
        assert set(same) <= {"Mission"}, topic.id


@each_language
def test_pages_have_one_title_and_no_leftover_markup(language: Language) -> None:
    for topic in read_handbook(paths.handbook_dir(language)).topics:
        kinds = [block.kind for block in topic.blocks]
        assert kinds.count(BlockKind.TITLE) == 1, topic.id
        assert kinds[0] is BlockKind.TITLE, topic.id
        leftover = [b.text for b in topic.blocks if re.search(r"\*\*|`|\]\(|^[#|]", b.text)]
        assert leftover == [], topic.id


@pytest.mark.parametrize(
    ("place", "topic"),
    [
        ("overview/", FIRST_TOPIC),
        ("mission/", "mission"),
        ("more/backups", "sicherungen"),
        ("more/event", FIRST_TOPIC),
        ("exchange/people", "austausch"),
        ("settings", "einstellungen"),
        ("", FIRST_TOPIC),
    ],
)
def test_every_place_has_its_page(handbook: Handbook, place: str, topic: str) -> None:
    assert topic_for(place) == topic
    assert handbook.topic(topic).title


def test_search_takes_all_words_and_prefers_titles(handbook: Handbook) -> None:
    hits = handbook.search("SICHERUNG üben")
    assert hits[0].topic.id == "sicherungen"
    assert handbook.search("loeschen")[0].topic.id == "loeschen"
    assert "Personalrat" in handbook.search("personalrat")[0].place
    assert handbook.search("Sicherung Quatschwort") == []


@each_language
def test_easy_language_keeps_its_sentences_short(language: Language) -> None:
    handbook = read_handbook(paths.handbook_dir(language))
    texts = [block.text for block in handbook.topic("leichte-sprache").blocks]
    sentences = [part for text in texts for part in re.split(r"(?<=[.?!:]) ", text)]
    long = [s for s in sentences if len(s.split()) > MOST_WORDS_IN_EASY_LANGUAGE]
    assert len(sentences) > 30
    assert long == []
