"""A report in English says everything of its own in English, and tells readers so."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

import docx
import pypdf
import pytest

from innolab_desktop import bootstrap, paths
from innolab_desktop.domain.language import Language
from innolab_desktop.domain.records import Record
from innolab_desktop.reports.printer import PdfPrinter
from innolab_desktop.reports.text_document.writer import TextDocuments
from innolab_desktop.services.recovery_sheet import RecoverySheet
from innolab_desktop.services.reporting import Sheet
from reports.sample_sheets import SPACE, mission_sheet, variant

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from innolab_desktop.domain.values import Value
    from innolab_desktop.formdefs.definition import FieldDefinition

ENGLISH = bootstrap.load_forms(language=Language.ENGLISH)
DAY = date(2026, 5, 12)
GERMAN = re.compile(
    r"\b(?:der|die|das|dem|den|und|oder|nicht|ist|sind|wird|werden|Sie|ein|eine|einen|von|für|mit|"
    r"zu|auf|aus|bei|nur|noch|keine?|ab|bis|Seite|Stand vom|Abweichung)\b"
)

ANSWERS: Mapping[str, Value] = {
    "text": "Words of people.",
    "long_text": "Words of people.",
    "yes_no": True,
    "date": "2026-05-12",
    "date_range": ("2026-01-01", None),
    "reference": "dd" * 16,
}


@pytest.fixture
def printer() -> PdfPrinter:
    return PdfPrinter(ENGLISH, paths.resources_dir() / "fonts")


def _text(target: Path) -> str:
    reader = pypdf.PdfReader(target)
    assert reader.root_object["/Lang"] == "en-GB"
    return "\n".join(page.extract_text() for page in reader.pages)


def _plain_sheet(kind: str) -> Sheet:
    """Return a sheet on which people wrote English, with every choice there is."""
    values: Mapping[str, Value] = {
        field.id: _answer(field) for field in ENGLISH[kind].fields() if _answer(field) is not None
    }
    record = Record(b"\x09" * 16, kind, SPACE, 1, values=values)
    return Sheet(record=record, municipality="Example Town", as_of=DAY)


def _answer(field: FieldDefinition) -> Value:
    ids = tuple(choice.id for choice in field.choices)
    if field.kind in ("multi_choice", "checklist"):
        return ids
    if field.kind == "scale":
        return int(ids[-1]) if ids else 1
    if field.kind == "choice":
        return ids[-1]
    return ANSWERS.get(field.kind)


@pytest.mark.parametrize("kind", ENGLISH.kinds())
def test_a_sheet_of_every_kind_says_nothing_german(
    printer: PdfPrinter, tmp_path: Path, kind: str
) -> None:
    printer.print_report("record_sheet", _plain_sheet(kind), tmp_path / "sheet.pdf")
    text = _text(tmp_path / "sheet.pdf")
    assert ENGLISH[kind].label in text
    assert "Page 1 of" in text
    assert not GERMAN.search(text), text


def test_a_mission_profile_speaks_english_around_the_words_of_people(
    printer: PdfPrinter, tmp_path: Path
) -> None:
    sheet = mission_sheet(conflicts={"challenge": (variant("Anders gesehen."),)})
    printer.print_report("mission_profile", sheet, tmp_path / "mission.pdf")
    text = re.sub(r"\s+", " ", _text(tmp_path / "mission.pdf"))
    for words in ("Mission profile", "As of 12.05.2026", "Carried jointly by", "agreed as binding"):
        assert words in text, words
    assert "Discrepancy: " in text


def test_a_text_document_speaks_english(tmp_path: Path) -> None:
    target = tmp_path / "mission.docx"
    TextDocuments(ENGLISH).write("record_sheet", _plain_sheet("mission"), target)
    document = docx.Document(str(target))
    assert document.core_properties.language == "en-GB"
    text = "\n".join(paragraph.text for paragraph in document.paragraphs)
    assert "Challenge" in text
    assert not GERMAN.search(text), text


def test_a_form_to_be_filled_in_speaks_english(printer: PdfPrinter, tmp_path: Path) -> None:
    printer.write_form(_plain_sheet("mission"), tmp_path / "form.pdf")
    text = _text(tmp_path / "form.pdf")
    assert "Fill in this sheet on screen" in text
    assert not GERMAN.search(text), text


def test_the_sheet_with_the_recovery_code_speaks_english(
    printer: PdfPrinter, tmp_path: Path
) -> None:
    sheet = RecoverySheet(
        ("AAAAA",) * 8, ((True, False), (False, True)), "Ada Example", "Town", "1a2b", DAY
    )
    printer.print_recovery(sheet, tmp_path / "code.pdf")
    text = _text(tmp_path / "code.pdf")
    assert "Whoever has this sheet can open the vault." in text
    assert not GERMAN.search(text), text


def test_the_menu_of_reports_is_english(printer: PdfPrinter) -> None:
    assert [report.title for report in printer.reports] == [
        "Mission profile",
        "Trend",
        "Results of the self-evaluation",
        "Data sheet",
    ]
