"""Ctrl+Z in a real window: the text's own first, then the saved changes of the record."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPlainTextEdit

from innolab_desktop.services.read_models import RowQuery
from innolab_desktop.ui.dialogs.message_dialog import MessageDialog
from innolab_desktop.ui.pages.records_page import RecordsPage
from innolab_desktop.ui.settings_menu import SettingsMenu
from innolab_desktop.ui.widgets.banner import Banner
from innolab_desktop.ui.widgets.plain_label import PlainLabel
from ui.typing_text import type_text

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from innolab_desktop.services.session import Session
    from innolab_desktop.ui.main_window import MainWindow
    from ui.vaults import Lane

TITLE = "Öffnungszeiten im Bürgerbüro neu ordnen"
CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


class Desk:
    """A window with a mission open in it."""

    def __init__(self, window: MainWindow, session: Session, lane: Lane, mission: bytes) -> None:
        self.window = window
        self.session = session
        self.lane = lane
        self.mission = mission
        page = window.page("mission")
        assert isinstance(page, RecordsPage)
        self.editor = page._editor

    def field(self, name: str) -> QWidget:
        assert self.editor.form is not None
        return self.editor.form.blocks[name].editor.first_widget

    def write(self, name: str, text: str) -> None:
        self.field(name).setFocus()
        type_text(self.field(name), text)
        QTest.keyClick(self.field(name), Qt.Key.Key_S, CONTROL)
        self.lane.settle()

    def press(self, key: Qt.Key, *more: Qt.KeyboardModifier) -> None:
        modifiers = CONTROL
        for one in more:
            modifiers |= one
        QTest.keyClick(self.window.focusWidget() or self.window, key, modifiers)
        self.lane.settle()

    def value(self, name: str) -> object:
        return self.lane.call(lambda: self.session.records.open(self.mission)).values.get(name)

    def told(self) -> list[str]:
        return [b.text for b in self.editor.findChildren(Banner) if b.isVisible()]


@pytest.fixture
def desk_with_mission(window: MainWindow, session: Session, lane: Lane) -> Desk:
    rows = lane.call(lambda: session.records.list_rows(RowQuery(kind="mission"))).rows
    mission = next(row.id for row in rows if row.title == TITLE)
    window.open_record(mission)
    lane.settle()
    return Desk(window, session, lane, mission)


def test_the_text_comes_first_and_then_what_was_saved(desk_with_mission: Desk) -> None:
    desk = desk_with_mission
    desk.write("out_of_scope", "Kein neues Gebäude")
    area = desk.field("challenge")
    assert isinstance(area, QPlainTextEdit)
    former = desk.value("challenge")
    desk.write("challenge", "Noch ein Satz. ")
    assert area.document().isUndoAvailable()
    desk.press(Qt.Key.Key_Z)
    assert area.toPlainText() == former
    desk.press(Qt.Key.Key_S)
    assert desk.value("challenge") == former
    assert not area.document().isUndoAvailable()
    desk.press(Qt.Key.Key_Z)
    assert not desk.value("out_of_scope")
    assert any("Rückgängig gemacht" in told for told in desk.told())
    desk.field("title").setFocus()  # the text above could redo something of its own
    desk.press(Qt.Key.Key_Z, SHIFT)
    assert desk.value("out_of_scope") == "Kein neues Gebäude"
    field = desk.field("out_of_scope")
    assert isinstance(field, QPlainTextEdit)
    assert field.toPlainText() == "Kein neues Gebäude"


def test_the_command_says_what_it_would_undo(desk_with_mission: Desk) -> None:
    desk = desk_with_mission
    undo, redo = (desk.window.action_set.action(name) for name in ("undo", "redo"))
    assert (undo.shown_label, redo.shown_label) == ("Rückgängig", "Wiederherstellen")
    desk.write("out_of_scope", "Kein neues Gebäude")
    assert desk.editor.form is not None
    label = desk.editor.form.blocks["out_of_scope"].definition.label
    assert undo.shown_label == f"Rückgängig: {label} geändert"
    menu = desk.window.findChildren(SettingsMenu)[0]
    menu.aboutToShow.emit()
    assert menu.actions()[0].text().startswith(f"Rückgängig: {label} geändert\t")
    assert [action.id for action in desk.window.action_set.find("rückg")] == ["undo"]
    undo.run()
    desk.lane.settle()
    assert redo.shown_label == f"Wiederherstellen: {label} geändert"
    redo.run()
    desk.lane.settle()
    assert desk.value("out_of_scope") == "Kein neues Gebäude"


def test_a_foreign_change_is_kept_and_said(desk_with_mission: Desk) -> None:
    desk = desk_with_mission
    desk.write("out_of_scope", "Kein neues Gebäude")
    changed = {"out_of_scope": "Von Jonas"}
    desk.lane.call(lambda: desk.session.records.save(desk.mission, changed))
    desk.window.action_set.action("undo").run()
    desk.lane.settle()
    assert desk.value("out_of_scope") == "Von Jonas"
    assert any("nicht mehr rückgängig" in told for told in desk.told())


def test_the_question_before_the_trash_names_what_goes_along(desk_with_mission: Desk) -> None:
    desk = desk_with_mission

    def add() -> list[int]:
        records = desk.session.records
        for words in ("Früh fragen", "Zuhören"):
            records.new("learning", {"title": words}, parent=desk.mission)
        return [len(records.children(desk.mission, kind)) for kind in ("learning", "smart_goal")]

    notes, goals = desk.lane.call(add)
    desk.editor.open_record(desk.mission)
    desk.lane.settle()
    desk.editor.tools.ask_delete()
    dialog = next(d for d in desk.window.findChildren(MessageDialog) if d.isVisible())
    said = " ".join(label.text() for label in dialog.findChildren(PlainLabel))
    dialog.reject()
    assert f"{notes} Lernnotizen" in said
    assert (f"{goals} SMART-Ziel" in said) is (goals > 0)


def test_a_former_message_goes_when_something_else_is_begun(desk_with_mission: Desk) -> None:
    desk = desk_with_mission
    desk.editor._show_success("PDF mit 2 Seiten geschrieben: Steckbrief.pdf")
    assert desk.editor._banner.isVisible()
    desk.editor._header.delete_requested.emit()
    desk.lane.settle()
    next(d for d in desk.window.findChildren(MessageDialog) if d.isVisible()).reject()
    assert not desk.editor._banner.isVisible()


def test_a_deleted_record_comes_back(desk_with_mission: Desk) -> None:
    desk = desk_with_mission
    desk.editor.tools.ask_delete()
    dialog = next(d for d in desk.window.findChildren(MessageDialog) if d.isVisible())
    dialog.accept()
    desk.lane.settle()
    assert desk.lane.call(lambda: desk.session.records.open(desk.mission)).deleted
    desk.window.action_set.action("undo").run()
    desk.lane.settle()
    assert not desk.lane.call(lambda: desk.session.records.open(desk.mission)).deleted
    assert desk.editor.record_id == desk.mission


def test_nothing_to_undo_is_said_and_changes_nothing(desk_with_mission: Desk) -> None:
    desk = desk_with_mission
    before = desk.lane.call(lambda: desk.session.vault.records.counts().commits)
    for key in (Qt.Key.Key_Z, Qt.Key.Key_Y):
        desk.press(key)
        assert any("nichts" in told for told in desk.told())
    assert desk.lane.call(lambda: desk.session.vault.records.counts().commits) == before
