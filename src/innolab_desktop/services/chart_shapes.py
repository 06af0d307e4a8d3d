"""What a chart is drawn with, on the screen and on paper alike.

Units: whatever the renderer measures in; the origin is the lower left corner.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Protocol, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    TextWidth: TypeAlias = Callable[[str], float]


class Ink(StrEnum):
    """What a shape stands for; the renderer knows the colour."""

    GRID = "grid"
    AXIS = "axis"
    TEXT = "text"
    TARGET = "target"
    SERIES = "series"
    STEP_1 = "step_1"
    STEP_2 = "step_2"
    STEP_3 = "step_3"
    STEP_4 = "step_4"


@dataclass(frozen=True, slots=True)
class Line:
    """Straight lines from point to point."""

    points: tuple[tuple[float, float], ...]
    ink: Ink
    width: float = 1
    dash: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Mark:
    """A filled circle."""

    x: float
    y: float
    radius: float
    ink: Ink


@dataclass(frozen=True, slots=True)
class Box:
    """A filled rectangle with a thin edge."""

    x: float
    y: float
    width: float
    height: float
    ink: Ink


@dataclass(frozen=True, slots=True)
class Words:
    """A line of text; *anchor* is what lies at *x*: ``start``, ``middle`` or ``end``."""

    x: float
    y: float
    text: str
    ink: Ink
    anchor: str = "start"


Shape: TypeAlias = Line | Mark | Box | Words


class Chart(Protocol):
    """A chart that can be drawn, told and read as a table."""

    @property
    def title(self) -> str:
        """What it is about."""
        ...

    @property
    def alternative(self) -> str:
        """What it shows, in sentences, for those who do not see it."""
        ...

    def shapes(
        self, width: float, height: float, font_size: float, text_width: TextWidth
    ) -> Iterator[Shape]:
        """Yield what to draw, from back to front."""
        ...
