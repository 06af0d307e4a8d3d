"""The field for longer texts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget

from innolab_desktop.ui.file_catcher import local_files

if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData
    from PySide6.QtGui import QWheelEvent

MOST_ROWS = 18


class TextArea(QPlainTextEdit):
    """Several lines of plain text: Tab leaves the field, its height follows the text.

    Args:
        rows: lines shown while there is little text.

    Signals:
        edited: the text is another one; marks below words do not count.
    """

    edited = Signal()

    def __init__(self, rows: int = 3, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = rows
        self._shown_rows = rows
        self._former = ""
        self.textChanged.connect(self._compare)
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().documentLayout().documentSizeChanged.connect(self._follow_text)

    def sizeHint(self) -> QSize:
        """Return the height of the rows shown."""
        em = self.fontMetrics().lineSpacing()
        return QSize(em * 20, round(em * (self._shown_rows + 0.9)))

    def minimumSizeHint(self) -> QSize:
        """Return a width that fits into narrow windows."""
        return QSize(self.fontMetrics().height() * 8, self.sizeHint().height())

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll the page rather than a field that shows all of its text."""
        if self.verticalScrollBar().maximum() == 0:
            event.ignore()
        else:
            super().wheelEvent(event)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:  # noqa: N802 - Qt's name
        """Leave files that are dropped to the window: their names are no text."""
        return not local_files(source) and super().canInsertFromMimeData(source)

    def show_text(self, text: str) -> None:
        """Show another text; that is no edit."""
        blocker = QSignalBlocker(self)
        self.setPlainText(text)
        blocker.unblock()
        self._former = self.toPlainText()

    def _compare(self) -> None:
        text = self.toPlainText()
        if text != self._former:
            self._former = text
            self.edited.emit()

    def _follow_text(self) -> None:
        self.show_rows(round(self.document().documentLayout().documentSize().height()))

    def show_rows(self, lines: int) -> None:
        """Become as high as *lines* need, within limits."""
        rows = min(max(lines, self._rows), MOST_ROWS)
        if rows != self._shown_rows:
            self._shown_rows = rows
            self.updateGeometry()
