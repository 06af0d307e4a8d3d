"""The indicators: each with its last value, its target and the way to its course."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from innolab_desktop.ui.pages.evaluation.action_cards import ActionCards
from innolab_desktop.ui.visible_text import single_line

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from innolab_desktop.services.indicators import Indicator
    from innolab_desktop.ui.desk import Desk

_MOST_SHOWN = 60


class IndicatorsView(ActionCards):
    """One card per indicator.

    Signals:
        trend_requested, edit_requested: id of an indicator.
    """

    trend_requested = Signal(bytes)
    edit_requested = Signal(bytes)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.theme)

    def show_indicators(self, indicators: Sequence[Indicator]) -> None:
        """Show *indicators*."""
        former = self.start()
        for indicator in indicators[:_MOST_SHOWN]:
            uid, chart = indicator.record.id, indicator.chart
            facts = chart.summary or self.tr("Noch kein Wert.")
            self.add_card(uid, single_line(chart.title), facts, self._actions(indicator))
        if not indicators:
            self.add_steps(self._first_steps())
        self.focus_card(former)

    def _first_steps(self) -> Sequence[tuple[str, str]]:
        choose = self.tr(
            "Der Katalog hat 28 Kennzahlen, jede mit ihrem Schutz; eigene gehen auch. Wenige "
            "genügen."
        )
        aim = self.tr("Tragen Sie ein, wo Sie stehen, wohin Sie wollen und wie oft Sie messen.")
        measure = self.tr(
            "Mit jedem Messwert wächst der Verlauf mit der Ziellinie. Zahlen über zu wenige "
            "Menschen nimmt die App nicht an."
        )
        return (
            (self.tr("Auswählen"), choose),
            (self.tr("Ziel setzen"), aim),
            (self.tr("Messen"), measure),
        )

    def _actions(self, indicator: Indicator) -> tuple[tuple[str, str, Callable[[], None]], ...]:
        uid, trend, edit = indicator.record.id, self.trend_requested, self.edit_requested
        text, icon = self.tr("Werte und Ziele bearbeiten"), "pencil"
        if indicator.is_read_only:
            text, icon = self.tr("Werte und Ziele ansehen"), "eye"
        return (
            (self.tr("Verlauf"), "chart-line", partial(trend.emit, uid)),
            (text, icon, partial(edit.emit, uid)),
        )
