"""A Fallberatung from its rules to its first step, in a real vault."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from innolab_desktop.services.read_models import RowQuery
from innolab_desktop.ui.dialogs.case_findings_dialog import CaseFindingsDialog
from innolab_desktop.ui.dialogs.method_dialog import MethodDialog
from innolab_desktop.ui.pages.consultation.agreement_card import AgreementCard
from innolab_desktop.ui.pages.consultation.contribution_line import ContributionLine
from innolab_desktop.ui.pages.consultation.presentation import PresentationWindow
from innolab_desktop.ui.pages.consultation.runner import ConsultationRunner
from innolab_desktop.ui.pages.records_page import RecordsPage
from innolab_desktop.ui.theme.theme import Appearance
from innolab_desktop.ui.widgets.combo_box import ComboBox
from innolab_desktop.ui.widgets.muted import Muted
from ui.accessibility import audit
from ui.typing_text import type_text

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from innolab_desktop.domain.values import Value
    from innolab_desktop.services.session import Session
    from innolab_desktop.ui.desk import Desk
    from innolab_desktop.ui.theme.theme import Theme
    from ui.vaults import Lane


@pytest.fixture
def case(session: Session, lane: Lane) -> bytes:
    rows = lane.call(lambda: session.records.list_rows(RowQuery(kind="case_consultation"))).rows
    return rows[0].id


@pytest.fixture
def page(qtbot: QtBot, desk: Desk, lane: Lane) -> RecordsPage:
    widget = RecordsPage(desk, desk.session.forms.form("case_consultation"))
    qtbot.addWidget(widget)
    widget.setWindowTitle("Fallberatung")
    widget.resize(1000, 760)
    with qtbot.waitExposed(widget):
        widget.show()
    widget.activate()
    lane.settle()
    return widget


@pytest.fixture
def runner(page: RecordsPage, lane: Lane, case: bytes) -> ConsultationRunner:
    page.open_record("case_consultation", case)
    lane.settle()
    page.lead(case)
    lane.settle()
    assert isinstance(page.flow, ConsultationRunner)
    return page.flow


def value(lane: Lane, session: Session, case: bytes, field: str) -> Value:
    return lane.call(lambda: session.records.open(case)).values.get(field)


def agree(runner: ConsultationRunner, lane: Lane) -> None:
    card = runner.findChild(AgreementCard)
    assert card is not None
    card.button.click()
    lane.settle()


def go_on(runner: ConsultationRunner, lane: Lane) -> None:
    runner._frame.next.click()
    lane.settle()


def test_nothing_begins_before_everybody_agreed(
    runner: ConsultationRunner, lane: Lane, session: Session, case: bytes
) -> None:
    assert runner.phase_view is None
    assert not runner._frame.next.isVisible()
    agree(runner, lane)
    assert runner.phase_view is not None
    assert value(lane, session, case, "confidentiality_confirmed") is True
    assert runner._frame.next.isVisible()
    assert runner.run is not None
    assert not runner.run.is_running, "the clock starts when the group wants it"


def test_a_consultation_is_written_down_phase_by_phase(
    runner: ConsultationRunner, lane: Lane, session: Session, case: bytes, qtbot: QtBot
) -> None:
    agree(runner, lane)
    go_on(runner, lane)
    assert runner.phase_view is not None
    description = runner.phase_view.form.blocks["description"].editor.first_widget
    description.setFocus()
    type_text(description, "Ein Antrag wurde übersehen – schon wieder.")
    go_on(runner, lane)
    go_on(runner, lane)
    runner.phase_view._choose_method()
    dialog = next(d for d in runner.window().findChildren(MethodDialog) if d.isVisible())
    dialog._filter.setText("Blockade")
    dialog.accept()
    go_on(runner, lane)
    assert runner.run is not None
    assert runner.run.phase == 4
    line = runner.findChild(ContributionLine)
    assert line is not None
    for text in ("Früher nachfragen", "Vertretung regeln"):
        type_text(line.field, text)
        qtbot.keyClick(line.field, Qt.Key.Key_Return)
        lane.settle()
    found = lane.call(lambda: session.records.children(case, "contribution"))
    assert [item.values["text"] for item in found] == ["Früher nachfragen", "Vertretung regeln"]
    text = value(lane, session, case, "description")
    assert text == "Ein Antrag wurde übersehen – schon wieder."
    assert value(lane, session, case, "method") == "first_small_step"


def test_the_rules_are_said_with_the_button_that_agrees_to_them(
    runner: ConsultationRunner, session: Session
) -> None:
    card = runner.findChild(AgreementCard)
    assert card is not None
    assert card.button.hasFocus()
    said = card.button.accessibleDescription()
    rules = session.consultations.catalogues.consultation_rules.rules
    assert rules
    assert all(rule in said for rule in rules)
    assert "Erst wenn alle zustimmen" in said


def test_what_people_say_can_be_noted_as_soon_as_the_phase_begins(
    runner: ConsultationRunner, lane: Lane
) -> None:
    agree(runner, lane)
    go_on(runner, lane)
    assert runner._frame.next.hasFocus()
    for _ in range(3):
        go_on(runner, lane)
    assert runner.run is not None
    assert runner.run.phase == 4
    line = runner.findChild(ContributionLine)
    assert line is not None
    assert line.field.hasFocus()


def test_the_keyboard_stays_when_a_consultation_is_resumed(
    runner: ConsultationRunner, lane: Lane, page: RecordsPage, case: bytes
) -> None:
    agree(runner, lane)
    runner.leave()
    lane.settle()
    page.lead(case)
    lane.settle()
    assert page.window().focusWidget() is runner._frame.steps


def test_who_writes_at_their_own_time_has_no_clock(
    runner: ConsultationRunner, lane: Lane, session: Session, case: bytes
) -> None:
    agree(runner, lane)
    runner._frame.clock.toggle.click()
    assert runner.run is not None
    assert runner.run.is_running
    assert runner.phase_view is not None
    choice = runner.phase_view.form.blocks["session_format"].editor.first_widget
    assert isinstance(choice, ComboBox)
    choice.setCurrentIndex(choice.findData("written"))
    choice.activated.emit(choice.currentIndex())
    assert not runner.run.is_running
    assert not runner._frame.clock.isVisible()
    assert not runner._frame.present.isVisible()
    words = [label.text() for label in runner.findChildren(Muted) if label.isVisible()]
    assert any("ohne Uhr" in text for text in words)
    go_on(runner, lane)
    assert not runner._frame.clock.isVisible()
    assert value(lane, session, case, "session_format") == "written"


def test_a_case_that_names_somebody_is_asked_about_at_the_end(
    runner: ConsultationRunner, lane: Lane, session: Session, case: bytes, page: RecordsPage
) -> None:
    agree(runner, lane)
    runner.go_to(5)
    lane.settle()
    assert runner.phase_view is not None
    takeaways = runner.phase_view.form.blocks["takeaways"].editor.first_widget
    takeaways.setFocus()
    type_text(takeaways, "Frau Müller anrufen unter 0171 2345678.")
    go_on(runner, lane)
    dialog = next(d for d in page.window().findChildren(CaseFindingsDialog) if d.isVisible())
    assert runner.isVisible(), "it waits for the answer"
    dialog.accept()
    lane.settle()
    assert not runner.isVisible()
    assert not lane.call(lambda: session.consultations.is_begun(case)), "the clock is forgotten"


def test_it_goes_on_where_it_was_left(
    runner: ConsultationRunner, lane: Lane, page: RecordsPage, case: bytes
) -> None:
    agree(runner, lane)
    go_on(runner, lane)
    runner._frame.clock.longer.click()
    runner._frame.clock.toggle.click()
    assert runner.run is not None
    assert runner.run.is_running
    runner.leave()
    lane.settle()
    assert not runner.isVisible()
    page.lead(case)
    lane.settle()
    assert runner.run is not None
    assert runner.run.phase == 1
    assert runner.run.planned_minutes[1] == 12
    assert not runner.run.is_running


def test_the_group_sees_the_question_and_nothing_that_was_written(
    runner: ConsultationRunner, lane: Lane
) -> None:
    agree(runner, lane)
    runner.go_to(2)
    lane.settle()
    assert runner.phase_view is not None
    question = runner.phase_view.form.blocks["key_question"].editor.first_widget
    question.setFocus()
    type_text(question, "Wie kann ich Kollegin B entlasten?")
    runner._frame.present.click()
    window = runner._presentation.window
    assert isinstance(window, PresentationWindow)
    shown = " ".join(label.text() for label in window.findChildren(type(window._phase)))
    assert "Schlüsselfrage" in shown
    assert "Wie kann ich erreichen" in shown
    assert "Kollegin B" not in shown
    runner._step(1)
    lane.settle()
    assert "Methodenwahl" in window._phase.text()
    window.close()
    assert runner._presentation.window is None


def test_every_phase_is_accessible(
    runner: ConsultationRunner, lane: Lane, page: RecordsPage, qapp: QApplication
) -> None:
    assert audit(page, qapp) == []
    agree(runner, lane)
    for phase in range(6):
        runner.go_to(phase)
        lane.settle()
        assert audit(page, qapp, looks=phase in {1, 4}) == []


def test_it_fits_at_twice_the_size(
    runner: ConsultationRunner, lane: Lane, page: RecordsPage, qapp: QApplication, theme: Theme
) -> None:
    agree(runner, lane)
    theme.apply(Appearance.LIGHT, 200)
    page.resize(1226, 640)
    lane.settle()
    assert audit(page, qapp, looks=False) == []
