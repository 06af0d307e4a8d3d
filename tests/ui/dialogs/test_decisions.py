"""Deciding by keyboard and mouse: what is chosen is what is shown and saved."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QPlainTextEdit, QPushButton

from innolab_desktop.ui.dialogs.conflict_dialog import ConflictDialog
from innolab_desktop.ui.dialogs.deletion_dialog import DeletionDialog
from innolab_desktop.ui.dialogs.merged_text_dialog import MergedTextDialog
from innolab_desktop.ui.dialogs.report_dialog import ReportDialog
from innolab_desktop.ui.visible_text import visible_text
from innolab_desktop.ui.widgets.banner import Banner
from innolab_desktop.ui.widgets.choice_card import ChoiceCard, ValueLabel
from innolab_desktop.ui.widgets.compared_text import ComparedText
from ui.typing_text import type_text
from ui.waiting_decisions import CHANGES, DELETED_OR_EDITED, DIFFERENCE, HOSTILE, MERGED

if TYPE_CHECKING:
    from PySide6.QtWidgets import QDialog
    from pytestqt.qtbot import QtBot

    from innolab_desktop.ui.desk import Desk
    from innolab_desktop.ui.main_window import MainWindow
    from ui.vaults import Lane


@pytest.fixture
def conflict(window: MainWindow, desk: Desk, lane: Lane) -> ConflictDialog:
    dialog = ConflictDialog(window, desk, DIFFERENCE)
    dialog.show()
    dialog.activateWindow()
    lane.settle()
    return dialog


def labels(dialog: QDialog) -> str:
    return "\n".join(label.text() for label in dialog.findChildren(QLabel))


def areas(dialog: QDialog) -> list[str]:
    return [area.toPlainText() for area in dialog.findChildren(QPlainTextEdit)]


def test_everything_is_shown_before_anything_is_decided(conflict: ConflictDialog) -> None:
    texts = labels(conflict)
    assert "Vorher stand dort (Aylin Demir" in texts
    assert "Öffnungszeiten am Montag" in texts
    assert "Jonas <i>Weiß</i>" in texts, "names of others are plain text"
    assert "Noch nichts gewählt." in texts
    assert any(visible_text(HOSTILE) in text for text in areas(conflict))


def test_the_preview_follows_the_choice_and_what_is_typed(
    conflict: ConflictDialog, qtbot: QtBot
) -> None:
    cards = conflict.findChildren(ChoiceCard)
    cards[1].choose()
    assert "Das wird gespeichert\nLängere Öffnungszeiten am Montag" in labels(conflict)
    line = cards[-1].findChild(QLineEdit)
    assert isinstance(line, QLineEdit)
    line.end(False)
    type_text(line, " neu")
    qtbot.wait(10)
    assert cards[-1].line.is_checked, "typing chooses the own value"
    assert "Längere Öffnungszeiten am Dienstag neu" in labels(conflict)


def test_a_click_on_the_value_chooses_it(conflict: ConflictDialog, qtbot: QtBot) -> None:
    card = conflict.findChildren(ChoiceCard)[0]
    point = QPoint(card.width() - 6, card.height() - 4)
    qtbot.mouseClick(card, Qt.MouseButton.LeftButton, pos=point)
    assert card.line.is_checked
    value = ValueLabel("x")
    other = ChoiceCard(conflict.theme, "Wert", value)
    qtbot.addWidget(other)
    other.show()
    qtbot.mouseClick(value, Qt.MouseButton.LeftButton)
    assert other.line.is_checked


def test_values_are_indented_below_their_choice(conflict: ConflictDialog) -> None:
    card = conflict.findChildren(ChoiceCard)[0]
    value = card.findChild(ComparedText)
    assert isinstance(value, ComparedText)
    assert value.mapTo(card, QPoint(0, 0)).x() > card.line.button.geometry().right()
    assert "Entfallen: Montag" in value.accessibleDescription()


def test_nothing_chosen_saves_nothing(conflict: ConflictDialog, qtbot: QtBot) -> None:
    qtbot.keyClick(conflict, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert conflict.isVisible()
    assert "Bitte wählen Sie eine der Angaben." in labels(conflict)
    conflict.findChildren(ChoiceCard)[0].choose()
    assert not conflict.findChildren(Banner)[0].isVisible(), "there is a choice now"


def test_an_arrow_key_chooses(conflict: ConflictDialog, qtbot: QtBot) -> None:
    cards = conflict.findChildren(ChoiceCard)
    cards[0].line.button.setFocus()
    qtbot.keyClick(cards[0].line.button, Qt.Key.Key_Down)
    assert conflict.focusWidget() is not cards[0].line.button
    assert [card.line.is_checked for card in cards].count(True) == 1
    assert any(c.line.is_checked and c.line.button is conflict.focusWidget() for c in cards)


def test_a_choice_without_an_abweichung_is_explained(
    conflict: ConflictDialog, lane: Lane, qtbot: QtBot
) -> None:
    conflict.findChildren(ChoiceCard)[0].choose()
    qtbot.keyClick(conflict, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    lane.settle()
    assert conflict.isVisible(), "the record does not exist in this vault"
    assert next(b for b in conflict.findChildren(QPushButton) if b.isDefault()).isEnabled()


def test_a_corrected_merged_text_is_called_a_version(
    window: MainWindow, desk: Desk, lane: Lane
) -> None:
    dialog = MergedTextDialog(window, desk, MERGED)
    dialog.show()
    lane.settle()
    button = next(b for b in dialog.findChildren(QPushButton) if b.isDefault())
    assert button.text() == "In Ordnung"
    take = [b for b in dialog.findChildren(QPushButton) if b.text() == "Nur diesen Text nehmen"]
    take[0].click()
    assert button.text() == "Fassung speichern"
    assert "Lange Schlangen am Dienstag." in areas(dialog)
    assert "endgültig gelöscht" in labels(dialog)
    dialog.close()


def test_deletion_and_report_show_the_text_of_others_as_it_is(
    window: MainWindow, desk: Desk, lane: Lane
) -> None:
    for dialog in (
        DeletionDialog(window, desk, DELETED_OR_EDITED),
        ReportDialog(window, desk, CHANGES),
    ):
        dialog.show()
        lane.settle()
        assert visible_text(HOSTILE) in labels(dialog)
        assert all(
            label.textFormat() is Qt.TextFormat.PlainText
            for label in dialog.findChildren(QLabel)
            if "fett" in label.text()
        )
        dialog.close()
    assert "und 4312 weitere Einträge" in labels(dialog)
