"""Use cases of the self-evaluation: answer a wave like a sheet of paper, and see its results.

Answers are confidential, not anonymous: they lie in the space of the wave, and whoever belongs
to it could find out whose they are. Results name nobody and need enough people and places.
"""

from __future__ import annotations

from dataclasses import dataclass
from secrets import SystemRandom
from typing import TYPE_CHECKING, Final, TypeAlias

from innolab_desktop.domain.errors import RecordError
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
from innolab_desktop.domain.policy import NO_POLICY
from innolab_desktop.services.changes import Changes
from innolab_desktop.services.evaluation_count import CountedWave, decode
from innolab_desktop.services.read_models import RowQuery

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from innolab_desktop.domain.policy import Policy
    from innolab_desktop.domain.records import Record, RecordId
    from innolab_desktop.domain.values import Value
    from innolab_desktop.formdefs.catalogues import Catalogues, Question, QuestionSet
    from innolab_desktop.services.authorship import Authorship
    from innolab_desktop.services.records import Records
    from innolab_desktop.services.store_ports import Vault

WAVE: Final = "evaluation_wave"
ANSWER: Final = "evaluation_answer"
QUESTION_SET: Final = "question_set"
"""The field of a wave that says what is asked."""
META_CHECK: Final = "meta_check"
"""The field of a wave in which the points of the Meta-Check are ticked."""
NOT_JUDGED: Final = "not_judged"
"""The answer „kann ich nicht beurteilen" on a sheet; in a record the rating stays empty."""

_SHEET: Final = "evaluation:"
_COUNT: Final = "evaluation_count:"
_MOST_WAVES: Final = 500

Sheet: TypeAlias = "Mapping[str, Value]"
"""Answers by the id of the question: a rating, :data:`NOT_JUDGED` or a text."""


def quote_key(question: str) -> str:
    """Return where a sheet says whether the answer to *question* may be quoted."""
    return f"{question}:quote"


@dataclass(frozen=True, slots=True)
class Wave:
    """A wave of an evaluation as the person meets it.

    Attributes:
        record: the wave itself.
        questions: what is asked; None if this version does not know the question set.
        sheet: what the person answered so far, before it was handed in.
        is_answered: the person handed in their sheet.
        is_led: the person began the wave or coordinates; the others are not asked to open and
            close it.
        is_read_only: it lies in a space that this device left.
    """

    record: Record
    questions: QuestionSet | None
    sheet: Sheet
    is_answered: bool
    is_led: bool = True
    is_read_only: bool = False

    @property
    def id(self) -> RecordId:
        """The id of the wave."""
        return self.record.id

    @property
    def title(self) -> str:
        """The title of the wave."""
        return str(self.record.values.get("title") or "")

    @property
    def checked_points(self) -> int:
        """How many points of the Meta-Check are ticked."""
        ticked = self.record.values.get(META_CHECK)
        return len(ticked) if isinstance(ticked, tuple) else 0

    @property
    def takes_answers(self) -> bool:
        """Whether the person can answer now."""
        is_open = self.record.values.get("state") == "open"
        is_asked = self.questions is not None and not self.is_answered
        return is_open and is_asked and not self.is_read_only

    @property
    def lacks_questions(self) -> bool:
        """Whether nobody has chosen yet what is asked."""
        return not self.is_closed and not self.record.values.get(QUESTION_SET)

    @property
    def is_closed(self) -> bool:
        """Whether the wave takes no more answers from anybody."""
        return is_closed(self.record.values.get("state"))


@dataclass(frozen=True, slots=True)
class QuestionResult:
    """What may be shown of one question.

    Attributes:
        result: the distribution of ratings, or why nothing is shown; None for an open question
            of which enough people answered.
        quotes: answers in own words whose authors allowed to quote them.
        answers: how many answered an open question; 0 where nothing may be shown.
    """

    question: Question
    result: Distribution | Withheld | None
    quotes: tuple[str, ...] = ()
    answers: int = 0


@dataclass(frozen=True, slots=True)
class WaveResults:
    """The results of a wave, in the order of its questions.

    Attributes:
        withheld: why nothing at all is shown; None for a closed wave.
    """

    wave: Wave
    thresholds: Thresholds
    withheld: Withheld | None
    questions: tuple[QuestionResult, ...] = ()


