"""A statement is answered with the keyboard alone, and read out with each step."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible

from innolab_desktop.ui.widgets.likert_group import LikertGroup
from ui.accessibility import audit

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from innolab_desktop.ui.theme.theme import Theme

STATEMENT = "Ich konnte offen sprechen."
STEPS = (
    (1, "trifft nicht zu"),
    (2, "trifft eher nicht zu"),
    (3, "trifft eher zu"),
    (4, "trifft voll zu"),
    ("not_judged", "kann ich nicht beurteilen"),
)


@pytest.fixture
def group(qtbot: QtBot, theme: Theme) -> LikertGroup:
    made = LikertGroup(theme, STATEMENT, STEPS)
    made.setWindowTitle("Bogen")
    made.resize(900, 160)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    return made


def test_arrow_keys_choose_a_step(qtbot: QtBot, group: LikertGroup) -> None:
    first = group.buttons[0]
    first.setFocus()
    assert group.value is None
    qtbot.keyClick(first, Qt.Key.Key_Space)
    assert group.value == 1
    with qtbot.waitSignal(group.answered):
        qtbot.keyClick(first, Qt.Key.Key_Right)
    assert group.value == 2
    qtbot.keyClick(group.buttons[1], Qt.Key.Key_Right)
    qtbot.keyClick(group.buttons[2], Qt.Key.Key_Left)
    assert group.value == 2


def test_up_and_down_work_in_a_row_too(qtbot: QtBot, group: LikertGroup) -> None:
    first = group.buttons[0]
    first.setFocus()
    qtbot.keyClick(first, Qt.Key.Key_Down)
    assert group.value == 2
    qtbot.keyClick(group.buttons[1], Qt.Key.Key_Up)
    qtbot.keyClick(group.buttons[0], Qt.Key.Key_Up)
    assert group.value == 1
    assert group.focusWidget() is first
    for button in group.buttons[:-1]:
        qtbot.keyClick(button, Qt.Key.Key_Down)
    qtbot.keyClick(group.buttons[-1], Qt.Key.Key_Down)
    assert group.value == "not_judged"


def test_showing_a_value_is_no_answer(qtbot: QtBot, group: LikertGroup) -> None:
    with qtbot.assertNotEmitted(group.answered):
        group.show_value("not_judged")
        assert group.value == "not_judged"
        group.show_value(None)
    assert group.value is None


def test_each_step_says_what_it_answers(group: LikertGroup) -> None:
    for button, (_value, label) in zip(group.buttons, STEPS, strict=True):
        spoken = QAccessible.queryAccessibleInterface(button)
        assert spoken.text(QAccessible.Text.Name) == label
        assert spoken.text(QAccessible.Text.Description) == STATEMENT
        assert spoken.role() == QAccessible.Role.RadioButton


@pytest.mark.parametrize("stacked", [False, True])
def test_it_has_no_barrier(group: LikertGroup, qapp: QApplication, stacked: bool) -> None:  # noqa: FBT001 - a parameter of the test
    group.set_stacked(stacked)
    group.resize(500 if stacked else 1000, 300)
    assert audit(group, qapp) == []
