"""The start of „Weiteres": every area with what it is for and how much is there."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from innolab_desktop.ui.counting import counted
from innolab_desktop.ui.forms.section_grid import SectionGrid
from innolab_desktop.ui.widgets.boxes import column
from innolab_desktop.ui.widgets.card import Card
from innolab_desktop.ui.widgets.heading import Heading
from innolab_desktop.ui.widgets.link_tile import LinkTile
from innolab_desktop.ui.widgets.muted import Muted
from innolab_desktop.ui.widgets.scroll_page import ScrollPage

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QObject

    from innolab_desktop.services.changes import Changes
    from innolab_desktop.services.session import Session
    from innolab_desktop.ui.desk import Desk
    from innolab_desktop.ui.pages.more.areas import Area, AreaGroup

_COLUMN_EM = 24
_TILE_EM = 0.5  # a title stands where the icons of the tiles below it do


class StartView(QWidget):
    """A card per group, and in it a tile per area.

    Signals:
        chosen: the part of „Weiteres" that the person wants to see.
    """

    chosen = Signal(str)

    def __init__(self, desk: Desk, groups: Sequence[AreaGroup]) -> None:
        super().__init__()
        self._desk = desk
        self._areas = {area.part: area for group in groups for area in group.areas}
        self.tiles: dict[str, LinkTile] = {}
        cards = [(self._card(group), 1) for group in groups if group.areas]
        grid = SectionGrid(cards, row_gap_em=0.8, column_em=_COLUMN_EM, is_even=True)
        inner = QWidget()
        head = column(
            Heading(self.tr("Weiteres")),
            Muted(self.tr("Alles, was nicht jeden Tag gebraucht wird.")),
            spacing=0.1,
        )
        inner.setLayout(column(head, grid, None, margins=(1.3, 1, 1.3, 1), spacing=1))
        self.setLayout(column(ScrollPage(inner)))
        desk.notifier.changed.connect(self._on_changed)

    def refresh(self) -> None:
        """Count anew what is in the areas."""
        session, areas = self._desk.session, tuple(self._areas.values())
        self._desk.jobs.run(self, lambda _job: _count(session, areas), self._show_numbers)

    def focus_tile(self, part: str = "") -> None:
        """Bring the keyboard to the tile of an area, or to the first one."""
        self.tiles.get(part, next(iter(self.tiles.values()))).setFocus()

    def _card(self, group: AreaGroup) -> Card:
        title = column(Heading(group.title, 2), margins=(_TILE_EM, 0, 0, 0))
        content = column(title, spacing=0.2)
        for area in group.areas:
            tile = LinkTile(self._desk.theme, area.icon, area.label, area.purpose)
            tile.clicked.connect(partial(self.chosen.emit, area.part))
            tile.stepped.connect(partial(self._step, area.part))
            self.tiles[area.part] = tile
            content.addWidget(tile)
        return Card(column(content, None, margins=(0.5, 0.7, 0.5, 0.5), spacing=0))

    def _step(self, part: str, step: int) -> None:
        parts = list(self.tiles)
        following = parts.index(part) + step
        if 0 <= following < len(parts):
            self.tiles[parts[following]].setFocus()

    def _show_numbers(self, numbers: dict[str, int]) -> None:
        for part, number in numbers.items():
            said = counted(number, self.tr("Eintrag"), self.tr("Einträge"))
            self.tiles[part].show_number(number, said)

    def _on_changed(self, _changes: Changes, _initiator: QObject | None) -> None:
        if self.isVisible():
            self.refresh()


def _count(session: Session, areas: Sequence[Area]) -> dict[str, int]:
    """Return how much is in each area that counts something; runs in the lane."""
    there = session.vault.records.count_by_kind()
    deleted = session.vault.records.count_by_kind(is_deleted=True)
    numbers: dict[str, int] = {}
    for area in areas:
        if area.counts_deleted:
            numbers[area.part] = sum(deleted.values())
        elif area.kinds:
            numbers[area.part] = sum(there.get(kind, 0) for kind in area.kinds)
    return numbers
