"""How far a consultation has come: the phase, and the clock of each phase.

A plain value: every step returns a new one. The clock helps the people in the room and is
forgotten when they are done; it is never part of a record.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from innolab_desktop.domain.errors import FormatError

_FORMAT: Final = "1"
_MINUTE_MS: Final = 60_000
LONGEST_MINUTES: Final = 240


@dataclass(frozen=True, slots=True)
class ConsultationRun:
    """A consultation in progress.

    Attributes:
        template: id of the procedure.
        phase: index of the phase that is in front.
        used_ms: time that each phase has taken, without what is running.
        planned_minutes: time that each phase may take, as planned or lengthened; 0 without a limit.
        running_since_ms: when the clock of the phase in front was started; None while it stands.
    """

    template: str
    phase: int
    used_ms: tuple[int, ...]
    planned_minutes: tuple[int, ...]
    running_since_ms: int | None = None

    @classmethod
    def begin(cls, template: str, minutes: tuple[int | None, ...]) -> ConsultationRun:
        """Return a run at its first phase, the clock standing.

        Args:
            template: id of the procedure.
            minutes: the suggested duration of each phase, None where there is none.
        """
        planned = tuple(item or 0 for item in minutes)
        return cls(template, 0, (0,) * len(planned), planned)

    @property
    def is_running(self) -> bool:
        """Whether the clock runs."""
        return self.running_since_ms is not None

    @property
    def is_last(self) -> bool:
        """Whether the last phase is in front."""
        return self.phase == len(self.used_ms) - 1

    def spent_ms(self, now_ms: int) -> int:
        """Return how long the phase in front has taken; a clock set back counts as nothing."""
        running = 0 if self.running_since_ms is None else max(0, now_ms - self.running_since_ms)
        return self.used_ms[self.phase] + running

    def left_ms(self, now_ms: int) -> int | None:
        """Return what is left of the phase, negative when it is over; None without a limit."""
        planned = self.planned_minutes[self.phase]
        return planned * _MINUTE_MS - self.spent_ms(now_ms) if planned else None

    def start(self, now_ms: int) -> ConsultationRun:
        """Let the clock run."""
        return self if self.is_running else replace(self, running_since_ms=now_ms)

    def pause(self, now_ms: int) -> ConsultationRun:
        """Let the clock stand."""
        if not self.is_running:
            return self
        used = _changed(self.used_ms, self.phase, self.spent_ms(now_ms))
        return replace(self, used_ms=used, running_since_ms=None)

    def lengthen(self, minutes: int, now_ms: int) -> ConsultationRun:
        """Give the phase more time; one that is over gets it from now on."""
        planned, spent = self.planned_minutes[self.phase], -(-self.spent_ms(now_ms) // _MINUTE_MS)
        longer = min(max(planned, spent) + minutes, LONGEST_MINUTES)
        return replace(self, planned_minutes=_changed(self.planned_minutes, self.phase, longer))

    def go_to(self, phase: int, now_ms: int) -> ConsultationRun:
        """Bring another phase to the front; its clock runs if the one before ran."""
        if not 0 <= phase < len(self.used_ms) or phase == self.phase:
            return self
        there = replace(self.pause(now_ms), phase=phase)
        return there.start(now_ms) if self.is_running else there

    def encode(self) -> str:
        """Return the run as a line to be kept; the clock is kept standing."""
        numbers = (self.phase, *self.used_ms, *self.planned_minutes)
        return " ".join((_FORMAT, self.template, *map(str, numbers)))


def decode(text: str) -> ConsultationRun:
    """Return a run that was kept.

    Raises:
        FormatError: the line is not one of :meth:`ConsultationRun.encode`.
    """
    try:
        version, template, *rest = text.split(" ")
        phase, *numbers = map(int, rest)
    except ValueError:
        raise FormatError("format_shape", what="consultation run") from None
    half = len(numbers) // 2
    is_whole = len(numbers) == 2 * half and 0 <= phase < half and min(numbers) >= 0
    if version != _FORMAT or not is_whole:
        raise FormatError("format_shape", what="consultation run")
    return ConsultationRun(template, phase, tuple(numbers[:half]), tuple(numbers[half:]))


def _changed(items: tuple[int, ...], index: int, value: int) -> tuple[int, ...]:
    return (*items[:index], value, *items[index + 1 :])
