"""A mission shows what names it and what it names, and leads there."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from innolab_desktop.services.read_models import RowQuery
from innolab_desktop.ui.models.links import has_links, read_links
from innolab_desktop.ui.pages.records_page import RecordsPage
from innolab_desktop.ui.theme.theme import Appearance
from innolab_desktop.ui.widgets.link_row import LinkRow
from ui.accessibility import audit

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from innolab_desktop.domain.values import Value
    from innolab_desktop.services.session import Session
    from innolab_desktop.ui.main_window import MainWindow
    from innolab_desktop.ui.pages.links_view import LinksView
    from ui.vaults import Lane

LINKS = 4


@pytest.fixture
def mission(session: Session, lane: Lane) -> bytes:
    def write() -> bytes:
        records = session.records
        indicator = records.new("indicator", {"title": "Wartezeit"}).record
        basis: dict[str, Value] = {
            "title": "Kürzer warten",
            "data_basis": (indicator.hex(), "0" * 32),
        }
        found = records.new("mission", basis).record
        other = records.new("mission", {"title": "Anderes"}).record
        for title, about in (("Gespräch am Tresen", found), ("Zu etwas anderem", other)):
            records.new("tandem_note", {"title": title, "mission": about.hex()})
        records.new("case_consultation", {"title": "Streit um Termine", "mission": found.hex()})
        both = {"title": "Schilder helfen", "missions": (other.hex(), found.hex())}
        records.new("insight", both)
        return found

    return lane.call(write)


def test_both_directions_are_found_by_kind(session: Session, lane: Lane, mission: bytes) -> None:
    groups = lane.call(lambda: read_links(session, mission))
    assert {group.form.id: [title for _, title in group.links] for group in groups} == {
        "tandem_note": ["Gespräch am Tresen"],
        "case_consultation": ["Streit um Termine"],
        "indicator": ["Wartezeit"],
        "insight": ["Schilder helfen"],
    }
    indicator = next(group.links[0][0] for group in groups if group.form.id == "indicator")
    (back,) = lane.call(lambda: read_links(session, indicator))
    assert (back.form.id, back.links) == ("mission", ((mission, "Kürzer warten"),))
    assert not has_links(session.forms, "measurement")


def test_what_is_in_the_trash_is_not_shown(session: Session, lane: Lane, mission: bytes) -> None:
    def throw_away() -> None:
        for row in session.records.list_rows(RowQuery(kind="tandem_note")).rows:
            session.records.delete(row.id)

    lane.call(throw_away)
    groups = lane.call(lambda: read_links(session, mission))
    assert "tandem_note" not in {group.form.id for group in groups}


@pytest.fixture
def view(window: MainWindow, lane: Lane, mission: bytes) -> LinksView:
    window.open_record(mission)
    lane.settle()
    page = window.page("mission")
    assert isinstance(page, RecordsPage)
    page.show_tab(LINKS)
    lane.settle()
    return page._editor._tabs.links


def test_a_link_leads_to_its_record(view: LinksView, window: MainWindow, lane: Lane) -> None:
    headings = {label.text() for label in view.findChildren(QLabel)}
    assert {"Tandem-Notizen (1)", "Kennzahlen (1)"} <= headings
    links = {row.button.accessibleName(): row for row in view.findChildren(LinkRow)}
    note = links["Gespräch am Tresen"].button
    note.setFocus()
    lane.qtbot.keyClick(note, Qt.Key.Key_Space)
    lane.settle()
    notes = window.page("tandem_note")
    assert isinstance(notes, RecordsPage)
    assert notes.isVisible()
    assert notes._editor.record_id is not None


def test_a_record_without_links_says_how_they_come(
    window: MainWindow, lane: Lane, session: Session
) -> None:
    alone = lane.call(lambda: session.records.new("mission", {"title": "Allein"})).record
    window.open_record(alone)
    lane.settle()
    page = window.page("mission")
    assert isinstance(page, RecordsPage)
    page.show_tab(LINKS)
    lane.settle()
    texts = [label.text() for label in page._editor._tabs.links.findChildren(QLabel)]
    assert any(text.startswith("Noch nichts verknüpft.") for text in texts)


@pytest.mark.parametrize("zoom", [100, 200])
def test_it_has_no_barrier(
    view: LinksView, window: MainWindow, lane: Lane, qapp: QApplication, zoom: int
) -> None:
    view._desk.theme.apply(Appearance.LIGHT, zoom)
    lane.settle()
    assert audit(window, qapp, looks=zoom == 100) == []
