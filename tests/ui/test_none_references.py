"""No call loses references to None: PySide6 6.12 on Python 3.11 does, and dies of it."""

from __future__ import annotations

import gc
import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QStringListModel
from PySide6.QtWidgets import QApplication, QListView

from innolab_desktop.ui.widgets.plain_label import PlainLabel
from ui.form_window import FormWindow

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from innolab_desktop.services.error_catalogue import ErrorCatalogue
    from innolab_desktop.ui.theme.theme import Theme

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


def test_painting_lists_loses_nothing(qtbot: QtBot) -> None:
    view = QListView()
    view.setModel(QStringListModel([f"Zeile {number}" for number in range(500)], view))
    qtbot.addWidget(view)
    view.show()
    before = none_references()
    for number in range(2_000):
        view.verticalScrollBar().setValue(number % 490)
        view.viewport().repaint()
    assert abs(none_references() - before) < _TOLERATED
