"""Words with chips and buttons at the end of the line, or below them where there is no room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QBoxLayout, QWidget

from innolab_desktop.ui.theme.fonts import em_px
from innolab_desktop.ui.widgets.boxes import panel, row

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QLayout

_WORDS_EM = 18
"""Narrower than this, words break into a column that nobody likes to read."""


class TailRow(QWidget):
    """*words* take the room that *tail* leaves."""

    def __init__(self, words: QLayout, *tail: QWidget) -> None:
        super().__init__()
        self._tail = panel(row(*tail, None, spacing=0.6))
        self._content = row(panel(words), self._tail, spacing=0.6)
        self._content.setStretch(0, 1)
        self.setLayout(self._content)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the tail where there is room for it."""
        super().resizeEvent(event)
        is_narrow = self.width() < em_px(_WORDS_EM) + self._tail.sizeHint().width()
        direction = QBoxLayout.Direction
        self._content.setDirection(direction.TopToBottom if is_narrow else direction.LeftToRight)
