"""The choice from a list; never editable, never changed by a passing wheel."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtWidgets import (
    QComboBox,
    QSizePolicy,
    QStyle,
    QStyleOptionComboBox,
    QStylePainter,
    QWidget,
)

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QResizeEvent, QWheelEvent

    from innolab_desktop.ui.theme.theme import Theme


class ComboBox(QComboBox):
    """A combo box that paints its arrow in the theme's colours.

    What it has no room for ends with an ellipsis, and is read whole in the tool tip.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)
        self.currentTextChanged.connect(self._tell_whole)

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

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tell what there is no room for any more."""
        super().resizeEvent(event)
        self._tell_whole()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the field, what is chosen, and the arrow."""
        option, controls = self._option(), QStyle.ComplexControl
        option.currentText = self._shown(option)
        painter = QStylePainter(self)
        painter.drawComplexControl(controls.CC_ComboBox, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
        side = round(self.fontMetrics().height() * 0.9)
        tokens = self._theme.tokens
        colour = tokens.text if self.isEnabled() else tokens.muted
        arrow = self._theme.pixmap("chevron-down", side, colour, self.devicePixelRatioF())
        at = QPointF(self.width() - side * 1.6, (self.height() - side) / 2)
        painter.drawPixmap(at, arrow)
        painter.end()

    def _option(self) -> QStyleOptionComboBox:
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        return option

    def _shown(self, option: QStyleOptionComboBox) -> str:
        part = QStyle.SubControl.SC_ComboBoxEditField
        control = QStyle.ComplexControl.CC_ComboBox
        room_px = self.style().subControlRect(control, option, part, self).width() - 2
        elide = Qt.TextElideMode.ElideRight
        return self.fontMetrics().elidedText(self.currentText(), elide, room_px)

    def _tell_whole(self) -> None:
        text = self.currentText()
        self.setToolTip(escape("" if self._shown(self._option()) == text else text))
