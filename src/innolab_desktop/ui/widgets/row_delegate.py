"""Paints two-line rows with a status."""

from __future__ import annotations

from dataclasses import dataclass
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
from innolab_desktop.ui.widgets.chip import chip_size, paint_chip

if TYPE_CHECKING:
    from innolab_desktop.ui.theme.theme import Theme
    from innolab_desktop.ui.theme.tokens import Tone

_Index = QModelIndex | QPersistentModelIndex


class RowRole(IntEnum):
    """What the delegate asks the model for: a `ListRow` or None while the row is fetched."""

    ROW = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class ListRow:
    """What one row shows."""

    title: str
    meta: str = ""
    status: str = ""
    tone: Tone | None = None

    def spoken(self, status_word: str) -> str:
        """Return the row as one sentence for a screen reader."""
        parts = [self.title, self.meta]
        if self.status:
            parts.append(f"{status_word}: {self.status}")
        return ". ".join(part for part in parts if part)


class RowDelegate(QStyledItemDelegate):
    """A title, a line about it, and a status chip."""

    def __init__(self, view: QAbstractItemView, theme: Theme, *, has_status: bool = True) -> None:
        super().__init__(view)
        self._view = view
        self._theme = theme
        self._height_em = 4.75 if has_status else 3.2

    def sizeHint(self, _option: QStyleOptionViewItem, _index: _Index) -> QSize:
        """Return the size of a row."""
        em = self._view.fontMetrics().height()
        return QSize(em * 12, round(em * self._height_em))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint one row."""
        state = option.state
        rect = QRectF(option.rect)
        selected = bool(state & QStyle.StateFlag.State_Selected)
        hovered = bool(state & QStyle.StateFlag.State_MouseOver)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, rect, selected=selected, hovered=hovered)
        row = index.data(RowRole.ROW)
        if isinstance(row, ListRow):
            self._paint_words(painter, rect, row, selected=selected)
        painter.restore()

    def _paint_ground(
        self, painter: QPainter, rect: QRectF, *, selected: bool, hovered: bool
    ) -> None:
        tokens = self._theme.tokens
        if selected:
            painter.fillRect(rect, QColor(tokens.soft))
            painter.fillRect(QRectF(rect.x(), rect.y(), 3, rect.height()), QColor(tokens.accent))
        elif hovered:
            painter.fillRect(rect, QColor(tokens.alternate))
        painter.setPen(QPen(QColor(tokens.line), 1))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        if selected and self._view.hasFocus():
            inset = 4 if tokens.selection_is_accent else 1
            ring = tokens.on_accent if tokens.selection_is_accent else tokens.accent
            painter.setPen(QPen(QColor(ring), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(rect.adjusted(inset, inset, -inset, -inset))

    def _paint_words(
        self, painter: QPainter, rect: QRectF, row: ListRow, *, selected: bool
    ) -> None:
        em, tokens = self._view.fontMetrics().height(), self._theme.tokens
        on_accent = selected and tokens.selection_is_accent
        left, width = rect.x() + em * 0.9, rect.width() - em * 1.6
        lines = (
            (row.title, TypeSize.BODY, QFont.Weight.DemiBold, tokens.text, 0.5),
            (row.meta, TypeSize.META, QFont.Weight.Normal, tokens.muted, 1.65),
        )
        for text, size, weight, colour, top_em in lines:
            font = scaled_font(size, weight)
            painter.setFont(font)
            painter.setPen(QColor(tokens.soft_text if on_accent else colour))
            shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, int(width))
            line = QRectF(left, rect.y() + em * top_em, width, em * 1.2)
            painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, shown)
        if row.status and row.tone is not None:
            font = scaled_font(TypeSize.HINT, QFont.Weight.Medium)
            painter.setFont(font)
            metrics = QFontMetrics(font)
            room = int(width) - chip_size("", metrics).width()
            shown = metrics.elidedText(row.status, Qt.TextElideMode.ElideRight, room)
            paint_chip(painter, self._theme, QPointF(left, rect.y() + em * 3.05), shown, row.tone)