class Evaluations:
    """What people do with the waves of one open vault."""

    def __init__(
        self,
        vault: Vault,
        records: Records,
        authorship: Authorship,
        read_catalogues: Callable[[], Catalogues],
        policy: Policy = NO_POLICY,
    ) -> None:
        self._vault = vault
        self._records = records
        self._authorship = authorship
        self._read_catalogues = read_catalogues
        self._least = Thresholds(policy.smallest_group or 0, policy.smallest_municipalities or 0)

    def waves(self) -> tuple[Wave, ...]:
        """Return all waves, the newest first."""
        query = RowQuery(kind=WAVE, sort="changed", descending=True, limit=_MOST_WAVES)
        with self._vault.transaction():
            return tuple(self.wave(row.id) for row in self._vault.records.rows(query).rows)

    def to_answer(self) -> tuple[Wave, ...]:
        """Return the open waves whose sheet the person has not handed in."""
        query = RowQuery(kind=WAVE, sort="changed", descending=True, limit=_MOST_WAVES)
        with self._vault.transaction():
            rows = self._vault.records.rows(query).rows
            records = (self._vault.records.get(row.id) for row in rows)
            opened = [record.id for record in records if record.values.get("state") == "open"]
            return tuple(wave for uid in opened if (wave := self.wave(uid)).takes_answers)

    def wave(self, wave: RecordId) -> Wave:
        """Return a wave.

        Raises:
            RecordError: there is none.
        """
        with self._vault.transaction():
            record = self._vault.records.get(wave)
            answers = self._vault.records.children(wave, ANSWER)
            authors = self._authorship.of([wave, *(answer.id for answer in answers)])
            own = self._vault.info.person_id
            begun = authors.pop(wave, None)
            is_begun_here = begun is not None and begun.person == own
            is_left = record.space in self._vault.people.left_spaces()
            return Wave(
                record,
                self._question_set(record.values.get(QUESTION_SET)),
                self._vault.desk.draft(_SHEET + wave.hex()) or {},
                any(author.person == own for author in authors.values()),
                not is_left and (is_begun_here or self._vault.info.role == "coordinator"),
                is_left,
            )

    def keep(self, wave: RecordId, sheet: Sheet) -> None:
        """Remember on this device what was answered so far."""
        if sheet:
            self._vault.desk.keep_draft(_SHEET + wave.hex(), sheet)
        else:
            self._vault.desk.drop_draft(_SHEET + wave.hex())

    def submit(self, wave: RecordId, sheet: Sheet) -> Changes:
        """Hand a sheet in: each answer becomes a record of its own, in no telling order.

        Raises:
            RecordError: the wave is not open, was answered already, or the sheet is empty.
        """
        with self._vault.transaction():
            found = self.wave(wave)
            if found.is_answered:
                raise RecordError("wave_answered")
            if not found.takes_answers:
                raise RecordError("wave_not_open")
            asked = found.questions.questions if found.questions else ()
            answers = [values for item in asked if (values := _answer(item, sheet))]
            if not answers:
                raise RecordError("wave_sheet_empty")
            SystemRandom().shuffle(answers)
            changed: set[RecordId] = set()
            for values in answers:
                changed |= self._records.new(ANSWER, values, parent=wave).changes.records
            self._vault.desk.drop_draft(_SHEET + wave.hex())
            return Changes(frozenset(changed))

    def results(self, wave: RecordId) -> WaveResults:
        """Return what may be shown of a wave.

        A wave is counted once: as soon as anything of it was shown, late or erased answers
        change nothing, because the difference would tell whose they were.

        Raises:
            RecordError: there is no such wave.
        """
        with self._vault.transaction():
            found = self.wave(wave)
            values = found.record.values
            thresholds = Thresholds(
                max(_number(values.get("minimum_answers")), self._least.answers),
                max(_number(values.get("minimum_municipalities")), self._least.municipalities),
            )
            if not found.is_closed or found.questions is None:
                return WaveResults(found, thresholds, Withheld.WAVE_OPEN)
            counted = self._counted(wave, thresholds)
            quotes = self._quotes(wave)
            questions = tuple(
                _result(question, counted, thresholds, quotes)
                for question in found.questions.questions
            )
            return WaveResults(found, thresholds, None, questions)

    # --- inside -----------------------------------------------------------------------------

    def _question_set(self, name: object) -> QuestionSet | None:
        sets = self._read_catalogues().question_sets
        return next((item for item in sets if item.id == name), None)

    def _counted(self, wave: RecordId, thresholds: Thresholds) -> CountedWave:
        kept = self._vault.desk.setting(_COUNT + wave.hex())
        if kept:
            return decode(kept)
        counted = self._count(wave)
        if any(thresholds.withheld(tally) is None for tally in counted.tallies.values()):
            self._vault.desk.keep_setting(_COUNT + wave.hex(), counted.encode())
        return counted

    def _count(self, wave: RecordId) -> CountedWave:
        answers = self._vault.records.children(wave, ANSWER)
        authors = self._authorship.of([answer.id for answer in answers])
        ratings: list[Response] = []
        texts: list[Response] = []
        for answer in answers:
            author, question = authors.get(answer.id), answer.values.get("question")
            if author is None or not isinstance(question, str):
                continue
            rating = answer.values.get("rating")
            is_text = bool(answer.values.get("text"))
            step = 1 if is_text else rating if isinstance(rating, int) else None
            (texts if is_text else ratings).append(
                Response(question, author.person, author.municipality, step)
            )
        return CountedWave({**count(ratings), **count(texts)})

    def _quotes(self, wave: RecordId) -> Mapping[str, tuple[str, ...]]:
        found: dict[str, set[str]] = {}
        for answer in self._vault.records.children(wave, ANSWER):
            question, text = answer.values.get("question"), answer.values.get("text")
            allowed = answer.values.get("quote_allowed") is True
            if allowed and isinstance(question, str) and isinstance(text, str):
                found.setdefault(question, set()).add(text)
        return {question: tuple(sorted(texts)) for question, texts in found.items()}


def _answer(question: Question, sheet: Sheet) -> dict[str, Value] | None:
    """Return the values of the record of an answer; None for a question that was left out."""
    answer = sheet.get(question.id)
    if question.kind == "rating" and answer is not None:
        rated: dict[str, Value] = {"question": question.id}
        return rated if answer == NOT_JUDGED else {**rated, "rating": answer}
    if question.kind == "text" and isinstance(answer, str) and answer.strip():
        allowed = sheet.get(quote_key(question.id)) is True
        return {"question": question.id, "text": answer.strip(), "quote_allowed": allowed}
    return None


def _result(
    question: Question,
    counted: CountedWave,
    thresholds: Thresholds,
    quotes: Mapping[str, tuple[str, ...]],
) -> QuestionResult:
    tally = counted.tallies.get(question.id, Tally((), 0, 0))
    result = evaluate(tally, thresholds)
    if question.kind != "text" or isinstance(result, Withheld):
        return QuestionResult(question, result)
    return QuestionResult(question, None, quotes.get(question.id, ()), tally.answers)


def _number(value: object) -> int:
    return value if isinstance(value, int) else 0
