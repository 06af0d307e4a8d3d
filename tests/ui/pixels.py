"""What is really painted: pixels of a window and the contrast between them."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QColor, QImage

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


def luminance(colour: QColor) -> float:
    def channel(value: float) -> float:
        return value / 12.92 if value <= 0.03928 else ((value + 0.055) / 1.055) ** 2.4

    return (
        0.2126 * channel(colour.redF())
        + 0.7152 * channel(colour.greenF())
        + 0.0722 * channel(colour.blueF())
    )


def contrast_ratio(first: QColor, second: QColor) -> float:
    dark, light = sorted((luminance(first), luminance(second)))
    return (light + 0.05) / (dark + 0.05)


def visible_rect(widget: QWidget) -> QRect:
    """The part that no ancestor cuts off; ``visibleRegion`` would also subtract children."""
    rect, current = QRect(widget.rect()), widget
    while not current.isWindow() and (parent := current.parentWidget()) is not None:
        rect = rect.intersected(QRect(widget.mapFrom(parent, QPoint(0, 0)), parent.size()))
        current = parent
    return rect


def pixels(widget: QWidget, rect: QRect) -> Counter[int]:
    """Grabbed from the window: a transparent widget alone would be measured on black."""
    shown = visible_rect(widget).intersected(rect)
    if shown.isEmpty():
        return Counter()
    window = widget.window()
    area = QRect(widget.mapTo(window, shown.topLeft()), shown.size())
    image = window.grab(area).toImage().convertToFormat(QImage.Format.Format_RGB32)
    return Counter(memoryview(image.constBits()).cast("I"))


def measured_contrast(widget: QWidget, rect: QRect) -> float | None:
    """The strongest ink against the commonest colour; antialiasing only lowers it."""
    counts = pixels(widget, rect)
    if len(counts) < 2:
        return None
    ground = QColor.fromRgb(counts.most_common(1)[0][0])
    return max(
        contrast_ratio(ground, QColor.fromRgb(colour))
        for colour, count in counts.items()
        if count >= 2 or len(counts) < 4
    )
