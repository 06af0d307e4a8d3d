"""A list is saved as a table, by way of a question about what is confidential."""

from __future__ import annotations

from typing import TYPE_CHECKING

import openpyxl
import pytest
from PySide6.QtWidgets import QDialogButtonBox, QFileDialog, QLineEdit

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


def save_as(window: MainWindow, lane: Lane, folder: Path, typed: str) -> QFileDialog:
    """Answer the question for a file by typing a name and pressing the button."""
    chooser = next(item for item in window.findChildren(QFileDialog) if item.isVisible())
    chooser.setDirectory(str(folder))
    line, buttons = chooser.findChild(QLineEdit), chooser.findChild(QDialogButtonBox)
    assert line is not None
    assert buttons is not None
    line.setText(typed)
    buttons.button(QDialogButtonBox.StandardButton.Save).click()
    lane.settle()
    return chooser


def ask_for_file(window: MainWindow, lane: Lane) -> None:
    saving = page_of(window, lane).findChild(TableSaving)
    assert saving is not None
    saving.ask(RowQuery(kind="mission"))
    lane.settle()
    dialog = next(item for item in window.findChildren(TableDialog) if item.isVisible())
    dialog.confidential.set_checked(True)
    dialog.save.click()


def told(window: MainWindow) -> str:
    message = next(item for item in window.findChildren(MessageDialog) if item.isVisible())
    text = " ".join(label.text() for label in message.findChildren(PlainLabel))
    message.close()
    return text


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("Bericht", "Bericht.xlsx"),
        ("Stand 23.11.2026", "Stand 23.11.2026.xlsx"),
        ("Bericht.XLSX", "Bericht.XLSX"),
    ],
)
def test_the_table_lies_where_it_was_chosen(
    window: MainWindow, lane: Lane, tmp_path: Path, typed: str, written: str
) -> None:
    ask_for_file(window, lane)
    save_as(window, lane, tmp_path, typed)
    assert openpyxl.load_workbook(tmp_path / written).worksheets[0].max_row == 4
    text = told(window)
    assert f"{written} mit 3 Einträge" in text
    assert f"Ordner: {tmp_path}" in text


def test_a_table_is_not_replaced_unasked_when_its_name_is_completed(
    window: MainWindow, lane: Lane, tmp_path: Path
) -> None:
    former = tmp_path / "Stand 23.11.2026.xlsx"
    former.write_bytes(b"former")
    ask_for_file(window, lane)
    save_as(window, lane, tmp_path, "Stand 23.11.2026")
    assert former.read_bytes() == b"former"
    again = next(item for item in window.findChildren(QFileDialog) if item.isVisible())
    assert again.selectedFiles() == [str(former)]
    again.fileSelected.emit(str(former))  # as when the question of the dialog is answered with yes
    again.close()
    lane.settle()
    assert openpyxl.load_workbook(former).worksheets[0].max_row == 4
    told(window)


def test_a_folder_that_takes_no_file_is_told(
    window: MainWindow, lane: Lane, tmp_path: Path
) -> None:
    ask_for_file(window, lane)
    save_as(window, lane, tmp_path, "fort/Bericht.xlsx")
    text = told(window)
    assert "gespeichert" not in text
    assert "Bericht.xlsx" in text


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
