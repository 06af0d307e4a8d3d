"""What is due is shown with everything a person can do about it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, cast

from PySide6.QtWidgets import QLabel, QPushButton

from innolab_desktop.domain.retention import months_after
from innolab_desktop.services.overview import read_overview
from innolab_desktop.ui.dialogs.erase_dialog import EraseDialog
from innolab_desktop.ui.dialogs.forget_dialog import ForgetDialog
from innolab_desktop.ui.dialogs.keep_dialog import KeepDialog
from innolab_desktop.ui.pages.retention_panel import RetentionPanel
from innolab_desktop.ui.widgets.date_field import DateField
from innolab_desktop.ui.widgets.link_row import LinkRow
from ui.accessibility import audit
from ui.release_stage import make_space

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from innolab_desktop.domain.records import SpaceId
    from innolab_desktop.ui.desk import Desk
    from innolab_desktop.ui.main_window import MainWindow
    from innolab_desktop.ui.pages.overview_page import OverviewPage
    from ui.vaults import Lane

TODAY = datetime.now(tz=UTC).date()


def texts(panel: RetentionPanel) -> str:
    return " ".join(label.text() for label in panel.findChildren(QLabel))


def test_due_records_are_kept_archived_or_erased(
    qtbot: QtBot, qapp: QApplication, desk: Desk, lane: Lane, tmp_path: Path
) -> None:
    retention = desk.session.retention
    due = lane.call(lambda: retention.due(months_after(TODAY, 13)))
    (item, *_) = [found for found in due if found.kind == "tandem_note"]
    panel = RetentionPanel(desk)
    panel.setWindowTitle("Löschfristen")
    panel.resize(900, 600)
    qtbot.addWidget(panel)
    panel.show()
    panel.activate()
    lane.settle()
    assert "Zurzeit ist nichts zu prüfen" in texts(panel)
    panel.show_due((item,))
    assert item.title in texts(panel)
    assert audit(panel, qapp) == []

    panel.archive(item, tmp_path)
    lane.settle()
    assert "Unverschlüsselt geschrieben" in texts(panel)
    assert [path.suffix for path in tmp_path.iterdir() if path.suffix == ".json"] == [".json"]

    panel.show_due((item,))
    buttons = {button.text(): button for button in panel.findChildren(QPushButton)}
    buttons["Aufbewahren …"].click()
    keep = panel.findChild(KeepDialog)
    assert isinstance(keep, KeepDialog)
    assert audit(keep, qapp) == []
    field = keep.findChild(DateField)
    assert isinstance(field, DateField)
    confirm = next(b for b in keep.findChildren(QPushButton) if b.text() == "Aufbewahren")
    field.set_iso_date((TODAY - timedelta(1)).isoformat())
    confirm.click()
    assert keep.isVisible(), "a day that is over is none"
    later = months_after(TODAY, 30)
    field.set_iso_date(later.isoformat())
    confirm.click()
    lane.settle()
    moved = lane.call(lambda: retention.due(later))
    assert [found.due for found in moved if found.record == item.record] == [later]


def test_erasing_asks_first(qtbot: QtBot, desk: Desk, lane: Lane) -> None:
    due = lane.call(lambda: desk.session.retention.due(months_after(TODAY, 13)))
    panel = RetentionPanel(desk)
    qtbot.addWidget(panel)
    panel.show()
    panel.show_due(due[:1])
    buttons = {button.text(): button for button in panel.findChildren(QPushButton)}
    buttons["Löschen …"].click()
    lane.settle()
    assert isinstance(panel.findChild(EraseDialog), EraseDialog)
    assert due[:1] == lane.call(lambda: desk.session.retention.due(months_after(TODAY, 13)))[:1]


def test_the_overview_leads_to_what_is_due(
    qtbot: QtBot, window: MainWindow, desk: Desk, lane: Lane
) -> None:
    with qtbot.waitExposed(window):
        window.show()
    window.show_page("more/retention")
    lane.settle()
    (panel,) = window.findChildren(RetentionPanel)
    assert panel.isVisible()
    overview = lane.call(lambda: read_overview(desk.session))
    page = cast("OverviewPage", window.page("overview"))
    page._show(replace(overview, due=2))
    links = page.findChildren(LinkRow)
    (link,) = [found for found in links if "Löschfrist" in found.button.accessibleName()]
    window.show_page("overview")
    link.button.click()
    lane.settle()
    assert panel.isVisible()


def test_of_a_space_that_was_left_the_whole_space_goes(
    qtbot: QtBot, desk: Desk, lane: Lane, tmp_path: Path
) -> None:
    session = desk.session

    def leave_a_space() -> SpaceId:
        space = make_space(session, tmp_path)
        session.records.new("tandem_note", {"title": "Gespräch"}, space=space)
        session.spaces.leave(space)
        session.exporting.run(space, tmp_path / "post")
        return space

    space = lane.call(leave_a_space)
    due = lane.call(lambda: session.retention.due(months_after(TODAY, 130)))
    (item,) = [found for found in due if found.left_space]
    assert (item.title, item.left_space) == ("Gespräch", space)
    panel = RetentionPanel(desk)
    qtbot.addWidget(panel)
    panel.show()
    panel.show_due((item,))
    buttons = {button.text(): button for button in panel.findChildren(QPushButton)}
    assert "Löschen …" not in buttons
    buttons["Verlassenen Raum löschen …"].click()
    lane.settle()
    dialog = panel.findChild(ForgetDialog)
    assert isinstance(dialog, ForgetDialog)
    dialog.reason.setCurrentIndex(dialog.reason.findData("retention"))
    dialog._confirm.click()
    lane.settle()
    left = lane.call(lambda: session.retention.due(months_after(TODAY, 130)))
    assert item.record not in {found.record for found in left}
