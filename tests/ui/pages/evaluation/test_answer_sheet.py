"""A wave is opened, answered in two sittings, handed in, and closed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from innolab_desktop.ui.dialogs.message_dialog import MessageDialog
from innolab_desktop.ui.pages.evaluation.question_block import RatingBlock, TextBlock
from innolab_desktop.ui.theme.theme import Appearance
from ui.accessibility import audit
from ui.typing_text import type_text

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication, QWidget

    from innolab_desktop.ui.desk import Desk
    from innolab_desktop.ui.main_window import MainWindow
    from innolab_desktop.ui.pages.evaluation_page import EvaluationPage
    from ui.vaults import Lane


def press(widget: QWidget, text: str) -> None:
    buttons = [b for b in widget.findChildren(QPushButton) if b.text() == text and b.isVisible()]
    assert len(buttons) == 1, (text, [b.text() for b in widget.findChildren(QPushButton)])
    buttons[0].click()


def texts(widget: QWidget) -> str:
    return " ".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


@pytest.fixture
def page(window: MainWindow, lane: Lane, wave: bytes) -> EvaluationPage:
    assert wave
    window.show_page("evaluation")
    lane.settle()
    return cast("EvaluationPage", window.page("evaluation"))


@pytest.fixture
def wave(desk: Desk, lane: Lane) -> bytes:
    records = desk.session.records
    values = {"title": "Halbjahr 1", "question_set": "half_year", "purpose": "Besser werden"}
    return lane.call(lambda: records.new("evaluation_wave", values).record)


def test_a_wave_goes_from_planned_to_answered(
    page: EvaluationPage, window: MainWindow, desk: Desk, lane: Lane, wave: bytes
) -> None:
    press(page, "Für Antworten öffnen")
    lane.settle()
    press(page, "Bogen ausfüllen")
    lane.settle()
    assert "vertraulich" in texts(page.sheet)
    assert "anonym" not in texts(page.sheet).lower()
    assert "Besser werden" in texts(page.sheet)
    rating, text = page.sheet.blocks[0], page.sheet.blocks[17]
    assert isinstance(rating, RatingBlock)
    assert isinstance(text, TextBlock)
    rating.group.buttons[3].click()
    text.area.setPlainText("Mehr Zeit füreinander")
    text.quote.button.click()
    assert "2 von 21 Fragen beantwortet" in texts(page.sheet)
    window.show_page("overview")
    lane.settle()

    kept = lane.call(lambda: desk.session.evaluations.wave(wave)).sheet
    assert kept["half_year_1"] == 4
    assert kept["half_year_18:quote"] is True

    window.show_page("evaluation")
    press(page.sheet, "Später weiter")
    lane.settle()
    press(page, "Weiter ausfüllen")
    lane.settle()
    assert page.sheet.values() == kept
    press(page.sheet, "Abgeben …")
    press(window.findChildren(MessageDialog)[-1], "Abgeben")
    lane.settle()
    assert "Ihr Bogen ist abgegeben" in texts(page)
    answers = lane.call(lambda: desk.session.records.children(wave, "evaluation_answer"))
    assert len(answers) == 2


def test_answers_are_kept_while_the_sheet_is_in_front(
    page: EvaluationPage, desk: Desk, lane: Lane, wave: bytes
) -> None:
    press(page, "Für Antworten öffnen")
    lane.settle()
    press(page, "Bogen ausfüllen")
    lane.settle()
    text = page.sheet.blocks[17]
    assert isinstance(text, TextBlock)
    type_text(text.area, "Mehr Zeit")

    def is_kept() -> bool:
        kept = lane.call(lambda: desk.session.evaluations.wave(wave)).sheet
        return kept.get("half_year_18") == "Mehr Zeit"

    lane.qtbot.waitUntil(is_kept, timeout=5000)


def test_an_empty_sheet_is_not_handed_in(
    page: EvaluationPage, window: MainWindow, lane: Lane
) -> None:
    press(page, "Für Antworten öffnen")
    lane.settle()
    press(page, "Bogen ausfüllen")
    lane.settle()
    cast("RatingBlock", page.sheet.blocks[0]).group.buttons[0].click()
    press(page.sheet, "Bogen leeren")
    assert page.sheet.values()
    press(window.findChildren(MessageDialog)[-1], "Bogen leeren")
    press(page.sheet, "Abgeben …")
    press(window.findChildren(MessageDialog)[-1], "Abgeben")
    lane.settle()
    assert "noch keine Frage beantwortet" in texts(page.sheet)


def test_the_keyboard_goes_to_the_questions_and_comes_back_to_the_wave(
    page: EvaluationPage, window: MainWindow, lane: Lane
) -> None:
    open_it = next(b for b in page.waves.stops if b.text() == "Für Antworten öffnen")
    open_it.setFocus()
    open_it.click()
    lane.settle()
    assert window.focusWidget() is page.waves.stops[0]

    press(page, "Bogen ausfüllen")
    lane.settle()
    first = cast("RatingBlock", page.sheet.blocks[0])
    assert window.focusWidget() is first.group.buttons[0]
    first.group.buttons[2].click()
    press(page.sheet, "Später weiter")
    lane.settle()
    assert window.focusWidget() is page.waves.stops[0]

    press(page, "Weiter ausfüllen")
    lane.settle()
    second = cast("RatingBlock", page.sheet.blocks[1])
    assert window.focusWidget() is second.group.buttons[0]


def test_who_only_answers_is_not_asked_to_close(
    page: EvaluationPage, desk: Desk, lane: Lane
) -> None:
    press(page, "Für Antworten öffnen")
    lane.settle()
    (wave,) = lane.call(desk.session.evaluations.waves)
    page.waves.show_waves([replace(wave, is_led=False)])
    assert [b.text() for b in page.waves.stops] == ["Bogen ausfüllen", "Meta-Check …", "Bearbeiten"]


def test_a_wave_without_questions_is_not_opened_but_gets_them(
    page: EvaluationPage, window: MainWindow, desk: Desk, lane: Lane
) -> None:
    values = {"title": "Noch ohne Fragen", "state": "open"}
    empty = lane.call(lambda: desk.session.records.new("evaluation_wave", values).record)
    page.activate()
    lane.settle()
    page.waves.focus_card(empty)
    choose = window.focusWidget()
    assert choose is not None
    assert choose.accessibleName() == "Fragen wählen: Noch ohne Fragen"
    lane.qtbot.keyClick(choose, Qt.Key.Key_Return)
    lane.settle()
    assert window.front is window.page("more")
    focused = window.focusWidget()
    assert focused is not None
    assert focused.accessibleName() == "Fragen"


def test_an_answer_that_is_too_long_is_not_cut_in_silence(page: EvaluationPage, lane: Lane) -> None:
    press(page, "Für Antworten öffnen")
    lane.settle()
    press(page, "Bogen ausfüllen")
    lane.settle()
    text = cast("TextBlock", page.sheet.blocks[17])
    text.area.setPlainText("z" * 3001)
    assert "3000 Zeichen" in texts(page.sheet)
    text.area.setPlainText("z" * 3000)
    assert "3000 Zeichen" not in texts(page.sheet)


def test_closing_asks_first(
    page: EvaluationPage, window: MainWindow, desk: Desk, lane: Lane, wave: bytes
) -> None:
    press(page, "Für Antworten öffnen")
    lane.settle()
    press(page, "Schließen …")
    assert lane.call(lambda: desk.session.evaluations.wave(wave)).takes_answers
    press(window.findChildren(MessageDialog)[-1], "Erhebung schließen")
    lane.settle()
    assert lane.call(lambda: desk.session.evaluations.wave(wave)).is_closed
    press(page, "Ergebnisse")
    lane.settle()
    assert "Zu wenige Antworten (n < 5)." in texts(page.results)
    press(page.results, "Zur Liste")
    lane.settle()
    assert "Halbjahr 1" in texts(page)


def test_results_that_are_in_front_are_read_again(
    page: EvaluationPage, window: MainWindow, desk: Desk, lane: Lane, wave: bytes
) -> None:
    records = desk.session.records
    lane.call(lambda: records.save(wave, {"state": "closed"}))
    page.activate()
    lane.settle()
    press(page, "Ergebnisse")
    lane.settle()
    window.show_page("exchange")
    lane.call(lambda: records.save(wave, {"minimum_answers": 9}))
    window.show_page("evaluation")
    lane.settle()
    assert "(n < 9)" in texts(page.results)
    lane.call(lambda: desk.session.erasing.erase(wave, "request"))
    page.activate()
    lane.settle()
    assert page.waves.isVisible()


LOOKS = ((Appearance.LIGHT, 100), (Appearance.DARK, 100), (Appearance.LIGHT, 200))


@pytest.mark.parametrize("look", LOOKS, ids=str)
def test_the_sheet_has_no_barrier(
    page: EvaluationPage,
    window: MainWindow,
    lane: Lane,
    qapp: QApplication,
    look: tuple[Appearance, int],
) -> None:
    press(page, "Für Antworten öffnen")
    lane.settle()
    page.desk.theme.apply(*look)
    window.resize(1093, 614)
    lane.settle()
    assert audit(window, qapp) == []
    press(page, "Bogen ausfüllen")
    lane.settle()
    assert audit(window, qapp) == []
