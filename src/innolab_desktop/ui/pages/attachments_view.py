"""The files that belong to a record."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from innolab_desktop.ui.dialogs.file_choice import choose_files, choose_target
from innolab_desktop.ui.dialogs.message_dialog import MessageDialog
from innolab_desktop.ui.file_size import file_size
from innolab_desktop.ui.widgets.boxes import clear, column, row
from innolab_desktop.ui.widgets.card import Card
from innolab_desktop.ui.widgets.file_drop import FileDrop
from innolab_desktop.ui.widgets.muted import Muted
from innolab_desktop.ui.widgets.plain_label import PlainLabel
from innolab_desktop.ui.widgets.tool_button import ToolButton

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from innolab_desktop.domain.records import RecordId
    from innolab_desktop.services.attachments import Attachment
    from innolab_desktop.services.changes import Changes
    from innolab_desktop.ui.desk import Desk
    from innolab_desktop.ui.models.opened_record import OpenedRecord


class AttachmentsView(QWidget):
    """Lists files, takes new ones by button or drop, and writes copies where the person wants.

    Nothing is opened or previewed here: what a file holds is for the program it belongs to.

    Signals:
        failed: an error that belongs beside the record.
    """

    failed = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._record_id: RecordId | None = None
        self._shown: tuple[Attachment, ...] = ()
        self._is_read_only = False
        self._rows = column(spacing=0.5)
        self._drop = FileDrop(
            desk.theme,
            self.tr("Dateien hierher ziehen. Sie liegen verschlüsselt im Tresor, je bis 20 MB."),
            self.tr("Datei anhängen …"),
        )
        self._drop.dropped.connect(self.add_files)
        self._drop.requested.connect(self._ask_files)
        self.setLayout(
            column(self._drop, self._rows, None, margins=(0.1, 0.9, 0.6, 1), spacing=0.8)
        )

    def show_attachments(self, opened: OpenedRecord) -> None:
        """Show the files of a record."""
        now = (opened.record.id, opened.attachments, opened.is_read_only)
        if now == (self._record_id, self._shown, self._is_read_only):
            return
        self._record_id, self._shown, self._is_read_only = now
        self._drop.setVisible(not opened.is_read_only)
        clear(self._rows)
        for attachment in opened.attachments:
            self._rows.addWidget(self._card(attachment))
        if not opened.attachments:
            self._rows.addWidget(Muted(self.tr("Noch keine Dateien.")))

    def add_files(self, paths: Sequence[Path]) -> None:
        """Take copies of files into the vault."""
        record_id, attachments = self._record_id, self._desk.session.attachments
        if record_id is None:
            return
        for path in paths:
            self._desk.jobs.run(
                self,
                lambda _job, path=path: attachments.add(record_id, path),
                self._announce,
                failed=self.failed.emit,
                title=self.tr("Datei wird verschlüsselt"),
            )

    def _card(self, attachment: Attachment) -> Card:
        theme, name = self._desk.theme, attachment.name
        about = file_size(attachment.size_bytes)
        if not attachment.is_complete:
            about = self.tr("{0}, noch nicht vollständig angekommen").format(about)
        save = ToolButton(theme, "download", self.tr("„{0}“ speichern unter …").format(name))
        save.setEnabled(attachment.is_complete)
        save.clicked.connect(self._after_a_question(attachment))
        words = column(PlainLabel(name), Muted(about), spacing=0.1)
        content = row(words, save, margins=0.7)
        content.setStretch(0, 1)
        if not self._is_read_only:
            remove = ToolButton(theme, "trash", self.tr("„{0}“ in den Papierkorb").format(name))
            remove.clicked.connect(lambda: self._remove(attachment.id))
            content.addWidget(remove)
        return Card(content)

    def _after_a_question(self, attachment: Attachment) -> Callable[[], None]:
        """Return what saves a copy, after a warning where opening it could do harm."""

        def choose() -> None:
            choose_target(
                self,
                self.tr("Kopie speichern"),
                attachment.name,
                self.tr("Alle Dateien (*)"),
                lambda target: self.save_copy(attachment, target),
            )

        def ask() -> None:
            if not attachment.may_run:
                choose()
                return
            dialog = MessageDialog(
                self.window(),
                self._desk.theme,
                self.tr("Diese Datei kann Programme ausführen"),
                self.tr(
                    "„{0}“ ist von einer Art, die beim Öffnen etwas ausführen kann. Speichern Sie "
                    "sie nur, wenn Sie sie erwartet haben und wissen, von wem sie kommt."
                ).format(attachment.name),
                self.tr("Trotzdem speichern …"),
            )
            dialog.accepted.connect(choose)
            dialog.open()

        return ask

    def save_copy(self, attachment: Attachment, target: Path) -> None:
        """Write the bytes of a file to *target*, in clear."""
        attachments = self._desk.session.attachments
        self._desk.jobs.run(
            self,
            lambda _job: attachments.save(attachment.id, target),
            lambda _nothing: None,
            failed=self.failed.emit,
            title=self.tr("Kopie wird geschrieben"),
        )

    def _remove(self, attachment: RecordId) -> None:
        records = self._desk.session.records
        self._desk.jobs.run(self, lambda _job: records.delete(attachment), self._announce)

    def _announce(self, changes: Changes) -> None:
        self._desk.notifier.announce(changes, self)

    def _ask_files(self) -> None:
        choose_files(self, self.tr("Dateien anhängen"), self.tr("Alle Dateien (*)"), self.add_files)
