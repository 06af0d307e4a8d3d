"""A list is saved as a table, by way of a question about what is confidential."""

from __future__ import annotations

from typing import TYPE_CHECKING

import openpyxl
from PySide6.QtWidgets import QFileDialog

from innolab_desktop.services.read_models import RowQuery
from innolab_desktop.services.tables import TableContent
from innolab_desktop.ui.dialogs.message_dialog import MessageDialog
from innolab_desktop.ui.dialogs.table_dialog import TableDialog
from innolab_desktop.ui.pages.records_page import RecordsPage
from innolab_desktop.ui.pages.table_saving import TableSaving
from innolab_desktop.ui.widgets.plain_label import PlainLabel
from innolab_desktop.ui.widgets.tool_button import ToolButton
from ui.accessibility import audit

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from innolab_desktop.ui.main_window import MainWindow
    from innolab_desktop.ui.theme.theme import Theme
    from ui.vaults import Lane


def page_of(window: MainWindow, lane: Lane) -> RecordsPage:
    window.show_page("mission")
    lane.settle()
    return next(page for page in window.findChildren(RecordsPage) if page.isVisible())


def test_a_list_becomes_a_table(window: MainWindow, lane: Lane, tmp_path: Path) -> None:
    page = page_of(window, lane)
    button = next(
        item for item in page.findChildren(ToolButton)
        if item.accessibleName() == "Als Tabelle speichern"
    )  # fmt: skip
    button.click()
    lane.settle()
    dialog = window.findChild(TableDialog)
    assert dialog is not None
    assert any("0 Einträge" in label.text() for label in dialog.findChildren(PlainLabel))
    dialog.confidential.set_checked(True)
    dialog.save.click()
    chooser = window.findChild(QFileDialog)
    assert chooser is not None
    assert chooser.selectedFiles()[0].endswith("Missionen.xlsx")
    target = tmp_path / "Missionen.xlsx"
    chooser.fileSelected.emit(str(target))
    lane.settle()
    chooser.close()
    sheet = openpyxl.load_workbook(target).worksheets[0]
    titles = [cell.value for row in sheet for cell in row]
    assert "Straßenbau: Beteiligung" in titles
    message = window.findChild(MessageDialog)
    assert message is not None
    texts = " ".join(label.text() for label in message.findChildren(PlainLabel))
    assert "Missionen.xlsx mit 3 Einträge" in texts
    message.close()


def test_what_is_left_out_is_said(window: MainWindow, lane: Lane, tmp_path: Path) -> None:
    page = page_of(window, lane)
    saving = page.findChild(TableSaving)
    assert saving is not None
    saving.write(RowQuery(kind="mission"), tmp_path / "t.csv", with_confidential=False)
    lane.settle()
    message = window.findChild(MessageDialog)
    assert message is not None
    texts = " ".join(label.text() for label in message.findChildren(PlainLabel))
    assert "Vertraulich und nicht dabei: 3 Einträge" in texts
    message.close()


def test_nothing_is_asked_about_what_is_not_there(
    window: MainWindow, theme: Theme, qtbot: QtBot, qapp: QApplication
) -> None:
    dialog = TableDialog(window, theme, TableContent(7, 0))
    dialog.open()
    qtbot.waitExposed(dialog)
    assert not dialog.confidential.isVisible()
    chosen: list[tuple[str, bool]] = []
    dialog.chosen.connect(lambda ending, asked: chosen.append((ending, asked)))
    dialog.separated.set_checked(True)
    assert audit(dialog, qapp) == []
    dialog.grab().save("test-screens/table-dialog.png")
    dialog.save.click()
    assert chosen == [(".csv", False)]
