"""In a consultation in writing each participant agrees for themself before they see the case."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QPushButton

from innolab_desktop.services.consultations import Agreement
from innolab_desktop.ui.desk import Desk
from innolab_desktop.ui.notifier import Notifier
from innolab_desktop.ui.pages.consultation.agreement_card import AgreementCard
from innolab_desktop.ui.pages.consultation.runner import ConsultationRunner
from innolab_desktop.ui.pages.records_page import RecordsPage
from ui.accessibility import audit
from ui.vaults import HINTS, create_session

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from innolab_desktop.domain.values import Value
    from innolab_desktop.services.error_catalogue import ErrorCatalogue
    from innolab_desktop.services.session import Session
    from innolab_desktop.ui.theme.theme import Theme
    from ui.vaults import Lane

SECRET = "Ein Antrag lag drei Monate."


class Reader:
    """Somebody who was asked to advise: their window, and the case of somebody else."""

    def __init__(self, desk: Desk, lane: Lane, case: bytes) -> None:
        self.page = RecordsPage(desk, desk.session.forms.form("case_consultation"))
        self.session, self.lane, self.case = desk.session, lane, case

    def open(self) -> None:
        self.page.open_record("case_consultation", self.case)
        self.lane.settle()

    def press(self, label: str) -> None:
        found = [b for b in self.page.findChildren(QPushButton) if b.isVisible()]
        next(button for button in found if button.text() == label).click()
        self.lane.settle()

    def shown(self) -> str:
        labels = [label.text() for label in self.page.findChildren(QLabel) if label.isVisible()]
        areas = [a for a in self.page.findChildren(QPlainTextEdit) if a.isVisible()]
        return " ".join([*labels, *(area.toPlainText() for area in areas)])

    def agreement(self) -> Agreement:
        session, case = self.session, self.case
        return self.lane.call(lambda: session.consultations.agreement(session.records.open(case)))


def _advise(aylin: Session, jonas: Session, folder: Path, chosen_format: str) -> bytes:
    for one, other in ((aylin, jonas), (jonas, aylin)):
        card = folder / f"{one.info.person}.ilkarte"
        other.contacts.add(card, one.contacts.write_card(card))
    group = aylin.spaces.create("Fallgruppe", "case_group", [jonas.info.person_id]).id
    values: dict[str, Value] = {
        "title": "Fall",
        "session_format": chosen_format,
        "description": SECRET,
    }
    values["confidentiality_confirmed"] = True
    case = aylin.records.new("case_consultation", values, space=group).record
    sent = aylin.exporting.run(group, folder / "post").files
    jonas.importing.run([file.path for file in sent])
    return case


@pytest.fixture
def make_reader(
    qtbot: QtBot, lane: Lane, theme: Theme, catalogue: ErrorCatalogue, tmp_path: Path
) -> Iterator[Callable[[str], Reader]]:
    opened: list[Session] = []

    def make(chosen_format: str) -> Reader:
        aylin, jonas = lane.call(
            lambda: [create_session(tmp_path / name, name) for name in ("Aylin", "Jonas")]
        )
        opened.extend((aylin, jonas))
        case = lane.call(lambda: _advise(aylin, jonas, tmp_path, chosen_format))
        desk = Desk(jonas, lane.jobs, Notifier(lane.jobs), theme, catalogue, HINTS)
        reader = Reader(desk, lane, case)
        qtbot.addWidget(reader.page)
        reader.page.setWindowTitle("Fallberatung")
        reader.page.resize(1000, 760)
        with qtbot.waitExposed(reader.page):
            reader.page.show()
        reader.page.activate()
        lane.settle()
        return reader

    yield make
    lane.settle()
    for session in opened:
        lane.jobs.finish_with(session.close)


def test_the_case_shows_only_after_the_reader_agreed(
    make_reader: Callable[[str], Reader], qapp: QApplication
) -> None:
    reader = make_reader("written")
    assert reader.agreement() is Agreement.OWN_MISSING
    reader.open()
    assert SECRET not in reader.shown()
    assert "den Fall sehen Sie, sobald Sie zugestimmt haben" in reader.shown()
    assert audit(reader.page, qapp) == []
    before = reader.lane.call(lambda: reader.session.records.history(reader.case))
    reader.press("Ich stimme zu")
    assert SECRET in reader.shown()
    assert reader.agreement() is Agreement.OWN_GIVEN
    reader.open()
    assert SECRET in reader.shown(), "asked once"
    after = reader.lane.call(lambda: reader.session.records.history(reader.case))
    assert after == before, "nobody else is told"


def test_nothing_of_the_record_before_stays_beside_the_question(
    make_reader: Callable[[str], Reader],
) -> None:
    reader = make_reader("written")
    values: dict[str, Value] = {"title": "Eigener Fall", "description": "Eigene Worte"}
    records = reader.session.records
    own = reader.lane.call(lambda: records.new("case_consultation", values)).record
    reader.page.open_record("case_consultation", own)
    reader.lane.settle()
    assert "Eigene Worte" in reader.shown()
    reader.open()
    assert "Ich stimme zu" in [b.text() for b in reader.page.findChildren(QPushButton)]
    assert "Eigene Worte" not in reader.shown()


def test_who_does_not_agree_goes_back_to_the_list(make_reader: Callable[[str], Reader]) -> None:
    reader = make_reader("written")
    reader.page.resize(500, 700)
    reader.open()
    reader.press("Später")
    assert reader.agreement() is Agreement.OWN_MISSING
    assert SECRET not in reader.shown()


def test_the_guided_flow_asks_too(make_reader: Callable[[str], Reader]) -> None:
    reader = make_reader("written")
    reader.page.lead(reader.case)
    reader.lane.settle()
    flow = reader.page.flow
    assert isinstance(flow, ConsultationRunner)
    assert isinstance(flow.findChild(AgreementCard), AgreementCard)
    assert flow.phase_view is None
    reader.press("Ich stimme zu")
    assert flow.phase_view is not None
    assert reader.agreement() is Agreement.OWN_GIVEN


@pytest.mark.parametrize("chosen_format", ["in_person", "video"])
def test_where_all_meet_they_agree_together(
    make_reader: Callable[[str], Reader], chosen_format: str
) -> None:
    reader = make_reader(chosen_format)
    assert reader.agreement() is Agreement.OF_GROUP
    reader.open()
    assert SECRET in reader.shown()
