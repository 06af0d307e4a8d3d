"""Ctrl and the number of the page in front lead back to its list, wherever the keyboard is."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from innolab_desktop.domain.consultation_run import ConsultationRun
from innolab_desktop.ui.pages.consultation.contribution_line import ContributionLine
from innolab_desktop.ui.pages.consultation.runner import ConsultationRunner
from innolab_desktop.ui.pages.evaluation.question_block import TextBlock
from innolab_desktop.ui.widgets.boxes import has_keyboard
from innolab_desktop.ui.widgets.row_list import RowList
from ui.typing_text import type_text

if TYPE_CHECKING:
    from innolab_desktop.services.session import Session
    from innolab_desktop.ui.main_window import MainWindow
    from innolab_desktop.ui.pages.evaluation_page import EvaluationPage
    from innolab_desktop.ui.pages.records_page import RecordsPage
    from ui.vaults import Lane

CONTRIBUTIONS = 4
"""The number of the phase in which contributions are written down."""


def press(window: MainWindow, lane: Lane, key: Qt.Key) -> None:
    """Press Ctrl and *key* where the keyboard is."""
    window.activateWindow()
    lane.qtbot.waitUntil(window.isActiveWindow)
    QTest.keyClick(window.focusWidget() or window, key, Qt.KeyboardModifier.ControlModifier)
    lane.settle()


@pytest.fixture
def case(session: Session, lane: Lane) -> bytes:
    def begin() -> bytes:
        values = {"title": "Beschwerden", "confidentiality_confirmed": True}
        record = session.records.new("case_consultation", values).record
        consultations = session.consultations
        run = consultations.resume(record, consultations.template(None))
        assert isinstance(run, ConsultationRun)
        consultations.keep(record, run.go_to(CONTRIBUTIONS, 0))
        return record

    return lane.call(begin)


def test_from_a_consultation(window: MainWindow, session: Session, lane: Lane, case: bytes) -> None:
    window.show_page("case_consultation")
    page = cast("RecordsPage", window.page("case_consultation"))
    page.lead(case)
    lane.settle()
    runner = page.flow
    assert isinstance(runner, ConsultationRunner)
    line = runner.findChild(ContributionLine)
    assert isinstance(line, ContributionLine)
    line.field.setFocus()
    type_text(line.field, "Früher fragen")
    press(window, lane, Qt.Key.Key_4)
    assert not runner.isVisible()
    rows = page.findChildren(RowList)[0]
    assert rows.isVisible()
    assert has_keyboard(rows)
    kept = lane.call(session.desk.drafts)
    assert "Früher fragen" in str(kept), "what was begun stays"
    press(window, lane, Qt.Key.Key_4)
    assert rows.isVisible(), "from the list it leads nowhere else"


@pytest.fixture
def wave(session: Session, lane: Lane) -> bytes:
    values = {"title": "Halbjahr", "question_set": "half_year", "state": "open"}
    return lane.call(lambda: session.records.new("evaluation_wave", values).record)


def test_from_the_sheet_of_a_wave(window: MainWindow, lane: Lane, wave: bytes) -> None:
    window.show_page("evaluation")
    page = cast("EvaluationPage", window.page("evaluation"))
    lane.settle()
    page.answer(wave)
    lane.settle()
    block = next(block for block in page.sheet.blocks if isinstance(block, TextBlock))
    block.area.setFocus()
    type_text(block.area, "Mehr Zeit füreinander")
    press(window, lane, Qt.Key.Key_5)
    assert not page.sheet.isVisible()
    assert page.waves.isVisible()
    assert has_keyboard(page.waves)
    page.answer(wave)
    lane.settle()
    again = next(block for block in page.sheet.blocks if isinstance(block, TextBlock))
    assert again.area.toPlainText() == "Mehr Zeit füreinander"


def test_from_results(window: MainWindow, session: Session, lane: Lane, wave: bytes) -> None:
    lane.call(lambda: session.records.save(wave, {"state": "closed"}))
    window.show_page("evaluation")
    page = cast("EvaluationPage", window.page("evaluation"))
    lane.settle()
    page.show_results(wave)
    lane.settle()
    assert page.results.isVisible()
    assert has_keyboard(page.results)
    press(window, lane, Qt.Key.Key_5)
    assert not page.results.isVisible()
    assert has_keyboard(page.waves)
