"""Paints the rows of the navigation."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from innolab_desktop.ui.theme.fonts import TypeSize, scaled_font

if TYPE_CHECKING:
    from innolab_desktop.ui.theme.theme import Theme

_Index = QModelIndex | QPersistentModelIndex


class NavRole(IntEnum):
    """What the delegate asks the model for."""

    ICON = Qt.ItemDataRole.UserRole
    WAITING = Qt.ItemDataRole.UserRole + 1


class NavDelegate(QStyledItemDelegate):
    """One row: icon, name, and a badge with the number of waiting things."""

    def __init__(self, view: QAbstractItemView, theme: Theme) -> None:
        super().__init__(view)
        self._view = view
        self._theme = theme
        self.compact = False

    def sizeHint(self, _option: QStyleOptionViewItem, _index: _Index) -> QSize:
        """Return the size of a row."""
        em = self._view.fontMetrics().height()
        return QSize(em * (3 if self.compact else 11), round(em * 2.15))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint one row."""
        em = self._view.fontMetrics().height()
        state = option.state
        rect = QRectF(option.rect)
        selected = bool(state & QStyle.StateFlag.State_Selected)
        hovered = bool(state & QStyle.StateFlag.State_MouseOver)
        box = rect.adjusted(em * 0.35, 1, -em * 0.35, -1)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, box, selected=selected, hovered=hovered)
        tokens = self._theme.tokens
        colour = tokens.soft_text if selected else tokens.text
        side = round(em * 1.2)
        left = box.center().x() - side / 2 if self.compact else box.x() + em * 0.65
        ratio = painter.device().devicePixelRatioF()
        icon = self._theme.pixmap(str(index.data(NavRole.ICON)), side, colour, ratio)
        painter.drawPixmap(QPointF(left, box.center().y() - side / 2), icon)
        waiting = int(index.data(NavRole.WAITING))
        if self.compact:
            if waiting:
                self._paint_dot(painter, left + side, box.center().y() - side / 2, em)
        else:
            weight = QFont.Weight.DemiBold if selected else QFont.Weight.Normal
            painter.setFont(scaled_font(TypeSize.BODY, weight))
            painter.setPen(QColor(colour))
            name = box.adjusted(em * 1.25 + side, 0, -em * 0.4, 0)
            painter.drawText(name, Qt.AlignmentFlag.AlignVCenter, str(index.data()))
            if waiting:
                self._paint_badge(painter, box, waiting, em)
        painter.restore()

    def _paint_ground(
        self, painter: QPainter, box: QRectF, *, selected: bool, hovered: bool
    ) -> None:
        tokens = self._theme.tokens
        if selected or hovered:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.soft if selected else tokens.alternate))
            painter.drawRoundedRect(box, 6, 6)
        if not selected:
            return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.accent))
        height = box.height()
        painter.drawRoundedRect(
            QRectF(box.x(), box.y() + height * 0.22, 3, height * 0.56), 1.5, 1.5
        )
        if self._view.hasFocus():
            inset = 4 if tokens.selection_is_accent else 1
            ring = tokens.on_accent if tokens.selection_is_accent else tokens.accent
            painter.setPen(QPen(QColor(ring), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(inset, inset, -inset, -inset), 6, 6)

    def _paint_dot(self, painter: QPainter, x: float, y: float, em: int) -> None:
        painter.setPen(QPen(QColor(self._theme.tokens.base), 1.5))
        painter.setBrush(QColor(self._theme.tokens.accent))
        diameter = em * 0.5
        painter.drawEllipse(QRectF(x - diameter * 0.6, y - diameter * 0.3, diameter, diameter))

    def _paint_badge(self, painter: QPainter, box: QRectF, waiting: int, em: int) -> None:
        metrics = QFontMetrics(painter.font())
        height = metrics.height()
        width = max(float(height), metrics.horizontalAdvance(str(waiting)) + height * 0.6)
        left = box.right() - width - em * 0.5
        badge = QRectF(left, box.center().y() - height / 2, width, height)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._theme.tokens.accent))
        painter.drawRoundedRect(badge, height / 2, height / 2)
        painter.setPen(QColor(self._theme.tokens.on_accent))
        painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, str(waiting))
