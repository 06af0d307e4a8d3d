"""F1 helps in every dialog, at the page below it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from innolab_desktop.ui.dialogs.base_dialog import BaseDialog
from innolab_desktop.ui.dialogs.new_record_dialog import NewRecordDialog
from innolab_desktop.ui.help.help_window import HelpWindow

if TYPE_CHECKING:
    from innolab_desktop.ui.main_window import MainWindow
    from ui.vaults import Lane


def test_f1_opens_the_handbook_over_a_dialog(window: MainWindow, lane: Lane) -> None:
    window.show_page("case_consultation")
    window.start_new()
    lane.settle()
    (dialog,) = (d for d in window.findChildren(NewRecordDialog) if d.isVisible())
    dialog.activateWindow()
    QTest.keyClick(dialog, Qt.Key.Key_F1)
    lane.settle()
    (shown,) = dialog.findChildren(HelpWindow)
    assert shown.isVisible()
    assert shown.windowHandle().isExposed()
    assert shown.shown_text.startswith("Kollegiale Fallberatung")
    dialog.reject()
    lane.settle()
    window.show_help()  # and later over the window again
    lane.settle()
    assert any(helper.isVisible() for helper in window.findChildren(HelpWindow))


def test_a_dialog_without_a_window_stays_quiet(window: MainWindow) -> None:
    lonely = BaseDialog(None, window.page("overview").desk.theme, "Allein")
    lonely.ask_help()
    lonely.deleteLater()
