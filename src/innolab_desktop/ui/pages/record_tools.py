"""What can be done with the open record beside editing it."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal

from innolab_desktop.ui.counting import counted
from innolab_desktop.ui.dialogs.decisions import decide_conflict, review_text
from innolab_desktop.ui.dialogs.erasing import ask_erase
from innolab_desktop.ui.dialogs.file_choice import choose_target
from innolab_desktop.ui.dialogs.message_dialog import MessageDialog
from innolab_desktop.ui.dialogs.release.release_dialog import ask_release
from innolab_desktop.ui.going_along import going_along

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from innolab_desktop.domain.records import RecordId
    from innolab_desktop.services.changes import Changes
    from innolab_desktop.ui.desk import Desk
    from innolab_desktop.ui.pages.record_editing import RecordEditing

T = TypeVar("T")


class RecordTools(QObject):
    """Prints, releases, deletes and erases the open record, and settles what waits in it.

    Args:
        owner: the widget in whose window the questions are asked.

    Signals:
        failed: an error that belongs beside the record.
        succeeded: a sentence about what was done.
        gone: the record is in the trash or erased; nothing is open any more.
    """

    failed = Signal(object)
    succeeded = Signal(str)
    gone = Signal()

    def __init__(self, desk: Desk, editing: RecordEditing, owner: QWidget) -> None:
        super().__init__(owner)
        self._desk = desk
        self._editing = editing
        self._owner = owner

    def decide_conflict(self, field_id: str) -> None:
        """Ask about an Abweichung."""
        if (record_id := self._editing.record_id) is not None:
            decide_conflict(self._owner, self._desk, record_id, field_id)

    def review_text(self, field_id: str) -> None:
        """Show a merged text beside those it was merged of."""
        if (record_id := self._editing.record_id) is not None:
            review_text(self._owner, self._desk, record_id, field_id)

    def ask_print(self, report: str) -> None:
        """Ask where a report goes, and write it."""
        opened = self._editing.opened_record
        if opened is None:
            return
        known = self._desk.session.reports.available(opened.definition.id)
        title = next(info.title for info in known if info.name == report)
        choose_target(
            self._owner,
            self.tr("Als PDF ausgeben"),
            f"{title}.pdf",
            self.tr("PDF-Dateien (*.pdf)"),
            lambda target: self.print_report(report, target),
        )

    def print_report(self, report: str, target: Path) -> None:
        """Write *report* about the open record to *target*."""
        reports = self._desk.session.reports

        def told(pages: int) -> str:
            number = counted(pages, self.tr("Seite"), self.tr("Seiten"))
            return self.tr("PDF mit {0} geschrieben: {1}").format(number, target.name)

        self._write(
            lambda record_id, today: reports.print_record(report, record_id, target, as_of=today),
            told,
            self.tr("PDF wird geschrieben"),
        )

    def ask_text(self, report: str) -> None:
        """Ask where a report goes as a text document, and write it."""
        opened = self._editing.opened_record
        if opened is None:
            return
        known = self._desk.session.reports.available_texts(opened.definition.id)
        title = next(info.title for info in known if info.name == report)
        choose_target(
            self._owner,
            self.tr("Als Textdokument ausgeben (unverschlüsselt)"),
            f"{title}.docx",
            self.tr("Word-Dokumente (*.docx)"),
            lambda target: self.write_text(report, target),
        )

    def write_text(self, report: str, target: Path) -> None:
        """Write *report* about the open record as a text document to *target*."""
        reports = self._desk.session.reports
        self._write(
            lambda record_id, today: reports.write_text(report, record_id, target, as_of=today),
            lambda _nothing: self.tr("Textdokument geschrieben: {0}").format(target.name),
            self.tr("Textdokument wird geschrieben"),
        )

    def _write(
        self, work: Callable[[RecordId, date], T], told: Callable[[T], str], title: str
    ) -> None:
        """Save the open record, write something about it in the lane, and say so."""
        record_id = self._editing.record_id
        if record_id is None:
            return
        self._editing.save()
        today = datetime.now(tz=UTC).astimezone().date()
        self._desk.jobs.run(
            self,
            lambda _job: work(record_id, today),
            lambda outcome: self.succeeded.emit(told(outcome)),
            failed=self.failed.emit,
            title=title,
        )

    def ask_calendar(self) -> None:
        """Ask where a calendar file with the open event goes, and write it."""
        choose_target(
            self._owner,
            self.tr("Als Kalenderdatei ausgeben (unverschlüsselt)"),
            self.tr("Termin") + ".ics",
            self.tr("Kalenderdateien (*.ics)"),
            self.write_calendar,
        )

    def write_calendar(self, target: Path) -> None:
        """Write the open event to *target*."""
        record_id, calendar = self._editing.record_id, self._desk.session.calendar
        if record_id is None:
            return
        self._editing.save()
        self._desk.jobs.run(
            self,
            lambda _job: calendar.write_event(record_id, target),
            lambda _nothing: self.succeeded.emit(
                self.tr("Kalenderdatei geschrieben: {0}").format(target.name)
            ),
            failed=self.failed.emit,
        )

    def ask_release(self) -> None:
        """Ask what of the record goes to whom."""
        self._editing.save()
        if (record_id := self._editing.record_id) is not None:
            ask_release(self._owner, self._desk, record_id, self.failed.emit)

    def ask_erase(self, field: str) -> None:
        """Ask before a field, or without one the whole record, goes for good."""
        self._editing.save()
        if (record_id := self._editing.record_id) is not None:
            ask_erase(self._owner, self._desk, record_id, field or None, self._on_erased)

    def ask_delete(self) -> None:
        """Ask before the record goes into the trash."""
        opened = self._editing.opened_record
        along = going_along(self._desk.session.forms, opened.child_counts if opened else {})
        question = self.tr(
            "Der Eintrag kommt in den Papierkorb (unter „Weiteres“) und lässt sich von dort "
            "jederzeit zurückholen. Bei denen, die mitlesen, verschwindet er mit dem nächsten "
            "Paket aus den Listen. Sein Inhalt wird dadurch nicht gelöscht."
        )
        dialog = MessageDialog(
            self._owner.window(),
            self._desk.theme,
            self.tr("In den Papierkorb legen?"),
            "\n\n".join(filter(None, (question, along))),
            self.tr("In den Papierkorb"),
        )
        dialog.accepted.connect(self._delete)
        dialog.open()

    def _delete(self) -> None:
        record_id, edits = self._editing.record_id, self._desk.session.edits
        if record_id is not None:
            self._editing.close()
            self._desk.jobs.run(self, lambda _job: edits.delete(record_id), self._on_deleted)

    def _on_deleted(self, changes: Changes) -> None:
        self._desk.notifier.announce(changes, self)
        self.gone.emit()

    def _on_erased(self, field: str | None) -> None:
        if field is None:
            self._editing.close()
            self.gone.emit()
