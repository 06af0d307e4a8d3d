"""The menu of a field: suggestions for the word at the cursor, then what the field offers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QTextCursor
from PySide6.QtWidgets import QLineEdit, QMenu, QPlainTextEdit

from innolab_desktop.domain.spelled_words import SpelledWord, word_at
from innolab_desktop.ui.spelling.spell_marks import LineMarks, TextMarks
from innolab_desktop.ui.visible_text import without_mnemonic

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QAction

    from innolab_desktop.ui.spelling.spell_desk import SpellDesk
    from innolab_desktop.ui.theme.theme import Theme

_BY_MOUSE: Final = QContextMenuEvent.Reason.Mouse


class SpellMenu(QObject):
    """Puts suggestions above the usual menu, for the mouse and for Shift+F10 alike."""

    def __init__(
        self, field: QPlainTextEdit | QLineEdit, desk: SpellDesk, marks: TextMarks | LineMarks
    ) -> None:
        super().__init__(field)
        self.marks = marks
        self._field = field
        self._desk = desk
        self.menu: QMenu | None = None
        field.installEventFilter(self)
        if isinstance(field, QPlainTextEdit):
            field.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Show the own menu where a misspelled word is asked about."""
        if event.type() == QEvent.Type.ContextMenu and isinstance(event, QContextMenuEvent):
            return self._open(event)
        return super().eventFilter(watched, event)

    def _open(self, event: QContextMenuEvent) -> bool:
        found = self._word(event)
        if found is None or self._field.isReadOnly() or not self._desk.is_wrong(found.word):
            return False
        menu = self._field.createStandardContextMenu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        first = menu.actions()[0] if menu.actions() else None
        waiting = self._insert(menu, first, self.tr("Vorschläge werden gesucht …"))
        waiting.setEnabled(False)
        keep = self._insert(menu, first, self.tr("„{0}“ merken").format(found.word))
        keep.triggered.connect(lambda: self._desk.remember(found.word))
        if first is not None:
            menu.insertSeparator(first)
        self._desk.suggest(menu, found.word, lambda words: self._offer(menu, waiting, found, words))
        self.menu = menu
        menu.popup(self._place(event))
        return True

    def _offer(
        self, menu: QMenu, waiting: QAction, found: SpelledWord, words: tuple[str, ...]
    ) -> None:
        if not words:
            waiting.setText(self.tr("Keine Vorschläge"))
            return
        for word in words:
            shown = self._insert(menu, waiting, word)
            shown.triggered.connect(self._replacer(found, word))
        waiting.setVisible(False)
        menu.setActiveAction(menu.actions()[0])

    def _replacer(self, found: SpelledWord, word: str) -> Callable[[], None]:
        return lambda: self._replace(found, word)

    def _insert(self, menu: QMenu, before: QAction | None, text: str) -> QAction:
        action = menu.addAction(without_mnemonic(text))
        if before is not None:
            menu.insertAction(before, action)
        return action

    def _replace(self, found: SpelledWord, word: str) -> None:
        """Put *word* in place of the misspelled one; the text's own undo takes it back."""
        end = found.start + len(found.word)
        if isinstance(self._field, QLineEdit):
            if self._field.text()[found.start : end] == found.word:
                self._field.setSelection(found.start, len(found.word))
                self._field.insert(word)
                self._field.textEdited.emit(self._field.text())
            return
        cursor = self._field.textCursor()
        cursor.setPosition(found.start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        if cursor.selectedText() == found.word:
            cursor.insertText(word)
            self._field.setTextCursor(cursor)

    def _word(self, event: QContextMenuEvent) -> SpelledWord | None:
        """Return the word under the mouse, or at the cursor for the keyboard, by document."""
        by_mouse = event.reason() is _BY_MOUSE
        if isinstance(self._field, QLineEdit):
            line = self._field
            at = line.cursorPositionAt(event.pos()) if by_mouse else line.cursorPosition()
            return word_at(line.text(), at)
        area = self._field
        cursor = area.cursorForPosition(event.pos()) if by_mouse else area.textCursor()
        block = cursor.block()
        found = word_at(block.text(), cursor.positionInBlock())
        return found and SpelledWord(block.position() + found.start, found.word)

    def _place(self, event: QContextMenuEvent) -> QPoint:
        if event.reason() is _BY_MOUSE:
            return event.globalPos()
        if isinstance(self._field, QPlainTextEdit):
            return self._field.viewport().mapToGlobal(self._field.cursorRect().bottomLeft())
        return self._field.mapToGlobal(self._field.rect().bottomLeft())


def check_spelling(field: QPlainTextEdit | QLineEdit, desk: SpellDesk, theme: Theme) -> SpellMenu:
    """Mark misspelled words of *field* and offer suggestions for them."""
    if isinstance(field, QPlainTextEdit):
        return SpellMenu(field, desk, TextMarks(field.document(), desk, theme))
    marks = LineMarks(field, desk, theme)
    marks.mark()
    return SpellMenu(field, desk, marks)
