"""The list beside the open record: what is shown, and where the keyboard is."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget

from innolab_desktop.services.read_models import RowQuery
from innolab_desktop.ui.dialogs.new_record_dialog import NewRecordDialog
from innolab_desktop.ui.pages.record_editor import RecordEditor
from innolab_desktop.ui.widgets.combo_box import ComboBox
from innolab_desktop.ui.widgets.row_list import RowList
from innolab_desktop.ui.widgets.tool_button import ToolButton
from ui.typing_text import type_text
from ui.vaults import create_session

if TYPE_CHECKING:
    from pathlib import Path

    from innolab_desktop.services.session import Session
    from innolab_desktop.ui.main_window import MainWindow
    from innolab_desktop.ui.pages.records_page import RecordsPage
    from ui.vaults import Lane


@pytest.fixture
def missions(session: Session, lane: Lane) -> list[bytes]:
    rows = lane.call(lambda: session.records.list_rows(RowQuery(kind="mission"))).rows
    return [row.id for row in rows]


def create(window: MainWindow, lane: Lane, title: str, kind: str = "mission") -> None:
    window.start_new(kind)
    lane.settle()
    dialog = window.findChild(NewRecordDialog)
    assert dialog is not None
    type_text(dialog.findChildren(QLineEdit)[0], title)
    lane.qtbot.keyClick(dialog.findChildren(QLineEdit)[0], Qt.Key.Key_Return)
    lane.settle()


def test_tab_passes_the_head_and_the_buttons_of_tables_in_both_directions(
    window: MainWindow, lane: Lane, missions: list[bytes]
) -> None:
    window.show_page("mission")
    window.open_record(missions[0])
    window.activateWindow()
    lane.settle()
    lane.qtbot.waitUntil(window.isActiveWindow)
    start = window.page("mission").findChildren(RowList)[0]
    ways: list[list[QWidget]] = []
    for key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
        passed: list[QWidget] = []
        start.setFocus()
        while not passed or (passed[-1] is not start and len(passed) < 300):
            lane.qtbot.keyClick(window.focusWidget(), key)
            reached = window.focusWidget()
            assert reached is not None
            passed.append(reached)
        ways.append(passed[:-1])
    assert ways[0] == ways[1][::-1]
    names = [widget.accessibleName() or str(widget.property("text")) for widget in ways[0]]
    head = ["Zu einem Abschnitt gehen", "Schritt für Schritt", "Teile des Eintrags"]
    assert [name for name in names if name in head] == head
    assert "Neue Maßnahme" in names


@pytest.mark.parametrize("has_others", [False, True])
def test_after_creating_a_record_the_cursor_is_in_its_first_empty_field(
    window: MainWindow, session: Session, lane: Lane, missions: list[bytes], *, has_others: bool
) -> None:
    if not has_others:
        for mission in missions:
            lane.call(lambda record=mission: session.records.delete(record))
    create(window, lane, "Sprechstunde für Geflüchtete")
    focused = window.focusWidget()
    assert focused is not None
    assert focused.isVisible()
    assert focused.accessibleName() == "Kennung"


def test_a_record_that_the_list_filters_out_is_shown_all_the_same(
    window: MainWindow, lane: Lane, missions: list[bytes]
) -> None:
    window.show_page("mission")
    lane.settle()
    page = window.page("mission")
    line = next(w for w in page.findChildren(QLineEdit) if w.accessibleName() == "Liste filtern")
    line.setText("steht nirgends")
    lane.qtbot.wait(250)
    lane.settle()
    window.open_record(missions[0])
    lane.settle()
    assert page.findChildren(RecordEditor)[0].isVisible()


@pytest.mark.parametrize("origin", ["overview", "exchange", "mission"])
def test_a_record_that_is_opened_from_elsewhere_gets_the_keyboard(
    window: MainWindow, lane: Lane, missions: list[bytes], origin: str
) -> None:
    window.show_page(origin)
    lane.settle()
    window.open_record(missions[0])
    lane.settle()
    focused = window.focusWidget()
    assert focused is not None
    editor = window.page("mission").findChildren(RecordEditor)[0]
    assert editor.isAncestorOf(focused)


def test_what_was_just_typed_into_the_dialog_is_not_asked_for_again(
    window: MainWindow, lane: Lane
) -> None:
    create(window, lane, "Gespräch im Flur", "tandem_note")
    focused = window.focusWidget()
    assert focused is not None
    assert focused.accessibleName() == "Mission", "the date is that of today"


@pytest.mark.parametrize(
    ("kind", "space"),
    [
        ("case_consultation", "Fallgruppe Süd"),
        ("tandem_note", "Tandem"),
        ("evaluation_wave", "Netzwerk"),
    ],
)
def test_a_new_record_is_offered_to_the_people_it_is_usually_for(
    window: MainWindow, session: Session, lane: Lane, tmp_path: Path, *, kind: str, space: str
) -> None:
    def meet() -> None:
        jonas = create_session(tmp_path / "jonas", "Jonas")
        digits = jonas.contacts.write_card(tmp_path / "jonas.ilkarte")
        person = jonas.info.person_id
        jonas.close()
        session.contacts.add(tmp_path / "jonas.ilkarte", digits)
        session.spaces.create("Fallgruppe Süd", "case_group", [person])
        session.spaces.create("Tandem", "tandem", [person])
        session.spaces.create("Netzwerk", "network", [person])

    lane.call(meet)
    dialog = NewRecordDialog(window, window.front.desk, session.forms[kind])
    lane.settle()
    offered = next(b for b in dialog.findChildren(ComboBox) if b.accessibleName() == "Raum")
    assert offered.currentText().startswith(space)


def test_no_empty_record_shows_while_one_is_read(window: MainWindow, lane: Lane) -> None:
    window.show_page("mission")
    lane.settle()
    page = cast("RecordsPage", window.page("mission"))
    detail, session = page._detail, page.desk.session
    first, second, *_ = lane.call(lambda: session.records.list_rows(RowQuery("mission"))).rows
    empty = detail.currentWidget()
    held = threading.Event()
    lane.jobs.run(page, lambda _job: held.wait(10), lambda _waited: None)
    page.open_record("mission", first.id)
    assert detail.currentWidget() is empty, "nothing half made"
    lane.qtbot.waitUntil(lambda: detail.currentWidget() is detail._coming, timeout=5_000)
    held.set()
    lane.settle()
    assert detail.currentWidget() is detail.editor
    title = detail.editor._header
    page.open_record("mission", second.id)
    assert detail.currentWidget() is detail.editor, "the former one stays"
    lane.settle()
    assert detail.editor.record_id == second.id
    assert title.isVisible()


@pytest.mark.parametrize("is_narrow", [False, True])
def test_the_keys_of_the_page_in_front_lead_from_the_guide_back_to_the_list(
    window: MainWindow,
    lane: Lane,
    missions: list[bytes],
    is_narrow: bool,  # noqa: FBT001 - given by pytest
) -> None:
    window.resize(560 if is_narrow else 1366, 700)
    window.show_page("mission")
    page = cast("RecordsPage", window.page("mission"))
    page.lead(missions[0])
    lane.settle()
    window.activateWindow()
    lane.qtbot.waitUntil(window.isActiveWindow)
    assert page.flow is not None
    assert page.flow.isVisible()

    lane.qtbot.keyClick(window, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    lane.settle()

    assert not page.flow.isVisible()
    rows = page.findChildren(RowList)[0]
    assert rows.isVisible()
    assert rows.hasFocus()


def test_the_keys_of_the_page_in_front_lead_from_the_board_back_to_the_list(
    window: MainWindow, lane: Lane, missions: list[bytes]
) -> None:
    assert missions
    window.show_page("mission")
    page = cast("RecordsPage", window.page("mission"))
    lane.settle()
    button = next(
        found
        for found in page.findChildren(ToolButton)
        if found.accessibleName() == "Als Tafel zeigen"
    )
    button.click()
    lane.settle()
    assert page.board is not None
    assert page.board.isVisible()

    lane.qtbot.keyClick(window, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    lane.settle()

    assert not page.board.isVisible()
    assert any(rows.isVisible() for rows in page.findChildren(RowList))
