"""Tables edited in place, in the real window with a real vault, by keyboard alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from innolab_desktop.services.read_models import RowQuery
from innolab_desktop.ui.dialogs.child_dialog import ChildDialog
from innolab_desktop.ui.dialogs.message_dialog import MessageDialog
from innolab_desktop.ui.pages.children.cell_editors import ChoiceBox
from innolab_desktop.ui.pages.children.child_table import ChildTable
from innolab_desktop.ui.theme.theme import Appearance
from innolab_desktop.ui.widgets.text_area import TextArea
from ui.accessibility import SMALLEST_SCREEN, audit
from ui.typing_text import type_text

if TYPE_CHECKING:
    from PySide6.QtCore import QSize
    from PySide6.QtWidgets import QWidget

    from innolab_desktop.domain.records import Record
    from innolab_desktop.ui.desk import Desk
    from innolab_desktop.ui.main_window import MainWindow
    from innolab_desktop.ui.pages.records_page import RecordsPage
    from ui.vaults import Lane

KEY = Qt.Key
ALT, CONTROL, SHIFT = (
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
)


class Path:
    """The tables of the first mission, and the keys of a person who works in them."""

    def __init__(self, window: MainWindow, lane: Lane, desk: Desk) -> None:
        self.window, self.lane, self.session = window, lane, desk.session
        records = desk.session.records
        query = RowQuery(kind="mission", words="Bürger")
        self.mission = lane.call(lambda: records.list_rows(query).rows[0].id)
        window.open_record(self.mission)
        window.activateWindow()
        lane.settle()
        lane.qtbot.waitUntil(window.isActiveWindow)

    def table(self, kind: str) -> ChildTable:
        found = self.window.findChildren(ChildTable)
        return next(item for item in found if item.model.definition.id == kind)

    def children(self, kind: str) -> tuple[Record, ...]:
        return self.lane.call(lambda: self.session.records.children(self.mission, kind))

    def add(self, kind: str, **values: str | bool) -> bytes:
        made = self.lane.call(lambda: self.session.records.new(kind, values, parent=self.mission))
        cast("RecordsPage", self.window.page("mission"))._editor._desk.notifier.announce(
            made.changes
        )
        self.lane.settle()
        return made.record

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier | None = None) -> None:
        target = self.window.focusWidget() or self.window
        QTest.keyClick(target, key, modifiers or Qt.KeyboardModifier.NoModifier)
        self.lane.settle()

    def type(self, text: str) -> None:
        target = self.window.focusWidget()
        assert target is not None
        type_text(target, text)

    def go(self, table: ChildTable, row: int, column: int = 0) -> None:
        table.table.setFocus()
        table.table.setCurrentIndex(table.model.index(row, column))

    @property
    def editor(self) -> QWidget | None:
        return self.window.focusWidget()


@pytest.fixture
def path(window: MainWindow, lane: Lane, desk: Desk) -> Path:
    return Path(window, lane, desk)


def test_a_new_row_is_typed_cell_by_cell_and_each_is_saved(path: Path) -> None:
    table = path.table("milestone")
    table._new.setFocus()
    path.press(KEY.Key_Space)
    path.type("Testbetrieb läuft")
    path.press(KEY.Key_Tab)
    (made,) = path.children("milestone")
    assert made.values["title"] == "Testbetrieb läuft"
    assert table._state.text() == "Gespeichert"
    assert isinstance(path.editor, QLineEdit), "Tab begins the next cell"
    path.type("1.2.2027")
    path.press(KEY.Key_Tab)
    assert isinstance(path.editor, ChoiceBox)
    path.press(KEY.Key_Down)
    path.press(KEY.Key_Return)
    (made,) = path.children("milestone")
    assert dict(made.values) == {
        "title": "Testbetrieb läuft",
        "due_date": "2027-02-01",
        "reached": True,
    }
    assert len(path.lane.call(lambda: path.session.records.history(made.id))) == 3
    assert table.model.index(1, 0).data() == "Neuer Meilenstein …"
    assert QApplication.focusWidget() is table.table


def test_typing_begins_return_takes_and_escape_gives_back(path: Path) -> None:
    path.add("milestone", title="Alt")
    table = path.table("milestone")
    path.go(table, 0)
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        event = QKeyEvent(kind, KEY.Key_N, Qt.KeyboardModifier.NoModifier, "n")
        QApplication.sendEvent(table.table, event)
    assert isinstance(path.editor, QLineEdit)
    path.type("eu")
    path.press(KEY.Key_Escape)
    assert table.model.index(0, 0).data() == "Alt"
    path.press(KEY.Key_F2)
    path.type("Neu")
    path.press(KEY.Key_Return)
    assert path.children("milestone")[0].values["title"] == "Neu"


def test_undo_takes_one_cell_back_after_the_other(path: Path) -> None:
    path.add("milestone", title="Alt")
    table = path.table("milestone")
    for column, text in ((0, "Neu"), (1, "1.3.2027")):
        path.go(table, 0, column)
        path.press(KEY.Key_Return)
        path.type(text)
        path.press(KEY.Key_Return)
    path.press(KEY.Key_Z, CONTROL)
    (child,) = path.children("milestone")
    assert (child.values["title"], child.values.get("due_date")) == ("Neu", None)
    path.press(KEY.Key_Z, CONTROL)
    assert path.children("milestone")[0].values["title"] == "Alt"
    assert table.model.index(0, 0).data() == "Alt"
    path.press(KEY.Key_Z, CONTROL | SHIFT)
    assert table.model.index(0, 0).data() == "Neu"


def test_what_is_no_date_is_told_in_the_cell_and_not_lost(path: Path) -> None:
    path.add("milestone", title="Eins", due_date="2027-02-01")
    table = path.table("milestone")
    path.go(table, 0, 1)
    path.press(KEY.Key_F2)
    path.type("31.2.2027")
    path.press(KEY.Key_Return)
    assert isinstance(path.editor, QLineEdit), "the cell stays open"
    assert path.editor.text() == "31.2.2027"
    assert "Datum" in path.editor.accessibleDescription()
    path.press(KEY.Key_Tab)
    cell = table.model.index(0, 1)
    assert cell.data() == "31.2.2027"
    assert path.children("milestone")[0].values["due_date"] == "2027-02-01"
    path.press(KEY.Key_Escape)
    path.go(table, 0, 1)
    path.press(KEY.Key_F2)
    assert path.editor.text() == "31.2.2027"
    path.press(KEY.Key_Escape)
    assert cell.data() == "01.02.2027"


def test_a_longer_text_grows_and_keeps_its_lines(path: Path) -> None:
    path.add("assumption", condition="Eins\nzwei")
    table = path.table("assumption")
    path.go(table, 0)
    path.press(KEY.Key_Return)
    assert isinstance(path.editor, TextArea)
    assert path.editor.toPlainText() == "Eins\nzwei"
    path.press(KEY.Key_End, CONTROL)
    path.press(KEY.Key_Return, SHIFT)
    path.type("drei")
    path.press(KEY.Key_Return)
    assert path.children("assumption")[0].values["condition"] == "Eins\nzwei\ndrei"


def test_alt_and_return_open_the_whole_record(path: Path) -> None:
    path.add("milestone", title="Eins")
    table = path.table("milestone")
    path.go(table, 0)
    path.press(KEY.Key_Return, ALT)
    (dialog,) = path.window.findChildren(ChildDialog)
    assert "evidence" in dialog.form.blocks, "also what is no column"
    dialog.reject()
    path.press(KEY.Key_F2)
    path.type("Zwei")
    path.press(KEY.Key_Return, ALT)
    assert path.children("milestone")[0].values["title"] == "Zwei"
    assert [item for item in path.window.findChildren(ChildDialog) if item.isVisible()]


def test_rows_are_ordered_and_deleted(path: Path) -> None:
    for title in ("Eins", "Zwei", "Drei"):
        path.add("milestone", title=title)
    table = path.table("milestone")
    path.go(table, 2)
    path.press(KEY.Key_Up, ALT)
    assert [item.values["title"] for item in path.children("milestone")] == ["Eins", "Drei", "Zwei"]
    assert table.table.current_row == 1, "the row keeps the keyboard"
    path.press(KEY.Key_Down, ALT)
    path.press(KEY.Key_Down, ALT)
    assert [item.values["title"] for item in path.children("milestone")] == ["Eins", "Zwei", "Drei"]
    _edit, up, down, delete = table._tools
    assert up.isEnabled()
    assert not down.isEnabled()
    delete.click()
    path.lane.settle()
    (question,) = path.window.findChildren(MessageDialog)
    question.accept()
    path.lane.settle()
    assert [item.values["title"] for item in path.children("milestone")] == ["Eins", "Zwei"]
    path.go(table, 2)
    assert not delete.isEnabled(), "the empty row is no record"


def test_a_mouse_opens_the_list_of_choices_and_one_click_takes(path: Path) -> None:
    path.add("measure", title="Schilder")
    table = path.table("measure")
    cell = table.table.visualRect(table.model.index(0, 1)).center()
    QTest.mouseClick(table.table.viewport(), Qt.MouseButton.LeftButton, pos=cell)
    QTest.mouseDClick(table.table.viewport(), Qt.MouseButton.LeftButton, pos=cell)
    (box,) = table.findChildren(ChoiceBox)
    assert box.view().isVisible()
    QTest.keyClick(box.view(), KEY.Key_Down)
    QTest.keyClick(box.view(), KEY.Key_Return)
    path.lane.settle()
    assert path.children("measure")[0].values["measure_type"] == "experiment"
    assert table.model.index(0, 1).data() == "Experiment"


def test_what_others_write_meanwhile_does_not_close_the_cell(path: Path) -> None:
    first = path.add("milestone", title="Eins")
    table = path.table("milestone")
    path.go(table, 0, 1)
    path.press(KEY.Key_F2)
    path.type("1.4.2027")
    changes = path.lane.call(lambda: path.session.records.save(first, {"title": "Von anderen"}))
    assert changes is not None
    cast("RecordsPage", path.window.page("mission"))._editor._desk.notifier.announce(changes)
    path.lane.settle()
    path.add("milestone", title="Noch einer")
    assert isinstance(path.editor, QLineEdit)
    assert path.editor.text() == "1.4.2027"
    path.press(KEY.Key_Return)
    assert path.children("milestone")[0].values == {
        "title": "Von anderen",
        "due_date": "2027-04-01",
    }


def test_leaving_the_page_saves_the_open_cell(path: Path) -> None:
    path.add("milestone", title="Eins")
    table = path.table("milestone")
    path.go(table, 0)
    path.press(KEY.Key_F2)
    path.type("Unterwegs")
    path.window.leave()
    path.lane.settle()
    assert path.children("milestone")[0].values["title"] == "Unterwegs"


def test_another_mission_shows_its_own_rows(path: Path) -> None:
    path.add("milestone", title="Eins")
    records = path.session.records
    query = RowQuery(kind="mission", words="Leichter")
    other = path.lane.call(lambda: records.list_rows(query).rows[0].id)
    path.window.open_record(other)
    path.lane.settle()
    assert path.table("milestone").model.records == []


def test_a_refused_save_is_told_in_the_cell(path: Path) -> None:
    child = path.add("milestone", title="Eins")
    table = path.table("milestone")
    path.go(table, 0)
    path.press(KEY.Key_F2)
    path.lane.call(lambda: path.session.records.delete(child))
    path.type("Zu spät")
    path.press(KEY.Key_Return)
    cell = table.model.index(0, 0)
    assert cell.data() == "Zu spät"
    assert "Papierkorb" in cell.data(Qt.ItemDataRole.AccessibleDescriptionRole)


def test_a_screen_reader_hears_columns_rows_and_values(path: Path) -> None:
    path.add("milestone", title="Eins", due_date="2027-02-01")
    table = path.table("milestone").table
    interface = QAccessible.queryAccessibleInterface(table)
    assert interface.text(QAccessible.Text.Name) == "Meilensteine"
    said = [
        interface.child(number).text(QAccessible.Text.Name)
        for number in range(interface.childCount())
    ]
    assert "Datum, Zeile 1: 01.02.2027" in said
    path.go(path.table("milestone"), 0, 1)
    path.press(KEY.Key_F2)
    editor = path.editor
    assert editor is not None
    assert editor.accessibleName() == "Datum, Zeile 1"


@pytest.mark.parametrize(
    ("appearance", "percent", "size"),
    [
        (Appearance.LIGHT, 100, None),
        (Appearance.DARK, 100, None),
        (Appearance.CONTRAST, 100, None),
        (Appearance.LIGHT, 200, None),
        (Appearance.LIGHT, 100, SMALLEST_SCREEN),
    ],
)
def test_tables_are_accessible(
    path: Path, qapp: QApplication, appearance: Appearance, percent: int, size: QSize | None
) -> None:
    path.add("milestone", title="Ein längerer Name für einen Meilenstein", due_date="2027-02-01")
    path.window.front.desk.theme.apply(appearance, percent)
    if size is not None:
        path.window.resize(size)
    path.window.open_record(path.mission, "milestone")
    path.lane.settle()
    table = path.table("milestone")
    table.model.refuse(table.model.index(0, 1), "morgen", "Das ist kein Datum.")
    path.lane.settle()
    assert audit(path.window, qapp, looks=percent == 100 and size is None) == []
    table.table.edit_cell(0, 1)
    path.lane.settle()
    cell, editor = table.table.visualRect(table.model.index(0, 1)), path.editor
    assert isinstance(editor, QLineEdit)
    assert cell.height() > editor.height(), "the sentence is seen, too"
