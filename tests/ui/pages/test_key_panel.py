"""The panel of keys: what opens the vault, changed by the person alone."""

from __future__ import annotations

import secrets
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from innolab_desktop.keys import escrow_key
from innolab_desktop.ui.desk import Desk, Safeguards
from innolab_desktop.ui.dialogs.keys.passphrase_dialog import PassphraseDialog
from innolab_desktop.ui.dialogs.keys.recovery_dialog import RecoveryDialog
from innolab_desktop.ui.dialogs.message_dialog import MessageDialog
from innolab_desktop.ui.locking.lock_reason import LockReason
from innolab_desktop.ui.locking.locking import Locking
from innolab_desktop.ui.pages.key_panel import KeyPanel
from innolab_desktop.ui.secret_clipboard import SecretClipboard
from innolab_desktop.ui.widgets.password_field import PasswordField
from ui.accessibility import audit
from ui.typing_text import type_text
from ui.vaults import FLOOR_KIB, PASSPHRASE

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from ui.vaults import Lane

NEW = "drei laute Amseln im Regen"


@pytest.fixture
def guarded(desk: Desk, qapp: QApplication) -> Iterator[Desk]:
    locking = Locking(qapp, desk.jobs, desk.jobs)
    clipboard = SecretClipboard(qapp.clipboard(), qapp)
    guards = Safeguards(locking, clipboard)
    yield replace(desk, safeguards=guards)
    locking.end()
    clipboard.clear()


@pytest.fixture
def key_panel(guarded: Desk, qtbot: QtBot, lane: Lane) -> KeyPanel:
    made = KeyPanel(guarded)
    qtbot.addWidget(made)
    made.setWindowTitle("Schlüssel")
    made.resize(1000, 800)
    made.show()
    made.activate()
    lane.settle()
    return made


def press(widget: QWidget, text: str) -> None:
    next(b for b in widget.findChildren(QPushButton) if b.text() == text).click()


def shown(widget: QWidget) -> str:
    return " ".join(label.text() for label in widget.findChildren(QLabel) if not label.isHidden())


def dialog_of(panel: QWidget, kind: type[QWidget]) -> QWidget:
    return next(d for d in panel.window().findChildren(kind) if d.isVisible())


def fill(dialog: QWidget, *texts: str) -> None:
    fields = [f for f in dialog.findChildren(PasswordField) if f.isVisible()]
    for field, text in zip(fields, texts, strict=True):
        field.line.clear()
        type_text(field.line, text)


def test_the_passphrase_is_changed_with_the_present_one(
    key_panel: KeyPanel, lane: Lane, qapp: QApplication
) -> None:
    slots = key_panel.desk.session.key_slots
    press(key_panel, "Ändern …")
    dialog = dialog_of(key_panel, PassphraseDialog)
    assert audit(dialog, qapp) == []
    fill(dialog, "falsch geraten", NEW, NEW)
    press(dialog, "Ändern")
    lane.settle()
    assert dialog.isVisible()
    catalogue = key_panel.desk.catalogue
    assert catalogue.describe_code("passphrase_wrong", {}).what in shown(dialog)
    fill(dialog, PASSPHRASE, NEW, NEW)
    press(dialog, "Ändern")
    lane.settle()
    assert "Der Passwortsatz ist geändert." in shown(key_panel)
    lane.call(lambda: slots._keeper.check_passphrase(NEW))


def test_a_recovery_code_is_made_shown_and_saved(
    key_panel: KeyPanel, lane: Lane, qapp: QApplication, tmp_path: Path
) -> None:
    press(key_panel, "Wiederherstellungscode erzeugen …")
    dialog = dialog_of(key_panel, PassphraseDialog)
    fill(dialog, PASSPHRASE)
    press(dialog, "Erzeugen")
    lane.settle()
    sheet = dialog_of(key_panel, RecoveryDialog)
    assert isinstance(sheet, RecoveryDialog)
    assert audit(sheet, qapp) == []
    assert sheet._code.split("-")[7] in shown(sheet)
    press(sheet, "Für 30 Sekunden kopieren")
    assert qapp.clipboard().text() == sheet._code
    press(sheet, "Drucken …")
    (paper,) = sheet.findChildren(QPrintDialog)
    assert paper.isVisible()
    paper.reject()
    sheet.save(tmp_path / "blatt.pdf")
    lane.settle()
    assert (tmp_path / "blatt.pdf").read_bytes().startswith(b"%PDF")
    sheet.accept()
    lane.settle()
    assert "Auf Papier" in shown(key_panel)
    assert "eingerichtet: Wiederherstellungscode" in shown(key_panel)


def test_the_last_own_key_stays_and_others_go(key_panel: KeyPanel, lane: Lane) -> None:
    slots = key_panel.desk.session.key_slots
    lane.call(lambda: slots.add_recovery(confirmed_by=PASSPHRASE))
    key_panel.activate()
    lane.settle()
    press(key_panel, "Entfernen …")
    press(dialog_of(key_panel, MessageDialog), "Entfernen")
    lane.settle()
    assert [slot.type for slot in lane.call(slots.slots)] == ["passphrase"]
    assert "entfernt: Wiederherstellungscode" in shown(key_panel)


def test_who_holds_a_key_is_always_shown(
    key_panel: KeyPanel, lane: Lane, qapp: QApplication, tmp_path: Path
) -> None:
    card, public, _ = escrow_key.create(
        "IT <b>Leitung</b>", "ein Satz des Hauses", memory_kib=FLOOR_KIB, random=secrets.token_bytes
    )
    (tmp_path / "key.json").write_bytes(public)
    key_panel.steps.ask_escrow(tmp_path / "key.json")
    lane.settle()
    dialog = dialog_of(key_panel, PassphraseDialog)
    assert card.digits in shown(dialog)
    fill(dialog, PASSPHRASE)
    press(dialog, "Hinterlegen")
    lane.settle()
    assert "Hinterlegt: „IT <b>Leitung</b>“ kann alles lesen" in shown(key_panel)
    assert "eingerichtet: Hinterlegung bei" in shown(key_panel)
    assert audit(key_panel, qapp) == []
    key_panel.steps.ask_escrow(tmp_path / "fehlt.json")
    lane.settle()
    assert "lässt sich nicht lesen" in shown(key_panel)


def test_everything_is_encrypted_anew_and_locked(key_panel: KeyPanel, lane: Lane) -> None:
    reasons: list[LockReason] = []
    assert key_panel.desk.safeguards is not None
    key_panel.desk.safeguards.locking.due.connect(reasons.append)
    press(key_panel, "Alles neu verschlüsseln …")
    dialog = dialog_of(key_panel, PassphraseDialog)
    fill(dialog, PASSPHRASE)
    press(dialog, "Neu verschlüsseln")
    lane.settle()
    assert reasons == [LockReason.RENEWED]
