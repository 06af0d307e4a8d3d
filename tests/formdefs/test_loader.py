"""The loader reads the grammar of forms/README.md and refuses everything else by name."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from innolab_desktop.domain.errors import FormError, UsageError
from innolab_desktop.formdefs.forms import iter_labels
from innolab_desktop.formdefs.loader import load_forms

if TYPE_CHECKING:
    from pathlib import Path

GOOD = """
id = 'note'
label = 'Notiz'
label_plural = 'Notizen'
label_new = 'Neue Notiz'
version = 2
title_field = 'title'
icon = 'notes'
order = 1

[[section]]
id = 'main'
label = 'Notiz'

[[section.entry]]
field = 'title'
kind = 'long_text'
label = 'Titel'
required = 'draft'
list_column = true

[[section.entry]]
children = 'note'
label = 'Unternotizen'
maximum = 3

[[section.entry]]
field = 'colour'
kind = 'choice'
label = 'Farbe'
choices_from = 'colours'

[[section.entry]]
field = 'share'
kind = 'decimal'
label = 'Anteil'
minimum = 0.5
unit = 'Prozent'

[[section.entry]]
field = 'weight'
kind = 'integer'
label = 'Gewicht'
retired_in = 2
"""


def _folder(tmp_path: Path, form: str) -> Path:
    (tmp_path / "catalogues").mkdir()
    (tmp_path / "catalogues" / "colours.toml").write_text(
        "[[entry]]\nid = 'red'\nlabel = 'Rot'\nanything = 1\n", encoding="utf-8"
    )
    (tmp_path / "note.toml").write_text(form, encoding="utf-8")
    return tmp_path


def test_a_form_is_read_in_order(tmp_path: Path) -> None:
    forms = load_forms(_folder(tmp_path, GOOD))
    form = forms["note"]
    assert forms.kinds() == ("note",)
    assert "note" in forms
    assert forms.parents_of("note") == ("note",)
    assert [getattr(e, "id", None) or getattr(e, "kind", None) for e in form.entries()] == [
        "title",
        "note",
        "colour",
        "share",
    ]
    assert [field.id for field in form.fields()] == ["title", "colour", "share"]
    assert [field.id for field in form.list_columns()] == ["title"]
    weight = form.field("weight")
    assert weight is not None
    assert weight.retired_in == 2
    colour = form.field("colour")
    assert colour is not None
    assert [(choice.id, choice.label) for choice in colour.choices] == [("red", "Rot")]
    assert form.children()[0].maximum == 3
    assert form.title_of({"title": " Ein\nTitel "}) == "Ein Titel"
    assert form.title_of({}) == ""


def test_unknown_kinds_and_fields_are_named(tmp_path: Path) -> None:
    forms = load_forms(_folder(tmp_path, GOOD))
    assert forms.field("note", "title").label == "Titel"
    with pytest.raises(UsageError, match=r"kind_unknown \(kind=letter\)"):
        forms.form("letter")
    with pytest.raises(UsageError, match=r"field_unknown \(field=size, kind=note\)"):
        forms.field("note", "size")


def test_every_text_is_listed_for_translation(tmp_path: Path) -> None:
    labels = dict(iter_labels(load_forms(_folder(tmp_path, GOOD))))
    assert labels["note.label_plural"] == "Notizen"
    assert labels["note.sections.main.label"] == "Notiz"
    assert labels["note.children.note.label"] == "Unternotizen"
    assert labels["note.fields.share.unit"] == "Prozent"
    assert labels["note.fields.colour.choices.red.label"] == "Rot"
    assert labels["note.fields.weight.label"] == "Gewicht"
    assert all(labels.values())


@pytest.mark.parametrize(
    ("before", "after", "code", "field", "key"),
    [
        ("unit = 'Prozent'", "units = 'Prozent'", "form_unknown_key", "share", "units"),
        ("order = 1", "order = 1\ncolour = 'x'", "form_unknown_key", "note", "colour"),
        ("id = 'main'", "id = 'main'\nfoo = 1", "form_unknown_key", "main", "foo"),
        ("maximum = 3", "many = true", "form_unknown_key", "note", "many"),
        ("'long_text'", "'txt'", "form_unknown_kind", "title", "txt"),
        ("label = 'Titel'", "", "form_key_missing", "title", "label"),
        ("version = 2", "", "form_key_missing", "note", "version"),
        ("'integer'", "'reference'", "form_key_missing", "weight", "references"),
        ("'integer'", "'choice'", "form_key_missing", "weight", "choices / choices_from"),
        ("minimum = 0.5", "choices = []", "form_key_not_for_kind", "share", "choices"),
        ("minimum = 0.5", "max_length = 5", "form_key_not_for_kind", "share", "max_length"),
        ("required = 'draft'", "required = 'always'", "form_wrong_type", "title", "required"),
        ("required = 'draft'", "required = true", "form_wrong_type", "title", "required"),
        ("list_column = true", "list_column = 1", "form_wrong_type", "title", "list_column"),
        ("minimum = 0.5", "minimum = '0,5'", "form_wrong_type", "share", "minimum"),
        ("version = 2", "version = true", "form_wrong_type", "note", "version"),
        ("id = 'note'", "id = 'notes'", "form_wrong_id", "notes", "id"),
        ("field = 'share'", "field = 'Share'", "form_wrong_id", "Share", "field"),
        ("field = 'share'", "field = 'title'", "form_duplicate_id", "note", "title"),
        ("field = 'share'", "field = 'note'", "form_duplicate_id", "note", "note"),
        (
            "field = 'share'",
            "field = 'share'\nrenamed_from = ['weight']",
            "form_duplicate_id",
            "note",
            "weight",
        ),
        ("= 'title'\nicon", "= 'share'\nicon", "form_wrong_title_field", "note", "share"),
        ("minimum = 0.5", "default = '5,0'", "form_wrong_default", "share", "default"),
        ("minimum = 0.5", "default = {}", "form_wrong_type", "share", "default"),
        ("children = 'note'", "children = 'letter'", "form_unknown_reference", "letter", "letter"),
        (
            "kind = 'integer'",
            "kind = 'reference'\nreferences = 'letter'",
            "form_unknown_reference",
            "weight",
            "letter",
        ),
        (
            "kind = 'integer'",
            "kind = 'computed'\ncomputed = 'magic'",
            "form_unknown_computation",
            "weight",
            "magic",
        ),
        (
            "id = 'main'",
            "id = 'main'\nshow_if = { field = 'colour', choice = 'blue' }",
            "form_unknown_reference",
            "note",
            "blue",
        ),
    ],
)
def test_errors_name_file_field_and_key(
    tmp_path: Path, *, before: str, after: str, code: str, field: str, key: str
) -> None:
    assert GOOD.count(before) == 1
    with pytest.raises(FormError) as caught:
        load_forms(_folder(tmp_path, GOOD.replace(before, after)))
    assert caught.value.code == code
    assert caught.value.params == {"file": "note.toml", "field": field, "key": key}


def test_a_broken_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(FormError) as caught:
        load_forms(_folder(tmp_path, "id = "))
    assert caught.value.code == "form_not_toml"
    assert caught.value.params["file"] == "note.toml"


def test_a_missing_catalogue_is_named(tmp_path: Path) -> None:
    with pytest.raises(FormError, match=r"form_unreadable \(file=shades.toml\)"):
        load_forms(_folder(tmp_path, GOOD.replace("'colours'", "'shades'")))


def test_a_section_is_shown_by_its_answer_or_its_content(tmp_path: Path) -> None:
    shown_if = "id = 'main'\nshow_if = { field = 'colour', choice = 'red' }"
    form = load_forms(_folder(tmp_path, GOOD.replace("id = 'main'", shown_if)))["note"]
    section = form.sections[0]
    assert not section.is_shown({})
    assert not section.is_shown({"title": ""})
    assert section.is_shown({"colour": "red"})
    assert section.is_shown({"title": "Notiz"})
