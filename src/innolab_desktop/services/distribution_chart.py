"""How the ratings of a question are spread: one bar, cut into steps."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from innolab_desktop.services.chart_shapes import Box, Ink, Words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from innolab_desktop.formdefs.phrases import Phrases
    from innolab_desktop.services.chart_shapes import Shape, TextWidth

_STEPS = (Ink.STEP_1, Ink.STEP_2, Ink.STEP_3, Ink.STEP_4)
_GAP = 2
_BASELINE = 0.35


@dataclass(frozen=True, slots=True)
class DistributionChart:
    """The number of answers for each step of the scale."""

    title: str
    labels: tuple[str, ...]
    counts: tuple[int, ...]
    phrases: Phrases = field(kw_only=True, repr=False)

    @property
    def legend(self) -> str:
        """Every step with its number."""
        parts = zip(self.labels, self.counts, strict=True)
        return " · ".join(f"{label}: {count}" for label, count in parts)

    @property
    def alternative(self) -> str:
        """The numbers as a sentence."""
        count = sum(self.counts)
        return self.phrases.say(
            "distribution", "bar", title=self.title, count=count, legend=self.legend
        )

    def shapes(
        self, width: float, height: float, font_size: float, text_width: TextWidth
    ) -> Iterator[Shape]:
        """Yield a box for each step that somebody chose, with its number."""
        total, left = max(sum(self.counts), 1), 0.0
        for ink, count in zip(_STEPS, self.counts, strict=True):
            if not count:
                continue
            share = width * count / total
            box = Box(left, 0, max(share - _GAP, 1), height, ink)
            yield box
            number = str(count)
            if text_width(number) < box.width:
                baseline = height / 2 - font_size * _BASELINE
                yield Words(left + box.width / 2, baseline, number, Ink.TEXT, "middle")
            left += share
