"""The parts of a text document: real headings, lists and tables. Plain text in."""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING, Any, TypeAlias

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from innolab_desktop.domain.xml_text import xml_text
from innolab_desktop.reports.formatters import Points, Words
from innolab_desktop.reports.text_document.word_styles import CALLOUT, LABEL, NOTE, WARNING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from docx.document import Document

    from innolab_desktop.reports.formatters import Answer

    Part: TypeAlias = Callable[[Document], object]

_PARAGRAPHS = re.compile(r"\n\s*\n")
_TICKED, _UNTICKED = "☑", "☐"


class WordBlocks:
    """Makes the parts of one document; each writes itself at the end of it."""

    def title(self, kicker: str, title: str, subtitle: str) -> Iterator[Part]:
        """Yield the head of the report."""
        yield _paragraph(kicker, NOTE)
        yield _heading(title, 1)
        yield _paragraph(subtitle, NOTE)

    def section(self, title: str) -> Iterator[Part]:
        """Yield the heading of a section."""
        yield _heading(title, 2)

    def subsection(self, title: str) -> Part:
        """Return a heading inside a section."""
        return _heading(title, 3)

    def card_title(self, title: str) -> Part:
        """Return the heading of one child record."""
        return _heading(title, 4)

    def callout(self, text: str) -> Iterator[Part]:
        """Yield a text that stands out."""
        return _paragraphs(text, CALLOUT)

    def note(self, text: str) -> Iterator[Part]:
        """Yield a remark of the report itself."""
        return _paragraphs(text, NOTE)

    def warning(self, text: str) -> Iterator[Part]:
        """Yield a remark that asks for attention."""
        return _paragraphs(text, WARNING)

    def labelled(self, label: str, answer: Answer) -> Iterator[Part]:
        """Yield an answer of any length below its label."""
        yield _paragraph(label, LABEL)
        if isinstance(answer, Words):
            yield from _paragraphs(answer.text, "Normal")
        elif isinstance(answer, Points):
            for point in answer.points:
                yield _paragraph(point, "List Bullet")
        else:
            for is_ticked, point in answer.points:
                yield _paragraph(f"{_TICKED if is_ticked else _UNTICKED} {point}", "Normal")

    def facts(self, facts: Sequence[tuple[str, str]]) -> Iterator[Part]:
        """Yield short answers beside their labels."""
        yield partial(_fill_table, rows=facts, has_header=False)

    def table(self, header: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[Part]:
        """Yield a table whose header row is repeated on each page."""
        yield partial(_fill_table, rows=[header, *rows], has_header=True)


def _heading(text: str, level: int) -> Part:
    line = " ".join(xml_text(text).split())
    return lambda document: document.add_heading(line, level)


def _paragraph(text: str, style: str) -> Part:
    clean = xml_text(text).strip()
    return lambda document: document.add_paragraph(clean, style)


def _paragraphs(text: str, style: str) -> Iterator[Part]:
    for part in _PARAGRAPHS.split(xml_text(text)):
        if part.strip():
            yield _paragraph(part, style)


def _fill_table(document: Document, rows: Sequence[Sequence[str]], *, has_header: bool) -> None:
    table = document.add_table(len(rows), len(rows[0]), "Table Grid")
    for number, (row, texts) in enumerate(zip(table.rows, rows, strict=True)):
        is_header = has_header and number == 0
        if is_header:
            _repeat(row)
        for column, (cell, text) in enumerate(zip(row.cells, texts, strict=True)):
            (paragraph,) = cell.paragraphs
            run = paragraph.add_run(xml_text(text).strip())
            run.bold = is_header or (not has_header and column == 0) or None
    document.add_paragraph(style=NOTE)  # two tables in a row would become one


def _repeat(row: Any) -> None:  # noqa: ANN401 - python-docx names the type as private
    """Let a row be the header on every page, also for screen readers."""
    header = parse_xml(f"<w:tblHeader {nsdecls('w')}/>")
    row._tr.get_or_add_trPr().append(header)  # noqa: SLF001 - there is no other way
