"""Auswertung: answer waves, see their results, and follow indicators."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QStackedWidget

from innolab_desktop.services.evaluations import QUESTION_SET, WAVE
from innolab_desktop.ui.dialogs.indicator_dialog import IndicatorDialog
from innolab_desktop.ui.dialogs.message_dialog import MessageDialog
from innolab_desktop.ui.dialogs.meta_check_dialog import MetaCheckDialog
from innolab_desktop.ui.dialogs.new_record_dialog import NewRecordDialog
from innolab_desktop.ui.pages.evaluation.answer_sheet import AnswerSheet
from innolab_desktop.ui.pages.evaluation.indicators_view import IndicatorsView
from innolab_desktop.ui.pages.evaluation.results_view import ResultsView
from innolab_desktop.ui.pages.evaluation.trend_view import TrendView
from innolab_desktop.ui.pages.evaluation.waves_view import WavesView
from innolab_desktop.ui.pages.page import Page
from innolab_desktop.ui.widgets.boxes import column, panel, row
from innolab_desktop.ui.widgets.button import Button
from innolab_desktop.ui.widgets.heading import Heading
from innolab_desktop.ui.widgets.muted import Muted
from innolab_desktop.ui.widgets.scroll_page import ScrollPage

if TYPE_CHECKING:
    from PySide6.QtCore import QObject
    from PySide6.QtWidgets import QWidget

    from innolab_desktop.services.changes import Changes
    from innolab_desktop.services.evaluations import Wave, WaveResults
    from innolab_desktop.services.indicators import Indicator
    from innolab_desktop.ui.desk import Desk

_REFLECTION: Final = "tandem_reflection"


class EvaluationPage(Page):
    """A list of waves, and what was opened from it in its place."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.waves = WavesView(desk)
        self.sheet = AnswerSheet(desk)
        self.results = ResultsView(desk)
        self.indicators = IndicatorsView(desk)
        self.trend = TrendView(desk)
        self._opened = b""
        self._list = self._build_list()
        self._stack = QStackedWidget()
        self._stack.addWidget(self._list)
        self._stack.addWidget(self.sheet)
        self._stack.addWidget(self.results)
        self._stack.addWidget(self.trend)
        self.setLayout(column(self._stack))
        self.waves.answer_requested.connect(self.answer)
        self.waves.results_requested.connect(self.show_results)
        self.waves.edit_requested.connect(self.record_requested)
        self.waves.questions_requested.connect(self._go_to_questions)
        self.waves.state_requested.connect(self._ask_state)
        self.waves.check_requested.connect(self._ask_check)
        self.sheet.left.connect(self.show_list)
        self.results.left.connect(self.show_list)
        self.indicators.trend_requested.connect(self.show_trend)
        self.indicators.edit_requested.connect(self.record_requested)
        self.trend.left.connect(self.show_list)
        self.trend.edit_requested.connect(self.record_requested)
        desk.notifier.changed.connect(self._on_changed)

    def activate(self) -> None:
        """Read the list again, and the results or the course in front of it."""
        session, run = self.desk.session, self.desk.jobs.run
        evaluations, indicators, opened = session.evaluations, session.indicators, self._opened
        if self._stack.currentWidget() is self.results:
            show = self.results.show_results
            run(self, lambda _job: evaluations.results(opened), show, failed=self._on_gone)
        elif self._stack.currentWidget() is self.trend:
            draw = self.trend.show_indicator
            run(self, lambda _job: indicators.indicator(opened), draw, failed=self._on_gone)
        elif self._stack.currentWidget() is self.sheet:
            run(self, lambda _job: evaluations.wave(opened), self._check, failed=self._on_gone)
        run(self, lambda _job: session.evaluations.waves(), self._show_waves)
        run(self, lambda _job: session.indicators.all(), self._show_indicators)

    def _on_gone(self, _error: Exception) -> None:
        self.show_list()

    def _check(self, wave: Wave) -> None:
        """Put a sheet away whose space was left meanwhile; what is in it stays a draft."""
        if wave.is_read_only:
            self.show_start()

    def _show_waves(self, waves: tuple[Wave, ...]) -> None:
        self.waves.show_waves(waves)
        self._order_tabs()

    def _show_indicators(self, indicators: tuple[Indicator, ...]) -> None:
        self.indicators.show_indicators(indicators)
        self._order_tabs()

    def _order_tabs(self) -> None:
        """Let Tab follow the page from top to bottom, also through what was read later."""
        stops = [self._reflect, self._new, *self.waves.stops, self._take, *self.indicators.stops]
        for before, after in pairwise(stops):
            self.setTabOrder(before, after)

    def leave(self) -> None:
        """Keep the sheet that is being answered."""
        self.sheet.commit()

    def show_start(self) -> None:
        """Go back from a sheet, results or a course to the list."""
        if self._stack.currentWidget() is not self._list:
            self.leave()
            self.show_list()

    def show_list(self) -> None:
        """Show the list again, with the keyboard on the card that was opened."""
        self._stack.setCurrentWidget(self._list)
        self.waves.focus_card(self._opened)
        self.indicators.focus_card(self._opened)
        self.activate()

    def answer(self, wave: bytes) -> None:
        """Show the sheet of a wave."""
        evaluations = self.desk.session.evaluations
        self._opened = wave
        self.desk.jobs.run(self, lambda _job: evaluations.wave(wave), self._show_sheet)

    def show_results(self, wave: bytes) -> None:
        """Show what may be shown of a wave."""
        evaluations = self.desk.session.evaluations
        self._opened = wave
        self.desk.jobs.run(self, lambda _job: evaluations.results(wave), self._show_results)

    def _show_results(self, results: WaveResults) -> None:
        self.results.show_results(results)
        self._stack.setCurrentWidget(self.results)
        self.results.setFocus()

    def show_trend(self, indicator: bytes) -> None:
        """Show how an indicator develops."""
        indicators = self.desk.session.indicators
        self._opened = indicator
        self.desk.jobs.run(self, lambda _job: indicators.indicator(indicator), self._show_trend)

    def _show_trend(self, indicator: Indicator) -> None:
        self.trend.show_indicator(indicator)
        self._stack.setCurrentWidget(self.trend)
        self.trend.setFocus()

    def _show_sheet(self, wave: Wave) -> None:
        self.sheet.show_wave(wave)
        self._stack.setCurrentWidget(self.sheet)
        self.sheet.focus_question()

    def _build_list(self) -> QWidget:
        self._new = new = Button(self.desk.theme, self.tr("Neue Erhebung"), "plus")
        new.clicked.connect(self._ask_new)
        intro = Muted(
            self.tr(
                "Ergebnisse einer Erhebung erscheinen, wenn sie geschlossen ist und mindestens 5 "
                "Personen aus 3 Kommunen geantwortet haben."
            )
        )
        head = row(Heading(self.tr("Erhebungen"), 2), new)
        head.setStretch(0, 1)
        self._take = take = Button(self.desk.theme, self.tr("Aus dem Katalog …"), "plus")
        take.setAccessibleName(self.tr("Kennzahl aus dem Katalog anlegen"))
        take.clicked.connect(self._ask_indicator)
        indicators = row(Heading(self.tr("Kennzahlen"), 2), take)
        indicators.setStretch(0, 1)
        self._reflect = Button(self.desk.theme, self.tr("Tandem-Reflexion …"), "notes")
        self._reflect.setAccessibleName(self.tr("Tandem-Reflexion als Notiz beginnen"))
        self._reflect.clicked.connect(lambda: self.note_requested.emit(_REFLECTION))
        title = row(Heading(self.tr("Auswertung")), self._reflect)
        title.setStretch(0, 1)
        content = column(
            title,
            head,
            intro,
            self.waves,
            indicators,
            self.indicators,
            None,
            margins=(1.3, 1, 1.3, 1),
            spacing=0.7,
        )
        return ScrollPage(panel(content))

    def _ask_new(self) -> None:
        dialog = NewRecordDialog(self, self.desk, self.desk.session.forms.form(WAVE))
        dialog.created.connect(self._go_to_questions)
        dialog.open()

    def _go_to_questions(self, wave: bytes) -> None:
        self.entry_requested.emit(wave, QUESTION_SET)

    def _ask_indicator(self) -> None:
        dialog = IndicatorDialog(self, self.desk)
        dialog.created.connect(self.record_requested)
        dialog.open()

    def _ask_check(self, wave: Wave) -> None:
        MetaCheckDialog(self, self.desk, wave).open()

    def _ask_state(self, wave: bytes, state: str) -> None:
        if state != "closed":
            self._set_state(wave, state)
            return
        question = MessageDialog(
            self.window(),
            self.desk.theme,
            self.tr("Erhebung schließen?"),
            self.tr(
                "Danach kann niemand mehr antworten. Lesen Sie vorher alle Pakete ein: Was später "
                "kommt, zählt nicht mehr, sobald Ergebnisse gezeigt wurden."
            ),
            self.tr("Erhebung schließen"),
        )
        question.accepted.connect(lambda: self._set_state(wave, state))
        question.open()

    def _set_state(self, wave: bytes, state: str) -> None:
        records = self.desk.session.records
        self.desk.jobs.run(
            self, lambda _job: records.save(wave, {"state": state}), self._on_state_set
        )

    def _on_state_set(self, changes: Changes | None) -> None:
        if changes is not None:
            self.desk.notifier.announce(changes, self)

    def _on_changed(self, _changes: Changes, _initiator: QObject | None) -> None:
        if self.isVisible():
            self.activate()
