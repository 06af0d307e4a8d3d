"""Rows and columns follow the size of the text; buttons follow the keyboard."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLineEdit

from innolab_desktop.ui.theme.theme import Appearance
from innolab_desktop.ui.widgets.boxes import clear, column, panel, rescale, row
from innolab_desktop.ui.widgets.button import Button

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from innolab_desktop.ui.theme.theme import Theme


def test_spacing_follows_a_new_size_of_text(qtbot: QtBot, theme: Theme) -> None:
    inner = row(QLineEdit(), QLineEdit(), spacing=1)
    outer = column(inner, margins=2)
    window = panel(outer)
    qtbot.addWidget(window)
    before = (inner.spacing(), outer.contentsMargins().left())
    theme.apply(Appearance.LIGHT, 200)
    rescale(window)
    after = (inner.spacing(), outer.contentsMargins().left())
    assert all(new > old * 1.8 for old, new in zip(before, after, strict=True))


def test_return_presses_the_focused_button_and_not_the_default(qtbot: QtBot, theme: Theme) -> None:
    dialog = QDialog()
    qtbot.addWidget(dialog)
    cancel, confirm = Button(theme, "Abbrechen"), Button(theme, "Löschen", primary=True)
    dialog.setLayout(row(cancel, confirm))
    confirm.setDefault(True)
    pressed: list[str] = []
    cancel.clicked.connect(lambda: pressed.append("cancel"))
    confirm.clicked.connect(lambda: pressed.append("confirm"))
    dialog.show()
    cancel.setFocus()
    qtbot.keyClick(cancel, Qt.Key.Key_Return)
    assert pressed == ["cancel"]


def test_the_keyboard_stays_where_a_list_was_rebuilt(qtbot: QtBot, theme: Theme) -> None:
    elsewhere, line = QLineEdit(), Button(theme, "Entscheiden …")
    lines = column(line)
    holder = panel(lines)
    window = panel(column(elsewhere, holder))
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    line.setFocus()
    clear(lines)
    assert window.focusWidget() is holder


def test_the_keyboard_goes_to_what_is_called_as_before(qtbot: QtBot, theme: Theme) -> None:
    before = [Button(theme, name) for name in ("Paket für Nord", "Paket für Süd")]
    lines = column(*before)
    window = panel(column(QLineEdit(), panel(lines)))
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    before[1].setFocus()
    clear(lines)
    after = [Button(theme, name) for name in ("Paket für Mitte", "Paket für Süd")]
    for button in after:
        lines.addWidget(button)
    qtbot.waitUntil(lambda: window.focusWidget() is after[1])
    clear(lines)
    (other,) = (Button(theme, "Paket für Ost"),)
    lines.addWidget(other)
    qtbot.waitUntil(lambda: window.focusWidget() is other)


def test_the_keyboard_goes_on_where_nothing_is_left(qtbot: QtBot, theme: Theme) -> None:
    line, elsewhere = Button(theme, "Entscheiden …"), Button(theme, "Später")
    lines = column(line)
    window = panel(column(QLineEdit(), panel(lines), elsewhere))
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    line.setFocus()
    clear(lines)
    qtbot.waitUntil(lambda: window.focusWidget() is elsewhere)
