"""Small widgets inside a line, as large as its text; Qt draws its own always in 16 pixels."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtWidgets import QLabel, QStyle, QToolButton

if TYPE_CHECKING:
    from PySide6.QtGui import QPixmap
    from PySide6.QtWidgets import QLineEdit, QWidget

_ICON_LINES = 1.1
_GAP_LINES = 0.35
_MOVES = frozenset({QEvent.Type.Resize, QEvent.Type.FontChange, QEvent.Type.StyleChange})


class InsideLine(QObject):
    """Keeps a widget at one end of a line, and the text out of its way.

    Args:
        is_leading: whether it stands ahead of the text.

    Signals:
        resized: the side of the square that an icon in it should have, in pixels.
    """

    resized = Signal(int)

    def __init__(self, line: QLineEdit, widget: QWidget, *, is_leading: bool = False) -> None:
        super().__init__(line)
        self._line, self._widget, self._is_leading = line, widget, is_leading
        widget.setParent(line)
        line.installEventFilter(self)

    @property
    def icon_px(self) -> int:
        """The side of an icon that fits to the text."""
        return round(self._line.fontMetrics().height() * _ICON_LINES)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the size of the line and of its text."""
        if event.type() in _MOVES:
            self.place()
        return super().eventFilter(watched, event)

    def place(self) -> None:
        """Bring the widget to its end of the line."""
        line, side_px = self._line, self.icon_px
        gap_px = round(line.fontMetrics().height() * _GAP_LINES)
        width_px = side_px + 2 * gap_px
        margins = line.textMargins()
        if self._is_leading:
            margins.setLeft(side_px)
        else:
            margins.setRight(side_px)
        if margins != line.textMargins():
            line.setTextMargins(margins)
        left_px = 0 if self._is_leading else line.width() - width_px
        self._widget.setGeometry(left_px, 1, width_px, line.height() - 2)
        self.resized.emit(side_px)


class ClearButton(QToolButton):
    """The small cross that empties a line; there while something stands in it."""

    def __init__(self, line: QLineEdit) -> None:
        super().__init__(line)
        self._line = line
        self.setAccessibleName(self.tr("Feld leeren"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.setIcon(self.style().standardIcon(QStyle.StandardPixmap.SP_LineEditClearButton))
        self.setVisible(bool(line.text()))
        self._place = InsideLine(line, self)
        self._place.resized.connect(self._scale)
        line.textChanged.connect(self._show_or_hide)
        self.clicked.connect(self._clear)

    def _scale(self, side_px: int) -> None:
        self.setIconSize(QSize(side_px, side_px))

    def _show_or_hide(self, text: str) -> None:
        self.setVisible(bool(text))

    def _clear(self) -> None:
        self._line.clear()
        self._line.textEdited.emit("")


class LeadingIcon(QObject):
    """A picture ahead of the text; it says nothing that the name of the line does not.

    Signals:
        resized: the side that the picture should have, in pixels.
    """

    resized = Signal(int)

    def __init__(self, line: QLineEdit) -> None:
        super().__init__(line)
        self._picture = QLabel()
        self._picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._picture.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._place = InsideLine(line, self._picture, is_leading=True)
        self._place.resized.connect(self.resized)

    @property
    def icon_px(self) -> int:
        """The side that the picture should have."""
        return self._place.icon_px

    def show_picture(self, picture: QPixmap) -> None:
        """Show *picture*."""
        self._picture.setPixmap(picture)
