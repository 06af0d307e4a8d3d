"""The choice from a list; never editable, never changed by a passing wheel."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QComboBox, QSizePolicy, QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QWheelEvent

    from innolab_desktop.ui.theme.theme import Theme


class ComboBox(QComboBox):
    """A combo box that paints its arrow in the theme's colours."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def minimumSizeHint(self) -> QSize:
        """Return a height that never cuts letters."""
        hint = super().minimumSizeHint()
        return QSize(hint.width(), max(hint.height(), round(self.fontMetrics().height() * 1.8)))

    def sizeHint(self) -> QSize:
        """Return the height of the other fields."""
        hint = super().sizeHint()
        return QSize(hint.width(), max(hint.height(), round(self.fontMetrics().height() * 1.8)))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page unless the person is in the field."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the field and its arrow."""
        super().paintEvent(event)
        side = round(self.fontMetrics().height() * 0.9)
        tokens = self._theme.tokens
        colour = tokens.text if self.isEnabled() else tokens.muted
        painter = QPainter(self)
        arrow = self._theme.pixmap("chevron-down", side, colour, self.devicePixelRatioF())
        at = QPointF(self.width() - side * 1.6, (self.height() - side) / 2)
        painter.drawPixmap(at, arrow)
        painter.end()
