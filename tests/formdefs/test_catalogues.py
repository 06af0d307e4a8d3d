from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from formdefs.examples import FORMS
from innolab_desktop.domain.errors import FormError
from innolab_desktop.formdefs.catalogues import load_catalogues
from innolab_desktop.formdefs.german_numbers import is_canonical
from innolab_desktop.formdefs.loader import load_forms

if TYPE_CHECKING:
    from pathlib import Path

CATALOGUES = load_catalogues(FORMS / "catalogues")
FORMS_OF = load_forms(FORMS)


def test_everything_of_the_reference_is_there() -> None:
    assert len(CATALOGUES.roles) == 6
    assert len(CATALOGUES.methods) == 23
    assert len(CATALOGUES.consultation_templates) == 9
    assert len(CATALOGUES.indicators) == 28
    assert len(CATALOGUES.obstacles) == 15
    assert len(CATALOGUES.success_conditions) == 10 + 1  # and own words
    assert {s.id: len(s.questions) for s in CATALOGUES.question_sets} == {
        "pulse_after_event": 6,
        "half_year": 21,
        "tandem_reflection": 9,
        "after_action_review": 5,
        "learning_journal": 5,
        "mission_closing": 4,
        "meta_check": 6,
    }
    assert len(CATALOGUES.anonymisation.remove) == 11
    assert len(CATALOGUES.anonymisation.coarsen) == 5


def test_the_six_phases_are_complete() -> None:
    template = CATALOGUES.consultation_templates[0]
    assert (template.id, template.total_minutes, template.is_complete) == ("tietze_6", 40, True)
    assert [phase.label for phase in template.phases] == [
        "Casting",
        "Spontanbericht",
        "Schlüsselfrage",
        "Methodenwahl",
        "Beratung",
        "Abschluss",
    ]
    assert sum(phase.minutes or 0 for phase in template.phases) == 40
    for phase in template.phases:
        assert phase.purpose
        assert phase.output
        assert phase.question or phase.note
        assert phase.shortest_minutes is not None
        assert phase.longest_minutes is not None
        assert phase.shortest_minutes <= (phase.minutes or 0) <= phase.longest_minutes


def test_phases_name_fields_and_roles_that_exist() -> None:
    form = FORMS_OF["case_consultation"]
    known = {field.id for field in form.fields()} | {entry.kind for entry in form.children()}
    roles = {role.id for role in CATALOGUES.roles} | {"everyone"}
    for template in CATALOGUES.consultation_templates:
        for phase in template.phases:
            assert set(phase.fields) <= known, phase.id
            assert set(phase.active) <= roles, phase.id


def test_what_is_not_fully_known_says_so() -> None:
    for template in CATALOGUES.consultation_templates:
        if template.is_complete:
            minutes = [phase.minutes for phase in template.phases]
            assert None not in minutes, template.id
            assert sum(m or 0 for m in minutes) == template.total_minutes, template.id
        else:
            assert template.note, template.id
            assert template.total_minutes is None, template.id


def test_question_sets_are_those_that_a_wave_offers() -> None:
    offered = [choice.id for choice in FORMS_OF.field("evaluation_wave", "question_set").choices]
    assert offered == [question_set.id for question_set in CATALOGUES.question_sets]
    asked = [q.id for s in CATALOGUES.question_sets for q in s.questions]
    known = [choice.id for choice in FORMS_OF.field("evaluation_answer", "question").choices]
    assert sorted(asked) == sorted(known)
    assert {q.kind for s in CATALOGUES.question_sets for q in s.questions} == {
        "rating",
        "text",
        "check",
    }


def test_indicators_speak_the_language_of_the_form() -> None:
    for indicator in CATALOGUES.indicators:
        for field in ("unit", "indicator_type", "interval", "direction", "protection_class"):
            definition = FORMS_OF.field("indicator", field)
            assert definition.choice(getattr(indicator, field)), f"{indicator.id}.{field}"
        assert indicator.min_cell_count >= 5
        assert indicator.protection_class != "sensitive" or indicator.min_cell_count >= 10
        assert is_canonical(indicator.example_baseline), indicator.id
        assert indicator.id == "k08" or is_canonical(indicator.example_target), indicator.id


def test_methods_say_where_they_come_from() -> None:
    assert {method.provenance for method in CATALOGUES.methods} == {
        "published",
        "practice",
        "programme",
    }


def test_an_unknown_key_is_named(tmp_path: Path) -> None:
    folder = tmp_path / "catalogues"
    shutil.copytree(FORMS / "catalogues", folder)
    with (folder / "methods.toml").open("a", encoding="utf-8") as file:
        file.write("colour = 'rot'\n")
    with pytest.raises(FormError) as caught:
        load_catalogues(folder)
    assert caught.value.code == "form_unknown_key"
    assert caught.value.params == {
        "file": "methods.toml",
        "field": "discrimination_lens",
        "key": "colour",
    }
