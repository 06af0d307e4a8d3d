"""Draws a chart on paper, from the same shapes as on the screen."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from reportlab.lib.colors import Color, HexColor
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import Flowable

from innolab_desktop.reports.styles import COLORS, REGULAR
from innolab_desktop.services.chart_shapes import Box, Ink, Line, Mark

if TYPE_CHECKING:
    from collections.abc import Mapping

    from innolab_desktop.services.chart_shapes import Chart, Shape, Words

_FONT_SIZE: Final = 8.5
_INKS: Final[Mapping[Ink, Color]] = {
    Ink.GRID: COLORS.line,
    Ink.AXIS: COLORS.muted,
    Ink.TEXT: COLORS.ink,
    Ink.TARGET: COLORS.warning,
    Ink.SERIES: COLORS.accent,
    Ink.STEP_1: HexColor("#eef3f8"),
    Ink.STEP_2: HexColor("#d3e0ec"),
    Ink.STEP_3: HexColor("#b3cae0"),
    Ink.STEP_4: HexColor("#8fb1d1"),
}


class ChartDrawing(Flowable):
    """A chart over the whole width.

    Units: height in points.
    """

    def __init__(self, chart: Chart, *, height: float) -> None:
        super().__init__()
        self._chart = chart
        self._height = height

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:  # noqa: ARG002, N803 - ReportLab's names
        """Return the size."""
        self.width, self.height = aW, self._height
        return self.width, self.height

    def draw(self) -> None:
        """Draw the shapes from back to front."""
        self.canv.setFont(REGULAR, _FONT_SIZE)
        for shape in self._chart.shapes(self.width, self.height, _FONT_SIZE, _text_width):
            self._draw(shape)

    def _draw(self, shape: Shape) -> None:
        canvas, color = self.canv, _INKS[shape.ink]
        canvas.setFillColor(color)
        canvas.setStrokeColor(color)
        if isinstance(shape, Line):
            canvas.setLineWidth(shape.width)
            canvas.setDash(list(shape.dash))
            for (left, bottom), (right, top) in pairwise(shape.points):
                canvas.line(left, bottom, right, top)
            canvas.setDash([])
        elif isinstance(shape, Mark):
            canvas.circle(shape.x, shape.y, shape.radius, stroke=0, fill=1)
        elif isinstance(shape, Box):
            canvas.setStrokeColor(COLORS.muted)
            canvas.setLineWidth(0.5)
            canvas.rect(shape.x, shape.y, shape.width, shape.height, stroke=1, fill=1)
        else:
            self._write(shape)

    def _write(self, words: Words) -> None:
        width = _text_width(words.text)
        back = {"start": 0.0, "middle": width / 2, "end": width}[words.anchor]
        self.canv.drawString(words.x - back, words.y, words.text)


def _text_width(text: str) -> float:
    return stringWidth(text, REGULAR, _FONT_SIZE)
