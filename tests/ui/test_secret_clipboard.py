"""Secrets leave the clipboard by themselves; what somebody else copied stays."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from innolab_desktop.services.lock_settings import DEFAULT_CLIPBOARD_SECONDS
from innolab_desktop.ui.secret_clipboard import SecretClipboard

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

SECRET = "000G4-40R4F"


@pytest.fixture
def clipboard(qapp: QApplication) -> SecretClipboard:
    qapp.clipboard().clear()
    return SecretClipboard(qapp.clipboard(), qapp)


def test_it_goes_after_half_a_minute(
    qapp: QApplication, qtbot: QtBot, clipboard: SecretClipboard
) -> None:
    assert DEFAULT_CLIPBOARD_SECONDS == 30
    clipboard._timer.setInterval(50)
    clipboard.copy(SECRET)
    assert qapp.clipboard().text() == SECRET
    kept = qapp.clipboard().mimeData()
    assert kept.data("x-kde-passwordManagerHint").data() == b"secret"
    (name,) = (form for form in kept.formats() if form.startswith("application/x-qt-windows-mime"))
    assert "ExcludeClipboardContentFromMonitorProcessing" in name
    qtbot.waitUntil(lambda: not qapp.clipboard().text())


def test_it_goes_when_the_vault_is_locked(qapp: QApplication, clipboard: SecretClipboard) -> None:
    clipboard.copy(SECRET)
    clipboard.clear()
    assert qapp.clipboard().text() == ""


def test_what_was_copied_since_stays(
    qapp: QApplication, qtbot: QtBot, clipboard: SecretClipboard
) -> None:
    clipboard._timer.setInterval(50)
    clipboard.copy(SECRET)
    qapp.clipboard().setText("Einkaufszettel")
    qtbot.wait(150)
    clipboard.clear()
    assert qapp.clipboard().text() == "Einkaufszettel"
