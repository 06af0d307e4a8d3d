"""What a list or page shows while there is nothing in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QPixmap
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from innolab_desktop.ui.theme.fonts import TypeSize, em_px
from innolab_desktop.ui.widgets.boxes import column, row
from innolab_desktop.ui.widgets.muted import Muted
from innolab_desktop.ui.widgets.plain_label import PlainLabel

if TYPE_CHECKING:
    from innolab_desktop.ui.theme.theme import Theme


class EmptyState(QWidget):
    """An icon, a sentence, and the one thing to do now."""

    def __init__(
        self,
        theme: Theme,
        icon: str,
        title: str,
        text: str = "",
        action: QPushButton | None = None,
    ) -> None:
        super().__init__()
        self._theme = theme
        self._icon = icon
        self._picture = QLabel()
        self._picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._title = PlainLabel(title, size=TypeSize.HEADING, weight=QFont.Weight.DemiBold)
        self._text = Muted(text)
        for label in (self._title, self._text):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        if not text:
            self._text.hide()
        button_row = [] if action is None else [row(None, action, None)]
        self.setLayout(
            column(None, self._picture, self._title, self._text, *button_row, None, margins=1.3)
        )
        self._restyle()
        theme.changed.connect(self._restyle)

    def set_texts(self, title: str, text: str = "") -> None:
        """Show another sentence."""
        self._title.setText(title)
        self._text.setText(text)
        self._text.setVisible(bool(text))

    def _restyle(self) -> None:
        ratio = self.devicePixelRatioF()
        pixmap: QPixmap = self._theme.pixmap(
            self._icon, em_px(2.4), self._theme.tokens.muted, ratio
        )
        self._picture.setPixmap(pixmap)
