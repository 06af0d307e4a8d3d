"""What may be shown of the answers to a question: enough people, from enough places, at the end.

An answer that cannot be judged is no rating and never counts as zero. There is no score of a
person or a tandem, and a mean only where there are enough answers for one.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from statistics import fmean, median
from typing import TYPE_CHECKING, Final

from innolab_desktop.domain.smallest_group import FEWEST_ANSWERS, FEWEST_MUNICIPALITIES

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

RATINGS: Final = (1, 2, 3, 4)
"""The steps of the scale, from „trifft nicht zu" to „trifft voll zu"."""

MEAN_FROM_ANSWERS: Final = 10
_CLOSED: Final = frozenset(("closed", "analysed"))


class Withheld(StrEnum):
    """Why results are not shown."""

    WAVE_OPEN = "wave_open"
    FEW_ANSWERS = "few_answers"
    FEW_MUNICIPALITIES = "few_municipalities"


@dataclass(frozen=True, slots=True)
class Response:
    """What one person answered to one question.

    Attributes:
        respondent: only to count everybody once; it is in no result.
        municipality: where they work; an empty one is not counted.
        rating: one of :data:`RATINGS`; None for „kann ich nicht beurteilen".
    """

    question: str
    respondent: bytes
    municipality: str
    rating: int | None


@dataclass(frozen=True, slots=True)
class Tally:
    """The answers to a question, counted.

    Attributes:
        counts: of each rating, from the lowest.
        not_judged: of those who cannot judge it.
        municipalities: from how many the ratings come.
    """

    counts: tuple[int, ...]
    not_judged: int
    municipalities: int

    @property
    def answers(self) -> int:
        """The number of ratings."""
        return sum(self.counts)


@dataclass(frozen=True, slots=True)
class Thresholds:
    """From when on results are shown; a wave may ask for more, never for less."""

    answers: int = FEWEST_ANSWERS
    municipalities: int = FEWEST_MUNICIPALITIES

    def __post_init__(self) -> None:
        """Raise what is too low."""
        object.__setattr__(self, "answers", max(self.answers, FEWEST_ANSWERS))
        places = max(self.municipalities, FEWEST_MUNICIPALITIES)
        object.__setattr__(self, "municipalities", places)

    def withheld(self, tally: Tally) -> Withheld | None:
        """Return why a question is not shown; None if it may be."""
        if tally.answers < self.answers:
            return Withheld.FEW_ANSWERS
        if tally.municipalities < self.municipalities:
            return Withheld.FEW_MUNICIPALITIES
        return None


@dataclass(frozen=True, slots=True)
class Distribution:
    """The result of a question.

    Attributes:
        mean: None below :data:`MEAN_FROM_ANSWERS` ratings.
    """

    counts: tuple[int, ...]
    not_judged: int
    median: float
    mean: float | None

    @property
    def answers(self) -> int:
        """The number of ratings."""
        return sum(self.counts)


def is_closed(state: object) -> bool:
    """Tell whether a wave in *state* takes no more answers."""
    return state in _CLOSED


def count(responses: Iterable[Response]) -> Mapping[str, Tally]:
    """Return the tally of each question; of several answers of one person the last one counts."""
    latest = {(item.question, item.respondent): item for item in responses}
    found: dict[str, list[Response]] = {}
    for response in latest.values():
        found.setdefault(response.question, []).append(response)
    return {question: _tally(items) for question, items in found.items()}


def evaluate(tally: Tally, thresholds: Thresholds) -> Distribution | Withheld:
    """Return the result of a question, or why there is none."""
    reason = thresholds.withheld(tally)
    if reason is not None:
        return reason
    ratings = [step for step, times in enumerate(tally.counts, 1) for _ in range(times)]
    mean = fmean(ratings) if len(ratings) >= MEAN_FROM_ANSWERS else None
    return Distribution(tally.counts, tally.not_judged, float(median(ratings)), mean)


def _tally(responses: Iterable[Response]) -> Tally:
    items = list(responses)
    rated = [item for item in items if item.rating in RATINGS]
    return Tally(
        tuple(sum(item.rating == step for item in rated) for step in RATINGS),
        len(items) - len(rated),
        len({item.municipality for item in rated if item.municipality}),
    )
