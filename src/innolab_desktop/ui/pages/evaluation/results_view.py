"""The results of a closed wave: a bar for each question, and all of them as a table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from innolab_desktop.domain.evaluation import Distribution, Withheld
from innolab_desktop.services.distribution_chart import DistributionChart
from innolab_desktop.services.evaluations import ANSWER
from innolab_desktop.services.trend_chart import SUPPRESSED
from innolab_desktop.ui.pages.evaluation.result_words import facts, reason
from innolab_desktop.ui.quoting import quoted
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
        field = desk.session.forms.form(ANSWER).field("rating")
        self._labels = tuple(choice.label for choice in field.choices) if field else ()
        content = column(
            row(back, None),
            self._title,
            self._intro,
            self._cards,
            None,
            margins=(1.3, 1, 1.3, 1),
            spacing=0.7,
        )
        layout = column(ScrollPage(panel(content)), spacing=0)
        self.setLayout(layout)

    def show_results(self, results: WaveResults) -> None:
        """Show *results*."""
        self._title.setText(self.tr("Ergebnisse: {0}").format(results.wave.title))
        clear(self._cards)
        if results.withheld is not None:
            self._intro.setText(reason(results.withheld, results.thresholds))
            return
        self._intro.setText(
            self.tr(
                "Gezeigt wird, was mindestens {0} Menschen aus {1} Kommunen beantwortet haben. "
                "Eine Welle wird einmal ausgezählt; was später eintrifft, ändert nichts."
            ).format(results.thresholds.answers, results.thresholds.municipalities)
        )
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
            lines.addWidget(Muted(reason(item.result, results.thresholds)))
        elif isinstance(item.result, Distribution):
            chart = DistributionChart(
                item.question.text,
                self._labels,
                item.result.counts,
                phrases=self._desk.session.forms.phrases,
            )
            lines.addWidget(ChartView(self._desk.theme, chart, height_em=_BAR_EM, reachable=False))
            lines.addWidget(PlainLabel(chart.legend))
            lines.addWidget(Muted(facts(item.result, self._labels)))
        else:
            text = self.tr("{0} Antworten. Wörtlich gezeigt wird nur, was dafür freigegeben ist.")
            lines.addWidget(Muted(text.format(item.answers)))
            for quote in item.quotes:
                lines.addWidget(PlainLabel(quoted(quote)))
        return Card(lines)

    def _table(self, items: list[QuestionResult]) -> DataTable:
        header = (
            self.tr("Aussage"),
            *self._labels,
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
