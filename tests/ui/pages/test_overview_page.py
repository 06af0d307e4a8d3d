"""The overview tells how far the missions are, what is new from others, and of the last backup."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, cast

import pytest
from PySide6.QtWidgets import QLabel

from innolab_desktop.services.acknowledgement import DueReceipt
from innolab_desktop.services.merge_report import MergeReports
from innolab_desktop.services.merge_report_models import MergeReport, Totals
from innolab_desktop.services.overview import read_overview
from innolab_desktop.ui.dialogs.report_dialog import ReportDialog
from innolab_desktop.ui.widgets.chart_view import ChartView
from innolab_desktop.ui.widgets.data_table import DataTable
from innolab_desktop.ui.widgets.link_row import LinkRow

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from innolab_desktop.ui.desk import Desk
    from innolab_desktop.ui.main_window import MainWindow
    from innolab_desktop.ui.pages.more_page import MorePage
    from innolab_desktop.ui.pages.overview_page import OverviewPage
    from ui.vaults import Lane


@pytest.fixture
def page(window: MainWindow, lane: Lane, desk: Desk) -> QWidget:
    for title, status in (("A", "draft"), ("B", "draft"), ("C", "in_progress")):
        values = {"title": title, "status": status}
        lane.call(lambda values=values: desk.session.records.new("mission", values))
    window.show_page("overview")
    lane.settle()
    return window.page("overview")


def link(page: QWidget, text: str) -> LinkRow:
    return next(row for row in page.findChildren(LinkRow) if text in row.button.accessibleName())


def test_the_missions_are_counted_by_their_stand(
    page: QWidget, desk: Desk, lane: Lane, window: MainWindow
) -> None:
    stages = dict(lane.call(lambda: read_overview(desk.session)).stages)
    assert list(stages)[:2] == ["Idee", "Entwurf"]
    assert stages["Entwurf"] == 2
    (chart,) = page.findChildren(ChartView)
    assert "Entwurf: 2" in chart.accessibleDescription()
    (table,) = (t for t in page.findChildren(DataTable) if "Stand" in t.accessibleName())
    model = table.model()
    rows = [
        tuple(model.index(row, place).data() for place in range(2))
        for row in range(model.rowCount())
    ]
    assert rows == [(label, str(count)) for label, count in stages.items()]
    link(page, "Zu den Missionen").button.click()
    lane.settle()
    assert window.page("mission").isVisible()


def test_news_from_others_is_told(
    page: QWidget, lane: Lane, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert not [row for row in page.findChildren(LinkRow) if "Neues" in row.button.accessibleName()]
    monkeypatch.setattr(MergeReports, "unread", lambda _: 2)
    cast("OverviewPage", page).activate()
    lane.settle()
    assert "2 Berichte" in link(page, "Neues von anderen").button.accessibleName()


def test_looking_at_a_report_reads_it(desk: Desk, lane: Lane, window: MainWindow) -> None:
    report = MergeReport(7, (), Totals(new=1), ())
    ReportDialog(window, desk, report).close()
    lane.settle()
    assert lane.call(lambda: desk.session.desk.setting("reports_read_until_ms")) == "7"


def test_the_last_backup_is_a_link(page: QWidget, window: MainWindow, lane: Lane) -> None:
    row = link(page, "Letzte Sicherung")
    shown = [label.text() for label in row.findChildren(QLabel)]
    assert any(text.startswith(("heute", "noch keine")) for text in shown), shown
    row.button.click()
    lane.settle()
    more = cast("MorePage", window.page("more"))
    assert more.isVisible()
    assert more.part == "backups"


def test_a_sheet_that_waits_for_answers_is_named_until_it_is_handed_in(
    page: QWidget, desk: Desk, lane: Lane, window: MainWindow
) -> None:
    records, evaluations = desk.session.records, desk.session.evaluations
    values = {"title": "Herbst", "question_set": "pulse_after_event"}
    wave = lane.call(lambda: records.new("evaluation_wave", values)).record

    def offered() -> bool:
        window.show_page("overview")
        lane.settle()
        names = [row.button.accessibleName() for row in page.findChildren(LinkRow)]
        return any("Erhebung „Herbst“ ausfüllen" in name for name in names)

    assert not offered()
    lane.call(lambda: records.save(wave, {"state": "open"}))
    assert offered()
    link(page, "Erhebung „Herbst“").button.click()
    lane.settle()
    assert window.front is window.page("evaluation")
    lane.call(lambda: evaluations.submit(wave, {"pulse_after_event_1": 3}))
    assert not offered()


def test_a_person_who_waits_in_two_spaces_is_named_once(
    page: OverviewPage, desk: Desk, lane: Lane
) -> None:
    receipts = tuple(
        DueReceipt(bytes([space]), f"Raum {space}", person, person, name, 3, is_asked=True)
        for space, person, name in ((1, b"d", "Deniz"), (2, b"d", "Deniz"), (3, b"r", "Rita"))
    )
    overview = replace(lane.call(lambda: read_overview(desk.session)), receipts=receipts)
    assert [line for icon, line in page._receipt_lines(overview) if icon == "mail"] == [
        "Quittung an Deniz fällig",
        "Quittung an Rita fällig",
    ]
