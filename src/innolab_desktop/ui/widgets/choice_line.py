"""A check box or radio button whose text wraps."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QRadioButton, QSizePolicy, QWidget

from innolab_desktop.ui.theme.fonts import em_px
from innolab_desktop.ui.widgets.boxes import row
from innolab_desktop.ui.widgets.plain_label import PlainLabel

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPaintEvent

    from innolab_desktop.ui.theme.theme import Theme

_SMALLEST_TARGET_PX = 24
_BACK = frozenset({Qt.Key.Key_Up, Qt.Key.Key_Left})
_ON = frozenset({Qt.Key.Key_Down, Qt.Key.Key_Right})
_TABBED = frozenset({Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason})


class ChoiceLine(QWidget):
    """One answer: the button and, beside it, its text; a click on either chooses it."""

    toggled = Signal(bool)

    def __init__(
        self,
        theme: Theme,
        text: str,
        tip: str = "",
        *,
        exclusive: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.button: QAbstractButton = _RadioMark(theme) if exclusive else _CheckMark(theme)
        self.button.setAccessibleName(text)
        self._label = PlainLabel(text)
        self._label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        if tip:
            self.setToolTip(escape(tip))
            self.button.setAccessibleDescription(tip)
        content = row(self.button, self._label, spacing=0.2)
        content.setStretch(1, 1)
        content.setAlignment(self.button, Qt.AlignmentFlag.AlignTop)
        self.setLayout(content)
        self.button.toggled.connect(self.toggled)

    @property
    def is_checked(self) -> bool:
        """Whether the answer is chosen."""
        return self.button.isChecked()

    def set_checked(self, checked: bool) -> None:  # noqa: FBT001 - a setter in Qt's manner
        """Choose the answer, or not."""
        self.button.setChecked(checked)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the answer by its text."""
        if event.button() == Qt.MouseButton.LeftButton and self.button.isEnabled():
            self.button.setFocus(Qt.FocusReason.MouseFocusReason)
            self.button.click()


def _mark_size() -> QSize:
    side = max(_SMALLEST_TARGET_PX, em_px(1.5))
    return QSize(side, side)


def _paint_mark(button: QAbstractButton, theme: Theme, *, is_round: bool) -> None:
    tokens = theme.tokens
    painter = QPainter(button)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    outer = QRectF(button.rect()).adjusted(1, 1, -1, -1)
    side = min(outer.width(), outer.height()) * 0.68
    box = QRectF(0, 0, side, side)
    box.moveCenter(outer.center())
    checked, enabled = button.isChecked(), button.isEnabled()
    fill = tokens.accent if checked and enabled else tokens.base
    painter.setPen(QPen(QColor(tokens.accent if checked and enabled else tokens.border), 1.4))
    painter.setBrush(QColor(fill))
    radius = side / 2 if is_round else 3.0
    painter.drawRoundedRect(box, radius, radius)
    if checked:
        ink = tokens.on_accent if enabled else tokens.muted
        if is_round:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(ink))
            painter.drawEllipse(box.center(), side * 0.22, side * 0.22)
        else:
            tick = round(side)
            pixmap = theme.pixmap("check", tick, ink, button.devicePixelRatioF())
            painter.drawPixmap(QPointF(box.x(), box.y()), pixmap)
    if button.hasFocus():
        painter.setPen(QPen(QColor(tokens.accent), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(outer, 5, 5)
    painter.end()


class _CheckMark(QCheckBox):
    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        return _mark_size()

    def minimumSizeHint(self) -> QSize:
        return _mark_size()

    def hitButton(self, position: QPoint) -> bool:
        return self.rect().contains(position)

    def paintEvent(self, _event: QPaintEvent) -> None:
        _paint_mark(self, self._theme, is_round=False)


class _RadioMark(QRadioButton):
    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        return _mark_size()

    def minimumSizeHint(self) -> QSize:
        return _mark_size()

    def hitButton(self, position: QPoint) -> bool:
        return self.rect().contains(position)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Let Tab, from either side, reach the answer that is chosen."""
        super().focusInEvent(event)
        group = self.group()
        chosen = group.checkedButton() if group else None
        if chosen is not None and chosen is not self and event.reason() in _TABBED:
            chosen.setFocus(event.reason())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose what an arrow key leads to, also where nothing was chosen before.

        Where nothing lies in the direction of the arrow, the next answer or the one before is
        meant: up and down work in a row, too.
        """
        super().keyPressEvent(event)
        reached = self.window().focusWidget()
        group, key = self.group(), event.key()
        if reached is self and group and key in _BACK | _ON:
            buttons = group.buttons()
            answers = [button for button in buttons if button.isEnabled()]
            place = answers.index(self) + (1 if key in _ON else -1)
            reached = answers[min(max(place, 0), len(answers) - 1)]
            reached.setFocus(Qt.FocusReason.OtherFocusReason)
        if reached is not self and isinstance(reached, _RadioMark) and not reached.isChecked():
            reached.click()

    def paintEvent(self, _event: QPaintEvent) -> None:
        _paint_mark(self, self._theme, is_round=True)
