"""Which backups stay: some of every age, so that old ones are there without filling the disk.

Of each of the last hours, days, weeks and months in which there were backups, the newest one
stays. Rotating after every backup leaves the same as rotating once in the end.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

_HOUR_MS: Final = 3_600_000
_DAY_MS: Final = 24 * _HOUR_MS
_EPOCH_DAY: Final = date(1970, 1, 1).toordinal()


@dataclass(frozen=True, slots=True)
class Generations:
    """How many backups of each age stay."""

    recent: int = 3
    hourly: int = 3
    daily: int = 7
    weekly: int = 5
    monthly: int = 12

    @property
    def most(self) -> int:
        """How many there are at most."""
        return self.recent + self.hourly + self.daily + self.weekly + self.monthly


def kept(made_ms: Iterable[int], generations: Generations) -> frozenset[int]:
    """Return which of the backups that were made at these times stay.

    Units: milliseconds since 1970.
    """
    newest_first = sorted(set(made_ms), reverse=True)
    staying = set(newest_first[: generations.recent])
    for count, period in (
        (generations.hourly, _hour),
        (generations.daily, _day),
        (generations.weekly, _week),
        (generations.monthly, _month),
    ):
        staying |= _newest_of_each(newest_first, count, period)
    return frozenset(staying)


def _newest_of_each(newest_first: list[int], count: int, period: Callable[[int], int]) -> set[int]:
    found: dict[int, int] = {}
    for at_ms in newest_first:
        if len(found) == count:
            break
        found.setdefault(period(at_ms), at_ms)
    return set(found.values())


def _hour(at_ms: int) -> int:
    return at_ms // _HOUR_MS


def _day(at_ms: int) -> int:
    return at_ms // _DAY_MS


def _week(at_ms: int) -> int:
    return (_day(at_ms) + _EPOCH_DAY - 1) // 7  # ordinal 1 is a Monday


def _month(at_ms: int) -> int:
    day = date.fromordinal(_EPOCH_DAY + _day(at_ms))
    return day.year * 12 + day.month
