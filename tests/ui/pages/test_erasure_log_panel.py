"""Das Löschprotokoll in the window: how far an erasure came, also where hundreds take part."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLabel

from innolab_desktop.services.erasure_models import DeviceReach, LoggedErasure
from innolab_desktop.services.read_models import RowQuery
from innolab_desktop.ui.pages.erasure_log_panel import ErasureLogPanel, _Found
from ui.accessibility import audit

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from innolab_desktop.ui.desk import Desk
    from ui.vaults import Lane


def erasure(number: int, devices: int, confirmed: int) -> LoggedErasure:
    reach = tuple(
        DeviceReach(n.to_bytes(16, "big"), f"Person {n:03}", n < confirmed) for n in range(devices)
    )
    return LoggedErasure(
        at_ms=1_790_000_000_000,
        person="Anna Weiß",
        space=bytes(16),
        record_hash=f"{number:032x}",
        kind="tandem_note",
        reason="request",
        operations=3,
        fields=3,
        is_whole=True,
        devices=reach,
    )


def shown(panel: ErasureLogPanel) -> str:
    return " ".join(label.text() for label in panel.findChildren(QLabel) if label.isVisible())


def test_how_far_it_came(desk: Desk, qtbot: QtBot, qapp: QApplication) -> None:
    panel = ErasureLogPanel(desk)
    panel.setWindowTitle("Löschprotokoll")
    qtbot.addWidget(panel)
    panel.resize(900, 500)
    panel.show()
    panel.activateWindow()
    panel._show(_Found((), 0))
    qtbot.wait(10)
    assert "Es wurde noch nichts endgültig gelöscht." in shown(panel)
    panel._show(_Found((erasure(1, 4, 3),), 1))
    qtbot.wait(10)
    assert "Gelöscht bei 3 von 4 Geräten; noch nicht bestätigt: Person 003" in shown(panel)
    assert "1 Sicherung auf diesem Gerät enthält noch Gelöschtes." in shown(panel)
    assert "noch nichts" not in shown(panel)
    assert audit(panel, qapp) == []


def test_a_space_that_was_deleted_here_alone(desk: Desk, qtbot: QtBot) -> None:
    panel = ErasureLogPanel(desk)
    qtbot.addWidget(panel)
    panel.show()
    forgotten = replace(erasure(1, 0, 0), record_hash="", kind="", reason="unneeded", records=12)
    panel._show(_Found((forgotten,), 0))
    qtbot.wait(10)
    assert "Raum, 12 Einträge: Nicht mehr erforderlich" in shown(panel)
    assert "Nur auf diesem Gerät gelöscht" in shown(panel)
    assert "Kennung" not in shown(panel)
    assert "Geräten" not in shown(panel)


def test_in_a_network_a_few_are_named(desk: Desk, qtbot: QtBot) -> None:
    panel = ErasureLogPanel(desk)
    qtbot.addWidget(panel)
    panel.show()
    panel._show(_Found(tuple(erasure(number, 400, 100) for number in range(30)), 0))
    qtbot.wait(10)
    assert "Gelöscht bei 100 von 400 Geräten" in shown(panel)
    assert "Person 104 und 295 weitere" in shown(panel)
    assert "Person 105" not in shown(panel)
    panel._entries.field.setText(f"{29:032x}"[-8:])
    qtbot.wait(10)
    assert "1 von 30 passen dazu." in shown(panel)


def test_cleaning_can_be_stopped(desk: Desk, lane: Lane, qtbot: QtBot) -> None:
    erasing, backups = desk.session.erasing, desk.session.safekeeping.backups
    (note, *_) = lane.call(lambda: desk.session.records.list_rows(RowQuery("tandem_note"))).rows
    for _ in range(2):
        lane.call(backups.make)
    lane.call(lambda: erasing.erase(note.id, "mistake"))
    panel = ErasureLogPanel(desk)
    qtbot.addWidget(panel)
    panel.show()
    panel.activate()
    lane.settle()
    assert "2 Sicherungen auf diesem Gerät enthalten noch Gelöschtes." in shown(panel)
    panel._clean.click()
    desk.jobs.cancel_all()
    lane.settle()
    assert "Abgebrochen. Die übrigen Sicherungen sind, wie sie waren." in shown(panel)
    left = lane.call(erasing.backups_due)
    assert left >= 1
    assert "noch Gelöschtes" in shown(panel)
    assert panel._clean.isEnabled()
    panel._clean.click()
    lane.settle()
    assert "bereinigt." in shown(panel)
    assert lane.call(erasing.backups_due) == 0
