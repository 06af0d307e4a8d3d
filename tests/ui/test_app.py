"""From the first start to the lock, with the real composition root."""

from __future__ import annotations

import secrets
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QWidget

from innolab_desktop import bootstrap, paths
from innolab_desktop.gate import Gate
from innolab_desktop.keys import escrow_key
from innolab_desktop.ui.app import Desktop
from innolab_desktop.ui.dialogs.keys.recovery_unlock_dialog import RecoveryUnlockDialog
from innolab_desktop.ui.dialogs.message_dialog import MessageDialog
from innolab_desktop.ui.dialogs.setup_wizard import SetupWizard
from innolab_desktop.ui.locking.lock_reason import LockReason
from innolab_desktop.ui.settings import Settings
from innolab_desktop.ui.widgets.button import Button
from innolab_desktop.ui.widgets.password_field import PasswordField
from ui.accessibility import audit
from ui.typing_text import type_text
from ui.vaults import FLOOR_KIB, HINTS, PASSPHRASE, create_session

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from innolab_desktop.services.error_catalogue import ErrorCatalogue


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(tmp_path / "settings.ini")


@pytest.fixture
def relaunched() -> list[LockReason]:
    return []


@pytest.fixture
def desktop(
    qapp: QApplication,
    settings: Settings,
    catalogue: ErrorCatalogue,
    tmp_path: Path,
    relaunched: list[LockReason],
) -> Iterator[Desktop]:
    made = Desktop(
        qapp,
        Gate(FLOOR_KIB),
        settings,
        catalogue,
        hints=HINTS,
        icons_dir=paths.resources_dir() / "icons",
        vaults_dir=tmp_path,
        relaunch=relaunched.append,
    )
    yield made
    made.shut_down()
    made.deleteLater()


def press(widget: QWidget, text: str) -> None:
    next(b for b in widget.findChildren(QPushButton) if b.text() == text).click()


def window_of(desktop: Desktop) -> QWidget:
    assert desktop.main_window is not None
    return desktop.main_window


def shown_texts(widget: QWidget) -> str:
    return " ".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


def test_a_new_vault_is_made_used_locked_and_opened_again(
    qtbot: QtBot, desktop: Desktop, settings: Settings, tmp_path: Path, relaunched: list[LockReason]
) -> None:
    desktop.show()
    assert desktop.unlock_window.windowIcon().pixmap(32).toImage().pixelColor(16, 2).blue() > 100
    press(desktop.unlock_window, "Neuen Tresor anlegen …")
    wizard = desktop.unlock_window.findChild(SetupWizard)
    assert isinstance(wizard, SetupWizard)
    press(wizard, "Tresor anlegen")
    assert "Bitte geben Sie Ihren Namen ein." in shown_texts(wizard)
    for line in wizard.findChildren(QLineEdit):
        if line.accessibleName() in {"Ihr Name", "Kommune", "Fachbereich"}:
            type_text(line, "Jörg Süß")
    for field in wizard.findChildren(PasswordField):
        type_text(field.line, PASSPHRASE)
    press(wizard, "Tresor anlegen")
    qtbot.waitUntil(lambda: desktop.main_window is not None, timeout=20_000)
    window = desktop.main_window
    assert window is not None
    assert window.isVisible()
    assert not desktop.unlock_window.isVisible()
    assert list(settings.recent_vaults) == [tmp_path / "Tresor"]
    qtbot.waitUntil(lambda: desktop.jobs.is_idle)
    offer = window.findChild(MessageDialog)
    assert isinstance(offer, MessageDialog)
    assert [button.text() for button in offer.findChildren(QPushButton) if button.hasFocus()] == [
        "Code jetzt erzeugen"
    ]
    press(offer, "Später")
    window.lock_requested.emit()
    assert relaunched == [LockReason.HAND]
    reopened = bootstrap.open_vault(tmp_path / "Tresor", PASSPHRASE)
    assert reopened.info.person == "Jörg Süß"
    reopened.close()


