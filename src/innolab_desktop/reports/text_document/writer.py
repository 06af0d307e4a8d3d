"""Writes reports as text documents; the adapter behind the port ``TextWriter``."""

from __future__ import annotations

from datetime import datetime
from io import BytesIO
from typing import TYPE_CHECKING, Final

from innolab_desktop import atomic_file
from innolab_desktop.domain.xml_text import xml_text
from innolab_desktop.formdefs.german_dates import format_date
from innolab_desktop.reports.mission_profile import mission_profile
from innolab_desktop.reports.record_sheet import record_sheet
from innolab_desktop.reports.registry import REPORTS
from innolab_desktop.services.reporting import find_report, unwritable

if TYPE_CHECKING:
    from pathlib import Path

    from docx.document import Document

    from innolab_desktop.formdefs.forms import Forms
    from innolab_desktop.services.reporting import ReportInfo, Sheet

_LONGEST_PROPERTY = 255
"""What the format allows. Units: characters."""


_TEXTS: Final = ("mission_profile", "record_sheet")


class TextDocuments:
    """Writes those reports that consist of texts and tables."""

    def __init__(self, forms: Forms) -> None:
        self._forms = forms

    @property
    def reports(self) -> tuple[ReportInfo, ...]:
        """The reports there are, in the order of the menu."""
        phrases = self._forms.phrases
        return tuple(report.info(phrases) for report in REPORTS if report.name in _TEXTS)

    def write(self, name: str, sheet: Sheet, target: Path) -> None:
        """Write the report *name* about *sheet* to *target*.

        Raises:
            UsageError: there is no such report, not for this kind of record, or not as a text.
            ReportError: the file cannot be written.
        """
        info = find_report(self.reports, name, sheet.record.kind)
        content = self._content(info, sheet)
        try:
            atomic_file.write(target, content)
        except OSError as error:
            raise unwritable(target) from error

    def _content(self, info: ReportInfo, sheet: Sheet) -> bytes:
        from innolab_desktop.reports.text_document.word_blocks import WordBlocks  # noqa: PLC0415
        from innolab_desktop.reports.text_document.word_styles import (  # noqa: PLC0415 - slow
            add_page_numbers,
            empty_document,
        )

        build = mission_profile if info.name == "mission_profile" else record_sheet
        phrases = self._forms.phrases
        language = phrases.say("report", "language")
        document = empty_document(language)
        for write_part in build(WordBlocks(), self._forms, sheet):
            write_part(document)
        name = self._forms.form(sheet.record.kind).title_of(sheet.record.values)
        title = _line(f"{info.title}: {name}" if name else info.title)
        day = format_date(sheet.as_of.isoformat())
        page = phrases.say("report", "page", number="{number}", count="{count}")
        add_page_numbers(document, " · ".join(filter(None, [_line(sheet.municipality), day])), page)
        _describe(document, title, sheet, language)
        buffer = BytesIO()
        document.save(buffer)
        return buffer.getvalue()


def _describe(document: Document, title: str, sheet: Sheet, language: str) -> None:
    properties = document.core_properties
    properties.title, properties.language = title, language
    properties.author = _line(sheet.municipality)
    properties.comments, properties.last_modified_by = "", ""
    day = datetime(sheet.as_of.year, sheet.as_of.month, sheet.as_of.day)  # noqa: DTZ001 - a day
    properties.created = properties.modified = day


def _line(text: str) -> str:
    return " ".join(xml_text(text).split())[:_LONGEST_PROPERTY]
