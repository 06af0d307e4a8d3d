"""What a field refers to can be made where it is missing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QToolButton

from innolab_desktop.services.read_models import RowQuery
from innolab_desktop.ui.dialogs.new_record_dialog import NewRecordDialog
from innolab_desktop.ui.widgets.combo_box import ComboBox
from ui.typing_text import type_text

if TYPE_CHECKING:
    from innolab_desktop.services.session import Session
    from innolab_desktop.ui.main_window import MainWindow
    from ui.vaults import Lane


def add(window: MainWindow, lane: Lane, field: str, title: str) -> NewRecordDialog:
    buttons = window.findChildren(QToolButton)
    name = f"{field}: neu anlegen …"
    next(b for b in buttons if b.accessibleName() == name and b.isVisible()).click()
    lane.settle()
    dialog = next(d for d in window.findChildren(NewRecordDialog) if d.isVisible())
    line = dialog.findChildren(QLineEdit)[0]
    type_text(line, title)
    lane.qtbot.keyClick(line, Qt.Key.Key_Return)
    lane.settle()
    return dialog


def test_a_municipality_is_made_on_the_way_and_chosen(
    window: MainWindow, session: Session, lane: Lane
) -> None:
    rows = lane.call(lambda: session.records.list_rows(RowQuery(kind="mission"))).rows
    window.open_record(rows[0].id)
    lane.settle()
    add(window, lane, "Kommune", "Stadt Übersee")
    chosen = window.focusWidget()
    assert isinstance(chosen, ComboBox)
    assert (chosen.accessibleName(), chosen.currentText()) == ("Kommune", "Stadt Übersee")
    window.leave()
    lane.settle()
    saved = lane.call(lambda: session.records.open(rows[0].id)).values["municipality"]
    assert isinstance(saved, str)
    made = lane.call(lambda: session.records.open(bytes.fromhex(saved)))
    assert (made.kind, made.space) == ("municipality", rows[0].space)


def test_several_are_added_to_those_that_are_chosen(
    window: MainWindow, session: Session, lane: Lane
) -> None:
    tandem = lane.call(lambda: session.records.new("tandem", {"title": "Wir"})).record
    window.open_record(tandem)
    lane.settle()
    add(window, lane, "Tandempartner*innen", "Anna")
    add(window, lane, "Tandempartner*innen", "Ben")
    window.leave()
    lane.settle()
    members = lane.call(lambda: session.records.open(tandem)).values["members"]
    assert isinstance(members, tuple)
    names = [
        lane.call(lambda name=name: session.records.open(bytes.fromhex(str(name)))).values["name"]
        for name in members
    ]
    assert names == ["Anna", "Ben"]
