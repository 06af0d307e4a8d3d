"""The waves of the self-evaluation: what can be answered, closed, looked at."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from innolab_desktop.formdefs.kinds import KINDS
from innolab_desktop.services.evaluations import META_CHECK, WAVE
from innolab_desktop.ui.pages.evaluation.action_cards import ActionCards
from innolab_desktop.ui.visible_text import single_line

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from innolab_desktop.services.evaluations import Wave
    from innolab_desktop.ui.desk import Desk

_MOST_SHOWN = 50


class WavesView(ActionCards):
    """One card per wave, with the one thing to do now first.

    Signals:
        answer_requested, results_requested, edit_requested: id of a wave.
        questions_requested: id of a wave that has no questions yet.
        check_requested: the `Wave` that is to get its Meta-Check.
        state_requested: id of a wave and the state it should get.
    """

    answer_requested = Signal(bytes)
    results_requested = Signal(bytes)
    edit_requested = Signal(bytes)
    questions_requested = Signal(bytes)
    check_requested = Signal(object)
    state_requested = Signal(bytes, str)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.theme)
        self._desk = desk

    def show_waves(self, waves: Sequence[Wave]) -> None:
        """Show *waves*."""
        former = self.start()
        for wave in waves[:_MOST_SHOWN]:
            title = single_line(wave.title)
            self.add_card(wave.id, title, self._facts(wave), self._actions(wave))
        if not waves:
            self.add_steps(self._first_steps())
        self.focus_card(former)

    def _first_steps(self) -> Sequence[tuple[str, str]]:
        answer = self.tr(
            "Öffnen Sie die Erhebung. Alle im Raum bekommen sie mit dem nächsten Paket und füllen "
            "ihren Bogen aus, vertraulich und freiwillig."
        )
        read = self.tr(
            "Nach dem Schließen zeigt die Seite Verteilung und Median, sobald genug geantwortet "
            "haben. Vorher zeigt sie nichts."
        )
        return (
            (self.tr("Anlegen"), self.tr("Wählen Sie den Raum, die Fragen und den Zeitraum.")),
            (self.tr("Beantworten"), answer),
            (self.tr("Auswerten"), read),
        )

    def _actions(self, wave: Wave) -> list[tuple[str, str, Callable[[], None]]]:
        state = wave.record.values.get("state")
        actions: list[tuple[str, str, Callable[[], None]]] = []
        if wave.takes_answers:
            text = self.tr("Weiter ausfüllen") if wave.sheet else self.tr("Bogen ausfüllen")
            actions.append((text, "pencil", partial(self.answer_requested.emit, wave.id)))
        if wave.is_closed:
            show = partial(self.results_requested.emit, wave.id)
            actions.append((self.tr("Ergebnisse"), "chart-line", show))
        if wave.lacks_questions and wave.is_led:
            choose = partial(self.questions_requested.emit, wave.id)
            actions.append((self.tr("Fragen wählen"), "checklist", choose))
        elif state == "planned" and wave.is_led:
            begin = partial(self.state_requested.emit, wave.id, "open")
            actions.append((self.tr("Für Antworten öffnen"), "check", begin))
        if state == "open" and wave.is_led:
            end = partial(self.state_requested.emit, wave.id, "closed")
            actions.append((self.tr("Schließen …"), "lock", end))
        edit = partial(self.edit_requested.emit, wave.id)
        if wave.is_read_only:
            return [*actions, (self.tr("Ansehen"), "eye", edit)]
        check = partial(self.check_requested.emit, wave)
        actions.append((self.tr("Meta-Check …"), "checklist", check))
        return [*actions, (self.tr("Bearbeiten"), "settings", edit)]

    def _facts(self, wave: Wave) -> str:
        form = self._desk.session.forms.form(WAVE)
        facts = [wave.questions.label if wave.questions else ""]
        for name in ("state", "answer_period"):
            field = form.field(name)
            if field is not None:
                facts.append(KINDS[field.kind].format(field, wave.record.values.get(name)))
        if wave.is_answered:
            facts.append(self.tr("Ihr Bogen ist abgegeben"))
        points = len(self._desk.session.forms.field(WAVE, META_CHECK).active_choices)
        facts.append(self.tr("Meta-Check: {0} von {1}").format(wave.checked_points, points))
        return " · ".join(filter(None, facts))
