"""Erkenntnisse und Transfer by keyboard: narrowed down, counted, opened, made into a Steckbrief."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTableWidget

from innolab_desktop.services.read_models import RowQuery
from innolab_desktop.ui.dialogs.child_dialog import ChildDialog
from innolab_desktop.ui.dialogs.release.release_dialog import ReleaseDialog
from innolab_desktop.ui.dialogs.transfer_dialog import TransferDialog
from innolab_desktop.ui.pages.lessons.lessons_panel import LessonsPanel
from innolab_desktop.ui.theme.theme import Appearance
from innolab_desktop.ui.widgets.button import Button
from innolab_desktop.ui.widgets.row_delegate import ListRow, RowRole
from ui.accessibility import audit

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QApplication, QWidget
    from pytestqt.qtbot import QtBot

    from innolab_desktop.services.session import Session
    from innolab_desktop.ui.main_window import MainWindow
    from ui.vaults import Lane

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def panel(window: MainWindow, lane: Lane, session: Session) -> LessonsPanel:
    def learn() -> None:
        records = session.records
        rows = records.list_rows(RowQuery(kind="mission")).rows
        first, second = rows[0].id, rows[1].id
        for mission in (first, second):
            time = {"category": "time", "description": "Keine Stunden dafür."}
            records.new("obstacle", time, parent=mission)
        records.new("success_condition", {"category": "trust_space", "degree": 3}, parent=first)
        records.new("learning", {"title": "Früh fragen, wer fehlt"}, parent=second)
        records.new("insight", {"title": "Abendtermine wirken", "missions": (first.hex(),)})

    lane.call(learn)
    window.action_set.action("part_lessons").run()
    lane.settle()
    return window.findChildren(LessonsPanel)[0]


def shown(panel: LessonsPanel) -> list[ListRow]:
    model = panel.list.model()
    return [model.index(row, 0).data(RowRole.ROW) for row in range(model.rowCount())]


def press(owner: QWidget, text: str, lane: Lane) -> None:
    button = next(b for b in owner.findChildren(Button) if b.text() == text)
    button.setFocus()
    lane.qtbot.keyClick(button, Qt.Key.Key_Return)
    lane.settle()


def test_everything_that_was_learned_is_listed_and_counted(panel: LessonsPanel) -> None:
    assert [row.title for row in shown(panel)] == [
        "Früh fragen, wer fehlt",
        "Abendtermine wirken",
        "Zeit",
        "Zeit",
        "Geschützter Vertrauensraum, Zeit für Vertrauensaufbau",
    ]
    hurdles = panel.counts.findChildren(QTableWidget)[0]
    assert [hurdles.model().index(0, place).data() for place in (0, 1)] == ["Zeit", "2"]


def test_kind_and_mission_narrow_it_down_by_keyboard(
    panel: LessonsPanel, lane: Lane, qtbot: QtBot
) -> None:
    kind, mission = panel.filters.kind, panel.filters.mission
    kind.setFocus()
    while kind.currentText() != "Hürden":
        qtbot.keyClick(kind, Qt.Key.Key_Down)
    assert [row.title for row in shown(panel)] == ["Zeit", "Zeit"]
    assert [panel.filters.state.itemText(i) for i in range(2)] == ["alle", "offen"]
    qtbot.keyClick(mission, Qt.Key.Key_Down)
    lane.settle()
    (row,) = shown(panel)
    assert row.excerpt == "Keine Stunden dafür."
    assert row.meta.startswith("Hürde · offen · ")
    assert kind.currentText() == "Hürden"


def test_a_lesson_opens_where_it_can_be_changed(
    panel: LessonsPanel, window: MainWindow, lane: Lane, qtbot: QtBot
) -> None:
    panel.list.select_row(2)
    qtbot.keyClick(panel.list, Qt.Key.Key_Return)
    lane.settle()
    child = window.findChildren(ChildDialog)[0]
    assert child.windowTitle() == "Hürde"
    child.close()
    lane.settle()
    panel.list.select_row(1)
    press(panel, "Öffnen", lane)
    shown_now = [d for d in window.findChildren(ChildDialog) if d.isVisible()]
    assert [d.windowTitle() for d in shown_now] == ["Erkenntnis"]


def test_what_came_without_its_mission_is_found_among_the_lessons(
    panel: LessonsPanel, window: MainWindow, lane: Lane, session: Session
) -> None:
    alone = lane.call(lambda: session.records.new("learning", {"title": "Aus Nachbarstadt"})).record
    window.show_page("overview")
    window.open_record(alone)
    lane.settle()
    assert panel.isVisible()
    (opened,) = (dialog for dialog in window.findChildren(ChildDialog) if dialog.isVisible())
    assert opened.windowTitle() == "Lernnotiz"
    opened.close()
    lane.settle()
    place = panel.list.selected_row
    assert place is not None
    assert shown(panel)[place].title == "Aus Nachbarstadt"


def test_a_click_only_chooses(
    panel: LessonsPanel, window: MainWindow, lane: Lane, qtbot: QtBot
) -> None:
    place = panel.list.visualRect(panel.list.model().index(2, 0)).center()
    qtbot.mouseClick(panel.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    lane.settle()
    assert window.findChildren(ChildDialog) == []
    assert next(b for b in panel.findChildren(Button) if b.text() == "Freigeben …").isEnabled()
    qtbot.mouseDClick(panel.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    lane.settle()
    assert len(window.findChildren(ChildDialog)) == 1


def test_a_transfer_sheet_is_made_from_a_mission_printed_and_released(
    panel: LessonsPanel, window: MainWindow, lane: Lane, qtbot: QtBot, tmp_path: Path
) -> None:
    press(panel, "Transfer-Steckbrief anlegen …", lane)
    dialog = window.findChildren(TransferDialog)[0]
    wanted = next(i for i in range(3) if "Öffnungszeiten" in dialog.mission.itemText(i))
    dialog.mission.setFocus()
    while dialog.mission.currentIndex() != wanted:
        qtbot.keyClick(dialog.mission, Qt.Key.Key_Down)
    lane.settle()
    assert dialog.areas["context"].toPlainText().startswith("Dienstag und Donnerstag")
    assert dialog.areas["context"].accessibleDescription() == "Aus: Herausforderung"
    dialog.areas["building_block"].setPlainText("Abendtermine")
    qtbot.keyClick(dialog.areas["building_block"], Qt.Key.Key_Return, CONTROL)
    lane.settle()
    opened = window.findChildren(ChildDialog)[0]
    assert opened.windowTitle() == "Transfer-Steckbrief"
    opened.close()
    titles = [row.title for row in shown(panel)]
    assert panel.list.selected_row == titles.index("Abendtermine")
    press(panel, "Freigeben …", lane)
    assert window.findChildren(ReleaseDialog)
    window.findChildren(ReleaseDialog)[0].close()
    lesson = next(item for item in panel.model.things if item.title == "Abendtermine")
    target = tmp_path / "Steckbrief.pdf"
    panel.print_sheet(lesson, target)
    lane.settle()
    assert target.read_bytes().startswith(b"%PDF")


@pytest.mark.parametrize(
    ("appearance", "zoom"),
    [
        (Appearance.LIGHT, 100),
        (Appearance.DARK, 100),
        (Appearance.CONTRAST, 100),
        (Appearance.LIGHT, 200),
    ],
)
def test_panel_and_dialog_pass_the_audit(
    panel: LessonsPanel, lane: Lane, qapp: QApplication, *, appearance: Appearance, zoom: int
) -> None:
    panel.desk.theme.apply(appearance, zoom)
    lane.settle()
    panel.list.select_row(0)
    found = audit(panel.window(), qapp)
    assert found == [], found
    panel.ask_transfer()
    lane.settle()
    dialog = panel.findChildren(TransferDialog)[0]
    dialog.activateWindow()
    lane.qtbot.waitUntil(dialog.isActiveWindow)
    found = audit(dialog, qapp)
    assert found == [], found
