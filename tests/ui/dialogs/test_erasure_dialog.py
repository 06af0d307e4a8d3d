"""What an erasure tells when a backup could not be cleaned, and when cleaning was stopped."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from shiboken6 import isValid

from innolab_desktop.services.read_models import RowQuery
from innolab_desktop.ui.dialogs.erase_dialog import EraseDialog
from ui.accessibility import audit

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from innolab_desktop.domain.records import RecordId
    from innolab_desktop.services.changes import Changes
    from innolab_desktop.ui.desk import Desk
    from ui.vaults import Lane

OPENING = "Gelöscht. Aber 1 Sicherung auf diesem Gerät enthält es noch"


def damage(desk: Desk, lane: Lane) -> None:
    """Make a backup and break its file."""
    lane.call(desk.session.safekeeping.backups.make)
    (made,) = lane.call(desk.session.safekeeping.backups.all)
    file = made.folder / "vault.db"
    file.write_bytes(bytes(64) + file.read_bytes()[64:])


@pytest.fixture
def above(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    return widget


def opened(above: QWidget, desk: Desk, lane: Lane) -> tuple[EraseDialog, RecordId]:
    session = desk.session
    (note, *_) = lane.call(lambda: session.records.list_rows(RowQuery(kind="tandem_note"))).rows
    dialog = EraseDialog(above, desk, lane.call(lambda: session.erasing.plan(note.id)), None)
    dialog.open()
    dialog.reason.setCurrentIndex(dialog.reason.findData("mistake"))
    return dialog, note.id


def button(dialog: EraseDialog, text: str) -> QPushButton:
    return next(b for b in dialog.findChildren(QPushButton) if b.text() == text)


def told(desk: Desk) -> list[RecordId]:
    found: list[RecordId] = []

    def hear(changes: Changes, _initiator: object) -> None:
        found.extend(changes.records)

    desk.notifier.changed.connect(hear)
    return found


LEAVE: dict[str, Callable[[EraseDialog], None]] = {
    "button": lambda dialog: button(dialog, "Schließen").click(),
    "escape": lambda dialog: dialog.reject(),
}


@pytest.mark.parametrize("way", LEAVE)
def test_a_backup_that_cannot_be_opened_is_named(
    above: QWidget, qapp: QApplication, desk: Desk, lane: Lane, way: str
) -> None:
    damage(desk, lane)
    heard = told(desk)
    dialog, note = opened(above, desk, lane)
    button(dialog, "Endgültig löschen").click()
    lane.settle()
    assert dialog.isVisible()
    texts = " ".join(label.text() for label in dialog.findChildren(QLabel) if label.isVisible())
    assert OPENING in texts
    assert not button(dialog, "Endgültig löschen").isVisible()
    assert audit(dialog, qapp) == []
    assert heard == [], "the dialog is still in front of what would change"
    LEAVE[way](dialog)
    lane.settle()
    assert note in heard
    assert lane.call(lambda: desk.session.search("Gespräch")) == ()


def test_without_such_a_backup_it_just_closes(above: QWidget, desk: Desk, lane: Lane) -> None:
    heard = told(desk)
    dialog, note = opened(above, desk, lane)
    button(dialog, "Endgültig löschen").click()
    lane.settle()
    assert note in heard
    assert not (isValid(dialog) and dialog.isVisible())


def test_what_is_erased_is_told_even_if_cleaning_is_stopped(
    above: QWidget, desk: Desk, lane: Lane, monkeypatch: pytest.MonkeyPatch
) -> None:
    lane.call(desk.session.safekeeping.backups.make)
    erasing = desk.session.erasing
    erase = erasing.erase

    def stopped(*arguments: object, **more: object) -> Changes:
        changes = erase(*arguments, **more)  # pyright: ignore[reportArgumentType] - as they came
        desk.jobs.cancel_all()
        return changes

    monkeypatch.setattr(erasing, "erase", stopped)
    heard = told(desk)
    dialog, note = opened(above, desk, lane)
    button(dialog, "Endgültig löschen").click()
    lane.settle()
    assert dialog.isVisible()
    assert OPENING in " ".join(label.text() for label in dialog.findChildren(QLabel))
    button(dialog, "Schließen").click()
    assert note in heard
