"""A line that leads somewhere shows as much of its text as there is room for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from innolab_desktop.ui.widgets.link_row import LinkRow

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from innolab_desktop.ui.theme.theme import Theme

TITLE = "Öffnungszeiten und Übergänge im Bürgerbüro & in der Straßenverkehrsbehörde ordnen"


def test_a_title_is_shortened_to_its_room_and_read_out_whole(qtbot: QtBot, theme: Theme) -> None:
    line = LinkRow(theme, "flag", TITLE, "heute")
    qtbot.addWidget(line)
    line.show()
    line.resize(260, line.sizeHint().height())
    shown = line.button.text()
    assert shown.endswith("…")
    metrics = line.button.fontMetrics()
    assert metrics.horizontalAdvance(shown) + line.button.iconSize().width() <= line.button.width()
    line.resize(2000, line.sizeHint().height())
    assert line.button.text().strip() == TITLE.replace("&", "&&")
    assert line.button.accessibleName() == f"{TITLE}, heute"
