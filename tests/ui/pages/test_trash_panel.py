"""What was deleted comes back, or goes for good with a reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLabel, QPushButton

from innolab_desktop.services.read_models import RowQuery
from innolab_desktop.ui.dialogs.erase_dialog import EraseDialog
from innolab_desktop.ui.pages.erasure_log_panel import ErasureLogPanel
from innolab_desktop.ui.pages.trash_panel import TrashPanel
from innolab_desktop.ui.widgets.combo_box import ComboBox
from innolab_desktop.ui.widgets.row_list import RowList
from ui.accessibility import audit

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from innolab_desktop.ui.desk import Desk
    from ui.vaults import Lane


def test_records_come_back_or_go_for_good(
    qtbot: QtBot, qapp: QApplication, desk: Desk, lane: Lane
) -> None:
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
    lane.settle()
    dialog = panel.findChild(EraseDialog)
    assert isinstance(dialog, EraseDialog)
    assert audit(dialog, qapp) == []
    confirm = next(b for b in dialog.findChildren(QPushButton) if b.text() == "Endgültig löschen")
    confirm.click()
    lane.settle()
    assert dialog.isVisible(), "without a reason nothing happens"
    reason = dialog.findChild(ComboBox)
    assert isinstance(reason, ComboBox)
    reason.setCurrentIndex(reason.findData("mistake"))
    confirm.click()
    lane.settle()
    assert lane.call(lambda: desk.session.search("Gespräch")) == ()


def test_the_log_says_why_and_never_what(
    qtbot: QtBot, qapp: QApplication, desk: Desk, lane: Lane
) -> None:
    session = desk.session
    (note, *_) = lane.call(lambda: session.records.list_rows(RowQuery(kind="tandem_note"))).rows
    lane.call(lambda: session.erasing.erase(note.id, "mistake"))
    log = ErasureLogPanel(desk)
    qtbot.addWidget(log)
    log.setWindowTitle("Löschprotokoll")
    log.resize(900, 600)
    log.show()
    log.activate()
    lane.settle()
    texts = " ".join(label.text() for label in log.findChildren(QLabel))
    assert "Irrtümlich erfasst" in texts
    assert note.title not in texts
    assert audit(log, qapp) == []
