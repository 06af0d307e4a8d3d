"""A wave is answered once by everybody, counted once, and shown without anybody in it."""

from __future__ import annotations

from contextlib import ExitStack
from datetime import date
from typing import TYPE_CHECKING

import pypdf
import pytest

from innolab_desktop.domain.errors import FormatError, RecordError
from innolab_desktop.domain.evaluation import Distribution, Tally, Withheld
from innolab_desktop.services.evaluation_count import CountedWave, decode
from services.waves import PEOPLE, SHEETS, make_people, open_wave, post
from vaults import create

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from innolab_desktop.services.session import Session


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    opened = create(tmp_path / "vault", "Anna Weiß")
    yield opened
    opened.close()


def test_a_sheet_is_kept_and_handed_in_once(session: Session) -> None:
    evaluations, wave = session.evaluations, open_wave(session, None)
    evaluations.keep(wave, {"pulse_after_event_1": 3})
    resumed = evaluations.wave(wave)
    assert (resumed.sheet, resumed.takes_answers) == ({"pulse_after_event_1": 3}, True)
    sheet = {
        "pulse_after_event_1": 3,
        "pulse_after_event_2": "not_judged",
        "pulse_after_event_5": "  Mut  ",
        "pulse_after_event_6": "   ",
        "half_year_1": 4,
    }
    changes = evaluations.submit(wave, sheet)
    answers = session.records.children(wave, "evaluation_answer")
    assert {answer.id for answer in answers} <= changes.records
    values = {str(answer.values["question"]): answer.values for answer in answers}
    assert set(values) == {f"pulse_after_event_{number}" for number in (1, 2, 5)}
    assert values["pulse_after_event_1"]["rating"] == 3
    assert "rating" not in values["pulse_after_event_2"]
    assert values["pulse_after_event_5"]["text"] == "Mut"
    assert values["pulse_after_event_5"]["quote_allowed"] is False
    (shown,) = evaluations.waves()
    assert (shown.is_answered, shown.takes_answers, dict(shown.sheet)) == (True, False, {})
    with pytest.raises(RecordError, match="wave_answered"):
        evaluations.submit(wave, sheet)


def test_only_an_open_wave_takes_answers(session: Session) -> None:
    wave = open_wave(session, None)
    with pytest.raises(RecordError, match="wave_sheet_empty"):
        session.evaluations.submit(wave, {})
    for state in ("planned", "closed"):
        session.records.save(wave, {"state": state})
        with pytest.raises(RecordError, match="wave_not_open"):
            session.evaluations.submit(wave, {"pulse_after_event_1": 3})


def test_an_emptied_sheet_leaves_nothing_behind(session: Session) -> None:
    wave = open_wave(session, None)
    session.evaluations.keep(wave, {"pulse_after_event_1": 3})
    session.evaluations.keep(wave, {})
    assert session.desk.drafts() == {}


def test_one_person_alone_sees_no_results(session: Session) -> None:
    wave = open_wave(session, None, minimum_answers=5)
    session.evaluations.submit(wave, {"pulse_after_event_1": 3})
    assert session.evaluations.results(wave).withheld is Withheld.WAVE_OPEN
    session.records.save(wave, {"state": "closed"})
    results = session.evaluations.results(wave)
    assert results.withheld is None
    assert {item.result for item in results.questions} == {Withheld.FEW_ANSWERS}
    assert all(not item.quotes for item in results.questions)


def test_five_people_of_three_places_are_counted_once(tmp_path: Path) -> None:
    with ExitStack() as stack:
        people = make_people(tmp_path, 6)
        for person in people:
            stack.callback(person.close)
        anna, *others = people
        members = [person.info.person_id for person in others]
        space = anna.spaces.create("Programm", "network", members).id
        wave = open_wave(anna, space)
        anna.evaluations.submit(wave, SHEETS[0])
        post(anna, space, tmp_path / "out", others)
        assert anna.evaluations.wave(wave).is_led
        assert not others[0].evaluations.wave(wave).is_led
        for number, (person, sheet) in enumerate(zip(others, SHEETS[1:], strict=True)):
            person.evaluations.submit(wave, sheet)
            if number < 4:
                post(person, space, tmp_path / f"in-{number}", [anna])
        assert anna.evaluations.results(wave).withheld is Withheld.WAVE_OPEN
        anna.records.save(wave, {"state": "closed"})
        first = anna.evaluations.results(wave)
        found = {item.question.id: item for item in first.questions}
        assert found["pulse_after_event_1"].result == Distribution((2, 0, 1, 2), 0, 3.0, None)
        assert found["pulse_after_event_2"].result is Withheld.FEW_ANSWERS
        assert found["pulse_after_event_5"].quotes == ("Mut zum Fragen",)
        assert found["pulse_after_event_5"].answers == 5
        assert "Geheim" not in repr(found["pulse_after_event_5"])

        paper = tmp_path / "results.pdf"
        anna.reports.print_record("evaluation_results", wave, paper, as_of=date(2026, 4, 2))
        printed = "".join(page.extract_text() for page in pypdf.PdfReader(paper).pages)
        assert "Mut zum Fragen" in printed
        assert "Geheim" not in printed, "nobody allowed to quote that"
        assert not [name for name, _place in PEOPLE if name in printed]

        post(others[-1], space, tmp_path / "late", [anna])
        again = {item.question.id: item for item in anna.evaluations.results(wave).questions}
        assert again == found, "a late answer would show itself in the difference"
        anna.records.save(wave, {"minimum_answers": 6})
        raised = anna.evaluations.results(wave).questions[0]
        assert raised.result is Withheld.FEW_ANSWERS


def test_nobody_reads_the_answers_of_one_person(tmp_path: Path) -> None:
    with ExitStack() as stack:
        anna, ben = make_people(tmp_path, 2)
        stack.callback(anna.close)
        stack.callback(ben.close)
        space = anna.spaces.create("Programm", "network", [ben.info.person_id]).id
        wave = open_wave(anna, space)
        post(anna, space, tmp_path / "out", [ben])
        ben.evaluations.submit(wave, SHEETS[0])
        post(ben, space, tmp_path / "in", [anna])
        assert len(anna.records.children(wave, "evaluation_answer")) == 2
        (report,) = anna.merge_reports.latest()
        assert (report.totals.new, report.records, report.more_records) == (2, (), 2)
        assert "Geheim" not in repr(report)
        for words in ("Geheim", "Antwort", "Antworten"):
            assert anna.records.search(words, 9) == ()


def test_a_count_survives_being_kept() -> None:
    counted = CountedWave({"q": Tally((2, 0, 1, 2), 1, 3)})
    assert decode(counted.encode()) == counted
    for broken in ("", "[]", '{"q": 1}', '{"q": [1, 2]}'):
        with pytest.raises(FormatError):
            decode(broken)
