"""A list of people is narrowed down by name and place, as the search compares words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from innolab_desktop.services.read_models import Contact
from innolab_desktop.ui.dialogs.space_dialog import SpaceDialog
from innolab_desktop.ui.pages.exchange.people_panel import PeoplePanel, _State
from innolab_desktop.ui.widgets.person_filter import FILTERED_FROM, PersonFilter, PersonLine
from innolab_desktop.ui.widgets.plain_label import PlainLabel
from innolab_desktop.ui.widgets.tail_row import TailRow
from ui.accessibility import audit
from ui.typing_text import type_text

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from innolab_desktop.ui.desk import Desk

PLACES = ("Köln", "Gießen", "Musterstadt")


def person(number: int) -> Contact:
    name, place = f"Person {number:02}", PLACES[number % len(PLACES)]
    key = number.to_bytes(16, "big")
    return Contact(key, key, name, place, "Personal", "official", "1" * 30, 1, False)


@pytest.fixture
def owner(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    widget.setWindowTitle("Test")
    qtbot.addWidget(widget)
    widget.resize(900, 700)
    with qtbot.waitExposed(widget):
        widget.show()
    return widget


def members(dialog: SpaceDialog) -> list[str]:
    lines = dialog._members.values()
    return [line.button.accessibleName()[:9] for line in lines if line.isVisible()]


def test_few_people_need_no_filter_and_nobody_stays_hidden(owner: QWidget) -> None:
    filter_ = PersonFilter()
    filter_.setParent(owner)
    lines = [PersonLine(f"Person {n}", QWidget(owner)) for n in range(FILTERED_FROM)]
    filter_.watch(lines)
    assert filter_.isVisible()
    filter_.field.setText("Person 3")
    assert sum(line.widget.isVisible() for line in lines) == 1
    filter_.watch(lines[1:])
    assert not filter_.isVisible()
    assert all(line.widget.isVisible() for line in lines[1:])


def test_members_of_a_new_space_are_found_by_keyboard_and_the_chosen_stay(
    owner: QWidget, desk: Desk, qtbot: QtBot, qapp: QApplication
) -> None:
    dialog = SpaceDialog(owner, desk, [person(n) for n in range(9)])
    dialog.open()
    qtbot.waitUntil(dialog.isActiveWindow)
    dialog._members[person(0).id].set_checked(True)
    field = dialog.filter.field
    field.setFocus()
    type_text(field, "giessen")
    assert members(dialog) == ["Person 00", "Person 01", "Person 04", "Person 07"]
    assert field.accessibleDescription() == "3 von 9 passen dazu."
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert dialog.isVisible(), "Return in the filter makes no space"
    assert audit(dialog, qapp) == []
    qtbot.keyClick(field, Qt.Key.Key_Tab)
    dialog.reject()


def test_contacts_are_narrowed_down_and_stay_so_when_they_are_read_again(
    desk: Desk, qtbot: QtBot
) -> None:
    panel = PeoplePanel(desk)
    qtbot.addWidget(panel)
    panel.show()
    found = _State("1" * 30, tuple(person(n) for n in range(9)), frozenset(), ())
    panel._show(found)
    assert panel.contacts.field.isVisible()
    type_text(panel.contacts.field, "PERSON koeln 03")
    qtbot.wait(10)
    for _ in range(2):
        shown = [
            label.text()
            for line in panel.findChildren(TailRow)
            if line.isVisible()
            for label in line.findChildren(PlainLabel)
        ]
        assert "Person 03" in shown
        assert "Person 00" not in shown
        panel._show(found)
        qtbot.wait(10)
