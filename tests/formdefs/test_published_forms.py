"""The forms that are shipped: complete after the reference, sensible, and frozen."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

import pytest

from formdefs.examples import FORMS
from innolab_desktop.formdefs.definition import ChildrenDefinition
from innolab_desktop.formdefs.loader import load_forms

if TYPE_CHECKING:
    from pathlib import Path

FORMS_OF = load_forms(FORMS)
_ENGLISH = "resources/translations/en/forms"
ICONS = FORMS.parent / "resources" / "icons"

ENTRIES_OF_THE_PROFILE = {
    "code": ("code",),
    "titel": ("title",),
    "kommune": ("municipality",),
    "tandem": ("tandem",),
    "status": ("status",),
    "fassung": ("revision_number",),
    "laufzeit": ("term",),
    "handlungsfeld": ("fields_of_action",),
    "dimensionen": ("diversity_dimensions",),
    "herausforderung": ("challenge",),
    "ebene": ("discrimination_levels",),
    "betroffene": ("affected_parties",),
    "beteiligung": ("participation",),
    "ausgangsdaten": ("data_basis", "data_basis_note"),
    "bestehendes": ("existing_work",),
    "vision": ("vision",),
    "ziele": ("smart_goal",),
    "mission": ("mission_statement",),
    "missionscheck": ("mission_check",),
    "nicht_ziel": ("out_of_scope",),
    "massnahmen": ("measure",),
    "meilensteine": ("milestone",),
    "naechster_schritt": ("next_step", "next_step_date", "next_step_role"),
    "annahmen": ("assumption",),
    "beteiligte": ("stakeholder",),
    "anschluss": ("regular_structures", "regular_structures_note"),
    "zeitbudget": ("time_budget",),
    "budget": ("budget", "budget_source"),
    "personal": ("staff_support",),
    "freistellung": ("release_from_duties",),
    "auftrag_von": ("mandator",),
    "commitment_stufe": ("leadership_support",),
    "vereinbarung_art": ("agreement_form",),
    "vereinbarung_nachweis": ("agreement_reference", "agreement_reference_date"),
    "vereinbart_inhalt": ("agreement",),
    "review_am": ("review_date",),
    "review_durch": ("review_role",),
    "verbindlichkeitsgrad": ("commitment_level",),
    "kennzahlen": ("indicators",),
    "erfolg_qualitativ": ("success_signs",),
    "huerden": ("obstacle",),
    "gelingen": ("success_condition",),
    "risiken": ("risks",),
    "lernlog": ("learning",),
    "aenderungslog": ("revision",),
    "transfer": ("transfer_sheet",),
    "freigabe": ("release_level",),
}
"""The 47 entries of the Steckbrief in the reference and the entries here that hold them."""


def test_the_profile_has_all_entries_of_the_reference() -> None:
    assert len(ENTRIES_OF_THE_PROFILE) == 47
    shipped = {
        entry.kind if isinstance(entry, ChildrenDefinition) else entry.id
        for entry in FORMS_OF["mission"].entries()
        if entry.since == 1
    }
    expected = {entry for entries in ENTRIES_OF_THE_PROFILE.values() for entry in entries}
    assert shipped == expected


@pytest.mark.parametrize(
    ("kind", "field", "count"),
    [
        ("mission", "status", 9),
        ("mission", "fields_of_action", 11),
        ("mission", "diversity_dimensions", 8),
        ("mission", "mission_check", 6),
        ("mission", "leadership_support", 6),
        ("mission", "agreement_form", 8),
        ("mission", "regular_structures", 7),
        ("obstacle", "category", 15),
        ("success_condition", "category", 11),
        ("case_consultation", "method", 23),
        ("case_consultation", "template", 9),
        ("indicator", "catalogue_entry", 28),
        ("indicator", "unit", 8),
        ("evaluation_answer", "rating", 4),
    ],
)
def test_choices_are_complete(kind: str, field: str, count: int) -> None:
    assert len(FORMS_OF.field(kind, field).choices) == count


def test_kinds() -> None:
    assert len(FORMS_OF) == 26
    orders = Counter(form.order for form in FORMS_OF.values())
    assert max(orders.values()) == 1


@pytest.mark.parametrize("kind", FORMS_OF)
def test_a_form_is_fit_for_lists_and_screens(kind: str) -> None:
    form = FORMS_OF[kind]
    assert 2 <= len(form.list_columns()) <= 5
    assert form.title_field in {field.id for field in form.list_columns()}
    assert (ICONS / f"{form.icon}.svg").is_file()
    assert {field.span for field in form.fields()} <= {1, 2}
    assert {field.editor for field in form.fields()} <= {
        "",
        "hidden",
        "code",
        "mission_status",
        "smart_goal",
        "mission_sentence",
        "tags",
    }
    for field in form.fields():
        assert not field.help or field.help.endswith((".", "?", "!", "…")), field.id
        assert field.list_column is False or field.editor != "hidden", field.id


@pytest.mark.parametrize("kind", FORMS_OF)
def test_titles_are_one_line_and_draft_fields_come_with_the_first_version(kind: str) -> None:
    form = FORMS_OF[kind]
    title = form.field("title")
    assert title is None or title.kind == "text"
    assert all(field.since <= form.version for field in form.fields(with_retired=True))


def test_no_field_asks_for_a_persons_traits_or_time() -> None:
    fields = {f"{form.id}.{field.id}" for form in FORMS_OF.values() for field in form.fields()}
    forbidden = ("religion", "ethnic", "disability", "birth", "hours_worked", "last_active")
    assert [name for name in sorted(fields) if any(word in name for word in forbidden)] == []


@pytest.mark.parametrize(
    ("folder", "other_word"),
    [(FORMS, r"\bwellen?\b|erhebungswelle"), (FORMS.parent / _ENGLISH, r"\bwaves?\b")],
)
def test_one_word_is_used_for_a_survey(folder: Path, other_word: str) -> None:
    quoted = re.compile(r"'([^']*)'")
    said = [
        text
        for path in sorted(folder.rglob("*.toml"))
        for line in path.read_text(encoding="utf-8").splitlines()
        for text in quoted.findall(line.partition(" = ")[2])
    ]
    assert len(said) > 100
    assert [text for text in said if re.search(other_word, text.casefold())] == []
