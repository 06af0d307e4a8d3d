"""Every page of the real window with a real vault: accessible in every appearance."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from innolab_desktop.services.read_models import RowQuery
from innolab_desktop.ui.main_window import MainWindow
from innolab_desktop.ui.pages.records_page import RecordsPage
from innolab_desktop.ui.settings import Settings
from innolab_desktop.ui.theme.theme import Appearance
from innolab_desktop.ui.widgets.nav_list import NavList
from innolab_desktop.ui.widgets.text_area import TextArea
from ui.accessibility import audit, check_minimum_size
from ui.typing_text import type_text

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.modeltest import ModelTester
    from pytestqt.qtbot import QtBot

    from innolab_desktop.ui.desk import Desk
    from ui.vaults import Lane

PAGES = ("overview", "mission", "tandem_note", "case_consultation", "exchange", "more")


def open_page(window: MainWindow, lane: Lane, page: str) -> None:
    window.show_page(page)
    lane.settle()
    if page in {"mission", "tandem_note", "case_consultation"}:
        rows = lane.call(
            lambda: window.page(page).desk.session.records.list_rows(RowQuery(kind=page)).rows
        )
        window.open_record(rows[-1].id)
        lane.settle()


@pytest.mark.parametrize("page", PAGES)
def test_pages_are_accessible(
    window: MainWindow, lane: Lane, qapp: QApplication, page: str
) -> None:
    open_page(window, lane, page)
    assert audit(window, qapp) == []


@pytest.mark.parametrize("appearance", [Appearance.DARK, Appearance.CONTRAST])
@pytest.mark.parametrize("page", PAGES)
def test_pages_are_accessible_in_other_colours(
    window: MainWindow,
    lane: Lane,
    qapp: QApplication,
    *,
    page: str,
    appearance: Appearance,
) -> None:
    window.page(page).desk.theme.apply(appearance)
    open_page(window, lane, page)
    assert audit(window, qapp) == []


@pytest.mark.parametrize("page", PAGES)
def test_pages_are_usable_at_200_percent(
    qtbot: QtBot, desk: Desk, lane: Lane, qapp: QApplication, *, page: str, tmp_path: Path
) -> None:
    desk.theme.apply(Appearance.LIGHT, 200)
    window = MainWindow(desk, Settings(tmp_path / "settings.ini"))
    qtbot.addWidget(window)
    window.resize(1366, 728)
    with qtbot.waitExposed(window):
        window.show()
    lane.settle()
    open_page(window, lane, page)
    assert audit(window, qapp, looks=False) == []
    assert window.size() == QSize(1366, 728)


class TopLevelWatch(QObject):
    """Notes every widget that appears as a window of its own."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.seen.append(type(watched).__name__)
        return False


def test_nothing_flashes_up_as_a_window(
    qtbot: QtBot, desk: Desk, lane: Lane, qapp: QApplication, tmp_path: Path
) -> None:
    watch = TopLevelWatch()
    qapp.installEventFilter(watch)
    window = MainWindow(desk, Settings(tmp_path / "settings.ini"))
    qtbot.addWidget(window)
    window.show()
    for page in PAGES:
        open_page(window, lane, page)
    qapp.removeEventFilter(watch)
    assert watch.seen == ["MainWindow"]


def test_the_window_fits_on_half_a_small_screen(window: MainWindow) -> None:
    assert list(check_minimum_size(window, QSize(683, 364))) == []


def test_keys_lead_everywhere(window: MainWindow, lane: Lane, qtbot: QtBot) -> None:
    nav = window.findChild(NavList)
    assert isinstance(nav, NavList)
    qtbot.keyClick(window, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    assert nav.selected_row == 1
    qtbot.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    search = window.focusWidget()
    assert search is not None
    type_text(search, "Bürgerbü")
    qtbot.wait(250)
    lane.settle()
    texts = [label.text() for label in window.findChildren(QLabel) if label.isVisible()]
    assert "1 Treffer" in texts
    assert nav.selected_row is None
    qtbot.keyClick(search, Qt.Key.Key_Return)
    results = window.focusWidget()
    assert results is not None
    qtbot.keyClick(results, Qt.Key.Key_Return)
    lane.settle()
    assert nav.selected_row == 1
    assert window._bar.search.text() == "", "what was looked for is found"
    shown = window.front
    qtbot.wait(250)
    lane.settle()
    assert window.front is shown


def test_ctrl_s_saves_and_so_does_leaving(window: MainWindow, lane: Lane, qtbot: QtBot) -> None:
    open_page(window, lane, "mission")
    records = window.page("mission").desk.session.records
    area = next(a for a in window.findChildren(TextArea) if a.isVisible())
    record = lane.call(lambda: records.list_rows(RowQuery(kind="mission")).rows)[-1].id
    saves = len(lane.call(lambda: records.history(record)))
    area.setFocus()
    type_text(area, "Größer")
    qtbot.keyClick(window, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    lane.settle()
    assert len(lane.call(lambda: records.history(record))) == saves + 1
    type_text(area, " noch")
    window.show_page("overview")
    lane.settle()
    assert len(lane.call(lambda: records.history(record))) == saves + 2


def test_models_keep_the_contract(
    window: MainWindow, lane: Lane, qtmodeltester: ModelTester
) -> None:
    open_page(window, lane, "mission")
    nav = window.findChild(NavList)
    assert isinstance(nav, NavList)
    qtmodeltester.check(nav.model())


def test_a_page_is_built_when_it_is_first_shown(window: MainWindow, lane: Lane) -> None:
    lane.settle()
    assert not window.findChildren(RecordsPage)
    window.show_page("mission")
    lane.settle()
    assert len(window.findChildren(RecordsPage)) == 1
    window.show_page("overview")
    window.show_page("mission")
    lane.settle()
    assert len(window.findChildren(RecordsPage)) == 1


def test_the_navigation_folds_when_the_text_grows(window: MainWindow, lane: Lane) -> None:
    window.resize(1366, 728)
    window.show()
    lane.settle()
    navigation = window.findChildren(NavList)[0]
    assert not navigation.compact
    window.page("overview").desk.theme.apply(Appearance.LIGHT, 200)
    assert navigation.compact
