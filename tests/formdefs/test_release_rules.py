"""What may leave a space is published: these tables change only on purpose."""

from __future__ import annotations

from pathlib import Path

import pytest

from innolab_desktop.domain.errors import FormError
from innolab_desktop.formdefs.kinds import KINDS
from innolab_desktop.formdefs.loader import load_forms
from innolab_desktop.formdefs.release_defaults import default_release

FORMS_OF = load_forms(Path(__file__).parents[2] / "forms")
STAYING = {
    "attachment",
    "case_consultation",
    "contribution",
    "evaluation_answer",
    "person",
    "revision",
}
NEVER = {
    "mission.revision_number",
    "mission.commitment_level",
    "mission.release_level",
    "tandem.members",
    "tandem_note.sharing",
}
FREE_TEXTS_THAT_GO_ALONG = {
    "agreement.performance_target",
    "assumption.condition",
    "event.title",
    "evaluation_wave.title",
    "indicator.title",
    "insight.title",
    "learning.title",
    "learning_extract.text",
    "learning_extract.title",
    "measure.title",
    "milestone.title",
    "mission.code",
    "mission.title",
    "municipality.name",
    "smart_goal.statement",
    "stakeholder.office",
    "tandem.title",
    "tandem_note.title",
    "transfer_sheet.building_block",
}
FORM = """
id = 'note'
label = 'Notiz'
label_plural = 'Notizen'
label_new = 'Neue Notiz'
version = 1
title_field = 'title'
icon = 'notes'
order = 1
{head}

[[section]]
id = 'main'
label = 'Notiz'

[[section.entry]]
field = 'title'
kind = 'text'
label = 'Titel'
{entry}
"""


def test_these_kinds_never_leave_and_say_why() -> None:
    barred = {form.id: form.release_barrier for form in FORMS_OF.values() if form.release_barrier}
    assert set(barred) == STAYING
    assert all(reason.endswith(".") for reason in barred.values())


def test_these_fields_never_leave() -> None:
    found = {
        f"{form.id}.{field.id}"
        for form in FORMS_OF.values()
        if not form.release_barrier
        for field in form.fields(with_retired=True)
        if field.release == "never"
    }
    assert found == NEVER


def test_free_words_are_asked_for_but_for_these() -> None:
    found = {
        f"{form.id}.{field.id}"
        for form in FORMS_OF.values()
        if not form.release_barrier
        for field in form.fields(with_retired=True)
        if field.release == "always" and field.kind in {"text", "long_text"}
    }
    assert found == FREE_TEXTS_THAT_GO_ALONG


def test_a_learning_extract_needs_its_confirmation() -> None:
    needed = {form.id: form.release_requires for form in FORMS_OF.values() if form.release_requires}
    assert needed == {"learning_extract": "anonymity_confirmed"}


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_field_has_a_default(kind: str) -> None:
    asked = {"text", "long_text", "money", "reference"}
    expected = "never" if kind == "computed" else "ask" if kind in asked else "always"
    assert default_release(kind, "", is_title=False) == expected
    assert default_release(kind, "hidden", is_title=True) == "never"


WRONG = {
    "a rule nobody knows": ("", "release = 'sometimes'"),
    "a form of another rule": ("release = 'never'", ""),
    "a bar without its reason": ("release = 'none'", ""),
    "a reason without a bar": ("release_reason = 'Nein.'", ""),
    "a confirmation that is no field": ("release_requires = 'confirmed'", ""),
    "a confirmation that is no yes or no": ("release_requires = 'title'", ""),
}


@pytest.mark.parametrize("name", WRONG)
def test_wrong_declarations_are_refused(name: str, tmp_path: Path) -> None:
    head, entry = WRONG[name]
    (tmp_path / "note.toml").write_text(FORM.format(head=head, entry=entry), encoding="utf-8")
    with pytest.raises(FormError):
        load_forms(tmp_path)


def test_declarations_are_read(tmp_path: Path) -> None:
    text = FORM.format(head="release = 'none'\nrelease_reason = 'Nein.'", entry="release = 'never'")
    (tmp_path / "note.toml").write_text(text, encoding="utf-8")
    form = load_forms(tmp_path)["note"]
    assert form.release_barrier == "Nein."
    assert form.fields()[0].release == "never"
