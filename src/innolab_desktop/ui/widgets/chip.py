"""The status chip: icon, word and tint; never colour alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from innolab_desktop.ui.theme.fonts import TypeSize, scaled_font
from innolab_desktop.ui.theme.tokens import Tone
from innolab_desktop.ui.visible_text import single_line

if TYPE_CHECKING:
    from innolab_desktop.ui.theme.theme import Theme

_ICONS = {
    Tone.OK: "circle-check",
    Tone.WARN: "clock",
    Tone.BAD: "alert-triangle",
    Tone.INFO: "info-circle",
}


def chip_size(text: str, metrics: QFontMetrics) -> QSize:
    """Return the size of a chip with *text*."""
    height = round(metrics.height() * 1.25)
    return QSize(metrics.horizontalAdvance(text) + round(height * 1.6), height)


def paint_chip(painter: QPainter, theme: Theme, at: QPointF, text: str, tone: Tone) -> None:
    """Paint a chip with its upper left corner at *at*, in the painter's font."""
    metrics = painter.fontMetrics()
    size = chip_size(text, metrics)
    box = QRectF(at, size.toSizeF()).adjusted(0.5, 0.5, -0.5, -0.5)
    ink, ground = theme.tokens.tone(tone)
    outlined = ground == theme.tokens.base and theme.tokens.selection_is_accent
    painter.setPen(QPen(QColor(ink), 1) if outlined else Qt.PenStyle.NoPen)
    painter.setBrush(QColor(ground))
    painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
    side = metrics.ascent()
    ratio = painter.device().devicePixelRatioF()
    icon = theme.pixmap(_ICONS[tone], side, ink, ratio)
    height = size.height()
    painter.drawPixmap(QPointF(at.x() + height * 0.35, at.y() + (height - side) / 2), icon)
    painter.setPen(QColor(ink))
    words = box.adjusted(height * 0.55 + side, 0, 0, 0)
    painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, text)


class Chip(QWidget):
    """A status with icon, word and tint."""

    def __init__(self, theme: Theme, text: str, tone: Tone, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._text = ""
        self._tone = tone
        self.setProperty("accessibleRole", "graphic")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._scale()
        self.set_status(text, tone)
        theme.changed.connect(self.update)

    def set_status(self, text: str, tone: Tone) -> None:
        """Show *text* in *tone*."""
        self._text, self._tone = single_line(text), tone
        self.setAccessibleName(self.tr("Status: {0}").format(self._text))
        self.updateGeometry()
        self.update()

    @property
    def text(self) -> str:
        """The word shown."""
        return self._text

    def sizeHint(self) -> QSize:
        """Return the size of icon and word."""
        return chip_size(self._text, self.fontMetrics())

    def minimumSizeHint(self) -> QSize:
        """Return the size hint: a status is never cut."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the chip in the theme's colours."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self.font())
        paint_chip(painter, self._theme, QPointF(0, 0), self._text, self._tone)
        painter.end()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the application's font, which changes together with the style sheet."""
        if event.type() == QEvent.Type.StyleChange:
            self._scale()
        super().changeEvent(event)

    def _scale(self) -> None:
        font = scaled_font(TypeSize.HINT, QFont.Weight.Medium)
        if font != self.font():
            self.setFont(font)
            self.updateGeometry()
