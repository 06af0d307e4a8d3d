"""Forms to be filled in: complete, accessible, and read back as they were filled."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from typing import TYPE_CHECKING, Any

import pypdf
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from innolab_desktop.domain.errors import FormError
from innolab_desktop.domain.xml_text import xml_text
from innolab_desktop.reports.fillable import extraction
from innolab_desktop.reports.fillable.form_reader import FilledFormReader, form_of
from innolab_desktop.services.paper_forms import can_be_filled
from reports.sample_sheets import VALUES, mission_sheet

if TYPE_CHECKING:
    from pathlib import Path

    from innolab_desktop.formdefs.forms import Forms
    from innolab_desktop.reports.printer import PdfPrinter
    from reports.vera_pdf import VeraPdf


def filled(source: Path, target: Path, values: dict[str, str]) -> Path:
    """Fill a form as a viewer would."""
    writer = pypdf.PdfWriter(clone_from=str(source))
    for page in writer.pages:
        writer.update_page_form_field_values(page, dict[str, Any](values), auto_regenerate=False)
    with target.open("wb") as file:
        writer.write(file)
    return target


@pytest.fixture(scope="module")
def form_file(printer: PdfPrinter, tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("form") / "form.pdf"
    assert printer.write_form(mission_sheet(), target) > 1
    return target


def test_every_field_has_its_place_and_its_label(forms: Forms, form_file: Path) -> None:
    found = pypdf.PdfReader(form_file).get_fields() or {}
    form = forms["mission"]
    expected = [field for field in form.fields() if can_be_filled(field, form)]
    assert len(expected) > 25
    asked = [name.removeprefix("field.") for name in found if name.startswith("field.")]
    names = {name.partition("#")[0] for name in asked}
    assert names == {field.id for field in expected}
    labels = {str(item.get("/TU")) for item in found.values()}
    assert {field.label for field in expected if "choice" not in field.kind} - labels <= {
        field.label for field in expected if field.kind == "checklist"
    }
    assert found["field.title"]["/V"] == VALUES["title"]
    assert found["field.challenge"]["/V"] == VALUES["challenge"]
    assert found["field.fields_of_action#language"]["/V"] == "/Yes"


def test_it_is_tagged_empty_and_filled(
    printer: PdfPrinter, tmp_path: Path, vera_pdf: VeraPdf
) -> None:
    long = "Absatz mit vielen Wörtern. " * 200
    sheets = (
        mission_sheet(),
        mission_sheet({}, {}),
        mission_sheet({**VALUES, "challenge": long, "title": "Łódź – „中文“ \u202e😀 (a\\b)"}),
    )
    files = [tmp_path / f"{number}.pdf" for number in range(len(sheets))]
    for sheet, file in zip(sheets, files, strict=True):
        printer.write_form(sheet, file)
    report = vera_pdf.check(*files).splitlines()
    assert [line[:8] for line in report] == ["PASS ua1"] * len(files), report


def test_what_was_filled_in_comes_back(forms: Forms, form_file: Path, tmp_path: Path) -> None:
    answers = {
        "field.title": "Neu: Wege für alle – „ä“ € Łódź 中文",
        "field.vision": "Erste Zeile\r\nzweite Zeile",
        "field.participation": "beraten",
        "field.fields_of_action#complaints": "/Yes",
        "field.fields_of_action#language": "/Off",
    }
    form = FilledFormReader().read(filled(form_file, tmp_path / "filled.pdf", answers))
    assert (form.kind, form.version) == ("mission", forms["mission"].version)
    assert form.answers["title"] == answers["field.title"]
    assert form.answers["vision"] in ("Erste Zeile\r\nzweite Zeile", "Erste Zeile\nzweite Zeile")
    ticked = form.answers["fields_of_action"]
    assert "complaints" in ticked
    assert "language" not in ticked
    assert "citizen_services" in ticked
    assert form.answers["challenge"] == VALUES["challenge"]


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(st.characters(exclude_categories=("Cs",)), max_size=80))
def test_any_text_survives_the_way(printer: PdfPrinter, tmp_path_factory: Any, text: str) -> None:
    target = tmp_path_factory.mktemp("any") / "form.pdf"
    sheet = mission_sheet()
    record = replace(sheet.record, values={**VALUES, "risks": text})
    printer.write_form(replace(sheet, record=record), target)
    answers = extraction.answers_in(target.read_bytes())
    assert answers["field.risks"] == xml_text(text)


@pytest.mark.parametrize(
    ("said", "code"),
    [
        (b"", "form_damaged"),
        (b"[" * 100_000, "form_damaged"),
        (b'{"error": "form_encrypted"}', "form_encrypted"),
        (b'{"error": "<b>"}', "form_damaged"),
        (b'{"answers": []}', "form_not_ours"),
        (b'{"answers": {"innolab.kind": "mission"}}', "form_not_ours"),
        (b'{"answers": {"innolab.kind": "mission", "innolab.version": "x"}}', "form_not_ours"),
        (b'{"answers": {"innolab.kind": 7, "innolab.version": "1"}}', "form_not_ours"),
        (b"7", "form_not_ours"),
    ],
)
def test_the_other_process_is_not_trusted(said: bytes, code: str) -> None:
    with pytest.raises(FormError, match=code):
        form_of(said)


def test_a_plain_pdf_is_not_ours(tmp_path: Path) -> None:
    writer = pypdf.PdfWriter()
    writer.add_blank_page(100, 100)
    buffer = BytesIO()
    writer.write(buffer)
    plain = tmp_path / "plain.pdf"
    plain.write_bytes(buffer.getvalue())
    with pytest.raises(FormError, match="form_not_ours"):
        FilledFormReader().read(plain)
    with pytest.raises(FormError, match="form_file_unreadable"):
        FilledFormReader().read(tmp_path / "fehlt.pdf")
    with pytest.raises(FormError, match="form_file_unreadable"):
        FilledFormReader().read(tmp_path)
