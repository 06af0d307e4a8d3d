"""What an import changed, right after it or again later."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from innolab_desktop.ui.dialogs.base_dialog import BaseDialog
from innolab_desktop.ui.moments import full_moment
from innolab_desktop.ui.pages.exchange.report_view import ReportView
from innolab_desktop.ui.widgets.boxes import column
from innolab_desktop.ui.widgets.button import Button
from innolab_desktop.ui.widgets.muted import Muted
from innolab_desktop.ui.widgets.scroll_page import ScrollPage

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from innolab_desktop.services.merge_report_models import MergeReport
    from innolab_desktop.ui.desk import Desk


class ReportDialog(BaseDialog):
    """The report of one import.

    Signals:
        record_requested: the person wants to see a record; the dialog closes.
    """

    record_requested = Signal(bytes)

    def __init__(self, parent: QWidget, desk: Desk, report: MergeReport) -> None:
        super().__init__(parent, desk.theme, self.tr("Was sich geändert hat"))
        view = ReportView(desk, report)
        view.record_requested.connect(self._go)
        close = Button(desk.theme, self.tr("Schließen"), primary=True)
        close.clicked.connect(self.accept)
        content = column(Muted(full_moment(report.at_ms)), ScrollPage(view), spacing=0.5)
        content.setStretch(1, 1)
        self.assemble(content, close, width_em=48)
        self.set_size(48, 36)
        close.setFocus()
        reports = desk.session.merge_reports
        desk.jobs.run(desk.notifier, lambda _job: reports.mark_read(report), lambda _nothing: None)

    def _go(self, record: bytes) -> None:
        self.record_requested.emit(record)
        self.accept()
