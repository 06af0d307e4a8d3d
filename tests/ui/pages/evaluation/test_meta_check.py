"""The Meta-Check of a wave and the reflection of a tandem begin on the page of the evaluation."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import pytest
from PySide6.QtCore import Qt

from innolab_desktop.ui.dialogs.meta_check_dialog import MetaCheckDialog
from innolab_desktop.ui.dialogs.quick_note_dialog import QuickNoteDialog
from innolab_desktop.ui.theme.theme import Appearance
from innolab_desktop.ui.widgets.button import Button
from innolab_desktop.ui.widgets.choice_line import ChoiceLine
from ui.accessibility import audit

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication, QWidget
    from pytestqt.qtbot import QtBot

    from innolab_desktop.ui.desk import Desk
    from innolab_desktop.ui.main_window import MainWindow
    from innolab_desktop.ui.pages.evaluation_page import EvaluationPage
    from ui.vaults import Lane

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def wave(desk: Desk, lane: Lane) -> bytes:
    values = {"title": "Herbst 2026", "question_set": "meta_check"}
    return lane.call(lambda: desk.session.records.new("evaluation_wave", values)).record


@pytest.fixture
def page(window: MainWindow, lane: Lane, wave: bytes) -> EvaluationPage:
    assert wave
    window.show_page("evaluation")
    lane.settle()
    return cast("EvaluationPage", window.page("evaluation"))


def press(owner: QWidget, text: str, lane: Lane) -> None:
    button = next(b for b in owner.findChildren(Button) if b.text() == text)
    button.setFocus()
    lane.qtbot.keyClick(button, Qt.Key.Key_Return)
    lane.settle()


def test_points_are_ticked_by_keyboard(
    page: EvaluationPage, desk: Desk, lane: Lane, *, wave: bytes, qtbot: QtBot
) -> None:
    press(page, "Meta-Check …", lane)
    dialog = page.findChildren(MetaCheckDialog)[0]
    first, second = (line.button for line in dialog.findChildren(ChoiceLine)[:2])
    assert dialog.focusWidget() is first
    qtbot.keyClick(first, Qt.Key.Key_Space)
    qtbot.keyClick(second, Qt.Key.Key_Space)
    qtbot.keyClick(second, Qt.Key.Key_Return, CONTROL)
    lane.settle()
    found = lane.call(lambda: desk.session.evaluations.wave(wave))
    assert found.record.values["meta_check"] == ("purpose_stated", "affected_named")
    assert found.checked_points == 2


def test_the_reflection_of_a_tandem_begins_as_a_note(
    page: EvaluationPage, window: MainWindow, lane: Lane
) -> None:
    press(page, "Tandem-Reflexion …", lane)
    (dialog,) = window.findChildren(QuickNoteDialog)
    assert dialog.note.template == "tandem_reflection"
    assert dialog.text.toPlainText().startswith("Was ist seit dem letzten Mal passiert?")
    assert dialog.text.textCursor().blockNumber() == 1
    dialog.close()


@pytest.mark.parametrize("appearance", [Appearance.LIGHT, Appearance.DARK, Appearance.CONTRAST])
def test_the_meta_check_passes_the_audit(
    page: EvaluationPage, lane: Lane, qapp: QApplication, appearance: Appearance
) -> None:
    page.desk.theme.apply(appearance)
    found = audit(page.window(), qapp)
    assert found == [], found
    press(page, "Meta-Check …", lane)
    dialog = page.findChildren(MetaCheckDialog)[0]
    dialog.activateWindow()
    lane.qtbot.waitUntil(dialog.isActiveWindow)
    found = audit(dialog, qapp)
    assert found == [], found
