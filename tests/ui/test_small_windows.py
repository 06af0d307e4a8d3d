"""Every page keeps within the smallest window, also with large text: it scrolls instead."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from innolab_desktop.ui.pages.exchange_page import ExchangePage
from innolab_desktop.ui.pages.records_page import RecordsPage
from innolab_desktop.ui.theme.theme import Appearance
from ui.accessibility import SMALLEST_SCREEN, audit

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from innolab_desktop.ui.main_window import MainWindow
    from ui.vaults import Lane

PARTS = ("lessons", "trash", "retention", "erasures", "backups", "keys")
PLACES = (
    *("overview", "mission", "tandem_note", "case_consultation", "evaluation", "more"),
    *(f"more/{part}" for part in PARTS),
)


@pytest.fixture(params=[100, 200])
def small(window: MainWindow, lane: Lane, request: pytest.FixtureRequest) -> MainWindow:
    window.front.desk.theme.apply(Appearance.LIGHT, request.param)
    window.resize(SMALLEST_SCREEN)
    window.activateWindow()
    lane.settle()
    return window


def fits(window: MainWindow) -> bool:
    wanted = window.minimumSizeHint()
    return window.size() == SMALLEST_SCREEN and wanted.boundedTo(SMALLEST_SCREEN) == wanted


def test_every_page_fits_and_nothing_is_cut(
    small: MainWindow, lane: Lane, qapp: QApplication
) -> None:
    found: dict[str, object] = {}
    for place in PLACES:
        small.show_page(place)
        lane.settle()
        assert fits(small), (place, small.minimumSizeHint())
        if findings := audit(small, qapp, looks=False):
            found[place] = findings
    assert found == {}


def test_every_part_of_the_exchange_fits(small: MainWindow, lane: Lane) -> None:
    small.show_page("exchange")
    page = small.page("exchange")
    assert isinstance(page, ExchangePage)
    for index in range(4):
        page.show_tab(index)
        lane.settle()
        assert fits(small), (index, small.minimumSizeHint())


def test_list_and_board_fit_with_all_their_filters(small: MainWindow, lane: Lane) -> None:
    small.show_page("mission")
    page = small.page("mission")
    assert isinstance(page, RecordsPage)
    page._bar.more.setChecked(True)
    lane.settle()
    assert fits(small), small.minimumSizeHint()
    boxes = page._bar.filters.boxes.values()
    assert all(box.height() >= box.minimumSizeHint().height() for box in boxes)
    page._show_board()
    lane.settle()
    assert fits(small), small.minimumSizeHint()
    assert all(box.height() >= box.minimumSizeHint().height() for box in boxes)
