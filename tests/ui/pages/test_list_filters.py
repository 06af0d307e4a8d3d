"""A list of notes is narrowed down by text, tag, mission and space, and says where words stand."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from innolab_desktop.services.read_models import RowQuery
from innolab_desktop.ui.pages.list_filters import ListFilters
from innolab_desktop.ui.theme.theme import Appearance
from innolab_desktop.ui.widgets.row_delegate import ListRow, RowRole
from innolab_desktop.ui.widgets.row_list import RowList
from innolab_desktop.ui.widgets.tool_button import ToolButton
from ui.accessibility import audit
from ui.typing_text import type_text

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from innolab_desktop.services.session import Session
    from innolab_desktop.ui.main_window import MainWindow
    from innolab_desktop.ui.pages.records_page import RecordsPage
    from ui.vaults import Lane

LONG = (
    "Vieles davor. " * 20
    + "Dann kam die Übersetzerin dazu, und alles ging leichter. "
    + "Mehr. " * 40
)


@pytest.fixture
def page(window: MainWindow, lane: Lane, session: Session) -> RecordsPage:
    def write() -> None:
        records = session.records
        mission = records.list_rows(RowQuery(kind="mission", words="Leichter")).rows[0].id
        for title, text, tags, about in (
            ("Termin im Amt", LONG, "Sprache; Empfang", mission.hex()),
            ("Beratung am Morgen", "Es war ruhig.", "empfang", None),
            ("Ohne alles", "Nichts weiter.", None, None),
        ):
            values = {"title": title, "text": text, "tags": tags, "mission": about}
            records.new("tandem_note", values)

    lane.call(write)
    window.show_page("tandem_note")
    lane.settle()
    return cast("RecordsPage", window.page("tandem_note"))


def rows(page: RecordsPage) -> list[ListRow]:
    model = page.findChildren(RowList)[0].model()
    return [model.index(row, 0).data(RowRole.ROW) for row in range(model.rowCount())]


def titles(page: RecordsPage) -> set[str]:
    return {row.title for row in rows(page)}


def choose(page: RecordsPage, lane: Lane, name: str, label: str) -> None:
    filters = page.findChildren(ListFilters)[0]
    box = filters.boxes[name]
    box.setFocus()
    while box.currentText() != label:
        before = box.currentText()
        lane.qtbot.keyClick(box, Qt.Key.Key_Down)
        assert box.currentText() != before, f"{label} is not offered"
    lane.settle()


def test_words_are_found_in_the_text_and_shown(page: RecordsPage, lane: Lane, qtbot: QtBot) -> None:
    line = page.findChildren(QLineEdit)[0]
    line.setFocus()
    type_text(line, "übersetz")
    qtbot.wait(250)
    lane.settle()
    (row,) = rows(page)
    assert row.title == "Termin im Amt"
    assert "die Übersetzerin dazu" in row.excerpt
    assert row.excerpt.startswith("…")
    assert row.words == "übersetz"
    assert "Übersetzerin" in row.spoken("Status")


def test_without_words_a_row_tells_how_the_note_begins(page: RecordsPage) -> None:
    excerpts = {row.title: row.excerpt for row in rows(page)}
    assert excerpts["Beratung am Morgen"] == "Es war ruhig."
    assert excerpts["Termin im Amt"].startswith("Vieles davor.")
    assert excerpts["Termin im Amt"].endswith("…")


def test_tag_mission_and_space_narrow_the_list_down(
    page: RecordsPage, lane: Lane, qtbot: QtBot
) -> None:
    everything = titles(page)
    button = next(
        b for b in page.findChildren(ToolButton) if b.accessibleName() == "Weitere Filter"
    )
    assert not page.findChildren(ListFilters)[0].isVisible()
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_Space)
    assert page.findChildren(ListFilters)[0].isVisible()
    choose(page, lane, "tag", "Empfang")
    assert titles(page) == {"Termin im Amt", "Beratung am Morgen"}
    choose(page, lane, "about", "Formulare in Leichter Sprache")
    assert titles(page) == {"Termin im Amt"}
    page.findChildren(ListFilters)[0].reset()
    lane.settle()
    assert titles(page) == everything


def test_tags_are_found_by_the_filter_and_by_the_search(
    page: RecordsPage, lane: Lane, qtbot: QtBot, session: Session
) -> None:
    line = page.findChildren(QLineEdit)[0]
    type_text(line, "sprache")
    qtbot.wait(250)
    lane.settle()
    assert titles(page) == {"Termin im Amt"}
    hits = lane.call(lambda: session.search("empfang", kind="tandem_note"))
    assert {hit.title for hit in hits} == {"Termin im Amt", "Beratung am Morgen"}


@pytest.mark.parametrize("appearance", [Appearance.LIGHT, Appearance.DARK, Appearance.CONTRAST])
def test_the_filters_pass_the_audit(
    page: RecordsPage, lane: Lane, qapp: QApplication, appearance: Appearance
) -> None:
    page.desk.theme.apply(appearance)
    next(b for b in page.findChildren(ToolButton) if b.accessibleName() == "Weitere Filter").click()
    lane.settle()
    found = audit(page.window(), qapp)
    assert found == [], found