def test_getting_ready_moves_nothing_under_the_mouse(
    qtbot: QtBot, desktop: Desktop, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Gate, "warm_up", lambda _self: time.sleep(0.9))
    desktop.show()
    qtbot.wait(750)
    assert not desktop.jobs.is_idle
    assert not desktop.unlock_window.progress.isVisible()
    qtbot.waitUntil(lambda: desktop.jobs.is_idle)


def test_the_wizard_leads_to_the_invented_data_by_keyboard(
    qtbot: QtBot, desktop: Desktop, settings: Settings, tmp_path: Path
) -> None:
    desktop.show()
    press(desktop.unlock_window, "Neuen Tresor anlegen …")
    wizard = desktop.unlock_window.findChild(SetupWizard)
    assert isinstance(wizard, SetupWizard)
    wizard.activateWindow()
    (first,) = (
        line for line in wizard.findChildren(QLineEdit) if line.accessibleName() == "Ihr Name"
    )
    first.setFocus()
    for _step in range(30):
        focused = wizard.focusWidget()
        if isinstance(focused, QPushButton) and focused.text().startswith("Mit Beispieldaten"):
            break
        qtbot.keyClick(focused, Qt.Key.Key_Tab)
    qtbot.keyClick(wizard.focusWidget(), Qt.Key.Key_Space)
    assert not wizard.isVisible()
    qtbot.waitUntil(lambda: desktop.main_window is not None, timeout=60_000)
    assert "Beispieldaten: Bitte tragen Sie hier nichts Echtes ein." in shown_texts(
        window_of(desktop)
    )
    assert all(folder.is_relative_to(tmp_path / "Beispiel") for folder in settings.recent_vaults)
    qtbot.waitUntil(lambda: desktop.jobs.is_idle, timeout=20_000)


def test_a_wrong_passphrase_is_said_in_place(
    qtbot: QtBot, desktop: Desktop, catalogue: ErrorCatalogue, tmp_path: Path
) -> None:
    create_session(tmp_path / "Tresor").close()
    window = desktop.unlock_window
    window.offer(tmp_path / "Tresor")
    desktop.show()
    field = window.findChild(PasswordField)
    assert isinstance(field, PasswordField)
    type_text(field.line, "ganz falsch")
    press(window, "Entsperren")
    expected = catalogue.describe_code("passphrase_wrong", {}).what
    qtbot.waitUntil(lambda: expected in shown_texts(window), timeout=20_000)
    assert field.text == ""
    type_text(field.line, PASSPHRASE)
    press(window, "Entsperren")
    qtbot.waitUntil(lambda: desktop.main_window is not None, timeout=20_000)
    qtbot.waitUntil(lambda: desktop.jobs.is_idle)


@pytest.mark.parametrize("has_vault", [False, True])
def test_the_unlock_window_is_accessible(
    qtbot: QtBot, desktop: Desktop, qapp: QApplication, tmp_path: Path, *, has_vault: bool
) -> None:
    if has_vault:
        desktop.unlock_window.offer(tmp_path / "Tresor")
    with qtbot.waitExposed(desktop.unlock_window):
        desktop.unlock_window.show()
    desktop.unlock_window.activateWindow()
    assert audit(desktop.unlock_window, qapp) == []


def test_the_first_window_needs_nothing_heavy() -> None:
    heavy = ("sqlalchemy", "sqlcipher3", "cryptography", "keyring", "reportlab", "pycrdt")
    code = (
        "import sys, innolab_desktop.window as m;"
        f"print([n for n in {heavy!r} if n in sys.modules],"
        " any(n.startswith('innolab_desktop.ui.pages') for n in sys.modules))"
    )
    run = subprocess.run(  # noqa: S603 - our own interpreter and code
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=True,
        env={
            "PYTHONPATH": str(Path(bootstrap.__file__).parents[1]),
            "QT_QPA_PLATFORM": "offscreen",
        },
    )
    assert run.stdout.strip() == "[] False"


