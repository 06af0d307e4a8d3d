"""A text to be read, in which places are marked."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit

from innolab_desktop.ui.theme.tokens import Tone
from innolab_desktop.ui.visible_text import visible_text
from innolab_desktop.ui.widgets.text_area import TextArea

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QWidget

    from innolab_desktop.ui.theme.theme import Theme


class MarkedText(TextArea):
    """Shows a text and marks spans of it, by ground and underline: never by colour alone.

    Args:
        name: what screen readers call it; they are also told the marked words.
        spans: start and end of each place, in characters of *text*, in order.
    """

    def __init__(
        self,
        theme: Theme,
        name: str,
        text: str,
        spans: Sequence[tuple[int, int]],
        parent: QWidget | None = None,
    ) -> None:
        self._height_px = 0
        super().__init__(1, parent)
        self._theme = theme
        self._places: list[tuple[int, int]] = []
        self.setReadOnly(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(name)
        words = ", ".join(visible_text(text[start:end]) for start, end in spans)
        if words:
            self.setAccessibleDescription(self.tr("Markiert: {0}").format(words))
        self.setPlainText(self._shown(text, spans))
        self._mark()
        theme.changed.connect(self._mark)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take the rows that the text needs at the new width."""
        super().resizeEvent(event)
        self._follow_text()

    def _follow_text(self) -> None:
        """Ask for the height of the whole text: what leaves is read without scrolling."""
        document = self.document()
        layout, block = document.documentLayout(), document.begin()
        needed_px = 2 * document.documentMargin()
        while block.isValid():
            needed_px += layout.blockBoundingRect(block).height()
            block = block.next()
        height_px = math.ceil(needed_px) + self.height() - self.viewport().height()
        if height_px != self._height_px:
            self._height_px = height_px
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Return the height of the whole text."""
        return QSize(super().sizeHint().width(), self._height_px)

    def _shown(self, text: str, spans: Sequence[tuple[int, int]]) -> str:
        """Return what is shown and note where the marks are: hidden characters take more room."""
        shown, done = "", 0
        for start, end in spans:
            shown += visible_text(text[done:start])
            first = _qt_length(shown)
            shown += visible_text(text[start:end])
            self._places.append((first, _qt_length(shown)))
            done = end
        return shown + visible_text(text[done:])

    def _mark(self) -> None:
        ink, ground = self._theme.tokens.tone(Tone.WARN)
        look = QTextCharFormat()
        look.setForeground(QColor(ink))
        look.setBackground(QColor(ground))
        look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
        look.setUnderlineColor(QColor(ink))
        marks: list[QTextEdit.ExtraSelection] = []
        for first, last in self._places:
            mark = QTextEdit.ExtraSelection()
            cursor = QTextCursor(self.document())
            cursor.setPosition(first)
            cursor.setPosition(last, QTextCursor.MoveMode.KeepAnchor)
            mark.cursor = cursor
            mark.format = look
            marks.append(mark)
        self.setExtraSelections(marks)


def _qt_length(text: str) -> int:
    """Return the length as Qt counts it: in UTF-16 units."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
