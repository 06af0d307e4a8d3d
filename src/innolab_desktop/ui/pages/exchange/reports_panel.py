"""„Letzte Berichte": what the last imports changed, to be read again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from innolab_desktop.ui.dialogs.report_dialog import ReportDialog
from innolab_desktop.ui.moments import full_moment
from innolab_desktop.ui.report_words import totals_lines
from innolab_desktop.ui.visible_text import single_line
from innolab_desktop.ui.widgets.boxes import clear, column, row
from innolab_desktop.ui.widgets.button import Button
from innolab_desktop.ui.widgets.card import Card
from innolab_desktop.ui.widgets.muted import Muted
from innolab_desktop.ui.widgets.plain_label import PlainLabel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from innolab_desktop.services.merge_report_models import MergeReport
    from innolab_desktop.ui.desk import Desk


class ReportsPanel(QWidget):
    """One line per import, newest first.

    Signals:
        record_requested: the person wants to see a record of a report.
    """

    record_requested = Signal(bytes)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._lines = column(spacing=0.7)
        intro = Muted(
            self.tr(
                "Nach jedem Einlesen steht hier, was sich geändert hat. Was endgültig gelöscht "
                "wurde, verschwindet auch aus den Berichten."
            )
        )
        self.setLayout(
            column(
                intro,
                Card(column(self._lines, margins=0.9)),
                None,
                margins=(0.1, 0.8, 0.6, 0.8),
                spacing=0.9,
            )
        )
        self._show(())

    def refresh(self) -> None:
        """Read the kept reports."""
        reports = self._desk.session.merge_reports
        self._desk.jobs.run(self, lambda _job: reports.latest(), self._show)

    def show_report(self, report: MergeReport) -> None:
        """Open one report."""
        dialog = ReportDialog(self.window(), self._desk, report)
        dialog.record_requested.connect(self.record_requested)
        dialog.open()

    def _show(self, reports: Sequence[MergeReport]) -> None:
        clear(self._lines)
        for report in reports:
            self._lines.addWidget(self._line(report))
        if not reports:
            self._lines.addWidget(Muted(self.tr("Es wurde noch nichts eingelesen.")))

    def _line(self, report: MergeReport) -> QWidget:
        at = full_moment(report.at_ms)
        senders = {single_line(note.sender) for note in report.files if note.sender}
        head = self.tr("{0}, von {1}").format(at, ", ".join(sorted(senders))) if senders else at
        words = column(
            PlainLabel(head), Muted(" · ".join(totals_lines(report.totals))), spacing=0.1
        )
        button = Button(self._desk.theme, self.tr("Ansehen …"))
        button.setAccessibleName(self.tr("Bericht vom {0} ansehen").format(at))
        button.clicked.connect(lambda: self.show_report(report))
        content = row(words, button, spacing=0.6)
        content.setStretch(0, 1)
        line = QWidget()
        line.setLayout(content)
        return line
