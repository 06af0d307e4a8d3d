"""The story can be read, and everything it names exists."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from demo.played import STORY
from innolab_desktop import bootstrap
from innolab_desktop.demo.script import read_script

if TYPE_CHECKING:
    from pathlib import Path


def test_the_scenes_are_in_the_order_of_the_calendar() -> None:
    days = [scene.day for scene in read_script(STORY).scenes]
    assert len(days) > 15
    assert days == sorted(days)


def test_it_shows_every_form_that_people_fill_in() -> None:
    kinds = {record.kind for scene in read_script(STORY).scenes for record in scene.records}
    assert set(bootstrap.load_forms().kinds()) - kinds == {"attachment", "revision"}


def test_sentences_end() -> None:
    for scene in read_script(STORY).scenes:
        assert scene.tell.endswith((".", "…"))


def test_a_word_that_the_grammar_does_not_know_is_refused(tmp_path: Path) -> None:
    story = tmp_path / "story.toml"
    story.write_text(
        'passphrase = "x"\nactor = []\n[[scene]]\nday = "2026-01-12"\nwho = "a"\ntell = "b."\n'
        'send = { key = "m", room = "k" }\n',
        encoding="utf-8",
    )
    with pytest.raises(TypeError, match="room"):
        read_script(story)
