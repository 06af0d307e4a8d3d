"""What assistive technology hears follows what is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLineEdit

from innolab_desktop.ui.widgets.heading import Heading
from innolab_desktop.ui.widgets.inside_line import ClearButton

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def test_a_heading_is_called_what_it_says_now(qtbot: QtBot) -> None:
    heading = Heading("Erster Titel")
    qtbot.addWidget(heading)
    interface = QAccessible.queryAccessibleInterface(heading)
    assert interface.role() is QAccessible.Role.Heading
    for title in ("Zweiter Titel", "Dritter Titel"):
        heading.setText(title)
        assert interface.text(QAccessible.Text.Name) == title


def test_the_cross_in_a_line_has_a_name(qtbot: QtBot) -> None:
    line = QLineEdit("Wörter")
    qtbot.addWidget(line)
    assert ClearButton(line).accessibleName() == "Feld leeren"
