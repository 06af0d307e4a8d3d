"""The clock and the phases of a consultation."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from innolab_desktop.domain.consultation_run import ConsultationRun, decode
from innolab_desktop.domain.errors import FormatError

MINUTE_MS = 60_000


@pytest.fixture
def run() -> ConsultationRun:
    return ConsultationRun.begin("tietze_6", (5, 10, None))


def test_the_clock_counts_only_while_it_runs(run: ConsultationRun) -> None:
    running = run.start(1_000)
    assert running.left_ms(61_000) == 4 * MINUTE_MS
    standing = running.pause(61_000)
    assert standing.left_ms(999_000) == 4 * MINUTE_MS
    assert standing.start(999_000).left_ms(999_000 + MINUTE_MS) == 3 * MINUTE_MS


def test_a_phase_that_is_over_says_by_how_much(run: ConsultationRun) -> None:
    assert run.start(0).left_ms(6 * MINUTE_MS) == -MINUTE_MS


def test_more_time_counts_from_now_when_the_phase_is_over(run: ConsultationRun) -> None:
    assert run.start(0).lengthen(2, 0).left_ms(0) == 7 * MINUTE_MS
    assert run.start(0).lengthen(2, 9 * MINUTE_MS).left_ms(9 * MINUTE_MS) == 2 * MINUTE_MS


def test_a_phase_without_a_limit_has_nothing_left_and_may_get_one(run: ConsultationRun) -> None:
    last = run.go_to(2, 0)
    assert last.is_last
    assert last.left_ms(0) is None
    assert last.lengthen(3, 0).left_ms(0) == 3 * MINUTE_MS


def test_another_phase_goes_on_with_the_clock(run: ConsultationRun) -> None:
    second = run.start(0).go_to(1, 2 * MINUTE_MS)
    assert second.is_running
    assert second.left_ms(3 * MINUTE_MS) == 9 * MINUTE_MS
    back = second.go_to(0, 3 * MINUTE_MS)
    assert back.left_ms(3 * MINUTE_MS) == 3 * MINUTE_MS
    assert not run.go_to(1, 0).is_running
    assert run.go_to(3, 0) == run
    assert run.go_to(-1, 0) == run


def test_a_computer_clock_that_is_set_back_takes_nothing(run: ConsultationRun) -> None:
    assert run.start(10 * MINUTE_MS).spent_ms(0) == 0


STEPS = st.lists(
    st.tuples(st.sampled_from(("start", "pause", "longer", "next", "back")), st.integers(0, 9)),
    max_size=20,
)


@given(STEPS)
def test_what_was_kept_comes_back_standing(steps: list[tuple[str, int]]) -> None:
    run, now = ConsultationRun.begin("flash_20", (3, None, 7)), 0
    for step, minutes in steps:
        now += minutes * MINUTE_MS
        run = {
            "start": run.start(now),
            "pause": run.pause(now),
            "longer": run.lengthen(minutes, now),
            "next": run.go_to(run.phase + 1, now),
            "back": run.go_to(run.phase - 1, now),
        }[step]
        assert sum(run.used_ms) <= now
    standing = run.pause(now)
    assert decode(standing.encode()) == standing


@pytest.mark.parametrize(
    "text",
    ["", "1", "1 tietze_6", "2 tietze_6 0 0 5", "1 tietze_6 1 0 5", "1 t 0 0 5 7", "1 t 0 -1 5"],
)
def test_anything_else_is_refused(text: str) -> None:
    with pytest.raises(FormatError):
        decode(text)
