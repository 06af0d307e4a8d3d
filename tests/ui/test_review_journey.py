"""Deciding in the window: what waits is listed, shown with its history, settled, and reported."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLabel, QPlainTextEdit, QPushButton, QTabBar

from innolab_desktop.services.read_models import RecordRow, RowQuery
from innolab_desktop.ui.desk import Desk
from innolab_desktop.ui.dialogs.conflict_dialog import ConflictDialog
from innolab_desktop.ui.dialogs.deletion_dialog import DeletionDialog
from innolab_desktop.ui.dialogs.merged_text_dialog import MergedTextDialog
from innolab_desktop.ui.dialogs.reason_dialog import ReasonDialog
from innolab_desktop.ui.dialogs.report_dialog import ReportDialog
from innolab_desktop.ui.main_window import MainWindow
from innolab_desktop.ui.notifier import Notifier
from innolab_desktop.ui.pages.exchange_page import ExchangePage
from innolab_desktop.ui.settings import Settings
from innolab_desktop.ui.widgets.banner import Banner
from innolab_desktop.ui.widgets.choice_card import ChoiceCard
from ui.accessibility import audit
from ui.vaults import HINTS, create_session

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from innolab_desktop.services.error_catalogue import ErrorCatalogue
    from innolab_desktop.services.session import Session
    from innolab_desktop.ui.theme.theme import Theme
    from ui.vaults import Lane


class Aylin:
    """A person at her window, after she and Jonas worked on the same things at once."""

    def __init__(self, window: MainWindow, session: Session, lane: Lane) -> None:
        self.window, self.session, self.lane = window, session, lane
        page = window.page("exchange")
        assert isinstance(page, ExchangePage)
        self.exchange = page

    def show_tab(self, index: int) -> None:
        self.window.show_page("exchange")
        self.exchange.show_tab(index)
        self.lane.settle()

    def press(self, text: str) -> None:
        found = [b for b in self.exchange.findChildren(QPushButton) if b.isVisible()]
        next(button for button in found if text in button.accessibleName()).click()
        self.lane.settle()

    def dialog(self, kind: type[QDialog]) -> QDialog:
        return next(d for d in self.window.findChildren(kind) if d.isVisible())

    def tabs(self) -> list[str]:
        bar = self.exchange.findChild(QTabBar)
        assert isinstance(bar, QTabBar)
        return [bar.tabText(index) for index in range(bar.count())]


def _disagree(aylin: Session, jonas: Session, folder: Path) -> None:
    for one, other in ((aylin, jonas), (jonas, aylin)):
        card = folder / f"{one.info.person}.ilkarte"
        other.contacts.add(card, one.contacts.write_card(card))
    space = aylin.spaces.create("Tandem", "tandem", [jonas.info.person_id])
    new = aylin.records.new
    title = "Öffnungszeiten neu ordnen"
    mission = new("mission", {"title": title, "challenge": "Lange Wege."}, space=space.id).record
    other = new("mission", {"title": "Leichte Sprache"}, space=space.id).record
    jonas.importing.run([f.path for f in aylin.exporting.run(space.id, folder / "a").files])
    jonas.records.save(mission, {"title": f"Die {title}", "challenge": "Zu lange Wege."})
    jonas.records.delete(other)
    aylin.records.save(mission, {"title": f"{title}!", "challenge": "Lange Wege. Überall."})
    aylin.records.save(other, {"title": "Einfache Sprache"})
    jonas.exporting.run(space.id, folder / "post")
    jonas.close()


@pytest.fixture
def aylin(
    qtbot: QtBot, lane: Lane, theme: Theme, catalogue: ErrorCatalogue, tmp_path: Path
) -> Iterator[Aylin]:
    session = lane.call(lambda: create_session(tmp_path / "Aylin", "Aylin"))
    jonas = lane.call(lambda: create_session(tmp_path / "Jonas", "Jonas"))
    lane.call(lambda: _disagree(session, jonas, tmp_path))
    window = MainWindow(
        Desk(session, lane.jobs, Notifier(lane.jobs), theme, catalogue, HINTS),
        Settings(tmp_path / "settings.ini"),
    )
    qtbot.addWidget(window)
    window.resize(1366, 728)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    lane.settle()
    yield Aylin(window, session, lane)
    lane.settle()
    lane.jobs.finish_with(session.close)


def _import(aylin: Aylin, folder: Path) -> ReportDialog:
    changes = aylin.lane.call(lambda: aylin.session.importing.run([folder / "post"])).changes
    aylin.exchange.transfer.imported.emit(changes)
    aylin.show_tab(2)
    dialog = aylin.dialog(ReportDialog)
    assert isinstance(dialog, ReportDialog)
    return dialog


def _texts(dialog: QDialog) -> str:
    areas = [area.toPlainText() for area in dialog.findChildren(QPlainTextEdit)]
    return "\n".join([*(label.text() for label in dialog.findChildren(QLabel)), *areas])


def test_everything_that_waits_is_settled_by_keyboard(
    aylin: Aylin, qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    report = _import(aylin, tmp_path)
    assert "2 Einträge mit Abweichung" in _texts(report)
    assert "Abweichung, bitte entscheiden" in _texts(report)
    report.close()
    assert aylin.tabs()[2] == "Zu entscheiden (3)"
    assert audit(aylin.window, qapp) == []

    aylin.press("Titel der Mission")
    conflict = aylin.dialog(ConflictDialog)
    assert "Vorher stand dort (Aylin" in _texts(conflict)
    both = conflict.findChildren(ChoiceCard)[2]
    assert both.line.button.accessibleName() == "Beide zusammen"
    both.line.button.setFocus()
    qtbot.keyClick(both.line.button, Qt.Key.Key_Space)
    qtbot.keyClick(conflict, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    aylin.lane.settle()

    aylin.press("Herausforderung")
    merged = aylin.dialog(MergedTextDialog)
    assert "Zu lange Wege. Überall." in _texts(merged)
    area = next(a for a in merged.findChildren(QPlainTextEdit) if not a.isReadOnly())
    area.setPlainText("Zu lange Wege, überall.")
    qtbot.keyClick(area, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    aylin.lane.settle()

    aylin.press("Gelöscht oder bearbeitet")
    deletion = aylin.dialog(DeletionDialog)
    assert "Einfache Sprache" in _texts(deletion)
    restore = deletion.findChildren(ChoiceCard)[0].line.button
    restore.setFocus()
    qtbot.keyClick(restore, Qt.Key.Key_Space)
    qtbot.keyClick(deletion, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    aylin.lane.settle()

    assert aylin.tabs()[2] == "Zu entscheiden"
    records = aylin.lane.call(lambda: {r.title for r in _rows(aylin)})
    assert records == {"Die Öffnungszeiten neu ordnen!", "Einfache Sprache"}
    texts = aylin.lane.call(lambda: [aylin.session.records.open(r.id) for r in _rows(aylin)])
    assert "Zu lange Wege, überall." in {record.values.get("challenge") for record in texts}
    assert not any(record.merged or record.conflicts for record in texts)


def _rows(aylin: Aylin) -> tuple[RecordRow, ...]:
    return aylin.session.records.list_rows(RowQuery(kind="mission")).rows


def test_reports_are_read_again_and_lead_to_the_record(
    aylin: Aylin, qapp: QApplication, tmp_path: Path
) -> None:
    _import(aylin, tmp_path).close()
    aylin.show_tab(3)
    assert audit(aylin.window, qapp) == []
    aylin.press("Bericht vom")
    report = aylin.dialog(ReportDialog)
    next(b for b in report.findChildren(QPushButton) if b.text() == "Zum Eintrag").click()
    aylin.lane.settle()
    assert not aylin.exchange.isVisible()


def test_what_came_meanwhile_is_not_settled_unseen(
    aylin: Aylin, qtbot: QtBot, tmp_path: Path
) -> None:
    _import(aylin, tmp_path).close()
    aylin.press("Titel der Mission")
    dialog = aylin.dialog(ConflictDialog)
    waiting = aylin.lane.call(aylin.session.conflicts.records)
    mission = next(record for record in waiting if "title" in record.conflicts)
    aylin.lane.call(lambda: aylin.session.conflicts.resolve(mission.id, "title", "Schon geklärt"))
    dialog.findChildren(ChoiceCard)[0].choose()
    qtbot.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    aylin.lane.settle()
    assert dialog.isVisible()
    assert "keine Abweichung" in _texts(dialog)
    kept = aylin.lane.call(lambda: aylin.session.records.open(mission.id))
    assert kept.values["title"] == "Schon geklärt"


def test_a_merged_text_is_opened_where_it_stands(aylin: Aylin, tmp_path: Path) -> None:
    _import(aylin, tmp_path).accept()
    record = next(
        row
        for row in aylin.lane.call(
            lambda: aylin.session.records.list_rows(RowQuery(kind="mission"))
        ).rows
        if "Öffnungszeiten" in row.title
    )
    aylin.exchange.conflicts.entry_requested.emit(record.id, "challenge")
    aylin.lane.settle()
    focused = aylin.window.focusWidget()
    assert focused is not None
    label = aylin.session.forms.field("mission", "challenge").label
    assert focused.accessibleName() == label
    assert not focused.visibleRegion().isEmpty()


def test_a_child_record_is_shown_in_its_list(aylin: Aylin) -> None:
    new, call = aylin.session.records.new, aylin.lane.call
    mission = call(lambda: new("mission", {"title": "Wege"})).record
    goal = call(lambda: new("smart_goal", {"statement": "Kürzer"}, parent=mission)).record
    aylin.window.open_record(goal)
    aylin.lane.settle()
    focused = aylin.window.focusWidget()
    assert isinstance(focused, QPushButton)
    assert focused.text() == aylin.session.forms.form("smart_goal").label_new
    assert not focused.visibleRegion().isEmpty()


def test_no_reason_is_asked_for_a_fassung_that_cannot_be_made(aylin: Aylin, tmp_path: Path) -> None:
    _import(aylin, tmp_path).accept()
    waiting = aylin.lane.call(aylin.session.conflicts.records)
    mission = next(record for record in waiting if "title" in record.conflicts)
    aylin.window.open_record(mission.id)
    aylin.lane.settle()
    buttons = aylin.window.findChildren(QPushButton)
    next(b for b in buttons if b.text() == "Fassung festhalten …").click()
    aylin.lane.settle()
    assert not aylin.window.findChildren(ReasonDialog)
    banners = [b.text for b in aylin.window.findChildren(Banner) if b.isVisible()]
    assert any("Klären Sie zuerst die Abweichung." in text for text in banners)
