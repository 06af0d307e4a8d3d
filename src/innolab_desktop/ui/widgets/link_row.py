"""A line that leads somewhere: icon, text, and a date or status at the right."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtWidgets import QSizePolicy, QToolButton, QWidget

from innolab_desktop.ui.theme.fonts import em_px
from innolab_desktop.ui.visible_text import single_line, without_mnemonic
from innolab_desktop.ui.widgets.boxes import row
from innolab_desktop.ui.widgets.muted import Muted

if TYPE_CHECKING:
    from innolab_desktop.ui.theme.theme import Theme


_GAP: Final = "\N{EN SPACE}"


class LinkRow(QWidget):
    """A flat button over the whole width; ``button`` is what is clicked."""

    def __init__(self, theme: Theme, icon: str, text: str, note: str = "") -> None:
        super().__init__()
        self._theme = theme
        self._icon = icon
        self._text = single_line(text)
        self.button = QToolButton()
        self.button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.button.setAutoRaise(True)
        self.button.setText(_GAP + without_mnemonic(self._text))
        self.button.setAccessibleName(f"{self._text}, {note}" if note else self._text)
        self.button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        self.button.setMinimumWidth(em_px(6))
        self.button.installEventFilter(self)
        content = row(self.button)
        content.setStretch(0, 1)
        if note:
            content.addWidget(Muted(note, wrap=False))
        self.setLayout(content)
        self._restyle()
        theme.changed.connect(self._restyle)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Shorten the text to the room that the button has."""
        if event.type() == QEvent.Type.Resize:
            self._shorten()
        return super().eventFilter(watched, event)

    def _shorten(self) -> None:
        metrics = self.button.fontMetrics()
        written = self.button.text().replace("&&", "&")
        around_px = self.button.sizeHint().width() - metrics.horizontalAdvance(written)
        room_px = max(0, self.button.width() - around_px - metrics.horizontalAdvance(_GAP))
        shown = metrics.elidedText(self._text, Qt.TextElideMode.ElideRight, room_px)
        self.button.setText(_GAP + without_mnemonic(shown))

    def _restyle(self) -> None:
        side = em_px(1.1)
        self.button.setIconSize(QSize(side, side))
        self.button.setIcon(self._theme.icon(self._icon, side))
        self._shorten()
