"""The report of one import: what changed, record by record."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from innolab_desktop.domain.records import DELETED
from innolab_desktop.services.merge_report_models import Fate
from innolab_desktop.ui.counting import counted
from innolab_desktop.ui.report_words import fate_word, field_sentence, totals_lines
from innolab_desktop.ui.visible_text import single_line
from innolab_desktop.ui.widgets.boxes import column, panel, row
from innolab_desktop.ui.widgets.button import Button
from innolab_desktop.ui.widgets.card import Card
from innolab_desktop.ui.widgets.chip import Chip
from innolab_desktop.ui.widgets.choice_card import ValueLabel
from innolab_desktop.ui.widgets.heading import Heading
from innolab_desktop.ui.widgets.muted import Muted
from innolab_desktop.ui.widgets.plain_label import PlainLabel
from innolab_desktop.ui.widgets.unfolding_list import UnfoldingList

if TYPE_CHECKING:
    from collections.abc import Sequence

    from innolab_desktop.services.merge_report_models import (
        FieldChange,
        FileNote,
        MergeReport,
        RecordChange,
    )
    from innolab_desktop.ui.desk import Desk

_FIRST_CARDS: Final = 10
_FIRST_FILES: Final = 5
_FEW_FILES: Final = 3


class ReportView(QWidget):
    """Totals, files, and a card for each record that the report lists.

    Signals:
        record_requested: the person wants to see a record.
    """

    record_requested = Signal(bytes)

    def __init__(self, desk: Desk, report: MergeReport) -> None:
        super().__init__()
        self._desk = desk
        totals = totals_lines(report.totals) or [self.tr("Es kam nichts Neues.")]
        cards = UnfoldingList["RecordChange"](
            desk.theme,
            self._card,
            lambda change: f"{change.kind_label} {change.title} {' '.join(change.people)}",
            first=_FIRST_CARDS,
            filter_name=self.tr("Nach Eintrag oder Person filtern"),
        )
        cards.show_items(report.records)
        more = counted(
            report.more_records, self.tr("weiterer Eintrag"), self.tr("weitere Einträge")
        )
        rest = Muted(self.tr("und {0}").format(more))
        rest.setVisible(report.more_records > 0)
        changed, files = column(cards, rest, spacing=0.5), self._files(report.files)
        has_few = len(report.files) <= _FEW_FILES
        content = column(PlainLabel(" · ".join(totals)), spacing=0.5)
        for part in (files, panel(changed)) if has_few else (panel(changed), files):
            content.addWidget(part)
        content.addStretch(1)
        self.setLayout(content)

    def _files(self, notes: Sequence[FileNote]) -> QWidget:
        """Return a line per file; of many, that is what comes last."""
        lines = UnfoldingList["FileNote"](
            self._desk.theme,
            self._note,
            lambda note: f"{note.name} {note.sender} {note.space}",
            first=_FIRST_FILES,
            filter_name=self.tr("Dateien nach Name, Absender*in oder Raum filtern"),
        )
        lines.show_items(notes)
        if len(notes) <= _FEW_FILES:
            return lines
        return panel(column(Heading(self.tr("Dateien ({0})").format(len(notes)), 3), lines))

    def _note(self, note: FileNote) -> QWidget:
        name = single_line(PurePath(note.name).name) or self.tr("Aufbewahrtes Paket")
        if note.status == "applied":
            changes = counted(note.commits, self.tr("Änderung"), self.tr("Änderungen"))
            text = self.tr("{0}: {1} von {2}, Raum „{3}“").format(
                name, changes, single_line(note.sender), single_line(note.space)
            )
        elif note.code:
            text = f"{name}: {self._desk.catalogue.describe_code(note.code, {})}"
        else:
            text = self.tr("{0}: schon bekannt").format(name)
        return Muted(text)

    def _card(self, change: RecordChange) -> QWidget:
        word, tone = fate_word(change.fate)
        title = single_line(change.title) or self.tr("Ohne Titel")
        kind = change.kind_label or self.tr("Eintrag")
        named = PlainLabel(f"{kind}: {title}" if change.title or change.kind_label else kind)
        people = ", ".join(single_line(person) for person in change.people)
        about = Muted(self.tr("von {0}").format(people) if people else "")
        head = row(Chip(self._desk.theme, word, tone), about, spacing=0.6)
        head.setStretch(1, 1)
        if change.fate is not Fate.ERASED:
            button = Button(self._desk.theme, self.tr("Zum Eintrag"))
            button.setAccessibleName(self.tr("Zum Eintrag {0}: {1}").format(kind, title))
            button.clicked.connect(lambda: self.record_requested.emit(change.record))
            head.addWidget(button)
        content = column(named, head, margins=0.7, spacing=0.3)
        for field in change.fields:
            content.addWidget(self._field(field))
        if change.more_fields:
            fields = counted(
                change.more_fields, self.tr("weiteres Feld"), self.tr("weitere Felder")
            )
            content.addWidget(Muted(self.tr("und {0}").format(fields)))
        if not change.is_listed:
            text = self.tr("Die Einzelheiten stehen im Verlauf des Eintrags.")
            content.addWidget(Muted(text))
        return Card(content)

    def _field(self, change: FieldChange) -> QWidget:
        if change.field == DELETED:
            return PlainLabel(
                self.tr("Gelöscht und zugleich bearbeitet, bitte entscheiden."), ink="bad"
            )
        value = column(ValueLabel(field_sentence(change)), margins=(1.2, 0, 0, 0))
        return panel(column(Muted(single_line(change.label)), value, spacing=0.1))
