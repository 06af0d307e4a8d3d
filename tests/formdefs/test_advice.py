"""Fields get the advice of the rule that they name."""

from __future__ import annotations

from innolab_desktop import paths
from innolab_desktop.formdefs.advice import ADVISERS, advice_on
from innolab_desktop.formdefs.loader import load_forms

FORMS = load_forms(paths.forms_dir())


def codes(kind: str, field: str, values: dict[str, str]) -> set[str]:
    definition = FORMS.form(kind).field(field)
    assert definition is not None
    return {hint.code for hint in advice_on(definition, values)}


def test_a_goal_is_looked_at_together_with_its_other_fields() -> None:
    wish = {"statement": "Wir wollen die Wartezeit senken."}
    assert codes("smart_goal", "statement", wish) >= {"smart_wish", "smart_no_date"}
    settled = {**wish, "due_date": "2027-12-31", "baseline_value": "40 Minuten"}
    assert codes("smart_goal", "statement", settled) == {"smart_wish"}


def test_the_sentence_of_a_mission_is_looked_at() -> None:
    values = {"mission_statement": "Bis 31.12.2027 haben wir ein Formular"}
    found = codes("mission", "mission_statement", values)
    assert found == {"mission_no_beneficiaries", "mission_no_purpose"}


def test_nothing_written_and_other_fields_get_no_advice() -> None:
    assert not codes("mission", "mission_statement", {"mission_statement": "  "})
    assert not codes("mission", "challenge", {"challenge": "Wir wollen alles besser."})


def test_every_rule_has_a_field_that_names_it() -> None:
    named = {field.editor for form in FORMS.values() for field in form.fields()}
    assert set(ADVISERS) <= named
