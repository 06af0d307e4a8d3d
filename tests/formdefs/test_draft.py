from __future__ import annotations

import pytest

from formdefs.examples import FORMS
from innolab_desktop.domain.errors import UsageError
from innolab_desktop.formdefs.draft import FormDraft
from innolab_desktop.formdefs.loader import load_forms

MISSION = load_forms(FORMS)["mission"]


def _draft() -> FormDraft:
    return FormDraft(MISSION, {"title": "Alt", "time_budget": 1, "of_a_newer_version": "bleibt"})


def test_only_real_changes_count() -> None:
    draft = _draft()
    draft.set("title", "Neu")
    draft.set("time_budget", 1)
    draft.set("vision", "")
    assert draft.changed() == {"title": "Neu"}
    assert draft.is_changed
    draft.set("title", "Alt")
    assert draft.changed() == {}
    assert not draft.is_changed


def test_true_is_not_one() -> None:
    draft = _draft()
    draft.set("time_budget", value=True)
    assert draft.changed() == {"time_budget": True}
    assert [problem.code for problem in draft.problems()] == ["value_wrong_type"]


def test_emptying_a_field_is_a_change_to_no_answer() -> None:
    draft = _draft()
    draft.set("title", "  ")
    assert draft.changed() == {"title": None}
    assert draft.value("title") is None


def test_unknown_fields_stay() -> None:
    draft = _draft()
    draft.set("title", "Neu")
    assert draft.values() == {"title": "Neu", "time_budget": 1, "of_a_newer_version": "bleibt"}


def test_reset_and_saved() -> None:
    draft = _draft()
    draft.set("title", "Neu")
    draft.reset()
    assert draft.value("title") == "Alt"
    draft.set("title", "Neu")
    draft.saved()
    assert not draft.is_changed
    assert draft.value("title") == "Neu"
    draft.set("title", "Alt")
    assert draft.changed() == {"title": "Alt"}


def test_problems_follow_the_draft() -> None:
    draft = FormDraft(MISSION, {})
    before = {problem.field for problem in draft.problems("draft")}
    draft.set("vision", "Alle Menschen verstehen ihre Bescheide.")
    assert before - {problem.field for problem in draft.problems("draft")} == {"vision"}


def test_what_cannot_be_set() -> None:
    draft = _draft()
    with pytest.raises(UsageError, match="field_unknown"):
        draft.set("of_a_newer_version", "anders")
    with pytest.raises(UsageError, match=r"value_computed \(field=Verbindlichkeitsgrad\)"):
        draft.set("commitment_level", 6)
    assert not draft.is_changed
