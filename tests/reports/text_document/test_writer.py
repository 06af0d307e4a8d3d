"""Reports as text documents, read back with python-docx."""

from __future__ import annotations

from typing import TYPE_CHECKING

import docx
import pytest
from docx.shared import Mm
from hypothesis import given, settings
from hypothesis import strategies as st

from innolab_desktop.domain.errors import ReportError, UsageError
from innolab_desktop.domain.records import Record
from innolab_desktop.domain.xml_text import xml_text
from innolab_desktop.reports.formatters import Points, Ticks, Words
from innolab_desktop.reports.text_document.word_blocks import WordBlocks
from innolab_desktop.reports.text_document.word_styles import empty_document
from innolab_desktop.reports.text_document.writer import TextDocuments
from innolab_desktop.services.reporting import Sheet
from reports.sample_sheets import VALUES, mission_sheet

if TYPE_CHECKING:
    from pathlib import Path

    from docx.document import Document

    from innolab_desktop.formdefs.forms import Forms


def written(forms: Forms, sheet: Sheet, folder: Path, name: str = "mission_profile") -> Document:
    target = folder / "t.docx"
    TextDocuments(forms).write(name, sheet, target)
    return docx.Document(str(target))


def text_of(document: Document) -> str:
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(paragraph.text for paragraph in document.paragraphs), *cells])


def test_it_has_real_headings_lists_and_tables(forms: Forms, tmp_path: Path) -> None:
    document = written(forms, mission_sheet(), tmp_path)
    styled = [(str(p.style.name) if p.style else "", p.text) for p in document.paragraphs]
    assert ("Heading 1", VALUES["title"]) in styled
    sections = [section.label for section in forms["mission"].sections]
    found = [text for style, text in styled if style == "Heading 2"]
    assert found == [label for label in sections if label in found]
    assert len(found) > 3
    assert "w:tblHeader" in document.element.xml
    assert 'w:val="de-DE"' in document.styles.element.xml
    assert abs((document.sections[0].page_width or 0) - Mm(210)) < Mm(0.1)
    assert "NUMPAGES" in document.sections[0].footer._element.xml
    assert document.core_properties.title.startswith("Missionssteckbrief: Bürgerbüro")


def test_everything_that_was_written_is_in_it(forms: Forms, tmp_path: Path) -> None:
    text = text_of(written(forms, mission_sheet(), tmp_path))
    for field in ("title", "challenge", "vision", "mission_statement", "next_step"):
        for line in str(VALUES[field]).split("\n\n"):
            assert line in text


def test_several_answers_become_a_list() -> None:
    document = empty_document("de-DE")
    for answer in (
        Points(("eins", "zwei")),
        Ticks(((True, "ja"), (False, "nein"))),
        Words("a\n\nb"),
    ):
        for write in WordBlocks().labelled("Feld", answer):
            write(document)
    found = [(p.style.name if p.style else "", p.text) for p in document.paragraphs]
    assert found == [
        ("Feldname", "Feld"), ("List Bullet", "eins"), ("List Bullet", "zwei"),
        ("Feldname", "Feld"), ("Normal", "☑ ja"), ("Normal", "☐ nein"),
        ("Feldname", "Feld"), ("Normal", "a"), ("Normal", "b"),
    ]  # fmt: skip


def test_any_record_has_a_sheet(forms: Forms, tmp_path: Path) -> None:
    note = Record(b"\x01" * 16, "tandem_note", b"\x02" * 16, 1, values={"title": "Gespräch"})
    sheet = Sheet(record=note, as_of=mission_sheet().as_of)
    document = written(forms, sheet, tmp_path, "record_sheet")
    assert document.paragraphs[1].text == "Gespräch"


def test_what_is_no_text_is_refused(forms: Forms, tmp_path: Path) -> None:
    texts = TextDocuments(forms)
    assert [info.name for info in texts.reports] == ["mission_profile", "record_sheet"]
    for name in ("indicator_trend", "nothing"):
        with pytest.raises(UsageError, match="report_unknown"):
            texts.write(name, mission_sheet(), tmp_path / "t.docx")
    with pytest.raises(ReportError, match="report_unwritable"):
        texts.write("record_sheet", mission_sheet(), tmp_path / "fehlt" / "t.docx")
    assert list(tmp_path.iterdir()) == []


@settings(max_examples=25, deadline=None)
@given(st.text(max_size=60))
def test_any_text_can_be_written(
    forms: Forms, tmp_path_factory: pytest.TempPathFactory, text: str
) -> None:
    sheet = mission_sheet({**VALUES, "title": text, "challenge": text, "code": text})
    document = written(forms, sheet, tmp_path_factory.mktemp("any"))
    words = xml_text(text).split()
    assert all(word in text_of(document) for word in words)
