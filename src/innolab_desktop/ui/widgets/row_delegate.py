"""Paints rows of two or three lines with a status; the words of a search are marked."""

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

from innolab_desktop.domain.word_marks import marked_parts
from innolab_desktop.ui.theme.fonts import TypeSize, scaled_font
from innolab_desktop.ui.theme.tokens import Tone
from innolab_desktop.ui.widgets.chip import chip_size, paint_chip

if TYPE_CHECKING:
    from innolab_desktop.ui.theme.theme import Theme

_Index = QModelIndex | QPersistentModelIndex


class RowRole(IntEnum):
    """What the delegate asks the model for: a `ListRow` or None while the row is fetched."""

    ROW = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class ListRow:
    """What one row shows.

    Attributes:
        excerpt: a line of what the record says, above the line about it.
        words: what was searched for, to be marked.
    """

    title: str
    meta: str = ""
    status: str = ""
    tone: Tone | None = None
    excerpt: str = ""
    words: str = ""

    def spoken(self, status_word: str) -> str:
        """Return the row as one sentence for a screen reader."""
        parts = [self.title, self.excerpt, self.meta]
        if self.status:
            parts.append(f"{status_word}: {self.status}")
        return ". ".join(part.removesuffix(".") for part in parts if part)


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
        has_chip = bool(row.status and row.tone is not None)
        lines = [
            (row.title, TypeSize.BODY, QFont.Weight.DemiBold, tokens.text, 0.5),
            (row.excerpt or row.meta, TypeSize.META, QFont.Weight.Normal, tokens.muted, 1.65),
        ]
        if row.excerpt and not has_chip:
            lines.append((row.meta, TypeSize.HINT, QFont.Weight.Normal, tokens.muted, 2.9))
        for text, size, weight, colour, top_em in lines:
            font = scaled_font(size, weight)
            painter.setFont(font)
            painter.setPen(QColor(tokens.soft_text if on_accent else colour))
            shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, int(width))
            line = QRectF(left, rect.y() + em * top_em, width, em * 1.2)
            self._paint_marked(painter, line, shown, row.words)
        if has_chip and row.tone is not None:
            font = scaled_font(TypeSize.HINT, QFont.Weight.Medium)
            painter.setFont(font)
            metrics = QFontMetrics(font)
            room = int(width) - chip_size("", metrics).width()
            shown = metrics.elidedText(row.status, Qt.TextElideMode.ElideRight, room)
            paint_chip(painter, self._theme, QPointF(left, rect.y() + em * 3.05), shown, row.tone)

    def _paint_marked(self, painter: QPainter, line: QRectF, text: str, words: str) -> None:
        """Paint a line; the words have a ground and are underlined: never by colour alone."""
        if not words:
            painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, text)
            return
        plain, ground = painter.pen(), self._theme.tokens.tone(Tone.WARN)
        rest = QRectF(line)
        for part, is_marked in marked_parts(text, words):
            width = painter.fontMetrics().horizontalAdvance(part)
            if is_marked:
                place = QRectF(rest.x(), rest.y(), width, rest.height())
                painter.fillRect(place, QColor(ground.ground))
                painter.setPen(QPen(QColor(ground.ink), 1))
                painter.drawLine(place.bottomLeft(), place.bottomRight())
            else:
                painter.setPen(plain)
            painter.drawText(rest, Qt.AlignmentFlag.AlignVCenter, part)
            rest.setLeft(rest.x() + width)
