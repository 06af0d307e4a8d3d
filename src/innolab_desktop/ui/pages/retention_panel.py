"""Löschfristen: what a person should look at, keep longer, offer to the archive, or erase."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from innolab_desktop.ui.dialogs.erasing import ask_erase
from innolab_desktop.ui.dialogs.file_choice import choose_folder
from innolab_desktop.ui.dialogs.forget_dialog import ask_forget
from innolab_desktop.ui.dialogs.keep_dialog import KeepDialog
from innolab_desktop.ui.error_sentence import error_sentence
from innolab_desktop.ui.pages.page import Page
from innolab_desktop.ui.theme.tokens import Tone
from innolab_desktop.ui.visible_text import single_line
from innolab_desktop.ui.widgets.banner import Banner
from innolab_desktop.ui.widgets.boxes import clear, column, row
from innolab_desktop.ui.widgets.button import Button
from innolab_desktop.ui.widgets.card import Card
from innolab_desktop.ui.widgets.muted import Muted
from innolab_desktop.ui.widgets.plain_label import PlainLabel

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtCore import QObject
    from PySide6.QtWidgets import QWidget

    from innolab_desktop.services.changes import Changes
    from innolab_desktop.services.retention import DueRecord
    from innolab_desktop.ui.desk import Desk

_MOST_SHOWN = 100


class RetentionPanel(Page):
    """One card per due record, the longest due first."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._banner = Banner(desk.theme)
        self._records = column(spacing=0.6)
        intro = Muted(
            self.tr(
                "Die Fristen sind Vorschläge; Ihr Datenschutz entscheidet. Nichts wird von selbst "
                "gelöscht: Sie prüfen, bieten es bei Bedarf dem Archiv an und löschen dann. Was "
                "für das Archiv geschrieben wird, ist unverschlüsselt."
            )
        )
        self.assemble(
            self.tr("Löschfristen"),
            intro,
            self._banner,
            self._records,
        )
        desk.notifier.changed.connect(self._on_changed)

    def activate(self) -> None:
        """Look again what is due."""
        retention, today = self.desk.session.retention, _today()
        self.desk.jobs.run(self, lambda _job: retention.due(today), self.show_due)

    def show_due(self, due: tuple[DueRecord, ...]) -> None:
        """Show these records."""
        clear(self._records)
        for item in due[:_MOST_SHOWN]:
            self._records.addWidget(self._card(item))
        if len(due) > _MOST_SHOWN:
            more = self.tr("Und {0} weitere.").format(len(due) - _MOST_SHOWN)
            self._records.addWidget(Muted(more))
        if not due:
            self._records.addWidget(Muted(self.tr("Zurzeit ist nichts zu prüfen.")))

    def _card(self, item: DueRecord) -> QWidget:
        form = self.desk.session.forms.get(item.kind)
        name = single_line(f"{form.label if form else item.kind}: {item.title}")
        notes = [self.tr("Zu prüfen seit {0}").format(f"{item.due:%d.%m.%Y}")]
        if item.is_deleted:
            notes.append(self.tr("liegt im Papierkorb"))
        if item.archived is not None:
            text = self.tr("für das Archiv geschrieben am {0}")
            notes.append(text.format(f"{item.archived:%d.%m.%Y}"))
        keep = self._button(self.tr("Aufbewahren …"), "clock", name)
        keep.clicked.connect(lambda: self._ask_keep(item, name))
        offer = self._button(self.tr("Für das Archiv schreiben …"), "folder", name)
        offer.clicked.connect(lambda: self._ask_archive(item))
        buttons = [keep, offer, self._way_out(item, name)]
        if not item.is_deleted:
            look = self._button(self.tr("Ansehen"), "eye", name)
            look.clicked.connect(lambda: self.record_requested.emit(item.record))
            buttons.insert(0, look)
        return Card(
            column(
                PlainLabel(name),
                Muted(", ".join(notes)),
                row(*buttons, None, spacing=0.5),
                margins=0.8,
                spacing=0.35,
            )
        )

    def _way_out(self, item: DueRecord, name: str) -> Button:
        """Return the button that erases the record, or the space that was left with all in it."""
        space = item.left_space
        if space is None:
            erase = self._button(self.tr("Löschen …"), "trash", name)
            erase.clicked.connect(lambda: ask_erase(self, self.desk, item.record))
            return erase
        forget = self._button(self.tr("Verlassenen Raum löschen …"), "trash", name)
        forget.clicked.connect(lambda: ask_forget(self, self.desk, space))
        return forget

    def _button(self, text: str, icon: str, name: str) -> Button:
        button = Button(self.desk.theme, text, icon)
        button.setAccessibleName(f"{text} {name}")
        return button

    def _ask_keep(self, item: DueRecord, name: str) -> None:
        def keep(until: date) -> None:
            self._keep(item, until)

        dialog = KeepDialog(self.window(), self.desk.theme, name, _today())
        dialog.chosen.connect(keep)
        dialog.open()

    def _keep(self, item: DueRecord, until: date) -> None:
        retention, today = self.desk.session.retention, _today()
        self.desk.jobs.run(
            self,
            lambda _job: retention.keep(item.record, until, today=today),
            lambda _changes: self.activate(),
            failed=self._on_failed,
        )

    def _ask_archive(self, item: DueRecord) -> None:
        choose_folder(
            self, self.tr("Wohin für das Archiv schreiben?"), lambda to: self.archive(item, to)
        )

    def archive(self, item: DueRecord, folder: Path) -> None:
        """Write a record into *folder* for the archive."""
        retention, today = self.desk.session.retention, _today()
        self.desk.jobs.run(
            self,
            lambda _job: retention.archive(item.record, folder, today=today),
            self._on_archived,
            failed=self._on_failed,
            title=self.tr("Wird für das Archiv geschrieben"),
        )

    def _on_archived(self, files: tuple[Path, ...]) -> None:
        names = ", ".join(path.name for path in files)
        text = self.tr("Unverschlüsselt geschrieben: {0}").format(names)
        self._banner.show_message(text, Tone.OK)
        self.activate()

    def _on_failed(self, error: Exception) -> None:
        self._banner.show_message(error_sentence(self.desk.catalogue, error), Tone.BAD)

    def _on_changed(self, _changes: Changes, _initiator: QObject | None) -> None:
        if self.isVisible():
            self.activate()


def _today() -> date:
    return datetime.now(tz=UTC).astimezone().date()
