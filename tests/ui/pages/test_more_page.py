"""„Weiteres": a start page with every area, the way into each, and the way back."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from innolab_desktop.services.read_models import RowQuery
from innolab_desktop.ui.theme.theme import Appearance
from innolab_desktop.ui.widgets.nav_list import NavList
from ui.accessibility import audit

if TYPE_CHECKING:
    from innolab_desktop.ui.main_window import MainWindow
    from innolab_desktop.ui.pages.more_page import MorePage
    from innolab_desktop.ui.pages.records_page import RecordsPage
    from innolab_desktop.ui.widgets.link_tile import LinkTile
    from ui.vaults import Lane


@pytest.fixture
def more(window: MainWindow, lane: Lane) -> MorePage:
    window.show_page("more")
    lane.settle()
    return cast("MorePage", window.page("more"))


def tiles(page: MorePage) -> dict[str, LinkTile]:
    return page._start.tiles


def test_every_area_stands_there_with_its_purpose_and_number(
    window: MainWindow, more: MorePage, lane: Lane
) -> None:
    names = [tile.accessibleName() for tile in tiles(more).values()]
    assert "Erkenntnisse und Transfer, 0 Einträge" in names
    assert "Schlüssel" in names, "keys are not counted"
    assert all(tile.accessibleDescription() for tile in tiles(more).values())
    assert set(tiles(more)) == {area.part for area in window._set.areas}
    records = more.desk.session.records
    made = lane.call(lambda: records.new("municipality", {"name": "Nordstadt"}))
    more.desk.notifier.announce(made.changes)
    lane.settle()
    assert tiles(more)["municipality"].accessibleName() == "Kommunen, 1 Eintrag"
    gone = lane.call(lambda: records.delete(made.record))
    more.desk.notifier.announce(gone)
    lane.settle()
    assert tiles(more)["municipality"].accessibleName() == "Kommunen, 0 Einträge"
    assert tiles(more)["trash"].accessibleName() == "Papierkorb, 1 Eintrag"


def test_the_keyboard_goes_in_and_comes_back(more: MorePage, lane: Lane) -> None:
    first, second, *_ = tiles(more).values()
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_Up)
    assert first.hasFocus()
    QTest.keyClick(first, Qt.Key.Key_Down)
    assert second.hasFocus()
    QTest.keyClick(second, Qt.Key.Key_Return)
    lane.settle()
    assert more.part == "learning_extract"
    assert QApplication.focusWidget() is more._back
    QTest.keyClick(more._back, Qt.Key.Key_Return)
    lane.settle()
    assert more.part == ""
    assert second.hasFocus(), "back where the person came from"
    QTest.keyClick(second, Qt.Key.Key_Space)
    lane.settle()
    QTest.keyClick(more._back, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert more.part == ""


def test_choosing_weiteres_once_more_leads_to_its_start(
    window: MainWindow, more: MorePage, lane: Lane
) -> None:
    more.show_part("tandem")
    window.show_page("overview")
    window.show_page("more")
    lane.settle()
    assert more.part == "tandem", "as every page, it stays where it was"
    navigation = window.findChildren(NavList)[0]
    place = navigation.visualRect(navigation.currentIndex()).center()
    QTest.mouseClick(
        navigation.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(place.x(), place.y())
    )
    assert more.part == ""
    more.show_part("tandem")
    QTest.keyClick(window, Qt.Key.Key_7, Qt.KeyboardModifier.ControlModifier)
    lane.settle()
    assert more.part == ""
    assert window.front is more


def test_a_search_leads_back_to_the_area(window: MainWindow, more: MorePage, lane: Lane) -> None:
    more.show_part("tandem")
    window.search("Musterstadt")
    lane.settle()
    window.search("")
    lane.settle()
    assert window.front is more
    assert more.part == "tandem"


def test_the_search_field_knows_every_area(window: MainWindow, lane: Lane) -> None:
    for words, part in (("Kommunen", "municipality"), ("Löschprotokoll", "erasures")):
        found = next(a for a in window.action_set.find(words) if a.id == f"part_{part}")
        found.run()
        lane.settle()
        assert window.front.part == part


def test_a_record_of_an_area_is_reached_at_once(
    window: MainWindow, more: MorePage, lane: Lane
) -> None:
    records = more.desk.session.records
    made = lane.call(lambda: records.new("municipality", {"name": "Nordstadt"}).record)
    window.open_record(made)
    lane.settle()
    assert more.part == "municipality"
    page = cast("RecordsPage", more._pages["municipality"])
    assert page._editor.record_id == made
    assert more.undoing is page.undoing


def test_on_the_start_page_a_new_record_is_a_note(
    window: MainWindow, more: MorePage, lane: Lane
) -> None:
    assert more.undoing is None
    window.start_new()
    lane.settle()
    assert window.front is window.page("tandem_note")


@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.parametrize("appearance", list(Appearance))
def test_the_start_page_is_accessible(
    window: MainWindow,
    more: MorePage,
    lane: Lane,
    qapp: QApplication,
    *,
    percent: int,
    appearance: Appearance,
) -> None:
    more.desk.theme.apply(appearance, percent)
    lane.settle()
    assert audit(window, qapp, looks=percent == 100) == []


def test_counting_needs_no_list(more: MorePage, lane: Lane) -> None:
    records = more.desk.session.records
    stored = more.desk.session.vault.records
    counts = lane.call(stored.count_by_kind)
    for kind, count in counts.items():
        page = lane.call(lambda kind=kind: records.list_rows(RowQuery(kind=kind, limit=1)))
        assert count == page.total, kind
    assert counts["mission"] == 3
    assert lane.call(lambda: stored.count_by_kind(is_deleted=True)) == {}
