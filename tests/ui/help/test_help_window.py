"""F1 opens the page that helps, beside the work."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QTextListFormat
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit

from innolab_desktop.ui.help.blocks import Block, BlockKind, Span, plain
from innolab_desktop.ui.help.handbook import Topic
from innolab_desktop.ui.help.help_window import HelpWindow
from innolab_desktop.ui.help.topic_view import TopicView
from innolab_desktop.ui.theme.theme import Appearance, Theme
from ui.accessibility import audit
from ui.typing_text import type_text

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from innolab_desktop.ui.main_window import MainWindow
    from ui.vaults import Lane


def open_help(window: MainWindow, lane: Lane, place: str) -> HelpWindow:
    window.show_page(place)
    lane.settle()
    window.activateWindow()
    lane.qtbot.waitUntil(window.isActiveWindow)
    QTest.keySequence(window, QKeySequence("F1"))
    return window.findChildren(HelpWindow)[0]


def test_f1_shows_the_page_for_the_place(window: MainWindow, lane: Lane) -> None:
    shown = open_help(window, lane, "exchange")
    assert shown.shown_text.startswith("Austausch")
    assert not shown.isModal()
    assert open_help(window, lane, "more/keys") is shown
    assert shown.shown_text.startswith("Schlüssel")


def test_it_opens_again_after_it_was_closed(window: MainWindow, lane: Lane) -> None:
    open_help(window, lane, "mission").close()
    lane.settle()
    assert open_help(window, lane, "mission").shown_text.startswith("Mission")


def test_the_keyboard_page_lists_every_key(window: MainWindow, lane: Lane) -> None:
    window.action_set.action("shortcuts").run()
    lane.settle()
    text = window.findChildren(HelpWindow)[0].shown_text
    assert text.startswith("Tastatur")
    for action in window.action_set:
        assert f"{action.keys}: {action.label}" in text or not action.keys


def test_the_help_is_searched(window: MainWindow, lane: Lane, qtbot: QtBot) -> None:
    shown = open_help(window, lane, "overview")
    field = shown.findChildren(QLineEdit)[0]
    type_text(field, "personalrat")
    assert shown.shown_text.startswith("Was die App nicht tut")
    type_text(field, " quatschwort")
    said = [label.text() for label in shown.findChildren(QLabel) if label.isVisible()]
    assert any(text.startswith("Nichts gefunden") for text in said)
    qtbot.keyClick(shown, Qt.Key.Key_Escape)
    assert not shown.isVisible()


@pytest.mark.parametrize(
    ("appearance", "zoom"),
    [
        (Appearance.LIGHT, 100),
        (Appearance.DARK, 100),
        (Appearance.CONTRAST, 100),
        (Appearance.LIGHT, 200),
    ],
)
def test_it_is_accessible(
    window: MainWindow, lane: Lane, qapp: QApplication, *, appearance: Appearance, zoom: int
) -> None:
    window.page("overview").desk.theme.apply(appearance, zoom)
    shown = open_help(window, lane, "overview")
    lane.settle()
    assert audit(shown, qapp, looks=zoom == 100) == []


def test_text_is_literal_and_structured(theme: Theme, qtbot: QtBot) -> None:
    view = TopicView(theme)
    qtbot.addWidget(view)
    evil = "<img src='file:///etc/passwd'><b>fett</b>"
    view.show_topic(
        Topic(
            "x",
            (
                plain(BlockKind.TITLE, "Titel"),
                Block(BlockKind.BULLET, (Span("eins", strong=True), Span(evil))),
                plain(BlockKind.BULLET, "zwei"),
                plain(BlockKind.STEP, "Schritt"),
            ),
        )
    )
    assert view.toPlainText() == f"Titel\neins{evil}\nzwei\nSchritt"
    document = view.document()
    assert document.findBlockByNumber(0).blockFormat().headingLevel() == 1
    lists = [document.findBlockByNumber(number).textList() for number in (1, 2, 3)]
    assert [found.count() for found in lists if found is not None] == [2, 2, 1]
    assert lists[2] is not None
    assert lists[2].format().style() == QTextListFormat.Style.ListDecimal
    assert view.accessibleName() == "Titel"
