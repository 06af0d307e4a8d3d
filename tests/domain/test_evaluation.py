"""Results appear from five answers of three municipalities on, and never before the end."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from innolab_desktop.domain.evaluation import (
    Distribution,
    Response,
    Tally,
    Thresholds,
    Withheld,
    count,
    evaluate,
    is_closed,
)

PLACES = ("Musterstadt", "Neustadt", "Altdorf", "Seeheim")


def answer(person: int, rating: int | None, place: str | None = None) -> Response:
    return Response("q", bytes([person]), place or PLACES[person % len(PLACES)], rating)


def test_five_answers_from_three_places_show_distribution_and_median() -> None:
    tally = count([answer(i, rating) for i, rating in enumerate((1, 1, 3, 4, 4))])["q"]
    assert evaluate(tally, Thresholds()) == Distribution((2, 0, 1, 2), 0, 3.0, None)


def test_ten_answers_have_a_mean() -> None:
    tally = count([answer(i, rating) for i, rating in enumerate((1, 1, 2, 2, 3, 3, 4, 4, 4, 4))])[
        "q"
    ]
    result = evaluate(tally, Thresholds())
    assert isinstance(result, Distribution)
    assert (result.median, result.mean, result.answers) == (3.0, 2.8, 10)


@pytest.mark.parametrize(
    ("tally", "reason"),
    [
        (Tally((4, 0, 0, 0), 9, 3), Withheld.FEW_ANSWERS),
        (Tally((5, 5, 5, 5), 0, 2), Withheld.FEW_MUNICIPALITIES),
        (Tally((0, 0, 0, 0), 0, 0), Withheld.FEW_ANSWERS),
    ],
)
def test_too_few_are_not_shown(tally: Tally, reason: Withheld) -> None:
    assert evaluate(tally, Thresholds()) is reason


def test_a_wave_may_ask_for_more_but_not_for_less() -> None:
    assert Thresholds(1, 1) == Thresholds(5, 3)
    assert Thresholds(8, 4).withheld(Tally((7, 0, 0, 0), 0, 4)) is Withheld.FEW_ANSWERS
    assert Thresholds(5, 4).withheld(Tally((7, 0, 0, 0), 0, 3)) is Withheld.FEW_MUNICIPALITIES


def test_who_cannot_judge_is_no_zero() -> None:
    tally = count([answer(i, 4 if i < 5 else None) for i in range(9)])["q"]
    assert (tally.counts, tally.not_judged) == ((0, 0, 0, 5), 4)
    result = evaluate(tally, Thresholds())
    assert isinstance(result, Distribution)
    assert result.median == 4.0


def test_places_of_those_who_cannot_judge_do_not_count() -> None:
    rated = [answer(i, 2, "Musterstadt") for i in range(6)]
    others = [answer(i, None, place) for i, place in enumerate(PLACES, 6)]
    assert evaluate(count([*rated, *others])["q"], Thresholds()) is Withheld.FEW_MUNICIPALITIES


def test_everybody_counts_once_with_the_last_answer() -> None:
    tally = count([answer(1, 1), answer(1, 4), answer(2, 2)])["q"]
    assert tally.counts == (0, 1, 0, 1)


def test_only_a_closed_wave_is_evaluated() -> None:
    assert [is_closed(state) for state in ("planned", "open", "closed", "analysed", None)] == [
        False,
        False,
        True,
        True,
        False,
    ]


@given(
    st.lists(
        st.tuples(st.integers(0, 40), st.sampled_from([1, 2, 3, 4, None]), st.sampled_from(PLACES))
    )
)
def test_no_result_stands_on_fewer_people(answers: list[tuple[int, int | None, str]]) -> None:
    for tally in count(answer(*item) for item in answers).values():
        result = evaluate(tally, Thresholds())
        people = {person for person, rating, _ in answers if rating}
        if isinstance(result, Distribution):
            assert 5 <= result.answers <= len(people)
            assert (result.mean is None) == (result.answers < 10)
