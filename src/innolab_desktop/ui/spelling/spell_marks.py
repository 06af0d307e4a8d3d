"""The red waves: in a text of several lines, and in a line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtGui import (
    QColor,
    QInputMethodEvent,
    QSyntaxHighlighter,
    QTextCharFormat,
    QTextDocument,
)

from innolab_desktop.domain.spelled_words import spelled_words
from innolab_desktop.ui.theme.tokens import Tone

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QLineEdit

    from innolab_desktop.ui.spelling.spell_desk import SpellDesk
    from innolab_desktop.ui.theme.theme import Theme


class TextMarks(QSyntaxHighlighter):
    """Marks a document, paragraph by paragraph as they change."""

    def __init__(self, document: QTextDocument, desk: SpellDesk, theme: Theme) -> None:
        super().__init__(document)
        self._desk = desk
        self._theme = theme
        self._look = _wave(theme)
        desk.learned.connect(self.rehighlight)
        theme.changed.connect(self._restyle)

    def highlightBlock(self, text: str) -> None:
        """Mark the misspelled words of one paragraph."""
        for start, length in _wrong_places(text, self._desk):
            self.setFormat(start, length, self._look)

    def _restyle(self) -> None:
        self._look = _wave(self._theme)
        self.rehighlight()


class LineMarks(QObject):
    """Marks a line; what marks it counts as an input method's underline, not as a change."""

    def __init__(self, line: QLineEdit, desk: SpellDesk, theme: Theme) -> None:
        super().__init__(line)
        self._line = line
        self._desk = desk
        self._theme = theme
        desk.learned.connect(self.mark)
        theme.changed.connect(self.mark)
        line.textChanged.connect(self.mark)

    def mark(self) -> None:
        """Mark the misspelled words."""
        cursor, look = self._line.cursorPosition(), _wave(self._theme)
        kind = QInputMethodEvent.AttributeType.TextFormat
        marks = [
            QInputMethodEvent.Attribute(kind, start - cursor, length, look)
            for start, length in _wrong_places(self._line.text(), self._desk)
        ]
        QCoreApplication.sendEvent(self._line, QInputMethodEvent("", marks))


def _wrong_places(text: str, desk: SpellDesk) -> Iterator[tuple[int, int]]:
    for start, word in spelled_words(text):
        if desk.is_wrong(word):
            yield start, len(word)


def _wave(theme: Theme) -> QTextCharFormat:
    look = QTextCharFormat()
    look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SpellCheckUnderline)
    look.setUnderlineColor(QColor(theme.tokens.tone(Tone.BAD).ink))
    return look
