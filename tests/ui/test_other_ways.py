"""The ways besides the passphrase: what IT forbids is not offered, a deposited key opens."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QWidget

from innolab_desktop import bootstrap
from innolab_desktop.domain.policy import PolicySource, combine
from innolab_desktop.gate import Gate
from innolab_desktop.keys.passphrase_slot import FLOOR_KIB
from innolab_desktop.services.given_key import GivenPassphrase
from innolab_desktop.services.key_ports import ESCROW, KEYRING, RECOVERY, KeySlot
from innolab_desktop.services.key_ports import PASSPHRASE as PASSPHRASE_SLOT
from innolab_desktop.ui.dialogs.keys.key_fields import KeyFields
from innolab_desktop.ui.dialogs.keys.recovery_unlock_dialog import RecoveryUnlockDialog
from innolab_desktop.ui.dialogs.unlock_window import UnlockWindow
from innolab_desktop.ui.error_text import ErrorPresenter
from innolab_desktop.ui.other_ways import OtherWays
from innolab_desktop.ui.widgets.password_field import PasswordField
from ui.vaults import PASSPHRASE

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from innolab_desktop.services.error_catalogue import ErrorCatalogue
    from innolab_desktop.ui.jobs import Jobs
    from innolab_desktop.ui.theme.theme import Theme
    from ui.vaults import Lane

HOLDER = "die Amtsleitung schließt nachts ab"
NEW = "drei laute Amseln im Regen"
SLOTS = tuple(KeySlot(name, name, "", "") for name in (PASSPHRASE_SLOT, KEYRING, RECOVERY))


@pytest.mark.parametrize(
    ("given", "offered"),
    [
        ({}, [PASSPHRASE_SLOT, KEYRING, RECOVERY]),
        ({"keyring_allowed": True}, [PASSPHRASE_SLOT, KEYRING, RECOVERY]),
        ({"keyring_allowed": False}, [PASSPHRASE_SLOT, RECOVERY]),
    ],
)
def test_a_forbidden_key_store_is_not_offered(
    qtbot: QtBot,
    theme: Theme,
    jobs: Jobs,
    catalogue: ErrorCatalogue,
    *,
    given: dict[str, object],
    offered: list[str],
) -> None:
    surroundings = bootstrap.Surroundings(combine([PolicySource("file", given)]))
    window = UnlockWindow(theme, [])
    qtbot.addWidget(window)
    errors = ErrorPresenter(window, theme, catalogue)
    ways = OtherWays(Gate(FLOOR_KIB, surroundings), jobs, window, theme, errors)
    assert [slot.type for slot in ways._permitted(SLOTS)] == offered


def test_the_holder_of_a_deposited_key_opens(
    qtbot: QtBot,
    theme: Theme,
    jobs: Jobs,
    catalogue: ErrorCatalogue,
    *,
    lane: Lane,
    vault_template: Path,
    tmp_path: Path,
) -> None:
    folder = tmp_path / "Tresor"
    shutil.copytree(vault_template, folder)
    gate = Gate(FLOOR_KIB)

    def deposit() -> Path:
        files = gate.create_escrow_key("IT-Leitung", HOLDER, tmp_path / "key")
        session = gate.open_session(folder, GivenPassphrase(PASSPHRASE))
        session.key_slots.add_escrow(files.public, confirmed_by=PASSPHRASE)
        session.close()
        return files.secret

    secret_file = lane.call(deposit)
    window = UnlockWindow(theme, [folder])
    qtbot.addWidget(window)
    window.show()
    ways = OtherWays(gate, jobs, window, theme, ErrorPresenter(window, theme, catalogue))
    window.announce_vault()
    lane.settle()
    press(window, "Hinterlegten Schlüssel verwenden …")
    (dialog,) = window.findChildren(RecoveryUnlockDialog)
    press(dialog, "Öffnen")
    assert any("geheime Datei" in label.text() for label in dialog.findChildren(QLabel))
    dialog.findChildren(KeyFields)[0].take_file(secret_file)
    visible = [line for line in dialog.findChildren(QLineEdit) if line.isVisible()]
    for line, text in zip(visible[1:], (HOLDER, NEW, NEW), strict=True):
        line.setText(text)
    with qtbot.waitSignal(ways.opened, timeout=30_000) as opened:
        press(dialog, "Öffnen")
    assert opened.args is not None
    session, where = opened.args
    assert where == folder
    lane.call(session.close)
    again = lane.call(lambda: gate.open_session(folder, GivenPassphrase(NEW)))
    assert [event.slot_type for event in lane.call(again.key_slots.events)].count(ESCROW) == 2
    lane.call(again.close)


def press(window: QWidget, label: str) -> None:
    (button,) = [b for b in window.findChildren(QPushButton) if b.text() == label and b.isVisible()]
    button.click()


def test_a_new_passphrase_is_as_long_as_it_prescribes(
    qtbot: QtBot, theme: Theme, jobs: Jobs, catalogue: ErrorCatalogue, tmp_path: Path
) -> None:
    given = PolicySource("file", {"min_passphrase_length": len(NEW) + 1})
    gate = Gate(FLOOR_KIB, bootstrap.Surroundings(combine([given])))
    window = UnlockWindow(theme, [])
    qtbot.addWidget(window)
    ways = OtherWays(gate, jobs, window, theme, ErrorPresenter(window, theme, catalogue))
    ways._ask_key(tmp_path, RECOVERY)
    (dialog,) = window.findChildren(RecoveryUnlockDialog)
    for fields, problem in ((NEW, True), (f"{NEW}!", False)):
        for field in dialog._new.findChildren(PasswordField):
            field.line.setText(fields)
        assert bool(dialog._new.problem()) == problem
