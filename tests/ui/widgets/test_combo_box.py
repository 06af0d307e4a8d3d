"""What a choice has no room for is told in another way."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from innolab_desktop.ui.dialogs.unlock_window import UnlockWindow
from innolab_desktop.ui.theme.theme import Appearance
from innolab_desktop.ui.widgets.combo_box import ComboBox
from innolab_desktop.ui.widgets.scroll_page import ScrollPage

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from innolab_desktop.ui.theme.theme import Theme

LONG = "Tresor der Koordinierungsstelle <b>Rhein & Ruhr</b> für alle Kommunen im Verbund 2026"


@pytest.mark.parametrize("zoom_percent", [100, 200])
def test_a_long_name_of_a_vault_is_told_whole(
    theme: Theme, qtbot: QtBot, tmp_path: Path, zoom_percent: int
) -> None:
    theme.apply(Appearance.LIGHT, zoom_percent)
    window = UnlockWindow(theme, [tmp_path / LONG.replace("/", "-"), tmp_path / "Kurz"])
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    combo = window.findChild(ComboBox)
    assert isinstance(combo, ComboBox)
    assert "&lt;b&gt;Rhein &amp; Ruhr" in combo.toolTip()
    assert combo._shown(combo._option()).endswith("…")
    assert combo.currentText().startswith("Tresor der")
    page = window.findChild(ScrollPage)
    assert isinstance(page, ScrollPage)
    qtbot.waitUntil(lambda: page.horizontalScrollBar().maximum() == 0)
    combo.setCurrentIndex(1)
    assert combo.toolTip() == ""


def test_what_fits_has_no_tool_tip_until_the_room_goes(theme: Theme, qtbot: QtBot) -> None:
    combo = ComboBox(theme)
    qtbot.addWidget(combo)
    combo.addItem("Bürgerbüro und Personal")
    combo.resize(600, 40)
    combo.show()
    qtbot.waitUntil(combo.isVisible)
    assert combo.toolTip() == ""
    combo.resize(90, 40)
    qtbot.waitUntil(lambda: combo.toolTip() == "Bürgerbüro und Personal")
