"""How many records stand at each stage: one bar per stage."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from innolab_desktop.services.chart_shapes import Box, Ink, Words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from innolab_desktop.services.chart_shapes import Shape, TextWidth

_BAR_SHARE = 0.6
_BASELINE = 0.35
_EDGE = 1


@dataclass(frozen=True, slots=True)
class StageChart:
    """Stages in their order, each with its number.

    Attributes:
        alternative: what it shows, in a sentence.
    """

    title: str
    alternative: str
    stages: tuple[tuple[str, int], ...]

    def shapes(
        self, width: float, height: float, font_size: float, text_width: TextWidth
    ) -> Iterator[Shape]:
        """Yield name, bar and number of each stage, from the top."""
        if not self.stages:
            return
        left = max(text_width(label) for label, _ in self.stages) + font_size
        right = max(text_width(str(count)) for _, count in self.stages) + font_size
        room, most = max(width - left - right, 1), max(count for _, count in self.stages)
        line = height / len(self.stages)
        for number, (label, count) in enumerate(self.stages):
            middle = height - line * (number + 0.5)
            baseline, bar = middle - font_size * _BASELINE, line * _BAR_SHARE
            yield Words(left - font_size * 0.5, baseline, label, Ink.TEXT, "end")
            length = room * count / most if most else 0
            if count:
                yield Box(left, middle - bar / 2, max(length - _EDGE, 1), bar, Ink.STEP_4)
            yield Words(left + length + font_size * 0.4, baseline, str(count), Ink.TEXT)
