"""Saves the Wiedervorlagen as a calendar file."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from innolab_desktop.ui.counting import counted
from innolab_desktop.ui.dialogs.file_choice import choose_target
from innolab_desktop.ui.error_sentence import error_sentence
from innolab_desktop.ui.theme.tokens import Tone
from innolab_desktop.ui.widgets.banner import Banner
from innolab_desktop.ui.widgets.boxes import column, row
from innolab_desktop.ui.widgets.button import Button

if TYPE_CHECKING:
    from pathlib import Path

    from innolab_desktop.ui.desk import Desk


class ReminderSaving(QWidget):
    """A button, and below it what came of it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._banner = Banner(desk.theme)
        name = self.tr("Als Kalenderdatei speichern …")
        self.button = Button(desk.theme, name, "calendar-event")
        self.button.setAccessibleDescription(
            self.tr("Alle Wiedervorlagen der nächsten Zeit; die Datei ist unverschlüsselt.")
        )
        self.button.clicked.connect(self.ask)
        self.setLayout(column(row(self.button, None), self._banner, spacing=0.4))

    def ask(self) -> None:
        """Ask where the file goes, and write it."""
        choose_target(
            self,
            self.tr("Wiedervorlagen als Kalenderdatei (unverschlüsselt)"),
            self.tr("Wiedervorlagen") + ".ics",
            self.tr("Kalenderdateien (*.ics)"),
            self.write,
        )

    def write(self, target: Path) -> None:
        """Write what is overdue or due soon to *target*."""
        calendar, today = self._desk.session.calendar, datetime.now(tz=UTC).astimezone().date()
        self._desk.jobs.run(
            self,
            lambda _job: calendar.write_reminders(today, target),
            lambda count: self._on_written(count, target),
            failed=self._on_failed,
        )

    def _on_written(self, count: int, target: Path) -> None:
        words = counted(count, self.tr("Wiedervorlage"), self.tr("Wiedervorlagen"))
        sentence = self.tr("Kalenderdatei mit {0} geschrieben: {1}").format(words, target.name)
        self._banner.show_message(sentence, Tone.OK)

    def _on_failed(self, error: Exception) -> None:
        self._banner.show_message(error_sentence(self._desk.catalogue, error), Tone.BAD)