def test_the_first_start_also_opens_a_vault_that_is_already_there(
    desktop: Desktop, tmp_path: Path
) -> None:
    window = desktop.unlock_window
    (find,) = [b for b in window.findChildren(Button) if b.text().startswith("Vorhandenen")]
    assert not find.isHidden()
    window.offer(tmp_path / "Tresor")
    assert find.isHidden()


def test_a_recovery_code_opens_and_brings_a_new_passphrase(
    qtbot: QtBot, desktop: Desktop, catalogue: ErrorCatalogue, tmp_path: Path
) -> None:
    session = create_session(tmp_path / "Tresor")
    code = session.key_slots.add_recovery()
    session.close()
    window = desktop.unlock_window
    window.offer(tmp_path / "Tresor")
    desktop.show()
    (button,) = [b for b in window.findChildren(Button) if b.text().startswith("Wiederherst")]
    qtbot.waitUntil(lambda: not button.isHidden(), timeout=20_000)
    button.click()
    dialog = window.findChild(RecoveryUnlockDialog)
    assert isinstance(dialog, RecoveryUnlockDialog)
    line = next(
        x for x in dialog.findChildren(QLineEdit) if x.accessibleName().startswith("Wiederherst")
    )
    for field in dialog.findChildren(PasswordField):
        type_text(field.line, "drei laute Amseln im Regen")
    type_text(line, "falsch")
    press(dialog, "Öffnen")
    expected = catalogue.describe_code("recovery_code_group", {"group": 1}).what
    qtbot.waitUntil(lambda: expected in shown_texts(dialog), timeout=20_000)
    line.clear()
    type_text(line, code.lower())
    press(dialog, "Öffnen")
    qtbot.waitUntil(lambda: desktop.main_window is not None, timeout=20_000)
    qtbot.waitUntil(lambda: desktop.jobs.is_idle)
    desktop.shut_down()
    bootstrap.open_vault(tmp_path / "Tresor", "drei laute Amseln im Regen").close()


def test_the_unlock_window_says_who_else_can_open(
    qtbot: QtBot, desktop: Desktop, tmp_path: Path
) -> None:
    session = create_session(tmp_path / "Tresor")
    _, public, _ = escrow_key.create(
        "IT-Leitung", "ein Satz des Hauses", memory_kib=FLOOR_KIB, random=secrets.token_bytes
    )
    (tmp_path / "key.json").write_bytes(public)
    session.key_slots.add_escrow(tmp_path / "key.json")
    session.close()
    desktop.unlock_window.offer(tmp_path / "Tresor")
    desktop.show()
    expected = "Hinterlegt: Auch „IT-Leitung“ kann diesen Tresor öffnen."
    qtbot.waitUntil(lambda: expected in shown_texts(desktop.unlock_window), timeout=20_000)


def test_no_window_title_tells_what_is_in_it(
    qtbot: QtBot, desktop: Desktop, qapp: QApplication, tmp_path: Path
) -> None:
    session = create_session(tmp_path / "Tresor")
    mission = session.records.new("mission", {"title": "Geheimer Titel"}).record
    session.close()
    desktop.unlock_window.offer(tmp_path / "Tresor")
    desktop.show()
    desktop._unlock(tmp_path / "Tresor", PASSPHRASE)
    qtbot.waitUntil(lambda: desktop.main_window is not None, timeout=20_000)
    assert desktop.main_window is not None
    qtbot.waitUntil(lambda: "keinen Wiederherst" in shown_texts(window_of(desktop)), timeout=9000)
    for step in (
        lambda window: window.open_record(mission),
        lambda window: window.search("Geheimer"),
        lambda window: window.show_page("more"),
    ):
        step(desktop.main_window)
        qtbot.wait(50)
        qtbot.waitUntil(lambda: desktop.jobs.is_idle, timeout=20_000)
        titles = [window.windowTitle() for window in qapp.topLevelWidgets()]
        assert not [title for title in titles if "Geheim" in title or "Aylin" in title], titles
    assert desktop.main_window.windowTitle() == "InnoLab Desktop – Musterstadt"
