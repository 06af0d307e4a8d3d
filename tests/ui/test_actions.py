"""One list of actions: its keys are unique and work, its words are found, menus show it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLabel, QLineEdit, QWidget

from innolab_desktop.services.read_models import RowQuery
from innolab_desktop.ui.actions import Action, ActionGroup, ActionSet
from innolab_desktop.ui.dialogs.new_record_dialog import NewRecordDialog
from innolab_desktop.ui.pages.records_page import RecordsPage
from innolab_desktop.ui.settings_menu import SettingsMenu
from innolab_desktop.ui.theme.theme import Appearance
from innolab_desktop.ui.widgets.nav_list import NavList
from innolab_desktop.ui.widgets.row_list import RowList
from ui.typing_text import type_text

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from innolab_desktop.ui.main_window import MainWindow
    from ui.vaults import Lane

CONTROL = Qt.KeyboardModifier.ControlModifier


def place(window: MainWindow) -> object:
    nav = window.findChildren(NavList)[0]
    return nav.selectedIndexes()[0].data() if nav.selectedIndexes() else None


def action(name: str, *keys: str) -> Action:
    return Action(name, name, ActionGroup.PLACE, lambda: None, keys)


@pytest.mark.parametrize(
    "second",
    [action("a"), action("b", "ctrl+K"), action("b", "Ctrl+L", "Ctrl+L"), action("b", "Quark+9")],
)
def test_nothing_is_there_twice(qapp: object, second: Action) -> None:  # noqa: ARG001 - Qt's keys need it
    with pytest.raises(ValueError, match=second.id):
        ActionSet([action("a", "Ctrl+K"), second])


def test_every_key_of_the_window_runs_its_action(window: MainWindow, qtbot: QtBot) -> None:
    done: list[str] = []
    probe = QWidget()
    qtbot.addWidget(probe)
    actions = [
        Action(a.id, a.label, a.group, lambda name=a.id: done.append(name), a.shortcuts)
        for a in window.action_set
    ]
    ActionSet(actions).bind(probe)
    with qtbot.waitExposed(probe):
        probe.show()
    probe.activateWindow()
    expected = [(a.id, keys) for a in actions for keys in a.shortcuts]
    assert len(expected) > 12
    for _, keys in expected:
        QTest.keySequence(probe, QKeySequence(keys))
    assert done == [name for name, _ in expected]


def test_keys_of_the_window_are_bound_once(window: MainWindow, lane: Lane) -> None:
    locks: list[bool] = []
    window.lock_requested.connect(lambda: locks.append(True))
    QTest.keySequence(window, QKeySequence("Ctrl+L"))
    assert locks == [True]
    QTest.keySequence(window, QKeySequence("Ctrl+3"))
    lane.settle()
    assert window.findChildren(NavList)[0].selected_row == 2
    QTest.keySequence(window, QKeySequence("F1"))
    assert len(window.findChildren(QDialog)) == 1


def test_ctrl_shift_n_begins_what_the_page_shows_and_else_a_note(
    window: MainWindow, lane: Lane
) -> None:
    QTest.keySequence(window, QKeySequence("Ctrl+Shift+N"))
    lane.settle()
    note = window.findChildren(NewRecordDialog)[0]
    assert "Notiz" in note.windowTitle()
    note.close()
    window.show_page("mission")
    lane.settle()
    window.activateWindow()
    lane.qtbot.waitUntil(window.isActiveWindow)
    QTest.keySequence(window, QKeySequence("Ctrl+Shift+N"))
    assert any("Mission" in d.windowTitle() for d in window.findChildren(NewRecordDialog))


def test_the_search_field_finds_and_runs_actions(
    window: MainWindow, lane: Lane, qtbot: QtBot
) -> None:
    qtbot.keyClick(window, Qt.Key.Key_K, CONTROL)
    search = window.focusWidget()
    assert search is not None
    type_text(search, "schlues")
    qtbot.wait(250)
    lane.settle()
    texts = [label.text() for label in window.findChildren(QLabel) if label.isVisible()]
    assert "1 Befehl, 0 Treffer" in texts
    qtbot.keyClick(search, Qt.Key.Key_Return)
    results = window.focusWidget()
    assert isinstance(results, RowList)
    shown = str(results.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole))
    assert shown.startswith("Schlüssel. Befehl")
    qtbot.keyClick(results, Qt.Key.Key_Return)
    lane.settle()
    assert place(window) == "Weiteres"
    qtbot.wait(250)
    assert place(window) == "Weiteres"


def test_escape_and_numbers_leave_the_search_with_the_keyboard(
    window: MainWindow, lane: Lane, qtbot: QtBot
) -> None:
    for keys, page in (((Qt.Key.Key_Escape,), "Missionen"), ((Qt.Key.Key_3, CONTROL), "Tandem")):
        window.show_page("mission")
        qtbot.keyClick(window, Qt.Key.Key_K, CONTROL)
        search = window.focusWidget()
        assert isinstance(search, QLineEdit)
        type_text(search, "schlues")
        qtbot.wait(250)
        lane.settle()
        assert place(window) is None
        qtbot.keyClick(search, *keys)
        qtbot.wait(250)
        lane.settle()
        assert search.text() == ""
        assert str(place(window)).startswith(page)
        assert window.focusWidget() is window.findChild(NavList)


@pytest.mark.parametrize(
    ("words", "key", "kind"),
    [
        ("schritt für", "Ctrl+Shift+M", "mission"),
        ("durchf", "Ctrl+Shift+F", "case_consultation"),
    ],
)
def test_what_leads_through_a_record_is_a_command_with_a_key(
    words: str, key: str, kind: str, window: MainWindow, lane: Lane
) -> None:
    (found,) = window.action_set.find(words)
    assert key in found.shortcuts
    page = window.page(kind)
    assert isinstance(page, RecordsPage)
    found.run()
    lane.settle()
    assert page.flow is None, "no record is open"
    assert window.focusWidget() is page.findChild(RowList)
    list_rows = page.desk.session.records.list_rows
    record = lane.call(lambda: list_rows(RowQuery(kind)).rows[0].id)
    window.open_record(record)
    lane.settle()
    window.show_page("overview")
    QTest.keySequence(window, QKeySequence(key))
    lane.settle()
    flow = page.flow
    assert flow is not None
    assert flow.isVisible()
    assert flow.isAncestorOf(window.focusWidget() or window)


def test_every_word_must_begin_a_word(window: MainWindow) -> None:
    def found(words: str) -> list[str]:
        return [a.id for a in window.action_set.find(words)]

    assert found("groess schr") == ["zoom_in"]
    assert found("neue notiz anl") == ["new_tandem_note"]
    assert found("  ") == []
    assert found("unfug") == []


def test_the_menu_leads_to_the_backups(window: MainWindow, lane: Lane) -> None:
    menu = window.findChildren(SettingsMenu)[0]
    menu.aboutToShow.emit()
    next(shown for shown in menu.actions() if shown.text() == "Sicherung zurückholen …").trigger()
    lane.settle()
    assert window.front.part == "backups"


def test_the_menu_shows_what_is_in_force(window: MainWindow) -> None:
    menu = window.findChildren(SettingsMenu)[0]
    window.action_set.action("look_dark").run()
    window.action_set.action("zoom_in").run()
    menu.aboutToShow.emit()
    chosen = [shown.text() for shown in menu.actions() if shown.isChecked()]
    assert chosen == ["Dunkel"]
    next(shown for shown in menu.actions() if shown.text() == "Hell").trigger()
    window.action_set.action("zoom_100").run()
    theme = window.page("overview").desk.theme
    assert (theme.appearance, theme.zoom_percent) == (Appearance.LIGHT, 100)
