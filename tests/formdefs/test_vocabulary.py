"""Published ids are frozen."""

from __future__ import annotations

from formdefs.examples import FORMS
from innolab_desktop.formdefs.loader import VOCABULARY_FILE, load_forms
from innolab_desktop.formdefs.vocabulary import (
    Term,
    breaches,
    read_vocabulary,
    vocabulary_of,
    vocabulary_toml,
)

PUBLISHED = read_vocabulary(FORMS / VOCABULARY_FILE)
CURRENT = vocabulary_of(load_forms(FORMS))


def test_published_ids_and_kinds_are_still_there() -> None:
    assert breaches(PUBLISHED, CURRENT) == ()


def test_everything_is_listed_with_its_label() -> None:
    listed = {key: term for key, term in PUBLISHED.items() if not key.startswith("reports.")}
    hint = "run tools/update_ids.py and commit forms/ids.toml together with the form"
    assert listed == CURRENT, hint
    assert {key.rpartition(".")[2] for key in PUBLISHED if key.startswith("reports.")} >= {
        "mission_profile"
    }


def test_a_deleted_field_is_a_breach() -> None:
    without = {key: term for key, term in CURRENT.items() if key != "mission.vision"}
    (sentence,) = breaches(PUBLISHED, without)
    assert "mission.vision" in sentence
    assert "retire it" in sentence


def test_a_deleted_choice_is_a_breach() -> None:
    without = {key: term for key, term in CURRENT.items() if key != "mission/status.paused"}
    assert len(breaches(PUBLISHED, without)) == 1


def test_another_kind_is_a_breach_and_another_label_is_not() -> None:
    changed = CURRENT | {"mission.vision": Term("text", "Vision")}
    (sentence,) = breaches(PUBLISHED, changed)
    assert "is published as long_text and is now text" in sentence
    assert breaches(PUBLISHED, CURRENT | {"mission.vision": Term("long_text", "Zukunft")}) == ()


def test_adding_is_allowed_and_what_is_written_is_read_back() -> None:
    more = CURRENT | {"mission.new_field": Term("text", "Neu")}
    assert breaches(PUBLISHED, more) == ()
    path = FORMS / VOCABULARY_FILE
    assert vocabulary_toml(PUBLISHED) == path.read_text(encoding="utf-8")
