"""Writes the open record as a form to be filled in, and takes over what came back."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from innolab_desktop.ui.dialogs.file_choice import choose_file, choose_target
from innolab_desktop.ui.dialogs.form_answers_dialog import FormAnswersDialog

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from innolab_desktop.services.paper_forms import FormPreview, FormTaken
    from innolab_desktop.ui.desk import Desk
    from innolab_desktop.ui.pages.record_editing import RecordEditing


class PaperFormTools(QObject):
    """Forms of the open record on their way out and back.

    Args:
        owner: the widget in whose window the questions are asked.

    Signals:
        failed: an error that belongs beside the record.
        succeeded: a sentence about what was done.
    """

    failed = Signal(object)
    succeeded = Signal(str)

    def __init__(self, desk: Desk, editing: RecordEditing, owner: QWidget) -> None:
        super().__init__(owner)
        self._desk = desk
        self._editing = editing
        self._owner = owner

    def ask_write(self) -> None:
        """Ask where the form goes, and write it."""
        choose_target(
            self._owner,
            self.tr("Formular zum Ausfüllen ausgeben (unverschlüsselt)"),
            self.tr("Formular") + ".pdf",
            self.tr("PDF-Dateien (*.pdf)"),
            self.write,
        )

    def write(self, target: Path) -> None:
        """Write the form of the open record to *target*."""
        record_id, forms = self._editing.record_id, self._desk.session.paper_forms
        if record_id is None:
            return
        self._editing.save()
        today = datetime.now(tz=UTC).astimezone().date()
        self._desk.jobs.run(
            self,
            lambda _job: forms.write(record_id, target, as_of=today),
            lambda _pages: self.succeeded.emit(
                self.tr("Formular geschrieben: {0}").format(target.name)
            ),
            failed=self.failed.emit,
            title=self.tr("Formular wird geschrieben"),
        )

    def ask_read(self) -> None:
        """Ask for a filled form, and show what it would change."""
        choose_file(
            self._owner,
            self.tr("Ausgefülltes Formular einlesen"),
            self.tr("PDF-Dateien (*.pdf)"),
            self.read,
        )

    def read(self, source: Path) -> None:
        """Show what the filled form *source* would change in the open record."""
        record_id, forms = self._editing.record_id, self._desk.session.paper_forms
        if record_id is None:
            return
        self._editing.save()
        self._desk.jobs.run(
            self,
            lambda _job: forms.look(source, record_id),
            self._show,
            failed=self.failed.emit,
            title=self.tr("Formular wird gelesen"),
        )

    def _show(self, preview: FormPreview) -> None:
        desk = self._desk
        dialog = FormAnswersDialog(self._owner.window(), desk.theme, preview, desk.catalogue)

        def take(fields: list[str]) -> None:
            self._take(preview, fields)

        dialog.chosen.connect(take)
        dialog.open()

    def _take(self, preview: FormPreview, fields: list[str]) -> None:
        forms = self._desk.session.paper_forms
        self._desk.jobs.run(
            self,
            lambda _job: forms.take(preview, fields),
            self._on_taken,
            failed=self.failed.emit,
        )

    def _on_taken(self, taken: FormTaken) -> None:
        if taken.changes is not None:
            self._desk.notifier.announce(taken.changes, self)
        self.succeeded.emit(self.tr("Aus dem Formular übernommen."))
