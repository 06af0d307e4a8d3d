"""Tags by keyboard alone: typed, ended, offered, taken away."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from innolab_desktop.ui.widgets.boxes import column
from innolab_desktop.ui.widgets.tag_field import TagField
from ui.accessibility import audit
from ui.typing_text import type_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from innolab_desktop.ui.theme.theme import Theme


@pytest.fixture
def field(qtbot: QtBot, theme: Theme) -> Iterator[TagField]:
    window = QWidget()
    window.setWindowTitle("Notiz")
    label = QLabel("Schlagwörter")
    found = TagField(theme, lambda: ("Beteiligung", "Zeitbudget"))
    label.setBuddy(found.line)
    found.line.setAccessibleName("Schlagwörter")
    window.setLayout(column(label, found, None, margins=1))
    qtbot.addWidget(window)
    window.resize(420, 300)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    found.line.setFocus()
    yield found
    window.close()


def test_return_and_comma_end_a_tag(field: TagField, qtbot: QtBot) -> None:
    type_text(field.line, "Leichte Sprache")
    qtbot.keyClick(field.line, Qt.Key.Key_Return)
    type_text(field.line, "Öffnungszeiten,")
    assert field.tags == ("Leichte Sprache", "Öffnungszeiten")
    assert not field.line.text()
    names = [chip.accessibleName() for chip in field.chips]
    assert names == [
        "Schlagwort „Leichte Sprache“ entfernen",
        "Schlagwort „Öffnungszeiten“ entfernen",
    ]


def test_a_tag_is_there_once_and_counts_before_it_is_ended(field: TagField) -> None:
    type_text(field.line, "Zeit;")
    type_text(field.line, "zeit;")
    type_text(field.line, "Geld")
    assert field.tags == ("Zeit", "Geld")


def test_backspace_goes_to_the_last_tag_and_delete_takes_it_away(
    field: TagField, qtbot: QtBot
) -> None:
    edits: list[bool] = []
    field.show_tags(("eins", "zwei", "drei"))
    field.edited.connect(lambda: edits.append(True))
    qtbot.keyClick(field.line, Qt.Key.Key_Backspace)
    assert field.chips[-1].hasFocus()
    qtbot.keyClick(field.chips[-1], Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: field.tags == ("eins", "zwei"))
    assert field.chips[-1].hasFocus()
    qtbot.keyClick(field.chips[0], Qt.Key.Key_Space)
    assert field.tags == ("zwei",)
    qtbot.keyClick(field.chips[0], Qt.Key.Key_Backspace)
    qtbot.waitUntil(lambda: field.tags == ())
    assert field.line.hasFocus()
    assert len(edits) == 3


def test_tags_that_were_used_are_offered_and_taken(field: TagField, qtbot: QtBot) -> None:
    type_text(field.line, "zeit")
    popup = field.popup
    assert popup.isVisible()
    assert [popup.model().index(row, 0).data() for row in range(popup.model().rowCount())] == [
        "Zeitbudget"
    ]
    qtbot.keyClick(popup, Qt.Key.Key_Down)
    qtbot.keyClick(popup, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(field.chips) == 1)
    assert field.tags == ("Zeitbudget",)


def test_return_takes_what_was_typed_when_no_offer_is_chosen(field: TagField, qtbot: QtBot) -> None:
    type_text(field.line, "zeit")
    qtbot.keyClick(field.popup, Qt.Key.Key_Return)
    assert field.tags == ("zeit",)
    assert not field.popup.isVisible()


def test_nothing_changes_while_it_may_only_be_read(field: TagField) -> None:
    field.show_tags(("eins",))
    field.set_read_only(read_only=True)
    assert field.line.isReadOnly()
    assert not field.chips[0].isEnabled()


def test_the_chips_pass_the_audit(field: TagField, qapp: QApplication) -> None:
    field.show_tags(tuple(f"Schlagwort Nummer {number}" for number in range(7)))
    qapp.processEvents()
    found = audit(field.window(), qapp)
    assert found == [], found
    lines = {chip.y() for chip in field.chips}
    assert len(lines) > 1
