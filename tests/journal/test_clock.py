from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from innolab_desktop.journal import clock
from innolab_desktop.journal.clock import MAX_COUNTER, MAX_MS, Instant

INSTANTS = st.builds(Instant, st.integers(0, MAX_MS - 1), st.integers(0, MAX_COUNTER))
DAY_MS = 24 * 3600 * 1000


@given(INSTANTS, INSTANTS)
def test_packed_instants_sort_alike(one: Instant, other: Instant) -> None:
    assert (one < other) == (one.packed < other.packed)
    assert Instant.unpack(one.packed) == one


@given(INSTANTS, st.integers(-(10**15), 10**15))
def test_time_only_goes_forward(last: Instant, now_ms: int) -> None:
    after = clock.tick(last, now_ms)
    assert after > last
    assert 0 <= after.ms <= MAX_MS
    assert 0 <= after.counter <= MAX_COUNTER


@given(INSTANTS, INSTANTS, st.integers(0, MAX_MS))
def test_a_clock_far_ahead_is_not_followed(last: Instant, remote: Instant, now_ms: int) -> None:
    seen = clock.observe(last, remote, now_ms)
    assert seen == (last if remote.ms > now_ms + DAY_MS else max(last, remote))


def test_a_full_counter_moves_the_clock() -> None:
    assert clock.tick(Instant(5, MAX_COUNTER), 5) == Instant(6, 0)
    assert clock.tick(Instant(MAX_MS, MAX_COUNTER), 0) == Instant(MAX_MS, 0), "the end of time"


def test_ten_years_ahead_change_nothing() -> None:
    now = Instant(1_790_000_000_000, 3)
    assert clock.observe(now, Instant(now.ms + 3650 * DAY_MS, 0), now.ms) == now
