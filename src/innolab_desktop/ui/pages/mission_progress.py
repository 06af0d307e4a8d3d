"""How far the missions are, as bars and as a table; nobody is named in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from innolab_desktop.services.stage_chart import StageChart
from innolab_desktop.ui.widgets.boxes import clear, column
from innolab_desktop.ui.widgets.card import Card
from innolab_desktop.ui.widgets.chart_view import ChartView
from innolab_desktop.ui.widgets.data_table import DataTable
from innolab_desktop.ui.widgets.heading import Heading
from innolab_desktop.ui.widgets.link_row import LinkRow
from innolab_desktop.ui.widgets.muted import Muted

if TYPE_CHECKING:
    from innolab_desktop.ui.theme.theme import Theme

_STAGE_EM = 1.7


class MissionProgress(Card):
    """A card with the number of missions at each Stand.

    Signals:
        missions_requested: the person wants to see the missions.
    """

    missions_requested = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._parts = column(spacing=0.5)
        heading = Heading(self.tr("Stand der Missionen"), 2)
        self.setLayout(column(heading, self._parts, None, margins=0.9, spacing=0.5))

    def show_stages(self, stages: tuple[tuple[str, int], ...]) -> None:
        """Show the numbers in the order of the stages."""
        clear(self._parts)
        if not any(count for _, count in stages):
            self._parts.addWidget(Muted(self.tr("Noch keine Mission.")))
            return
        title = self.tr("Stand der Missionen")
        legend = ", ".join(f"{label}: {count}" for label, count in stages)
        chart = StageChart(title, self.tr("Balken je Stand. {0}.").format(legend), stages)
        height_em = _STAGE_EM * len(stages)
        self._parts.addWidget(ChartView(self._theme, chart, height_em=height_em, reachable=False))
        header = (self.tr("Stand"), self.tr("Missionen"))
        rows = [(label, str(count)) for label, count in stages]
        self._parts.addWidget(DataTable(title, header, rows))
        link = LinkRow(self._theme, "flag", self.tr("Zu den Missionen"))
        link.button.clicked.connect(self.missions_requested)
        self._parts.addWidget(link)
