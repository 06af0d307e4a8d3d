"""How a cell looks: its text, what is said about it, and where the keyboard is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPen

from innolab_desktop.ui.pages.children.child_rows import CellRole
from innolab_desktop.ui.theme.fonts import TypeSize, em_px, scaled_font
from innolab_desktop.ui.theme.tokens import Tone

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter
    from PySide6.QtWidgets import QAbstractItemView, QStyleOptionViewItem

    from innolab_desktop.ui.theme.theme import Theme

_Index = QModelIndex | QPersistentModelIndex
_BESIDE_EM, _ABOVE_EM = 0.45, 0.4
_MOST_LETTERS: Final = 180
_WRAPPED: Final = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop


class CellPainting:
    """Paints the cells of one table in the colours of the theme."""

    def __init__(self, view: QAbstractItemView, theme: Theme) -> None:
        self._view = view
        self._theme = theme

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: _Index, editor_px: int = 0
    ) -> None:
        """Paint one cell; an editor of *editor_px* shows the text instead, if there is one."""
        tokens, rect = self._theme.tokens, option.rect
        is_current = index == self._view.currentIndex()
        painter.save()
        is_filled = is_current and not index.data(CellRole.NOTE)  # what is said keeps its contrast
        if is_filled:
            painter.fillRect(rect, QColor(tokens.soft))
        room = self._room(rect)
        text_px = max(0, editor_px - em_px(_ABOVE_EM))
        if not editor_px:
            ink = tokens.muted if index.data(CellRole.IS_HINT) else tokens.text
            on_accent = is_filled and tokens.selection_is_accent
            painter.setPen(QColor(tokens.soft_text if on_accent else ink))
            painter.setFont(scaled_font(TypeSize.BODY))
            painter.drawText(room, int(_WRAPPED), _shown(index))
            text_px = self._text_px(room.width(), index)
        self._paint_note(painter, room, index, text_px)
        if is_current and self._view.hasFocus():
            on_accent = is_filled and tokens.selection_is_accent
            painter.setPen(QPen(QColor(tokens.on_accent if on_accent else tokens.accent), 2))
            painter.drawRect(rect.adjusted(1, 1, -2, -2))
        painter.restore()

    def size(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Return the room that a cell needs at the width of its column."""
        width = self._room(option.rect).width()
        around = 2 * em_px(_ABOVE_EM)
        height = self._text_px(width, index) + self.note_height_px(option, index) + around
        return QSize(option.rect.width(), height)

    def note_height_px(self, option: QStyleOptionViewItem, index: _Index) -> int:
        """Return how high the sentence below the text is; 0 without one."""
        note = index.data(CellRole.NOTE)
        if not note:
            return 0
        metrics = QFontMetrics(scaled_font(TypeSize.HINT))
        room = QRect(0, 0, self._room(option.rect).width(), 0)
        return metrics.boundingRect(room, int(_WRAPPED), str(note)).height() + em_px(0.2)

    def _paint_note(self, painter: QPainter, room: QRect, index: _Index, below_px: int) -> None:
        note, tone = index.data(CellRole.NOTE), index.data(CellRole.TONE)
        if not note or not tone:
            return
        painter.setPen(QColor(self._theme.tokens.tone(Tone(tone)).ink))
        painter.setFont(scaled_font(TypeSize.HINT))
        painter.drawText(room.adjusted(0, below_px, 0, 0), int(_WRAPPED), str(note))

    def _text_px(self, width: int, index: _Index) -> int:
        metrics = QFontMetrics(scaled_font(TypeSize.BODY))
        around = metrics.boundingRect(QRect(0, 0, width, 0), int(_WRAPPED), _shown(index))
        return max(around.height(), metrics.height())

    @staticmethod
    def _room(rect: QRect) -> QRect:
        beside, above = em_px(_BESIDE_EM), em_px(_ABOVE_EM)
        return rect.adjusted(beside, above, -beside, -above)


def _shown(index: _Index) -> str:
    text = str(index.data(Qt.ItemDataRole.DisplayRole) or "")
    return text if len(text) <= _MOST_LETTERS else f"{text[:_MOST_LETTERS].rstrip()} …"
