"""What stands inside a line grows with its text and leaves the text its room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from innolab_desktop.ui.theme.theme import Appearance, Theme
from innolab_desktop.ui.widgets.inside_line import ClearButton, LeadingIcon

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def test_icons_are_as_high_as_the_text(qtbot: QtBot, theme: Theme) -> None:
    line = QLineEdit("Wörter")
    qtbot.addWidget(line)
    cross, icon = ClearButton(line), LeadingIcon(line)
    line.show()
    sides: list[int] = []
    for percent in (100, 200):
        theme.apply(Appearance.LIGHT, percent)
        line.resize(400, line.sizeHint().height())
        sides.append(cross.iconSize().width())
        assert icon.icon_px == sides[-1]
        assert cross.geometry().right() < line.width()
        assert line.textMargins().right() >= sides[-1]
        assert line.textMargins().left() >= sides[-1]
    assert sides[1] > 1.8 * sides[0]


def test_the_cross_empties_the_line_and_goes(qtbot: QtBot) -> None:
    line = QLineEdit()
    qtbot.addWidget(line)
    cross = ClearButton(line)
    line.show()
    assert not cross.isVisible()
    line.setText("Wörter")
    assert cross.isVisible()
    with qtbot.waitSignal(line.textEdited):
        qtbot.mouseClick(cross, Qt.MouseButton.LeftButton)
    assert line.text() == ""
    assert not cross.isVisible()
