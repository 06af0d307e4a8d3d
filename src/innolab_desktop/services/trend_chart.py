"""How an indicator develops: its values over time, and the target."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from innolab_desktop.formdefs.german_numbers import format_decimal
from innolab_desktop.services.chart_shapes import Ink, Line, Mark, Words

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from innolab_desktop.formdefs.phrases import Phrases
    from innolab_desktop.services.chart_shapes import Shape, TextWidth

SUPPRESSED = "•"
_GRID_LINES = 4
_STEPS = (Decimal(1), Decimal(2), Decimal(5), Decimal(10))


class Point(NamedTuple):
    """A value on a day; None where it is suppressed."""

    day: date
    value: Decimal | None


class _Frame(NamedTuple):
    """Where the values lie."""

    left: float
    bottom: float
    width: float
    height: float
    first: date
    days: int
    top: Decimal

    def place(self, point: Point) -> tuple[float, float]:
        return self.x(point.day), self.y(point.value or Decimal(0))

    def x(self, day: date) -> float:
        return self.left + self.width * (day - self.first).days / self.days

    def y(self, value: Decimal) -> float:
        return self.bottom + self.height * float(value / self.top)


@dataclass(frozen=True, slots=True)
class TrendChart:
    """The values of one indicator by day, oldest first."""

    title: str
    unit: str
    points: tuple[Point, ...]
    target: Decimal | None = None
    phrases: Phrases = field(kw_only=True, repr=False)

    @property
    def alternative(self) -> str:
        """What a look at the line tells."""
        known = [point for point in self.points if point.value is not None]
        parts = [self._say("line_chart", title=self.title)]
        if known:
            parts.append(self._course(known))
        hidden = len(self.points) - len(known)
        if hidden:
            parts.append(self._say("suppressed", count=hidden))
        if self.target is not None:
            parts.append(self._say("target_value", value=self._number(self.target)))
        return " ".join(parts)

    @property
    def summary(self) -> str:
        """The last value and the target, in one line; empty without both."""
        parts: list[str] = []
        if self.points:
            last = self.points[-1]
            number = SUPPRESSED if last.value is None else self._number(last.value)
            parts.append(self._say("value_on", value=number, day=_shown(last.day)))
        if self.target is not None:
            parts.append(self._say("target", value=self._number(self.target)))
        return " · ".join(parts)

    @property
    def header(self) -> tuple[str, str]:
        """The head of the table."""
        value = self._say("value_in", unit=self.unit) if self.unit else self._say("value")
        return (self._say("reference_date"), value)

    def rows(self) -> list[tuple[str, str]]:
        """Return the table: every day with its value, or the sign for a suppressed one."""
        return [
            (
                _shown(point.day),
                SUPPRESSED if point.value is None else format_decimal(point.value),
            )
            for point in self.points
        ]

    def shapes(
        self, width: float, height: float, font_size: float, text_width: TextWidth
    ) -> Iterator[Shape]:
        """Yield grid, days, target and line; the line is broken where a value is suppressed."""
        if not self.points:
            return
        top = _round_up(
            max([p.value or Decimal(0) for p in self.points] + [self.target or Decimal(0)])
        )
        left = max(text_width(words) for _, words in self._steps(top)) + font_size
        first, last = self.points[0].day, self.points[-1].day
        frame = _Frame(
            left,
            font_size * 2,
            width - left - font_size * 3,
            height - font_size * 3.5,
            first,
            max((last - first).days, 1),
            top,
        )
        yield from self._grid(frame, font_size)
        yield from self._days(frame, font_size, text_width)
        if self.target is not None:
            y, right = frame.y(self.target), frame.left + frame.width
            yield Line(((frame.left, y), (right, y)), Ink.TARGET, 1.4, (5, 3))
            label = self._say("target", value=self._number(self.target))
            is_at_end = self._ends_far_from(self.target)
            x, side = (right, "end") if is_at_end else (frame.left + font_size * 0.3, "start")
            yield Words(x, y + font_size * 0.4, label, Ink.TARGET, side)
        for before, after in pairwise(self.points):
            if before.value is not None and after.value is not None:
                yield Line((frame.place(before), frame.place(after)), Ink.SERIES, 2)
        for point in self.points:
            x, y = frame.place(point)
            if point.value is None:
                yield Words(x, frame.bottom + font_size * 0.3, SUPPRESSED, Ink.AXIS, "middle")
            else:
                yield Mark(x, y, font_size * 0.33, Ink.SERIES)

    def _ends_far_from(self, target: Decimal) -> bool:
        """Tell whether the end of the line leaves more room at the target than its beginning."""
        values = [point.value for point in self.points if point.value is not None]
        return not values or abs(values[-1] - target) >= abs(values[0] - target)

    def _grid(self, frame: _Frame, font_size: float) -> Iterator[Shape]:
        for value, words in self._steps(frame.top):
            y = frame.y(value)
            yield Line(((frame.left, y), (frame.left + frame.width, y)), Ink.GRID, 0.6)
            yield Words(frame.left - font_size * 0.5, y - font_size * 0.35, words, Ink.AXIS, "end")

    def _steps(self, top: Decimal) -> Iterator[tuple[Decimal, str]]:
        """Yield what stands at the lines of the grid; the unit stands at the topmost only."""
        for step in range(_GRID_LINES + 1):
            value = top * step / _GRID_LINES
            yield (
                value,
                self._number(value) if step == _GRID_LINES else format_decimal(_bare(value)),
            )

    def _days(self, frame: _Frame, font_size: float, text_width: TextWidth) -> Iterator[Shape]:
        free_from = float("-inf")
        for point in self.points:
            text, x = f"{point.day:%m/%Y}", frame.x(point.day)
            half = text_width(text) / 2
            if x - half > free_from:
                yield Words(x, font_size * 0.4, text, Ink.AXIS, "middle")
                free_from = x + half + font_size * 0.6

    def _course(self, known: list[Point]) -> str:
        begin, end = known[0], known[-1]
        first, last = begin.value or Decimal(0), end.value or Decimal(0)
        if len(known) == 1:
            return self._say("one_value", value=self._number(last), day=_shown(end.day))
        return self._say(
            "rose" if last > first else "fell" if last < first else "stayed",
            first=self._number(first),
            begin=_shown(begin.day),
            last=self._number(last),
            end=_shown(end.day),
        )

    def _say(self, name: str, **params: object) -> str:
        return self.phrases.say("trend", name, **params)

    def _number(self, value: Decimal) -> str:
        return f"{format_decimal(_bare(value))} {self.unit}".strip()


def _shown(day: date) -> str:
    return f"{day:%d.%m.%Y}"


def _bare(value: Decimal) -> Decimal:
    """Return *value* without needless zeros, and without an exponent."""
    return Decimal(f"{value.normalize():f}")


def _round_up(value: Decimal) -> Decimal:
    """Return a round number that is not below *value*."""
    if value <= 0:
        return Decimal(1)
    power = Decimal(10) ** value.adjusted()
    return next(step * power for step in _STEPS if step * power >= value)
