"""Writes the results that are shown as a PDF."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from innolab_desktop.services.reporting import EVALUATION_RESULTS
from innolab_desktop.ui.counting import counted
from innolab_desktop.ui.dialogs.file_choice import choose_target
from innolab_desktop.ui.error_sentence import error_sentence
from innolab_desktop.ui.widgets.banner import Banner, Tone
from innolab_desktop.ui.widgets.boxes import column, row
from innolab_desktop.ui.widgets.button import Button

if TYPE_CHECKING:
    from pathlib import Path

    from innolab_desktop.domain.records import RecordId
    from innolab_desktop.ui.desk import Desk


class ResultPrinting(QWidget):
    """A button, and below it what came of it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._wave: RecordId | None = None
        self._banner = Banner(desk.theme)
        self.button = Button(desk.theme, self.tr("Als PDF speichern …"), "file-type-pdf")
        self.button.setAccessibleDescription(
            self.tr("Was hier zu sehen ist, und nicht mehr; die Datei ist unverschlüsselt.")
        )
        self.button.clicked.connect(self.ask)
        self.setLayout(column(row(self.button, None), self._banner, spacing=0.4))

    def show_wave(self, wave: RecordId) -> None:
        """Offer the results of *wave*."""
        self._wave = wave
        self._banner.hide()

    def ask(self) -> None:
        """Ask where the file goes, and write it."""
        choose_target(
            self,
            self.tr("Ergebnisse als PDF speichern (unverschlüsselt)"),
            self.tr("Ergebnisse der Selbstevaluation") + ".pdf",
            self.tr("PDF-Dateien (*.pdf)"),
            self.write,
        )

    def write(self, target: Path) -> None:
        """Write the results of the wave to *target*."""
        wave, reports = self._wave, self._desk.session.reports
        if wave is None:
            return
        today = datetime.now(tz=UTC).astimezone().date()
        self._desk.jobs.run(
            self,
            lambda _job: reports.print_record(EVALUATION_RESULTS, wave, target, as_of=today),
            lambda pages: self._on_written(pages, target),
            failed=self._on_failed,
            title=self.tr("PDF wird geschrieben"),
        )

    def _on_written(self, pages: int, target: Path) -> None:
        number = counted(pages, self.tr("Seite"), self.tr("Seiten"))
        sentence = self.tr("PDF mit {0} geschrieben: {1}").format(number, target.name)
        self._banner.show_message(sentence, Tone.OK)

    def _on_failed(self, error: Exception) -> None:
        self._banner.show_message(error_sentence(self._desk.catalogue, error), Tone.BAD)
