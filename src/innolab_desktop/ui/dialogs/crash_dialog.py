"""Something unexpected: what to do, and a report to hand on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication

from innolab_desktop.ui.dialogs.base_dialog import BaseDialog
from innolab_desktop.ui.widgets.boxes import column
from innolab_desktop.ui.widgets.button import Button
from innolab_desktop.ui.widgets.plain_label import PlainLabel
from innolab_desktop.ui.widgets.text_area import TextArea

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from innolab_desktop.ui.theme.theme import Theme


class CrashDialog(BaseDialog):
    """Shows a report without record content and copies it."""

    def __init__(self, parent: QWidget | None, theme: Theme, report: str) -> None:
        super().__init__(parent, theme, self.tr("Das hätte nicht passieren dürfen"))
        self._report = TextArea(rows=4)
        self._report.setPlainText(report)
        self._report.setReadOnly(True)
        self._report.setAccessibleName(self.tr("Fehlerbericht"))
        copy = Button(theme, self.tr("Bericht kopieren"), "copy")
        copy.clicked.connect(self._copy)
        close = Button(theme, self.tr("Schließen"), primary=True)
        close.clicked.connect(self.reject)
        text = PlainLabel(
            self.tr(
                "Das Programm ist auf einen unerwarteten Fehler gestoßen. Ihre gespeicherten "
                "Angaben sind davon nicht betroffen. Bitte geben Sie den Bericht an Ihre "
                "Ansprechperson weiter; er enthält keine Inhalte aus dem Tresor."
            )
        )
        self.assemble(column(text, self._report), copy, close, width_em=36)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._report.toPlainText())
