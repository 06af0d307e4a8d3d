"""A label that shows its text literally keeps the room around it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from innolab_desktop.ui.theme.theme import Appearance
from innolab_desktop.ui.widgets.plain_label import PlainLabel

if TYPE_CHECKING:
    from PySide6.QtGui import QImage
    from pytestqt.qtbot import QtBot

    from innolab_desktop.ui.theme.theme import Theme


def test_the_room_around_survives_another_look(qtbot: QtBot, theme: Theme) -> None:
    label = PlainLabel("Tresor verschlüsselt", wrap=False)
    qtbot.addWidget(label)
    label.setContentsMargins(9, 2, 7, 4)
    label.show()
    theme.apply(Appearance.DARK, 150)
    around = label.contentsMargins()
    assert (around.left(), around.right(), around.bottom()) == (9, 7, 4)


def test_a_text_that_can_be_selected_looks_like_any_other(qtbot: QtBot, theme: Theme) -> None:
    theme.apply(Appearance.LIGHT, 100)
    pictures: list[QImage] = []
    for flags in (
        Qt.TextInteractionFlag.NoTextInteraction,
        Qt.TextInteractionFlag.TextSelectableByMouse,
    ):
        label = PlainLabel("ÖÄÜ Öffnungszeiten neu ordnen, " * 4)
        label.setTextInteractionFlags(flags)
        label.resize(300, 90)
        qtbot.addWidget(label)
        label.show()
        pictures.append(label.grab().toImage())
    assert pictures[0] == pictures[1]
