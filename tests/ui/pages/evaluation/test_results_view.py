"""Results are shown as bars, words and a table; what is not shown says why."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QLabel

from innolab_desktop.domain.evaluation import Distribution, Thresholds, Withheld
from innolab_desktop.services.evaluations import QuestionResult, Wave, WaveResults
from innolab_desktop.ui.pages.evaluation.results_view import ResultsView
from innolab_desktop.ui.theme.theme import Appearance
from innolab_desktop.ui.widgets.chart_view import ChartView
from innolab_desktop.ui.widgets.data_table import DataTable
from ui.accessibility import audit

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from innolab_desktop.ui.desk import Desk
    from ui.vaults import Lane


@pytest.fixture
def wave(desk: Desk, lane: Lane) -> Wave:
    session = desk.session
    values = {"title": "Puls", "question_set": "pulse_after_event", "state": "closed"}
    record = lane.call(lambda: session.records.new("evaluation_wave", values)).record
    return lane.call(lambda: session.evaluations.wave(record))


@pytest.fixture
def results(wave: Wave) -> WaveResults:
    assert wave.questions is not None
    asked = wave.questions.questions
    return WaveResults(
        wave,
        Thresholds(),
        None,
        (
            QuestionResult(asked[0], Distribution((2, 1, 3, 5), 2, 3.0, 3.0)),
            QuestionResult(asked[1], Withheld.FEW_ANSWERS),
            QuestionResult(asked[2], Withheld.FEW_MUNICIPALITIES),
            QuestionResult(asked[3], Distribution((0, 3, 3, 0), 0, 2.5, None)),
            QuestionResult(asked[4], None, ("<b>Mut</b> zum Fragen",), 7),
        ),
    )


@pytest.fixture
def view(qtbot: QtBot, desk: Desk, results: WaveResults) -> ResultsView:
    made = ResultsView(desk)
    made.setWindowTitle("Ergebnisse")
    made.resize(900, 614)
    qtbot.addWidget(made)
    made.show_results(results)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    return made


def texts(view: ResultsView) -> str:
    return " | ".join(label.text() for label in view.findChildren(QLabel))


def test_every_question_shows_its_result_or_why_not(view: ResultsView) -> None:
    shown = texts(view)
    assert "trifft nicht zu: 2 · trifft eher nicht zu: 1" in shown
    assert "n = 11 · Median: trifft eher zu · Mittelwert 3,0 von 4 · 2 × kann ich" in shown
    assert "Zu wenige Antworten (n < 5)." in shown
    assert "Zu wenige Kommunen" in shown
    assert "n = 6 · Median: zwischen „trifft eher nicht zu“ und „trifft eher zu“" in shown
    assert "„<b>Mut</b> zum Fragen“" in shown
    assert len(view.findChildren(ChartView)) == 2


def test_the_table_leaves_out_the_same(view: ResultsView) -> None:
    (table,) = view.findChildren(DataTable)
    cells = [
        [item.text() if (item := table.item(row, column)) else "" for column in range(8)]
        for row in range(4)
    ]
    assert cells[0][1:] == ["2", "1", "3", "5", "11", "3", "2"]
    assert cells[1][1:] == ["•"] * 7
    assert cells[3][5:] == ["6", "2,5", "0"]


def test_an_open_wave_shows_nothing(view: ResultsView, wave: Wave) -> None:
    view.show_results(WaveResults(wave, Thresholds(), Withheld.WAVE_OPEN))
    assert not view.printing.isVisible()
    assert "wenn die Erhebung geschlossen ist" in texts(view)
    assert [chart for chart in view.findChildren(ChartView) if chart.isVisible()] == []


def test_the_results_become_a_pdf(view: ResultsView, lane: Lane, tmp_path: Path) -> None:
    target = tmp_path / "Ergebnisse.pdf"
    view.printing.write(target)
    lane.settle()
    assert "PDF mit 1 Seite geschrieben: Ergebnisse.pdf" in texts(view)
    assert target.read_bytes().startswith(b"%PDF")


def test_a_pdf_that_cannot_be_written_says_so(
    view: ResultsView, lane: Lane, tmp_path: Path
) -> None:
    view.printing.write(tmp_path / "fehlt" / "Ergebnisse.pdf")
    lane.settle()
    assert "Ergebnisse.pdf" in texts(view)
    assert "geschrieben: " not in texts(view)


@pytest.mark.parametrize("look", [Appearance.LIGHT, Appearance.DARK, Appearance.CONTRAST], ids=str)
def test_it_has_no_barrier(
    view: ResultsView, lane: Lane, desk: Desk, qapp: QApplication, look: Appearance
) -> None:
    desk.theme.apply(look, 200 if look is Appearance.CONTRAST else 100)
    lane.settle()
    assert audit(view, qapp) == []
