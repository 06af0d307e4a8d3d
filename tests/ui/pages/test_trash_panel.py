"""What was deleted comes back, or goes for good with a reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QPushButton

from innolab_desktop.services.read_models import RowQuery
from innolab_desktop.ui.dialogs.reason_dialog import ReasonDialog
from innolab_desktop.ui.pages.trash_panel import TrashPanel
from innolab_desktop.ui.widgets.row_list import RowList
from innolab_desktop.ui.widgets.text_area import TextArea
from ui.typing_text import type_text

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from innolab_desktop.ui.desk import Desk
    from ui.vaults import Lane


def test_records_come_back_or_go_for_good(qtbot: QtBot, desk: Desk, lane: Lane) -> None:
    records = desk.session.records
    notes = lane.call(lambda: records.list_rows(RowQuery(kind="tandem_note"))).rows
    lane.call(lambda: records.delete(notes[0].id))
    panel = TrashPanel(desk)
    qtbot.addWidget(panel)
    panel.show()
    panel.activate()
    lane.settle()
    rows = panel.findChild(RowList)
    assert isinstance(rows, RowList)
    buttons = {button.text(): button for button in panel.findChildren(QPushButton)}
    assert not buttons["Wiederherstellen"].isEnabled()
    rows.select_row(0)
    buttons["Wiederherstellen"].click()
    lane.settle()
    assert lane.call(lambda: records.list_rows(RowQuery(kind="tandem_note"))).total == len(notes)
    assert rows.model().rowCount() == 0

    lane.call(lambda: records.delete(notes[0].id))
    panel.activate()
    lane.settle()
    rows.select_row(0)
    buttons["Endgültig löschen …"].click()
    dialog = panel.findChild(ReasonDialog)
    assert isinstance(dialog, ReasonDialog)
    confirm = next(b for b in dialog.findChildren(QPushButton) if b.text() == "Endgültig löschen")
    confirm.click()
    assert dialog.isVisible(), "without a reason nothing happens"
    area = dialog.findChild(TextArea)
    assert isinstance(area, TextArea)
    type_text(area, "Löschwunsch")
    confirm.click()
    lane.settle()
    assert lane.call(lambda: desk.session.search("Gespräch")) == ()
