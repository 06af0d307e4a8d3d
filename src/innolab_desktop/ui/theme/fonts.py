"""The type scale, relative to the application's font, which is the platform's."""

from __future__ import annotations

from enum import Enum

from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QApplication


class TypeSize(Enum):
    """Sizes as factors of the base font."""

    FIGURE = 1.9
    TITLE = 1.55
    HEADING = 1.2
    BODY = 1.0
    LABEL = 0.95
    META = 0.92
    HINT = 0.88


def scaled_font(size: TypeSize, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """Return the application's font in *size* and *weight*."""
    font = QFont(QApplication.font())
    font.setPointSizeF(font.pointSizeF() * size.value)
    font.setWeight(weight)
    return font


def em_px(count: float = 1.0) -> int:
    """Return *count* line heights of the application's font in pixels."""
    return round(QFontMetrics(QApplication.font()).height() * count)


def overshoot_px(metrics: QFontMetrics) -> int:
    """Return how far the dots of "Ö" stand above the line; small hinted fonts cut them off."""
    return max(0, -metrics.tightBoundingRect("ÄÖÜ").top() - metrics.ascent())
