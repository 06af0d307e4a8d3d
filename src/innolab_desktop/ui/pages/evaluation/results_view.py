"""The results of a closed wave: a bar for each question, and all of them as a table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from innolab_desktop.domain.evaluation import Distribution, Withheld
from innolab_desktop.services.result_words import ResultWords
from innolab_desktop.services.trend_chart import SUPPRESSED
from innolab_desktop.ui.pages.evaluation.result_printing import ResultPrinting
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

    from innolab_desktop.services.evaluations import QuestionResult, WaveResults
    from innolab_desktop.ui.desk import Desk

_BAR_EM = 1.9


class ResultsView(QWidget):
    """Shows what may be shown of a wave, and says why something is not.

    Signals:
        left: back to the list.
    """

    left = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._title = Heading()
        self._intro = Muted()
        self._cards = column(spacing=0.6)
        back = Button(desk.theme, self.tr("Zur Liste"), "chevron-left")
        back.clicked.connect(self.left)
        self._back = back
        self.printing = ResultPrinting(desk)
        self._words = ResultWords(desk.session.forms)
        content = column(
            row(back, None),
            self._title,
            self._intro,
            self.printing,
            self._cards,
            None,
            margins=(1.3, 1, 1.3, 1),
            spacing=0.7,
        )
        layout = column(ScrollPage(panel(content)), spacing=0)
        self.setLayout(layout)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Begin with the way back."""
        self._back.setFocus(event.reason())

    def show_results(self, results: WaveResults) -> None:
        """Show *results*."""
        self._title.setText(self.tr("Ergebnisse: {0}").format(results.wave.title))
        clear(self._cards)
        self.printing.show_wave(results.wave.id)
        self.printing.setVisible(results.withheld is None)
        if results.withheld is not None:
            self._intro.setText(self._words.reason(results.withheld, results.thresholds))
            return
        self._intro.setText(self._words.rule(results.thresholds))
        for item in results.questions:
            self._cards.addWidget(self._card(item, results))
        rated = [item for item in results.questions if item.question.kind == "rating"]
        if rated:
            self._cards.addWidget(Heading(self.tr("Als Tabelle"), 2))
            self._cards.addWidget(self._table(rated))
            self._cards.addWidget(Muted(self.tr("• bedeutet: zu wenige Antworten.")))

    def _card(self, item: QuestionResult, results: WaveResults) -> Card:
        lines = column(Heading(item.question.text, 3), margins=0.8, spacing=0.4)
        if isinstance(item.result, Withheld):
            lines.addWidget(Muted(self._words.reason(item.result, results.thresholds)))
        elif isinstance(item.result, Distribution):
            chart = self._words.chart(item.question.text, item.result)
            lines.addWidget(ChartView(self._desk.theme, chart, height_em=_BAR_EM, reachable=False))
            lines.addWidget(PlainLabel(chart.legend))
            lines.addWidget(Muted(self._words.facts(item.result)))
        else:
            lines.addWidget(Muted(self._words.open_answers(item.answers)))
            for quote in item.quotes:
                lines.addWidget(PlainLabel(self._words.quote(quote)))
        return Card(lines)

    def _table(self, items: list[QuestionResult]) -> DataTable:
        header = (
            self.tr("Aussage"),
            *self._words.labels,
            self.tr("n"),
            self.tr("Median"),
            self.tr("nicht beurteilt"),
        )
        return DataTable(self.tr("Ergebnisse als Tabelle"), header, [_cells(i) for i in items])


def _cells(item: QuestionResult) -> tuple[str, ...]:
    result = item.result
    if not isinstance(result, Distribution):
        return (item.question.text, *(SUPPRESSED for _ in range(7)))
    numbers = (*result.counts, result.answers)
    middle = f"{result.median:g}".replace(".", ",")
    return (item.question.text, *map(str, numbers), middle, str(result.not_judged))
