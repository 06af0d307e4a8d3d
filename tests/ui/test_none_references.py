"""No call loses references to None: PySide6 6.12 on Python 3.11 does, and dies of it."""

from __future__ import annotations

import gc
import sys
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QAbstractScrollArea, QApplication

from innolab_desktop.services.read_models import RowQuery
from innolab_desktop.ui.models.record_rows import RecordRowsModel
from innolab_desktop.ui.widgets.plain_label import PlainLabel
from innolab_desktop.ui.widgets.row_list import RowList
from ui.form_window import FormWindow
from ui.test_main_window import PAGES, open_page

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from innolab_desktop.services.error_catalogue import ErrorCatalogue
    from innolab_desktop.ui.desk import Desk
    from innolab_desktop.ui.main_window import MainWindow
    from innolab_desktop.ui.theme.theme import Theme
    from ui.vaults import Lane

_TOLERATED = 200
"""Objects that hold None come and go; the fault loses one reference per call."""


def none_references() -> int:
    gc.collect()
    return sys.getrefcount(None)


def test_setting_texts_loses_nothing(qtbot: QtBot) -> None:
    label = PlainLabel()
    qtbot.addWidget(label)
    before = none_references()
    for number in range(100_000):
        label.setText(f"Text {number % 7}")
    assert abs(none_references() - before) < _TOLERATED


def test_painting_and_scrolling_forms_loses_nothing(
    qtbot: QtBot, qapp: QApplication, theme: Theme, catalogue: ErrorCatalogue
) -> None:
    window = FormWindow(theme, catalogue, "mission")
    window.resize(800, 600)
    qtbot.addWidget(window)
    window.show()
    bar = window.verticalScrollBar()
    qapp.processEvents()

    def scroll(rounds: int) -> None:
        for number in range(rounds):
            bar.setValue((number * 97) % max(bar.maximum(), 1))
            window.viewport().repaint()
        qapp.processEvents()

    scroll(500)  # icons are rendered and types are made ready the first time
    before = none_references()
    scroll(2_000)
    assert abs(none_references() - before) < _TOLERATED


@pytest.mark.parametrize("page", PAGES)
def test_painting_and_scrolling_pages_loses_nothing(
    window: MainWindow, lane: Lane, page: str
) -> None:
    open_page(window, lane, page)
    areas = [area for area in window.findChildren(QAbstractScrollArea) if area.isVisible()]
    assert areas

    def scroll(rounds: int) -> None:
        for number in range(rounds):
            for area in areas:
                bar = area.verticalScrollBar()
                bar.setValue((number * 97) % max(bar.maximum(), 1))
                area.viewport().repaint()
        lane.settle()

    scroll(100)
    before = none_references()
    scroll(1_000)
    assert abs(none_references() - before) < _TOLERATED


def test_painting_long_lists_loses_nothing(
    qtbot: QtBot, theme: Theme, lane: Lane, desk: Desk
) -> None:
    for number in range(60):
        lane.call(lambda n=number: desk.session.records.new("mission", {"title": f"Mission {n}"}))
    model = RecordRowsModel(desk.jobs, desk.session.forms, desk.session.records.list_rows)
    view = RowList(theme, model, "Missionen")
    qtbot.addWidget(view)
    view.resize(400, 300)
    view.show()
    model.show_query(RowQuery(kind="mission"))
    lane.settle()

    def scroll(rounds: int) -> None:
        bar = view.verticalScrollBar()
        for number in range(rounds):
            bar.setValue((number * 97) % max(bar.maximum(), 1))
            view.viewport().repaint()

    scroll(100)
    before = none_references()
    scroll(2_000)
    assert abs(none_references() - before) < _TOLERATED
