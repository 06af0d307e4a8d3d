"""Draws a chart on the screen; its sentences are read out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from innolab_desktop.services.chart_shapes import Box, Ink, Line, Mark, Words
from innolab_desktop.ui.theme.fonts import em_px
from innolab_desktop.ui.theme.tokens import blend

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from innolab_desktop.services.chart_shapes import Chart, Shape
    from innolab_desktop.ui.theme.theme import Theme

_STEP_SHARES = {Ink.STEP_1: 0.08, Ink.STEP_2: 0.2, Ink.STEP_3: 0.32, Ink.STEP_4: 0.45}


class ChartView(QWidget):
    """A chart that follows the theme.

    Args:
        height_em: how high it is.
        reachable: whether Tab stops at it, so that its sentences are heard.
    """

    def __init__(
        self, theme: Theme, chart: Chart, *, height_em: float, reachable: bool = True
    ) -> None:
        super().__init__()
        self._theme = theme
        self._chart = chart
        self._height_em = height_em
        self.setProperty("accessibleRole", "chart")
        self.setAccessibleName(chart.title)
        self.setAccessibleDescription(chart.alternative)
        if reachable:
            self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._restyle)

    def sizeHint(self) -> QSize:
        """Return room for the chart."""
        return QSize(em_px(24), em_px(self._height_em))

    def minimumSizeHint(self) -> QSize:
        """Return a width that fits into narrow windows."""
        return QSize(em_px(8), em_px(self._height_em))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the chart in the theme's colours."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        metrics = QFontMetricsF(self.font())
        inset = 4.0
        painter.translate(inset, inset)
        width, height = self.width() - 2 * inset, self.height() - 2 * inset
        font_size = metrics.ascent()
        for shape in self._chart.shapes(width, height, font_size, metrics.horizontalAdvance):
            self._draw(painter, shape, height, metrics)
        painter.resetTransform()
        if self.hasFocus():
            painter.setPen(QPen(QColor(self._theme.tokens.accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 5, 5)
        painter.end()

    def _draw(self, painter: QPainter, shape: Shape, height: float, metrics: QFontMetricsF) -> None:
        colour = self._colour(shape.ink)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if isinstance(shape, Line):
            pen = QPen(colour, shape.width)
            if shape.dash:
                pen.setDashPattern([length / shape.width for length in shape.dash])
            painter.setPen(pen)
            painter.drawPolyline(QPolygonF([QPointF(x, height - y) for x, y in shape.points]))
        elif isinstance(shape, Mark):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour)
            painter.drawEllipse(QPointF(shape.x, height - shape.y), shape.radius, shape.radius)
        elif isinstance(shape, Box):
            painter.setPen(QPen(QColor(self._theme.tokens.border), 1))
            painter.setBrush(colour)
            top = height - shape.y - shape.height
            painter.drawRect(QRectF(shape.x, top, shape.width, shape.height))
        else:
            painter.setPen(colour)
            painter.drawText(self._start(shape, height, metrics), shape.text)

    @staticmethod
    def _start(words: Words, height: float, metrics: QFontMetricsF) -> QPointF:
        width = metrics.horizontalAdvance(words.text)
        back = {"start": 0.0, "middle": width / 2, "end": width}[words.anchor]
        return QPointF(words.x - back, height - words.y)

    def _colour(self, ink: Ink) -> QColor:
        tokens = self._theme.tokens
        if ink in _STEP_SHARES:
            return QColor(blend(tokens.base, tokens.accent, _STEP_SHARES[ink]))
        return QColor(
            {
                Ink.GRID: tokens.line,
                Ink.AXIS: tokens.muted,
                Ink.TARGET: tokens.warn.ink,
                Ink.SERIES: tokens.accent,
            }.get(ink, tokens.text)
        )

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()
