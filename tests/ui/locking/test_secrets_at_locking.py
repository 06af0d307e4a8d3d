"""A secret in the clipboard does not outlast the vault it opens."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QPushButton

from innolab_desktop import bootstrap
from innolab_desktop.services.lock_settings import LockSettings
from innolab_desktop.ui.dialogs.keys.recovery_dialog import RecoveryDialog
from innolab_desktop.ui.locking.lock_reason import LockReason
from ui.vaults import PASSPHRASE

if TYPE_CHECKING:
    from pathlib import Path

    import pytest
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from innolab_desktop.ui.app import Desktop

CODE = "000G4-40R4F-ABCDE"


def copy_code(desktop: Desktop) -> RecoveryDialog:
    assert desktop.main_window is not None
    dialog = RecoveryDialog(desktop.main_window, desktop.main_window._desk, CODE)
    dialog.show()
    buttons = dialog.findChildren(QPushButton)
    next(button for button in buttons if "Sekunden kopieren" in button.text()).click()
    return dialog


def test_locking_takes_a_copied_code_away(qapp: QApplication, desktop: Desktop) -> None:
    copy_code(desktop)
    assert qapp.clipboard().text() == CODE
    desktop._lock(LockReason.HAND)
    assert qapp.clipboard().text() == ""


def test_the_time_that_was_set_counts_and_is_said(
    request: pytest.FixtureRequest, folder: Path, qapp: QApplication, qtbot: QtBot
) -> None:
    session = bootstrap.open_vault(folder, PASSPHRASE)
    LockSettings(session.desk).set_clipboard_seconds(5)
    session.close()
    desktop: Desktop = request.getfixturevalue("desktop")
    dialog = copy_code(desktop)
    assert dialog._banner.text == "Kopiert. In 5 Sekunden ist die Zwischenablage wieder leer."
    assert qapp.clipboard().text() == CODE
    qtbot.waitUntil(lambda: qapp.clipboard().text() == "", timeout=7_000)
