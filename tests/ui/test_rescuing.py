"""A vault that does not open: the first window helps to put a backup back, or to save the rest."""

from __future__ import annotations

import secrets
import shutil
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton

from innolab_desktop import bootstrap
from innolab_desktop.domain.errors import VaultError
from innolab_desktop.gate import Gate
from innolab_desktop.keys import vault_file
from innolab_desktop.keys.os_keyring import OsKeyring
from innolab_desktop.keys.slot_keeper import SlotKeeper
from innolab_desktop.rescue import Rescue
from innolab_desktop.services.given_key import GivenCode
from innolab_desktop.services.key_ports import RECOVERY
from innolab_desktop.ui.dialogs.keys.key_fields import KeyFields
from innolab_desktop.ui.dialogs.rescue_dialog import RescueDialog
from innolab_desktop.ui.dialogs.unlock_window import UnlockWindow
from innolab_desktop.ui.rescuing import Rescuing
from ui.accessibility import audit
from ui.vaults import FLOOR_KIB, PASSPHRASE

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from innolab_desktop.services.error_catalogue import ErrorCatalogue
    from innolab_desktop.ui.jobs import Jobs
    from innolab_desktop.ui.theme.theme import Theme
    from ui.vaults import Lane


@pytest.fixture
def damaged(lane: Lane, vault_template: Path, tmp_path: Path) -> Path:
    """A vault with a backup, of whose file one page is broken."""
    folder = tmp_path / "Tresor"
    shutil.copytree(vault_template, folder)

    def prepare() -> None:
        session = bootstrap.open_vault(folder, PASSPHRASE)
        session.safekeeping.backups.make()
        session.records.new("tandem_note", {"title": "Nach der Sicherung"})
        session.close()

    lane.call(prepare)
    data = bytearray((folder / "vault.db").read_bytes())
    data[100] ^= 1
    (folder / "vault.db").write_bytes(data)
    return folder


@pytest.fixture
def first_window(qtbot: QtBot, theme: Theme, damaged: Path) -> UnlockWindow:
    window = UnlockWindow(theme, [damaged])
    qtbot.addWidget(window)
    window.show()
    return window


@pytest.fixture
def rescuing(
    first_window: UnlockWindow, theme: Theme, jobs: Jobs, catalogue: ErrorCatalogue
) -> Rescuing:
    return Rescuing(first_window, theme, jobs, Rescue(None), catalogue)


def opened_dialog(
    rescuing: Rescuing, window: UnlockWindow, lane: Lane, folder: Path
) -> RescueDialog:
    def try_it() -> None:
        bootstrap.open_vault(folder, PASSPHRASE)

    with pytest.raises(VaultError) as failure:
        lane.call(try_it)
    rescuing.offer_after(failure.value, folder)
    lane.settle()
    (dialog,) = window.findChildren(RescueDialog)
    return dialog


def fill_and_press(dialog: RescueDialog, passphrase: str, label: str) -> None:
    (line,) = [line for line in dialog.findChildren(QLineEdit) if line.isVisible()]
    line.setText(passphrase)
    press(dialog, label)


def press(dialog: RescueDialog, label: str) -> None:
    (button,) = [b for b in dialog.findChildren(QPushButton) if b.text() == label]
    button.click()


def words(widget: RescueDialog | UnlockWindow) -> str:
    return " ".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


def test_a_backup_is_put_back(
    rescuing: Rescuing, first_window: UnlockWindow, lane: Lane, damaged: Path, qapp: QApplication
) -> None:
    dialog = opened_dialog(rescuing, first_window, lane, damaged)
    assert audit(dialog, qapp) == []
    fill_and_press(dialog, "falsch", "Sicherung zurückholen")
    lane.settle()
    assert "passt nicht zu diesem Tresor" in words(dialog)
    fill_and_press(dialog, PASSPHRASE, "Sicherung zurückholen")
    lane.settle()
    assert "Die Sicherung ist zurückgeholt" in words(first_window)
    session = lane.call(lambda: bootstrap.open_vault(damaged, PASSPHRASE))
    assert lane.call(lambda: session.search("Nach der Sicherung")) == ()
    lane.call(session.close)


def test_what_is_readable_is_saved(
    rescuing: Rescuing, first_window: UnlockWindow, lane: Lane, damaged: Path
) -> None:
    dialog = opened_dialog(rescuing, first_window, lane, damaged)
    fill_and_press(dialog, PASSPHRASE, "Retten, was lesbar ist")
    lane.settle()
    assert "Gerettet:" in words(first_window)
    saved = damaged.with_name("Tresor gerettet")
    session = lane.call(lambda: bootstrap.open_vault(saved, PASSPHRASE))
    assert len(lane.call(lambda: session.search("Nach der Sicherung"))) == 1
    lane.call(session.close)


def test_a_wrong_passphrase_needs_no_rescue(
    rescuing: Rescuing, first_window: UnlockWindow, lane: Lane, damaged: Path
) -> None:
    rescuing.offer_after(VaultError("passphrase_wrong"), damaged)
    rescuing.offer_after(ValueError(), damaged)
    lane.settle()
    assert first_window.findChildren(RescueDialog) == []


def test_a_forgotten_passphrase_is_no_end(
    rescuing: Rescuing, first_window: UnlockWindow, lane: Lane, damaged: Path, qapp: QApplication
) -> None:
    code = lane.call(lambda: add_recovery(damaged))
    dialog = opened_dialog(rescuing, first_window, lane, damaged)
    (fields,) = dialog.findChildren(KeyFields)
    fields.choose(RECOVERY)
    assert audit(dialog, qapp) == []
    press(dialog, "Retten, was lesbar ist")
    assert "geben Sie den Wiederherstellungscode ein" in words(dialog)
    fill_and_press(dialog, code.lower(), "Retten, was lesbar ist")
    lane.settle()
    assert "Gerettet:" in words(first_window)
    saved = damaged.with_name("Tresor gerettet")
    session = lane.call(lambda: Gate().open_session(saved, GivenCode(code)))
    assert len(lane.call(lambda: session.search("Nach der Sicherung"))) == 1
    lane.call(session.close)


def add_recovery(folder: Path) -> str:
    keeper = SlotKeeper(
        folder,
        vault_file.open_with_passphrase(folder, PASSPHRASE),
        "passphrase",
        keyring=OsKeyring(),
        memory_kib=lambda: FLOOR_KIB,
        random=secrets.token_bytes,
        today=lambda: "2026-11-22",
    )
    return keeper.add_recovery()
