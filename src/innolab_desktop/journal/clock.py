"""Hybrid logical clock: orders the display, never decides what counts.

Units: milliseconds since 1970-01-01 UTC, and a counter for events within one millisecond.
Source: Kulkarni et al., Logical Physical Clocks (2014); the bounds are ``docs/formats/README.md``.
"""

from __future__ import annotations

from typing import Final, NamedTuple

MAX_MS: Final = 2**47 - 1
MAX_COUNTER: Final = 65535
_TOLERATED_LEAD_MS: Final = 24 * 3600 * 1000


class Instant(NamedTuple):
    """A point on a hybrid clock; compares in display order."""

    ms: int
    counter: int

    @property
    def packed(self) -> int:
        """The instant as one integer that sorts the same way."""
        return self.ms << 16 | self.counter

    @classmethod
    def unpack(cls, packed: int) -> Instant:
        """Return the instant that :attr:`packed` came from."""
        return cls(packed >> 16, packed & MAX_COUNTER)


def tick(last: Instant, now_ms: int) -> Instant:
    """Return the instant of a new event after *last* when the wall clock shows *now_ms*."""
    now_ms = min(max(now_ms, 0), MAX_MS)
    if now_ms > last.ms:
        return Instant(now_ms, 0)
    if last.counter < MAX_COUNTER:
        return Instant(last.ms, last.counter + 1)
    return Instant(min(last.ms + 1, MAX_MS), 0)


def observe(last: Instant, remote: Instant, now_ms: int) -> Instant:
    """Return the clock after seeing *remote*; a clock more than a day ahead is not followed."""
    if remote.ms > now_ms + _TOLERATED_LEAD_MS:
        return last
    return max(last, remote)
