"""Shows a page of the handbook; everything in it is literal text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import (
    QFont,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextListFormat,
)
from PySide6.QtWidgets import QTextEdit

from innolab_desktop.ui.help.blocks import BlockKind
from innolab_desktop.ui.theme.fonts import TypeSize, em_px, scaled_font
from innolab_desktop.ui.visible_text import visible_text

if TYPE_CHECKING:
    from innolab_desktop.ui.help.blocks import Block
    from innolab_desktop.ui.help.handbook import Topic
    from innolab_desktop.ui.theme.theme import Theme

_HEADINGS = {
    BlockKind.TITLE: (1, TypeSize.TITLE),
    BlockKind.HEADING: (2, TypeSize.HEADING),
    BlockKind.SUBHEADING: (3, TypeSize.BODY),
}
_LISTS = {
    BlockKind.BULLET: QTextListFormat.Style.ListDisc,
    BlockKind.STEP: QTextListFormat.Style.ListDecimal,
}
_LINE_PERCENT = 125


class TopicView(QTextEdit):
    """A text to be read: headings and lists are headings and lists for screen readers, too."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._topic: Topic | None = None
        self._last = BlockKind.PARAGRAPH
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        theme.changed.connect(self._show_again)

    def show_topic(self, topic: Topic) -> None:
        """Show a page from its beginning."""
        self._topic = topic
        self.setAccessibleName(topic.title)
        self.clear()
        self.document().setDocumentMargin(em_px(0.9))
        cursor = QTextCursor(self.document())
        for number, block in enumerate(topic.blocks):
            self._write(cursor, block, is_first=number == 0)
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def minimumSizeHint(self) -> QSize:
        """Return room for some words."""
        return QSize(em_px(10), em_px(3))

    def _show_again(self) -> None:
        if self._topic is not None:
            self.show_topic(self._topic)

    def _write(self, cursor: QTextCursor, block: Block, *, is_first: bool) -> None:
        level, size = _HEADINGS.get(block.kind, (0, TypeSize.BODY))
        shape = QTextBlockFormat()
        shape.setHeadingLevel(level)
        shape.setTopMargin(em_px(0.8 if level else 0.15))
        shape.setBottomMargin(em_px(0.3))
        shape.setLineHeight(
            _LINE_PERCENT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value
        )
        marker = QTextCharFormat()
        marker.setFont(scaled_font(size))
        if is_first:
            cursor.setBlockFormat(shape)
        else:
            cursor.insertBlock(shape, marker)
        self._enlist(cursor, block.kind)
        for span in block.spans:
            is_bold = span.strong or bool(level)
            weight = QFont.Weight.DemiBold if is_bold else QFont.Weight.Normal
            look = QTextCharFormat()
            look.setFont(scaled_font(size, weight))
            cursor.insertText(visible_text(span.text), look)
        self._last = block.kind

    def _enlist(self, cursor: QTextCursor, kind: BlockKind) -> None:
        """Let an item continue the list above it, or begin one."""
        if kind not in _LISTS:
            return
        above = cursor.block().previous().textList() if self._last is kind else None
        if above is not None:
            above.add(cursor.block())
        else:
            cursor.createList(_LISTS[kind])
