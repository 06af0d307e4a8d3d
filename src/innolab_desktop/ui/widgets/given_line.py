"""Says that IT prescribes something, with the lock beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from innolab_desktop.ui.theme.fonts import TypeSize, em_px
from innolab_desktop.ui.widgets.boxes import column, row
from innolab_desktop.ui.widgets.plain_label import PlainLabel

if TYPE_CHECKING:
    from innolab_desktop.ui.theme.theme import Theme


class GivenLine(QWidget):
    """Hidden while IT prescribes nothing."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._picture = QLabel()
        self._words = PlainLabel(size=TypeSize.META)
        self._words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        content = row(column(self._picture, None), self._words, spacing=0.35)
        content.setStretch(1, 1)
        self.setLayout(content)
        self.hide()
        theme.changed.connect(self._restyle)
        self._restyle()

    @property
    def words(self) -> str:
        """What is shown."""
        return self._words.text()

    def show_words(self, words: str) -> None:
        """Show *words*; nothing if they are empty."""
        self._words.setText(words)
        self.setVisible(bool(words))

    def _restyle(self) -> None:
        ratio = self.devicePixelRatioF()
        self._picture.setPixmap(
            self._theme.pixmap("lock", em_px(1), self._theme.tokens.muted, ratio)
        )
