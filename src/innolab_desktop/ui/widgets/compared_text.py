"""A text with what is new and what is gone in it, to be read and copied."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final

from PySide6.QtGui import QColor, QFont, QTextCharFormat, QTextCursor

from innolab_desktop.domain.word_differences import Mark
from innolab_desktop.ui.theme.tokens import Tone
from innolab_desktop.ui.visible_text import visible_text
from innolab_desktop.ui.widgets.text_area import MOST_ROWS, TextArea

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QWidget

    from innolab_desktop.domain.word_differences import Piece
    from innolab_desktop.ui.theme.theme import Theme

_LONGEST_SPOKEN: Final = 600
_ROUNDING: Final = 0.05


class ComparedText(TextArea):
    """Shows pieces of a text: new ones underlined, gone ones struck out, both also tinted.

    Args:
        name: what the text is, for screen readers; they are told the changes in words.
    """

    def __init__(
        self,
        theme: Theme,
        pieces: Sequence[Piece],
        name: str,
        *,
        rows: int = 1,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(rows, parent)
        self._theme = theme
        self._pieces = tuple(pieces)
        self.setReadOnly(True)
        self.setAccessibleName(name)
        self.setAccessibleDescription(self._spoken())
        self._paint_pieces()
        theme.changed.connect(self._paint_pieces)

    def _spoken(self) -> str:
        words = {Mark.NEW: self.tr("Neu"), Mark.GONE: self.tr("Entfallen")}
        changes = [
            f"{words[piece.mark]}: {visible_text(piece.text).strip()}"
            for piece in self._pieces
            if piece.mark in words and piece.text.strip()
        ]
        spoken = ". ".join(changes) or self.tr("Keine Unterschiede.")
        return spoken if len(spoken) <= _LONGEST_SPOKEN else spoken[:_LONGEST_SPOKEN] + "…"

    def _paint_pieces(self) -> None:
        self.clear()
        cursor = QTextCursor(self.document())
        for before, piece in zip((None, *self._pieces), self._pieces, strict=False):
            if before is not None and piece.mark is Mark.NEW and before.mark is Mark.GONE:
                cursor.insertText(" ", QTextCharFormat())  # else two words would read as one
            cursor.insertText(visible_text(piece.text), self._format(piece.mark))
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as many rows as the text has at its new width."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        line_px = self.fontMetrics().lineSpacing()
        height_px = 0.0
        block = self.document().firstBlock()
        while block.isValid() and height_px < MOST_ROWS * line_px:
            height_px += self.blockBoundingRect(block).height()
            block = block.next()
        self.show_rows(math.ceil(height_px / line_px - _ROUNDING))

    def _format(self, mark: Mark) -> QTextCharFormat:
        found = QTextCharFormat()
        found.setForeground(QColor(self._theme.tokens.text))
        if mark is Mark.NEW:
            ink, ground = self._theme.tokens.tone(Tone.OK)
            found.setFontUnderline(True)
            found.setFontWeight(QFont.Weight.DemiBold)
        elif mark is Mark.GONE:
            ink, ground = self._theme.tokens.tone(Tone.BAD)
            found.setFontStrikeOut(True)
        else:
            return found
        found.setForeground(QColor(ink))
        found.setBackground(QColor(ground))
        return found
