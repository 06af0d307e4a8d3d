"""What is there, what waits, and what comes next. Nobody is ranked or watched here."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from innolab_desktop.formdefs.german_dates import format_date
from innolab_desktop.services.overview import Overview, read_overview
from innolab_desktop.services.reminders import AHEAD_DAYS
from innolab_desktop.ui.counting import counted
from innolab_desktop.ui.moments import moment
from innolab_desktop.ui.pages.mission_progress import MissionProgress
from innolab_desktop.ui.pages.notice_banner import NoticeBanner
from innolab_desktop.ui.pages.page import Page
from innolab_desktop.ui.pages.reminder_saving import ReminderSaving
from innolab_desktop.ui.receipt_words import overdue_sentence
from innolab_desktop.ui.theme.fonts import em_px
from innolab_desktop.ui.theme.tokens import Tone
from innolab_desktop.ui.visible_text import single_line
from innolab_desktop.ui.widgets.boxes import clear, column, row
from innolab_desktop.ui.widgets.button import Button
from innolab_desktop.ui.widgets.card import Card
from innolab_desktop.ui.widgets.chip import Chip
from innolab_desktop.ui.widgets.figure_card import FigureCard
from innolab_desktop.ui.widgets.heading import Heading
from innolab_desktop.ui.widgets.link_row import LinkRow
from innolab_desktop.ui.widgets.muted import Muted
from innolab_desktop.ui.widgets.scroll_page import ScrollPage

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QObject
    from PySide6.QtGui import QResizeEvent

    from innolab_desktop.services.changes import Changes
    from innolab_desktop.ui.desk import Desk

_WIDE_EM, _MEDIUM_EM = 52, 24
_SOON_DAYS = 21
_MOST_REMINDERS = 6
_INDENT_EM = 2
_MOST_RECEIPTS = 3
_MOST_SPACES = 4


class OverviewPage(Page):
    """Four figures and three cards; the grid follows the width."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._columns = 0
        self._missions = FigureCard(self.tr("Laufende Missionen"))
        self._notes = FigureCard(self.tr("Tandem-Notizen"))
        self._consultations = FigureCard(self.tr("Fallberatungen"))
        self._conflicts = FigureCard(self.tr("Abweichungen"))
        self._figures = (self._missions, self._notes, self._consultations, self._conflicts)
        self._waiting = column(spacing=0.1)
        self._reviews = column(spacing=0.1)
        self._recent = column(spacing=0.1)
        self._cards = (
            self._card(self.tr("Was auf Sie wartet"), self._waiting),
            self._card(self.tr("Wiedervorlagen"), self._reviews),
            self._card(self.tr("Zuletzt bearbeitet"), self._recent),
        )
        self._progress = MissionProgress(desk.theme)
        self._progress.missions_requested.connect(lambda: self.page_requested.emit("mission"))
        self._summary = Muted()
        self._grid = QGridLayout()
        self._grid.setSpacing(em_px(0.8))
        inner = QWidget()
        self._notices = NoticeBanner(desk)
        inner.setLayout(
            column(
                self._head(),
                self._notices,
                self._grid,
                None,
                margins=(1.3, 1, 1.3, 1),
                spacing=1,
            )
        )
        self.setLayout(column(ScrollPage(inner)))
        self._arrange(1)
        desk.notifier.changed.connect(self._on_changed)
        desk.theme.changed.connect(self._fit)

    def activate(self) -> None:
        """Read everything again."""
        session = self.desk.session
        self._notices.refresh()
        self.desk.jobs.run(self, lambda _job: read_overview(session), self._show)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Use as many columns as fit."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        width = self.width()
        wide, medium = em_px(_WIDE_EM), em_px(_MEDIUM_EM)
        self._arrange(4 if width >= wide else 2 if width >= medium else 1)

    def _head(self) -> QWidget:
        theme = self.desk.theme
        name = single_line(self.desk.session.info.person)
        read_in = Button(theme, self.tr("Paket einlesen"), "upload")
        read_in.clicked.connect(lambda: self.page_requested.emit("exchange"))
        missions = Button(theme, self.tr("Zu den Missionen"), "flag", primary=True)
        missions.clicked.connect(lambda: self.page_requested.emit("mission"))
        words = column(Heading(self.tr("Guten Tag, {0}").format(name)), self._summary, spacing=0.1)
        content = row(words, read_in, missions, spacing=0.6)
        content.setStretch(0, 1)
        head = QWidget()
        head.setLayout(content)
        return head

    def _card(self, title: str, content: QVBoxLayout) -> Card:
        return Card(column(Heading(title, 2), content, None, margins=0.9, spacing=0.5))

    def _arrange(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns = columns
        for index, figure in enumerate(self._figures):
            self._grid.addWidget(figure, index // columns, index % columns)
        start = (len(self._figures) + columns - 1) // columns
        waiting, reviews, recent = self._cards
        if columns == len(self._figures):
            self._grid.addWidget(waiting, start, 0, 1, 2)
            self._grid.addWidget(reviews, start + 1, 0, 1, 2)
            self._grid.addWidget(recent, start, 2, 1, 2)
            self._grid.addWidget(self._progress, start + 1, 2, 1, 2)
        else:
            for offset, card in enumerate((*self._cards, self._progress)):
                self._grid.addWidget(card, start + offset, 0, 1, columns)
        for index in range(len(self._figures)):
            self._grid.setColumnStretch(index, 1 if index < columns else 0)

    def _on_changed(self, _changes: Changes, _initiator: QObject | None) -> None:
        if self.isVisible():
            self.activate()

    def _show(self, overview: Overview) -> None:
        self._missions.show_figure(
            overview.running_missions, self.tr("von {0} insgesamt").format(overview.missions)
        )
        self._notes.show_figure(overview.notes, self.tr("in Ihren Räumen"))
        self._consultations.show_figure(overview.consultations, self.tr("in Ihren Räumen"))
        conflicts = overview.conflicts
        note = self.tr("bitte entscheiden") if conflicts else self.tr("nichts zu entscheiden")
        self._conflicts.show_figure(conflicts, note, "bad" if conflicts else "ok")
        self._show_waiting(overview)
        self._show_reviews(overview)
        self._show_recent(overview)
        self._progress.show_stages(overview.stages)

    def _show_waiting(self, overview: Overview) -> None:
        clear(self._waiting)
        lines = self._exchange_lines(overview)
        for icon, text in lines:
            link = LinkRow(self.desk.theme, icon, text)
            link.button.clicked.connect(lambda: self.page_requested.emit("exchange"))
            self._waiting.addWidget(link)
        for title in overview.waves:
            text = self.tr("Erhebung „{0}“ ausfüllen").format(single_line(title))
            link = LinkRow(self.desk.theme, "checklist", text, self.tr("freiwillig"))
            link.button.clicked.connect(lambda: self.page_requested.emit("evaluation"))
            self._waiting.addWidget(link)
        if overview.due:
            entries = counted(overview.due, self.tr("Eintrag"), self.tr("Einträge"))
            text = self.tr("Löschfrist abgelaufen, bitte prüfen: {0}").format(entries)
            link = LinkRow(self.desk.theme, "calendar-event", text)
            link.button.clicked.connect(lambda: self.page_requested.emit("more/retention"))
            self._waiting.addWidget(link)
        if overview.is_drill_due:
            text = self.tr("Das Zurückholen einer Sicherung üben")
            link = LinkRow(self.desk.theme, "history", text, self.tr("alle 90 Tage"))
            link.button.clicked.connect(lambda: self.page_requested.emit("more/backups"))
            self._waiting.addWidget(link)
        if not (lines or overview.waves or overview.drafts or overview.due):
            self._waiting.addWidget(Muted(self.tr("Nichts. Alles ist gesendet und entschieden.")))
        self._show_backup(overview.backup_ms)
        if overview.drafts:
            drafts = counted(overview.drafts, self.tr("Entwurf"), self.tr("Entwürfe"))
            text = self.tr("Gesichert, aber noch nicht gespeichert: {0}.")
            self._waiting.addWidget(Muted(text.format(drafts)))
        self._summary.setText(
            self.tr("{0}, {1}").format(
                single_line(self.desk.session.info.department),
                single_line(self.desk.session.info.municipality),
            )
        )

    def _exchange_lines(self, overview: Overview) -> list[tuple[str, str]]:
        """Return what came from others or is to go to them."""
        lines: list[tuple[str, str]] = []
        if overview.conflicts:
            entries = counted(overview.conflicts, self.tr("Eintrag"), self.tr("Einträge"))
            lines.append(("alert-triangle", self.tr("{0} mit Abweichung").format(entries)))
        if overview.merged:
            entries = counted(overview.merged, self.tr("Eintrag"), self.tr("Einträge"))
            text = self.tr("{0} mit zusammengeführtem Text zu lesen")
            lines.append(("pencil", text.format(entries)))
        if overview.unread_reports:
            reports = counted(overview.unread_reports, self.tr("Bericht"), self.tr("Berichte"))
            text = self.tr("Neues von anderen, noch nicht gelesen: {0}")
            lines.append(("mail", text.format(reports)))
        for space, count in overview.pending[:_MOST_SPACES]:
            text = self.tr("Zu senden: {0} für „{1}“")
            lines.append(
                ("arrows-exchange", text.format(self._changes(count), single_line(space.name)))
            )
        if (more := len(overview.pending) - _MOST_SPACES) > 0:
            spaces = counted(more, self.tr("weiteren Raum"), self.tr("weitere Räume"))
            lines.append(("arrows-exchange", self.tr("Zu senden: etwas für {0}").format(spaces)))
        lines += self._receipt_lines(overview)
        if overview.counts.held:
            text = self.tr("Auf ein früheres Paket warten: {0}")
            lines.append(("clock", text.format(self._changes(overview.counts.held))))
        return lines

    def _show_backup(self, at_ms: int) -> None:
        when = moment(at_ms) if at_ms else self.tr("noch keine")
        link = LinkRow(self.desk.theme, "history", self.tr("Letzte Sicherung"), when)
        link.button.clicked.connect(lambda: self.page_requested.emit("more/backups"))
        self._waiting.addWidget(link)

    def _receipt_lines(self, overview: Overview) -> list[tuple[str, str]]:
        """Return the Quittungen that are late or due; the list in the exchange has all of them."""
        late = [("clock", overdue_sentence(partner)) for partner in overview.overdue]
        names = {receipt.person: single_line(receipt.name) for receipt in overview.receipts}
        due = [("mail", self.tr("Quittung an {0} fällig").format(name)) for name in names.values()]
        return late[:_MOST_RECEIPTS] + due[:_MOST_RECEIPTS]

    def _changes(self, count: int) -> str:
        return counted(count, self.tr("Änderung"), self.tr("Änderungen"))

    def _show_reviews(self, overview: Overview) -> None:
        clear(self._reviews)
        today = datetime.now(tz=UTC).astimezone().date()
        forms = self.desk.session.forms
        for reminder in overview.reminders[:_MOST_REMINDERS]:
            title = single_line(reminder.title) or self.tr("Ohne Titel")
            day = format_date(reminder.day)
            link = LinkRow(self.desk.theme, forms[reminder.kind].icon, title, day)
            link.button.setAccessibleDescription(reminder.context)
            link.button.clicked.connect(self._opener(reminder.shown_in))
            chip = Chip(self.desk.theme, *self._due(reminder.day, today))
            content = row(link, chip)
            content.setStretch(0, 1)
            about = column(Muted(reminder.context), margins=(_INDENT_EM, 0, 0, 0.3))
            self._reviews.addLayout(column(content, about, spacing=0))
        more = len(overview.reminders) - _MOST_REMINDERS
        if more > 0:
            self._reviews.addWidget(Muted(self.tr("und {0} weitere").format(more)))
        if not overview.reminders:
            self._reviews.addWidget(
                Muted(self.tr("In den nächsten {0} Tagen steht nichts an.").format(AHEAD_DAYS))
            )
            return
        self._reviews.addWidget(ReminderSaving(self.desk))  # anew: Tab comes to it after the rows

    def _due(self, iso: str, today: date) -> tuple[str, Tone]:
        days = (date.fromisoformat(iso) - today).days
        if days < 0:
            return self.tr("überfällig"), Tone.BAD
        if days == 0:
            return self.tr("heute"), Tone.WARN
        tone = Tone.WARN if days <= _SOON_DAYS else Tone.OK
        return self.tr("in {0}").format(counted(days, self.tr("Tag"), self.tr("Tagen"))), tone

    def _show_recent(self, overview: Overview) -> None:
        clear(self._recent)
        forms = self.desk.session.forms
        for record in overview.recent:
            title = record.title or self.tr("Ohne Titel")
            icon = forms.form(record.kind).icon
            link = LinkRow(self.desk.theme, icon, title, moment(record.changed_ms))
            link.button.clicked.connect(self._opener(record.id))
            self._recent.addWidget(link)
        if not overview.recent:
            self._recent.addWidget(Muted(self.tr("Noch nichts. Legen Sie eine Mission an.")))

    def _opener(self, record_id: bytes) -> Callable[[], None]:
        return lambda: self.record_requested.emit(record_id)
