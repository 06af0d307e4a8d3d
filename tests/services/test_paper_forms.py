"""A form goes out, is filled in, looked at, and taken over like any other change."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pypdf
import pytest

from innolab_desktop import bootstrap
from innolab_desktop.domain.errors import UsageError
from innolab_desktop.domain.language import Language
from vaults import PASSPHRASE

if TYPE_CHECKING:
    from pathlib import Path

    from innolab_desktop.services.session import Session
    from vaults import Pair

DAY = date(2026, 11, 22)


def fill(source: Path, **answers: str) -> Path:
    """Fill in a form in place."""
    writer = pypdf.PdfWriter(clone_from=str(source))
    values: dict[str, Any] = {f"field.{name}": value for name, value in answers.items()}
    for page in writer.pages:
        writer.update_page_form_field_values(page, values, auto_regenerate=False)
    with source.open("wb") as file:
        writer.write(file)
    return source


def test_only_what_changed_is_offered_and_only_the_chosen_written(
    anna: Session, pair: Pair, tmp_path: Path
) -> None:
    form = tmp_path / "form.pdf"
    assert anna.paper_forms.write(pair.mission, form, as_of=DAY) > 0
    assert anna.paper_forms.look(form, pair.mission).answers == (), "nothing was filled in yet"
    fill(form, vision="Alle gehen gern hin.", risks="Keine Zeit", review_date="1.2.2027")
    preview = anna.paper_forms.look(form, pair.mission)
    changes = {answer.field.id: (answer.before, answer.after) for answer in preview.answers}
    assert changes["risks"] == ("", "Keine Zeit")
    assert changes["review_date"] == ("", "01.02.2027")
    history = len(anna.records.history(pair.mission))
    anna.paper_forms.take(preview, ["risks"])
    record = anna.records.open(pair.mission)
    assert record.values["risks"] == "Keine Zeit"
    assert "review_date" not in record.values
    assert len(anna.records.history(pair.mission)) == history + 1, "one normal save"


def test_answers_that_do_not_fit_are_shown_and_never_written(
    anna: Session, pair: Pair, tmp_path: Path
) -> None:
    form = tmp_path / "form.pdf"
    anna.paper_forms.write(pair.mission, form, as_of=DAY)
    fill(form, review_date="irgendwann", budget="viel", risks="Zeit")
    preview = anna.paper_forms.look(form, pair.mission)
    problems = {answer.field.id: answer.problem for answer in preview.answers}
    assert problems["review_date"] == "value_not_a_date"
    assert problems["budget"] != ""
    assert problems["risks"] == ""
    with pytest.raises(UsageError, match="form_field_not_offered"):
        anna.paper_forms.take(preview, ["risks", "budget"])
    anna.paper_forms.take(preview)
    assert "budget" not in anna.records.open(pair.mission).values


def test_an_empty_form_becomes_a_new_record(anna: Session, pair: Pair, tmp_path: Path) -> None:
    form = tmp_path / "form.pdf"
    anna.paper_forms.write_empty("tandem_note", form, municipality="Musterstadt", as_of=DAY)
    fill(form, title="Aus dem Formular")
    preview = anna.paper_forms.look(form, None)
    record = anna.records.open(anna.paper_forms.take(preview, space=pair.space).record)
    assert (record.kind, record.space) == ("tandem_note", pair.space)
    assert record.values["title"] == "Aus dem Formular"


def test_what_fits_nothing_is_refused(anna: Session, pair: Pair, tmp_path: Path) -> None:
    form = tmp_path / "form.pdf"
    anna.paper_forms.write_empty("tandem_note", form, municipality="", as_of=DAY)
    with pytest.raises(UsageError, match="form_of_another_kind"):
        anna.paper_forms.look(form, pair.mission)
    with pytest.raises(UsageError, match="form_not_to_be_filled"):
        anna.paper_forms.write_empty("evaluation_answer", form, municipality="", as_of=DAY)


def test_a_form_written_in_one_language_is_read_in_the_other(
    anna: Session, pair: Pair, tmp_path: Path
) -> None:
    german = tmp_path / "german.pdf"
    anna.paper_forms.write(pair.mission, german, as_of=DAY)
    anna.close()
    english = bootstrap.open_vault(
        pair.anna, PASSPHRASE, bootstrap.Surroundings(language=Language.ENGLISH)
    )
    try:
        fill(
            german, leadership_support="3 – schriftlich bestätigt", release_from_duties="teilweise"
        )
        preview = english.paper_forms.look(german, pair.mission)
        found = {answer.field.id: (answer.after, answer.value) for answer in preview.answers}
        assert found["leadership_support"] == ("3 – confirmed in writing", 3)
        assert found["release_from_duties"] == ("partly", "partly")
        fill(german, release_from_duties="vielleicht")
        (refused,) = [
            answer
            for answer in english.paper_forms.look(german, pair.mission).answers
            if answer.problem
        ]
        assert (refused.field.label, refused.problem) == (
            "Release from duties arranged",
            "value_not_a_choice",
        )
    finally:
        english.close()
