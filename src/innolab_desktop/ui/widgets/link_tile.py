"""A button that leads somewhere and says what is there: icon, name, number, and a sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy, QWidget

from innolab_desktop.ui.theme.fonts import em_px
from innolab_desktop.ui.widgets.boxes import column, row
from innolab_desktop.ui.widgets.muted import Muted
from innolab_desktop.ui.widgets.plain_label import PlainLabel

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from innolab_desktop.ui.theme.theme import Theme

_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_ICON_EM = 1.2


class LinkTile(QPushButton):
    """A flat button over the whole width; Return and Space press it.

    Signals:
        stepped: an arrow key wants to go to the former (-1) or the next tile (1).
    """

    stepped = Signal(int)

    def __init__(self, theme: Theme, icon: str, name: str, purpose: str) -> None:
        super().__init__()
        self._theme = theme
        self._icon = icon
        self._name = name
        self._picture = QLabel()
        self._number = Muted(wrap=False)
        title = PlainLabel(name, weight=QFont.Weight.Medium)
        head = row(title, self._number)
        head.setStretch(0, 1)
        content = row(
            column(self._picture, None), column(head, Muted(purpose), spacing=0), spacing=0.6
        )
        content.setStretch(1, 1)
        around = column(content, margins=(0.4, 0.3, 0.4, 0.35))
        self.setLayout(around)
        for label in self.findChildren(QWidget):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setProperty("tile", True)
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.setAccessibleName(name)
        self.setAccessibleDescription(purpose)
        self._restyle()
        theme.changed.connect(self._restyle)

    def show_number(self, number: int, said: str) -> None:
        """Show how many things are there; *said* is that in words."""
        self._number.setText(str(number))
        self.setAccessibleName(f"{self._name}, {said}")

    def sizeHint(self) -> QSize:
        """Return the room that its words want."""
        return self._room(super().sizeHint())

    def minimumSizeHint(self) -> QSize:
        """Return the room that its words need."""
        layout = self.layout()
        return super().minimumSizeHint() if layout is None else layout.minimumSize()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Return press it, and arrow keys go on."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif (step := _STEPS.get(Qt.Key(event.key()))) is not None:
            self.stepped.emit(step)
        else:
            super().keyPressEvent(event)

    def _room(self, without_layout: QSize) -> QSize:
        layout = self.layout()
        return without_layout if layout is None else layout.sizeHint()

    def _restyle(self) -> None:
        side = em_px(_ICON_EM)
        ratio = self.devicePixelRatioF()
        self._picture.setPixmap(
            self._theme.pixmap(self._icon, side, self._theme.tokens.text, ratio)
        )
