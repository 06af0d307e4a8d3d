"""Words keep their width: what stands at the end of the line goes below where it is narrow."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from innolab_desktop.ui.theme.fonts import em_px
from innolab_desktop.ui.widgets.boxes import column, panel
from innolab_desktop.ui.widgets.button import Button
from innolab_desktop.ui.widgets.plain_label import PlainLabel
from innolab_desktop.ui.widgets.tail_row import TailRow

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from innolab_desktop.ui.theme.theme import Theme


@pytest.mark.parametrize(("width_em", "is_below"), [(60, False), (24, True)])
def test_the_tail_goes_below_where_it_is_narrow(
    qtbot: QtBot, theme: Theme, *, width_em: int, is_below: bool
) -> None:
    words = PlainLabel("Mission: Öffnungszeiten und Termine im Bürgerbüro neu ordnen")
    button = Button(theme, "Entscheiden …")
    window = panel(column(TailRow(column(words), button), None))
    qtbot.addWidget(window)
    window.resize(em_px(width_em), 300)
    with qtbot.waitExposed(window):
        window.show()
    place = button.mapTo(window, button.rect().topLeft())
    assert (place.y() > words.mapTo(window, words.rect().bottomLeft()).y()) is is_below
    assert words.width() >= em_px(18)
