"""The indicators: each with its last value, its target and the way to its course."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from innolab_desktop.ui.visible_text import single_line
from innolab_desktop.ui.widgets.boxes import clear, column, row
from innolab_desktop.ui.widgets.button import Button
from innolab_desktop.ui.widgets.card import Card
from innolab_desktop.ui.widgets.heading import Heading
from innolab_desktop.ui.widgets.muted import Muted

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from innolab_desktop.services.indicators import Indicator
    from innolab_desktop.ui.desk import Desk

_MOST_SHOWN = 60


class IndicatorsView(QWidget):
    """One card per indicator.

    Attributes:
        stops: the buttons, in the order of Tab.

    Signals:
        trend_requested, edit_requested: id of an indicator.
    """

    trend_requested = Signal(bytes)
    edit_requested = Signal(bytes)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.stops: list[Button] = []
        self._cards = column(spacing=0.6)
        self.setLayout(self._cards)

    def show_indicators(self, indicators: Sequence[Indicator]) -> None:
        """Show *indicators*."""
        clear(self._cards)
        self.stops = []
        for indicator in indicators[:_MOST_SHOWN]:
            self._cards.addWidget(self._card(indicator))
        if not indicators:
            text = self.tr("Noch keine Kennzahl. Der Katalog hat 28 zum Anfangen.")
            self._cards.addWidget(Muted(text))

    def _card(self, indicator: Indicator) -> Card:
        title = single_line(indicator.chart.title)
        uid = indicator.record.id
        trend = self._button(
            self.tr("Verlauf"), "chart-line", partial(self.trend_requested.emit, uid), title
        )
        edit = self._button(
            self.tr("Werte und Ziele bearbeiten"),
            "pencil",
            partial(self.edit_requested.emit, uid),
            title,
        )
        lines = column(
            Heading(title, 3),
            Muted(indicator.chart.summary or self.tr("Noch kein Wert.")),
            row(trend, edit, None, spacing=0.5),
            margins=0.8,
            spacing=0.35,
        )
        return Card(lines)

    def _button(self, text: str, icon: str, act: Callable[[], None], title: str) -> Button:
        button = Button(self._desk.theme, text, icon)
        button.setAccessibleName(f"{text}: {title}")
        button.clicked.connect(lambda: act())  # noqa: PLW0108 - without the signal's argument
        self.stops.append(button)
        return button
