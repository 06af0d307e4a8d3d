"""Rotation of backups: the newest stays, numbers are bounded, often is the same as once."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from innolab_desktop.domain.rotation import Generations, kept

_YEARS_20_MS = 20 * 365 * 86_400_000
moments = st.lists(st.integers(0, _YEARS_20_MS), max_size=60)
clustered = st.lists(
    st.tuples(st.integers(0, 400), st.integers(0, 5)).map(lambda p: p[0] * 3_600_000 + p[1]),
    max_size=80,
)
generations = st.builds(Generations, *[st.integers(1, 6)] * 5)


@given(moments | clustered, generations)
def test_the_newest_stays_and_the_number_is_bounded(made: list[int], rule: Generations) -> None:
    staying = kept(made, rule)
    assert staying <= set(made)
    assert len(staying) <= rule.most
    assert not made or max(made) in staying


@given(moments | clustered, generations)
def test_rotating_every_time_leaves_the_same_as_once(made: list[int], rule: Generations) -> None:
    step: frozenset[int] = frozenset()
    for at_ms in sorted(made):
        step = kept({*step, at_ms}, rule)
    assert step == kept(made, rule)


@given(moments | clustered, generations, st.integers(0, 4))
def test_a_larger_policy_never_drops_more(made: list[int], rule: Generations, more: int) -> None:
    larger = Generations(
        rule.recent + more,
        rule.hourly + more,
        rule.daily + more,
        rule.weekly + more,
        rule.monthly + more,
    )
    assert kept(made, rule) <= kept(made, larger)


def test_two_days_of_backups_every_quarter_of_an_hour_leave_hours_and_days() -> None:
    start = datetime(2025, 6, 4, 8, tzinfo=UTC)
    made = [start + timedelta(minutes=15 * quarter) for quarter in range(24 * 4 + 12)]
    staying = kept((int(at.timestamp() * 1000) for at in made), Generations())
    moments = [datetime.fromtimestamp(ms / 1000, tz=UTC) for ms in sorted(staying)]
    assert [f"{at:%d. %H:%M}" for at in moments] == [
        "04. 23:45",  # of the day before
        *("05. 08:45", "05. 09:45"),  # of the hours before
        *("05. 10:15", "05. 10:30", "05. 10:45"),  # the last ones
    ]


def test_two_years_of_daily_backups_leave_some_of_every_age() -> None:
    start = datetime(2024, 1, 1, 17, tzinfo=UTC)
    made = [start + timedelta(days=day) for day in range(731)]
    staying = kept((int(at.timestamp() * 1000) for at in made), Generations())
    dates = [datetime.fromtimestamp(ms / 1000, tz=UTC).date().isoformat() for ms in sorted(staying)]
    assert dates == [
        *("2025-01-31", "2025-02-28", "2025-03-31", "2025-04-30", "2025-05-31", "2025-06-30"),
        *("2025-07-31", "2025-08-31", "2025-09-30", "2025-10-31", "2025-11-30"),
        *("2025-12-07", "2025-12-14", "2025-12-21"),
        *(f"2025-12-{day}" for day in range(25, 32)),
    ]
