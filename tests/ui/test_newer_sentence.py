"""What a form does not show is named in words."""

from __future__ import annotations

from dataclasses import replace

from innolab_desktop.bootstrap import load_forms
from innolab_desktop.domain.records import Record
from innolab_desktop.ui.newer_sentence import newer_sentence

FORM = load_forms()["mission"]
RECORD = Record(bytes(16), "mission", bytes(16), 1)


def test_nothing_is_said_where_the_form_shows_all() -> None:
    assert newer_sentence(replace(RECORD, values={"title": "Wege"}), FORM) == ""
    assert newer_sentence(replace(RECORD, unknown={"a": None, "b": "", "c": ()}), FORM) == ""


def test_fields_of_a_newer_version_are_named_with_their_values() -> None:
    shown = newer_sentence(replace(RECORD, unknown={"resonance": ("laut", None), "n": 5}), FORM)
    assert "neueren Version" in shown
    assert shown.endswith("resonance: laut; n: 5")


def test_what_cannot_be_read_at_all_is_told() -> None:
    shown = newer_sentence(replace(RECORD, has_newer=True), FORM)
    assert shown == (
        "Enthält Angaben einer neueren Version. Sie bleiben erhalten und gehen beim Senden mit."
    )


def test_retired_fields_keep_their_label() -> None:
    shown = newer_sentence(replace(RECORD, unknown={"budget": "12.5"}), FORM)
    assert shown == "Nicht mehr im Formular: Budget: 12,50\xa0€"
