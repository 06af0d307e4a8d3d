from __future__ import annotations

import tomllib
from dataclasses import replace

import pytest

from formdefs.examples import FORMS
from innolab_desktop.formdefs.loader import load_forms
from innolab_desktop.formdefs.validation import is_answered, validate

MISSION = load_forms(FORMS)["mission"]
TEXTS = tomllib.loads((FORMS.parent / "resources" / "problems.toml").read_text(encoding="utf-8"))


def _missing(strength: str | None, **values: str) -> set[str]:
    found = validate(MISSION, values, strength=strength)  # pyright: ignore[reportArgumentType] - test input
    assert all(problem.is_missing for problem in found)
    return {problem.field for problem in found}


def test_a_mission_with_only_a_title_may_be_saved() -> None:
    assert validate(MISSION, {"title": "Formulare verständlich machen"}) == ()


def test_nothing_at_all_may_be_saved() -> None:
    assert validate(MISSION, {}) == ()


def test_each_strength_asks_for_more() -> None:
    draft, binding = _missing("draft"), _missing("binding")
    assert {"title", "vision", "smart_goal", "next_step_date"} <= draft
    assert {"term", "review_date", "agreement", "indicators"} <= binding - draft
    assert draft < binding
    assert "risks" not in binding
    assert "title" not in _missing("draft", title="Titel")


def test_blanks_are_no_answer() -> None:
    assert "title" in _missing("draft", title="  \n ")
    answers = (0, False, "x", ("a",), (None, "2026-01-01"))
    blanks = (None, "", " \n", (), (None, None))
    assert all(is_answered(value) for value in answers)
    assert not any(is_answered(value) for value in blanks)


def test_invalid_values_are_reported_at_any_strength_in_reading_order() -> None:
    values = {"risks": "\x00", "title": "x" * 121, "status": "unheard_of"}
    for strength in (None, "draft", "binding"):
        found = validate(MISSION, values, strength=strength)
        invalid = [(p.field, p.code) for p in found if not p.is_missing]
        assert invalid == [
            ("status", "value_not_a_choice"),
            ("title", "value_too_long"),
            ("risks", "value_control_character"),
        ]


def test_child_records_are_counted() -> None:
    many = validate(MISSION, {}, child_counts={"smart_goal": 6})
    assert [(p.field, p.code, p.params) for p in many] == [
        ("smart_goal", "children_too_many", {"maximum": 5})
    ]
    assert validate(MISSION, {}, child_counts={"smart_goal": 5}) == ()
    few = validate(MISSION, {}, strength="draft", child_counts={"smart_goal": 1})
    assert "smart_goal" not in {problem.field for problem in few}


def test_a_minimum_of_children_is_named() -> None:
    section = MISSION.sections[2]
    entries = tuple(
        replace(entry, minimum=3) if getattr(entry, "kind", "") == "smart_goal" else entry
        for entry in section.entries
    )
    stricter = replace(MISSION, sections=(replace(section, entries=entries),))
    found = validate(stricter, {}, strength="draft", child_counts={"smart_goal": 2})
    assert [p.params for p in found if p.field == "smart_goal"] == [{"minimum": 3}]


def test_unknown_fields_and_retired_fields_are_not_looked_at() -> None:
    assert validate(MISSION, {"of_a_newer_version": 7}) == ()


def test_stored_results_are_refused() -> None:
    (problem,) = validate(MISSION, {"commitment_level": 6})
    assert problem.code == "value_computed"


@pytest.mark.parametrize("code", TEXTS)
def test_every_text_is_a_sentence(code: str) -> None:
    assert set(TEXTS[code]) == {"text"}
    assert TEXTS[code]["text"].endswith(".")


def test_every_problem_has_a_text() -> None:
    package = FORMS.parent / "src" / "innolab_desktop" / "formdefs"
    sources = [
        path.read_text(encoding="utf-8")
        for path in (*package.glob("kinds/*.py"), package / "validation.py")
    ]
    for code in TEXTS:
        assert any(f'"{code}"' in source for source in sources), code
    used = {
        word
        for source in sources
        for word in source.split('"')
        if word.startswith(("value_", "children_too"))
    }
    assert used == set(TEXTS)
