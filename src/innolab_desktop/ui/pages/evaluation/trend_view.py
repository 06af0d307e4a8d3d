"""The course of one indicator: its chart, and the same numbers as a table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from innolab_desktop.ui.widgets.boxes import clear, column, panel, row
from innolab_desktop.ui.widgets.button import Button
from innolab_desktop.ui.widgets.card import Card
from innolab_desktop.ui.widgets.chart_view import ChartView
from innolab_desktop.ui.widgets.data_table import DataTable
from innolab_desktop.ui.widgets.heading import Heading
from innolab_desktop.ui.widgets.muted import Muted
from innolab_desktop.ui.widgets.plain_label import PlainLabel
from innolab_desktop.ui.widgets.scroll_page import ScrollPage

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent

    from innolab_desktop.services.indicators import Indicator
    from innolab_desktop.ui.desk import Desk

_CHART_EM = 16


class TrendView(QWidget):
    """Shows an indicator's values over time.

    Signals:
        left: back to the list.
        edit_requested: id of the indicator whose values and goals are to be changed.
    """

    left = Signal()
    edit_requested = Signal(bytes)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._title = Heading()
        self._parts = column(spacing=0.7)
        back = Button(desk.theme, self.tr("Zur Liste"), "chevron-left")
        back.clicked.connect(self.left)
        self._indicator = b""
        self._edit = edit = Button(desk.theme, self.tr("Werte und Ziele bearbeiten"), "pencil")
        edit.clicked.connect(lambda: self.edit_requested.emit(self._indicator))
        self._back = back
        content = column(
            row(back, None, edit),
            self._title,
            self._parts,
            None,
            margins=(1.3, 1, 1.3, 1),
            spacing=0.7,
        )
        self.setLayout(column(ScrollPage(panel(content)), spacing=0))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Begin with the way back."""
        self._back.setFocus(event.reason())

    def show_indicator(self, indicator: Indicator) -> None:
        """Show the course of *indicator*."""
        self._indicator, chart = indicator.record.id, indicator.chart
        self._title.setText(chart.title)
        self._edit.setVisible(not indicator.is_read_only)
        clear(self._parts)
        if not chart.points:
            self._parts.addWidget(Muted(self.tr("Noch kein Wert.")))
            return
        self._parts.addWidget(
            Card(column(ChartView(self._desk.theme, chart, height_em=_CHART_EM), margins=0.6))
        )
        self._parts.addWidget(PlainLabel(chart.alternative))
        self._parts.addWidget(Heading(self.tr("Als Tabelle"), 2))
        self._parts.addWidget(DataTable(self.tr("Messwerte"), chart.header, chart.rows()))
        self._parts.addWidget(Muted(self.tr("• bedeutet: unterdrückt, weil zu wenige Fälle.")))
        for name in ("interpretation", "limits"):
            field = self._desk.session.forms.form(indicator.record.kind).field(name)
            text = indicator.record.values.get(name)
            if field is not None and isinstance(text, str) and text:
                self._parts.addWidget(PlainLabel(f"{field.label}: {text}"))
