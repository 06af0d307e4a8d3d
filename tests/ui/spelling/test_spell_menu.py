"""Waves and suggestions in real fields with a real dictionary."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QContextMenuEvent, QTextCharFormat
from PySide6.QtWidgets import QApplication, QLineEdit

from innolab_desktop.services.spelling import Spelling
from innolab_desktop.spelling.hunspell_shelf import HunspellShelf
from innolab_desktop.ui.spelling.spell_desk import SpellDesk
from innolab_desktop.ui.spelling.spell_menu import SpellMenu, check_spelling
from innolab_desktop.ui.widgets.text_area import TextArea

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from innolab_desktop.services.session import Session
    from innolab_desktop.ui.theme.theme import Theme
    from ui.vaults import Lane

WAVE = QTextCharFormat.UnderlineStyle.SpellCheckUnderline


@pytest.fixture
def spell_desk(session: Session, lane: Lane, tmp_path: Path) -> SpellDesk:
    (tmp_path / "de_DE.aff").write_text("SET UTF-8\nTRY esnirtüä\n", encoding="utf-8")
    (tmp_path / "de_DE.dic").write_text("3\nStraße\ndie\nneue\n", encoding="utf-8")
    spelling = Spelling(session.desk, HunspellShelf([tmp_path]))
    return SpellDesk(spelling, lane.jobs, lane.jobs)


def settle(qtbot: QtBot, lane: Lane) -> None:
    qtbot.wait(300)  # words are asked about a moment after they were seen
    lane.settle()


def marked(area: TextArea) -> list[str]:
    found: list[str] = []
    block = area.document().begin()
    while block.isValid():
        for place in block.layout().formats():
            assert place.format.underlineStyle() is WAVE
            units = block.text().encode("utf-16-le")[2 * place.start :]
            found.append(units[: 2 * place.length].decode("utf-16-le"))
        block = block.next()
    return found


def ask(field: TextArea | QLineEdit) -> None:
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(), QPoint())
    QApplication.sendEvent(field, event)


def shown_texts(menu: SpellMenu) -> list[str]:
    assert menu.menu is not None
    return [action.text() for action in menu.menu.actions() if action.isVisible()]


def choose(menu: SpellMenu, text: str) -> None:
    assert menu.menu is not None
    next(action for action in menu.menu.actions() if action.text() == text).trigger()
    menu.menu.close()


def test_a_text_is_marked_and_mended_by_keyboard(
    qtbot: QtBot, lane: Lane, theme: Theme, spell_desk: SpellDesk
) -> None:
    area = TextArea()
    qtbot.addWidget(area)
    menu = check_spelling(area, spell_desk, theme)
    edited: list[None] = []
    area.edited.connect(lambda: edited.append(None))
    area.show_text("die 😀 Strase\ndie neue Straße")
    settle(qtbot, lane)
    assert edited == []  # marks are no change
    assert marked(area) == ["Strase"]
    cursor = area.textCursor()
    cursor.setPosition(10)
    area.setTextCursor(cursor)
    ask(area)
    settle(qtbot, lane)
    assert shown_texts(menu)[0] == "Straße"
    assert "„Strase“ merken" in shown_texts(menu)
    choose(menu, "Straße")
    settle(qtbot, lane)
    assert area.toPlainText() == "die 😀 Straße\ndie neue Straße"
    assert marked(area) == []
    area.undo()
    assert area.toPlainText().startswith("die 😀 Strase")


def test_a_line_is_mended_and_a_word_remembered(
    qtbot: QtBot, lane: Lane, theme: Theme, spell_desk: SpellDesk
) -> None:
    line = QLineEdit("neue Strase Xyzzy")
    qtbot.addWidget(line)
    menu = check_spelling(line, spell_desk, theme)
    edited: list[str] = []
    line.textEdited.connect(edited.append)
    changed: list[str] = []
    line.textChanged.connect(changed.append)
    settle(qtbot, lane)
    assert (edited, changed) == ([], [])  # marks are no change
    line.setCursorPosition(7)
    ask(line)
    settle(qtbot, lane)
    choose(menu, "Straße")
    assert line.text() == "neue Straße Xyzzy"
    assert edited[-1] == "neue Straße Xyzzy"
    line.setCursorPosition(13)
    ask(line)
    choose(menu, "„Xyzzy“ merken")
    settle(qtbot, lane)
    settle(qtbot, lane)
    assert not spell_desk.is_wrong("Xyzzy")
    assert not spell_desk.is_wrong("Straße")


def test_a_correct_word_has_the_usual_menu(
    qtbot: QtBot, lane: Lane, theme: Theme, spell_desk: SpellDesk
) -> None:
    line = QLineEdit("die")
    qtbot.addWidget(line)
    menu = check_spelling(line, spell_desk, theme)
    settle(qtbot, lane)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(), QPoint())
    assert not menu.eventFilter(line, event)
    assert menu.menu is None
