"""What stands in cells and is saved nowhere: it is there again after a lock."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from innolab_desktop.services.read_models import RowQuery
from innolab_desktop.ui.main_window import MainWindow
from innolab_desktop.ui.pages.children.child_table import ChildTable
from innolab_desktop.ui.settings import Settings
from innolab_desktop.ui.typed_draft import draft_sentence
from ui.typing_text import type_text

if TYPE_CHECKING:
    from pathlib import Path

    from innolab_desktop.domain.records import Record
    from innolab_desktop.ui.desk import Desk
    from ui.vaults import Lane

KEY = Qt.Key


class Device:
    """A window on the first mission; another one is what stands there after a lock."""

    def __init__(self, window: MainWindow, lane: Lane, desk: Desk, settings: Settings) -> None:
        self.window, self.lane, self.desk, self._settings = window, lane, desk, settings
        records = desk.session.records
        query = RowQuery(kind="mission", words="Bürger")
        self.mission = lane.call(lambda: records.list_rows(query).rows[0].id)
        self._open()

    def _open(self) -> None:
        self.window.open_record(self.mission)
        self.window.activateWindow()
        self.lane.settle()

    def lock(self) -> None:
        """Leave the window as a lock does, and open another one."""
        self.window.leave()
        self.lane.settle()
        self.window.close()
        self.window = MainWindow(self.desk, self._settings)
        self.lane.qtbot.addWidget(self.window)
        self.window.resize(1366, 728)
        self.window.show()
        self._open()

    @property
    def table(self) -> ChildTable:
        found = self.window.findChildren(ChildTable)
        return next(item for item in found if item.model.definition.id == "milestone")

    @property
    def milestones(self) -> tuple[Record, ...]:
        records = self.desk.session.records
        return self.lane.call(lambda: records.children(self.mission, "milestone"))

    @property
    def drafts(self) -> list[str]:
        return sorted(self.lane.call(self.desk.session.desk.drafts))

    def type(self, row: int, column: int, text: str) -> None:
        table = self.table.table
        table.setFocus()
        table.edit_cell(row, column)
        target = self.window.focusWidget()
        assert target is not None
        type_text(target, text)

    def press(self, key: Qt.Key) -> None:
        QTest.keyClick(self.window.focusWidget() or self.window, key)
        self.lane.settle()

    def text(self, row: int, column: int) -> str:
        return str(self.table.model.index(row, column).data())

    def said(self, row: int, column: int) -> str:
        index = self.table.model.index(row, column)
        return str(index.data(Qt.ItemDataRole.AccessibleDescriptionRole))


@pytest.fixture
def device(window: MainWindow, lane: Lane, desk: Desk, tmp_path: Path) -> Device:
    return Device(window, lane, desk, Settings(tmp_path / "settings.ini"))


def add(device: Device, title: str) -> bytes:
    records = device.desk.session.records
    made = device.lane.call(
        lambda: records.new("milestone", {"title": title}, parent=device.mission)
    )
    device.desk.notifier.announce(made.changes)
    device.lane.settle()
    return made.record


def test_half_a_date_in_an_open_cell_survives_a_lock(device: Device) -> None:
    add(device, "Erstens")
    device.type(0, 1, "1.2.20270")
    device.lock()
    assert device.text(0, 1) == "1.2.20270"
    assert device.said(0, 1) == draft_sentence()
    device.type(0, 1, "1.2.2027")  # takes the place of what stands there
    device.press(KEY.Key_Return)
    assert device.milestones[0].values["due_date"] == "2027-02-01"
    assert device.drafts == []


def test_a_date_that_was_refused_survives_a_lock_in_a_row_never_saved(device: Device) -> None:
    device.type(0, 1, "übermorgen")
    device.press(KEY.Key_Tab)
    device.type(1, 1, "gestern")
    device.lock()
    assert [device.text(row, 1) for row in (0, 1)] == ["übermorgen", "gestern"]
    assert device.milestones == ()
    device.lock()  # nothing was touched in between
    assert [device.text(row, 1) for row in (0, 1)] == ["übermorgen", "gestern"]


def test_a_finished_value_in_an_open_cell_is_saved_and_leaves_no_draft(device: Device) -> None:
    add(device, "Erstens")
    device.type(0, 1, "1.2.2027")
    device.lane.qtbot.wait(900)
    device.lane.settle()
    assert len(device.drafts) == 1, "kept by itself, for the case of a crash"
    device.lock()
    assert device.milestones[0].values["due_date"] == "2027-02-01"
    assert device.drafts == []
    assert device.said(0, 1) == ""


def test_escape_takes_the_draft_along(device: Device) -> None:
    add(device, "Erstens")
    device.type(0, 0, "Zweitens")
    device.lane.qtbot.wait(900)
    device.lane.settle()
    assert device.drafts
    device.press(KEY.Key_Escape)
    device.lane.qtbot.wait(900)
    device.lane.settle()
    assert device.drafts == []
    assert device.text(0, 0) == "Erstens"


def test_a_cell_that_has_the_text_by_now_forgets_its_draft(device: Device) -> None:
    child = add(device, "Erstens")
    device.type(0, 1, "1.2.2")
    device.window.leave()
    device.lane.settle()
    (key,) = device.drafts
    store, records = device.desk.session.desk, device.desk.session.records
    device.lane.call(lambda: store.keep_draft(key, {"text": "01.02.2027"}))
    device.lane.call(lambda: records.save(child, {"due_date": "2027-02-01"}))
    device.table.model.clear()
    device.table.show_children(b"", ())
    device.table.show_children(device.mission, device.milestones)
    device.lane.settle()
    assert device.text(0, 1) == "01.02.2027"
    assert device.said(0, 1) == ""
    device.lane.qtbot.wait(900)
    device.lane.settle()
    assert device.drafts == []


def test_erasing_takes_half_typed_cells_along(device: Device) -> None:
    records = device.desk.session.records
    first, second = add(device, "Erstens"), add(device, "Zweitens")
    device.lane.call(lambda: records.save(first, {"due_date": "2026-02-01"}))
    device.type(0, 1, "1.2.20270")
    device.press(KEY.Key_Return)
    device.press(KEY.Key_Tab)
    device.type(1, 1, "3.2.20270")
    device.window.leave()
    device.lane.settle()
    assert len(device.drafts) == 2
    erasing = device.desk.session.erasing
    device.lane.call(lambda: erasing.erase_field(first, "due_date", "request"))
    assert [key.endswith(second.hex()) for key in device.drafts] == [True]
    device.lane.call(lambda: erasing.erase(device.mission, "request"))
    assert device.drafts == []


def test_another_mission_does_not_take_over_half_typed_cells(device: Device) -> None:
    device.type(0, 1, "morgen")
    records = device.desk.session.records
    query = RowQuery(kind="mission", words="Leichter")
    other = device.lane.call(lambda: records.list_rows(query).rows[0].id)
    device.window.leave()
    device.window.open_record(other)
    device.lane.settle()
    assert device.text(0, 1) == ""
    device.window.open_record(device.mission)
    device.lane.settle()
    assert device.text(0, 1) == "morgen"
