"""The panel makes, checks and puts backed-up states back, and says in plain words how it went."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from innolab_desktop import bootstrap
from innolab_desktop.domain.policy import PolicySource, combine
from innolab_desktop.services.backing_up import BackingUp
from innolab_desktop.services.changes import CancelToken, NoProgress
from innolab_desktop.ui.backup_words import difference_lines
from innolab_desktop.ui.desk import Safeguards
from innolab_desktop.ui.dialogs.message_dialog import MessageDialog
from innolab_desktop.ui.dialogs.restore_dialog import RestoreDialog
from innolab_desktop.ui.locking.lock_reason import LockReason
from innolab_desktop.ui.locking.locking import Locking
from innolab_desktop.ui.pages.backups.backups_panel import BackupsPanel
from innolab_desktop.ui.secret_clipboard import SecretClipboard
from ui.accessibility import audit
from ui.vaults import PASSPHRASE

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from innolab_desktop.ui.desk import Desk
    from ui.vaults import Lane


@pytest.fixture
def shown(qtbot: QtBot, desk: Desk, lane: Lane) -> BackupsPanel:
    panel = BackupsPanel(desk)
    panel.setWindowTitle("Sicherungen")
    panel.resize(900, 700)
    qtbot.addWidget(panel)
    panel.show()
    panel.activate()
    lane.settle()
    return panel


def texts(panel: BackupsPanel) -> str:
    return " ".join(label.text() for label in panel.findChildren(QLabel) if label.isVisible())


def press(panel: BackupsPanel, label: str) -> None:
    (button,) = [b for b in panel.findChildren(QPushButton) if b.text() == label]
    assert button.isEnabled()
    button.click()


def test_the_place_that_it_gives_cannot_be_changed(
    qtbot: QtBot, desk: Desk, lane: Lane, tmp_path: Path
) -> None:
    policy = combine([PolicySource("file", {"backup_folder": str(tmp_path)})])
    session = desk.session
    backups = BackingUp(session.vault, bootstrap.WallClock(), session.notices, policy)
    safekeeping = replace(session.safekeeping, backups=backups)
    strict = replace(session, policy=policy, safekeeping=safekeeping)
    panel = BackupsPanel(replace(desk, session=strict))
    qtbot.addWidget(panel)
    panel.show()
    panel.activate()
    lane.settle()
    assert "Von Ihrer IT vorgegeben" in texts(panel)
    assert str(tmp_path) in texts(panel)
    shown = {b.text() for b in panel.findChildren(QPushButton) if b.isVisible()}
    assert shown.isdisjoint({"Zweiten Ort wählen …", "Nicht mehr kopieren"})


def test_make_practise_and_check(
    shown: BackupsPanel, lane: Lane, desk: Desk, qapp: QApplication
) -> None:
    assert "noch nie" in texts(shown)
    press(shown, "Jetzt sichern")
    lane.settle()
    assert "Gesichert und geprüft." in texts(shown)
    assert "von Hand" in texts(shown)
    press(shown, "Zurückholen üben")
    lane.settle()
    assert "lässt sich zurückholen" in texts(shown)
    press(shown, "Tresor prüfen")
    lane.settle()
    assert "In Ordnung. Geprüft:" in texts(shown)
    assert "noch nie" not in texts(shown)
    assert lane.call(desk.session.safekeeping.checking.last).code == ""
    assert audit(shown, qapp) == []


def test_the_second_place(shown: BackupsPanel, lane: Lane, tmp_path: Path) -> None:
    assert "Keiner." in texts(shown)
    shown.elsewhere.use_place(tmp_path / "fehlt")
    lane.settle()
    assert "nicht erreichbar" in texts(shown)
    stick = tmp_path / "Stick"
    stick.mkdir()
    shown.elsewhere.use_place(stick)
    lane.settle()
    assert str(stick) in texts(shown)
    assert list(stick.glob("*/*/vault.db"))
    press(shown, "Nicht mehr kopieren")
    lane.settle()
    assert "Keiner." in texts(shown)


def test_putting_back_asks_with_a_preview(
    shown: BackupsPanel, lane: Lane, desk: Desk, qapp: QApplication, tmp_path: Path
) -> None:
    session = desk.session
    lane.call(session.safekeeping.backups.make)
    lane.call(lambda: session.records.new("tandem_note", {"title": "Neu seitdem"}))
    shown.activate()
    lane.settle()
    press(shown, "Zurückholen …")
    lane.settle()
    (dialog,) = shown.window().findChildren(RestoreDialog)
    words = " ".join(label.text() for label in dialog.findChildren(QLabel))
    assert "Tandem-Notiz „Neu seitdem“" in words
    assert "1 spätere Änderung zählt dann nicht mehr" in words
    assert audit(dialog, qapp) == []
    dialog.accept()
    lane.settle()
    vault = tmp_path / "Tresor"
    opened = lane.call(lambda: bootstrap.open_vault(vault, PASSPHRASE))
    assert lane.call(lambda: opened.search("Neu seitdem")) == ()
    reasons = [info.reason for info in lane.call(opened.safekeeping.backups.all)]
    assert reasons == ["before-restore", "manual"]
    lane.call(opened.close)


def test_words_for_a_backup_that_is_the_same(lane: Lane, desk: Desk) -> None:
    session = desk.session
    backup = lane.call(session.safekeeping.backups.make).backup.folder
    found = lane.call(
        lambda: session.safekeeping.restoring.preview(backup, NoProgress(), CancelToken())
    )
    assert difference_lines(found, session.forms) == ("In den Einträgen ändert sich nichts.",)


def test_open_files_only_after_a_warning(
    shown: BackupsPanel, lane: Lane, tmp_path: Path, qapp: QApplication
) -> None:
    press(shown, "Alles offen ausgeben …")
    (dialog,) = shown.window().findChildren(MessageDialog)
    assert "unverschlüsselt" in " ".join(label.text() for label in dialog.findChildren(QLabel))
    assert audit(dialog, qapp) == []
    dialog.reject()
    shown.elsewhere.export(tmp_path / "offen")
    lane.settle()
    assert (tmp_path / "offen" / "records").is_dir()
    assert "Unverschlüsselt geschrieben" in texts(shown)
    shown.elsewhere.export(tmp_path / "offen")
    lane.settle()
    assert "liegt schon etwas" in texts(shown)


def test_after_putting_back_the_process_is_asked_to_end(
    qtbot: QtBot, lane: Lane, desk: Desk, qapp: QApplication
) -> None:
    locking, reasons = Locking(qapp, desk.jobs), list[LockReason]()
    locking.due.connect(reasons.append)
    clipboard = SecretClipboard(qapp.clipboard())
    panel = BackupsPanel(replace(desk, safeguards=Safeguards(locking, clipboard)))
    qtbot.addWidget(panel)
    panel.show()
    backup = lane.call(desk.session.safekeeping.backups.make).backup.folder
    panel.preview(backup, "heute")
    lane.settle()
    (dialog,) = panel.window().findChildren(RestoreDialog)
    dialog.accept()
    lane.settle()
    assert reasons == [LockReason.RESTORED]
    lane.call(desk.session.close)  # what the end of the process does: harmless now
