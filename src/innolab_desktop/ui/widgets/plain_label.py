"""A label that shows its text literally and asks for the height it needs."""

from __future__ import annotations

from typing import Literal, TypeAlias

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QWidget

from innolab_desktop.ui.theme.fonts import TypeSize, overshoot_px, scaled_font
from innolab_desktop.ui.visible_text import label_text

Ink: TypeAlias = Literal["", "muted", "ok", "warn", "bad", "info"]


class PlainLabel(QLabel):
    """A word-wrapping label in plain text; never interprets markup.

    Args:
        size: step of the type scale.
        ink: colour from the theme's tokens; empty for that of text.
    """

    def __init__(
        self,
        text: str = "",
        parent: QWidget | None = None,
        *,
        size: TypeSize = TypeSize.BODY,
        weight: QFont.Weight = QFont.Weight.Normal,
        ink: Ink = "",
        wrap: bool = True,
    ) -> None:
        super().__init__(parent)
        self._size = size
        self._weight = weight
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        self._scale()
        self.set_ink(ink)
        self.setText(text)

    def setText(self, text: str) -> None:  # noqa: N802 - Qt's name, so that no caller gets past it
        """Show *text* literally."""
        super().setText(label_text(text))

    def set_size(self, size: TypeSize) -> None:
        """Show the text in another step of the type scale."""
        if size is not self._size:
            self._size = size
            self._scale()
            self.updateGeometry()

    def set_ink(self, ink: Ink) -> None:
        """Show the text in the colour of *ink*."""
        self.setProperty("ink", ink)
        self.style().unpolish(self)
        self.style().polish(self)
        self._scale()  # the style sheet puts back the font that it first met

    def sizeHint(self) -> QSize:
        """Return the size at the present width; Qt guesses a narrow one."""
        if not self.wordWrap():
            return super().sizeHint()
        metrics = self.fontMetrics()
        longest = max(metrics.horizontalAdvance(part) for part in self.text().split("\n"))
        full_px = longest + self._margins_px() + 4
        narrowest_px = metrics.height() * 4
        width_px = full_px
        if self.testAttribute(Qt.WidgetAttribute.WA_Resized) and self.width() > narrowest_px:
            width_px = self.width()
        height_px = self.heightForWidth(max(min(width_px, full_px), narrowest_px))
        return QSize(min(full_px, metrics.height() * 24), height_px)

    def minimumSizeHint(self) -> QSize:
        """Return the width of the longest word and the height that goes with the width."""
        if not self.wordWrap():
            return super().minimumSizeHint()
        metrics = self.fontMetrics()
        words = (metrics.horizontalAdvance(word) for word in self.text().split())
        width_px = min(max(words, default=0), metrics.height() * 20) + self._margins_px() + 2
        if not self.testAttribute(Qt.WidgetAttribute.WA_Resized):
            return QSize(width_px, metrics.height())
        return QSize(width_px, self.heightForWidth(max(self.width(), width_px)))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint text that can be selected like any other: Qt would cut off the dots of "Ö"."""
        is_selectable = self.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByMouse
        if not is_selectable or self.hasSelectedText():
            super().paintEvent(event)
            return
        wrapping = Qt.TextFlag.TextWordWrap.value if self.wordWrap() else 0
        painter = QPainter(self)
        self.style().drawItemText(
            painter,
            self.contentsRect(),
            self.alignment().value | wrapping,
            self.palette(),
            self.isEnabled(),
            self.text(),
            self.foregroundRole(),
        )
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask for another height when the width changed."""
        super().resizeEvent(event)
        if self.wordWrap() and event.oldSize().width() != event.size().width():
            self.updateGeometry()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the application's font, which changes together with the style sheet."""
        if event.type() == QEvent.Type.StyleChange:
            self._scale()
        super().changeEvent(event)

    def _margins_px(self) -> int:
        margins = self.contentsMargins()
        return margins.left() + margins.right()

    def _scale(self) -> None:
        font = scaled_font(self._size, self._weight)
        if font != self.font():
            self.setFont(font)
        around = self.contentsMargins()
        top_px = overshoot_px(self.fontMetrics())
        self.setContentsMargins(around.left(), top_px, around.right(), around.bottom())
