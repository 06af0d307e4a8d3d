"""Packages: write them for a space, read those that came."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QWidget

from innolab_desktop.domain.errors import Cancelled
from innolab_desktop.services.changes import Changes
from innolab_desktop.services.exchange_settings import ExchangeSettings
from innolab_desktop.services.outbox import Step, read_outboxes
from innolab_desktop.ui.dialogs.import_dialog import ImportDialog
from innolab_desktop.ui.dialogs.send_dialog import SendingChoice
from innolab_desktop.ui.error_sentence import error_sentence
from innolab_desktop.ui.file_catcher import FileCatcher
from innolab_desktop.ui.pages.exchange.exchange_reports import (
    copied_words,
    exported_words,
    imported_words,
)
from innolab_desktop.ui.pages.exchange.package_writing import PackageWriting
from innolab_desktop.ui.pages.exchange.reading_card import ReadingCard
from innolab_desktop.ui.pages.exchange.receipts_card import ReceiptsCard
from innolab_desktop.ui.pages.exchange.sending_card import SendingCard
from innolab_desktop.ui.pages.exchange.waiting_card import WaitingCard
from innolab_desktop.ui.theme.tokens import Tone
from innolab_desktop.ui.widgets.banner import Banner
from innolab_desktop.ui.widgets.boxes import column

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from PySide6.QtGui import QHideEvent

    from innolab_desktop.services.bundle_import import ImportReport
    from innolab_desktop.services.exchange_models import PastedText
    from innolab_desktop.services.export import ExportedText, ExportReceipt
    from innolab_desktop.services.outbox import SpaceOutbox
    from innolab_desktop.services.session import Session
    from innolab_desktop.ui.desk import Desk


class _State(NamedTuple):
    """What the panel shows."""

    outboxes: tuple[SpaceOutbox, ...]
    inbox: Path | None
    before: SendingChoice


def _read(session: Session) -> _State:
    settings = ExchangeSettings(session.desk, session.policy)
    spaces = session.spaces.all()
    members = {member.person_id for space in spaces for member in space.members}
    addresses = {person: settings.mail_address(person) for person in members}
    before = SendingChoice(settings.carrier, settings.max_part_bytes, addresses)
    outboxes = read_outboxes(session.acknowledgement, spaces)
    return _State(outboxes, settings.inbox_folder, before)


class TransferPanel(QWidget):
    """What is to be sent, a place to drop packages, and who confirmed what.

    Signals:
        imported: the `MergeReport` of an import that changed something.
        people_requested: the person wants to see contacts and spaces.
    """

    imported = Signal(object)
    people_requested = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._folder: Path | None = None
        self._asked: tuple[Path | PastedText, ...] = ()
        self._question: ImportDialog | None = None
        self._banner = Banner(desk.theme, Tone.OK, self.tr("Ordner öffnen"))
        self._banner.acted.connect(self._open_folder)
        self._reading = ReadingCard(desk)
        self._reading.handed.connect(self.preview)
        self._waiting = WaitingCard(desk)
        self._sending = SendingCard(desk.theme)
        self.writing = PackageWriting(desk, self)
        self.writing.wrote.connect(self._on_exported)
        self.writing.copied.connect(self._on_copied)
        self.writing.failed.connect(self._show_error)
        self._sending.package_requested.connect(self.writing.ask)
        self._sending.receipt_requested.connect(partial(self.writing.ask, only_confirms=True))
        self._sending.people_requested.connect(self.people_requested)
        self._receipts = ReceiptsCard(desk.theme, desk.session.info.person_id)
        self.setLayout(
            column(
                self._banner,
                self._sending,
                self._reading,
                self._waiting,
                self._receipts,
                None,
                margins=(0.1, 0.8, 0.6, 0.8),
                spacing=0.8,
            )
        )

    def refresh(self) -> None:
        """Read which spaces have something to send, and what waits."""
        self._waiting.refresh()
        session = self._desk.session
        self._desk.jobs.run(self, lambda _job: _read(session), self._show)

    def hideEvent(self, event: QHideEvent) -> None:
        """Take back what was said about the last package once the person went on."""
        super().hideEvent(event)
        if not event.spontaneous():
            self._banner.hide()

    def preview(self, handed: Sequence[Path | PastedText]) -> None:
        """Look into packages without changing anything, then ask.

        What is handed while the question is open is asked about together with the rest: many
        people open their packages one by one.
        """
        importing = self._desk.session.importing
        files = self._asked = tuple(dict.fromkeys((*self._asked, *handed)))
        self._banner.hide()
        self._desk.jobs.run(
            self,
            lambda job: importing.preview(files, job.cancel_token),
            lambda report: self._ask(files, report),
            failed=self._on_not_looked_at,
            title=self.tr("Pakete werden geprüft"),
        )

    def _show(self, state: _State) -> None:
        self.writing.before = state.before
        self._reading.show_inbox(state.inbox)
        self._sending.show_outboxes(state.outboxes)
        has_task = any(outbox.step is not Step.NOTHING for outbox in state.outboxes)
        self._reading.set_primary(not has_task)  # one thing comes first
        partners = [partner for outbox in state.outboxes for partner in outbox.partners]
        self._receipts.show_partners(partners)

    def _ask(self, handed: Sequence[Path | PastedText], report: ImportReport) -> None:
        if handed != self._asked:
            return  # more came meanwhile, and is looked at together with this
        if self._question is not None:
            self._question.finished.disconnect()
            self._question.reject()
        if not report.bundles:
            self._asked, self._question = (), None
            self._say(self.tr("In diesem Ordner liegen keine Pakete."), Tone.INFO)
            return
        self._question = ImportDialog(self.window(), self._desk, report)
        self._question.accepted.connect(lambda: self._import(handed))
        self._question.finished.connect(self._on_answered)
        FileCatcher(self._question).caught.connect(self.preview)
        self._question.open()

    def _on_answered(self) -> None:
        self._asked, self._question = (), None

    def _on_not_looked_at(self, error: Exception) -> None:
        if self._question is None:
            self._asked = ()
        self._show_error(error)

    def _import(self, handed: Sequence[Path | PastedText]) -> None:
        importing = self._desk.session.importing
        self._desk.jobs.run(
            self,
            lambda job: importing.run(handed, progress=job, cancel=job.cancel_token),
            self._on_imported,
            failed=self._on_not_imported,
            title=self.tr("Pakete werden eingelesen"),
        )

    def _on_imported(self, report: ImportReport) -> None:
        self._say(*imported_words(report))
        self._desk.notifier.announce(Changes(everything=True), self)
        self.refresh()
        if report.changes is not None and report.changes.records:
            self.imported.emit(report.changes)

    def _on_not_imported(self, error: Exception) -> None:
        """Say why it ended; what was read before is there, and shown."""
        if isinstance(error, Cancelled):
            text = self.tr(
                "Abgebrochen. Was schon eingelesen war, bleibt; alles Übrige ist wie zuvor."
            )
            self._say(text, Tone.INFO)
        else:
            self._show_error(error)
        self._desk.notifier.announce(Changes(everything=True), self)
        self.refresh()

    def _on_exported(self, receipt: ExportReceipt) -> None:
        self._folder = receipt.files[0].path.parent
        self._say(*exported_words(receipt), has_folder=True)
        self.refresh()

    def _on_copied(self, copied: ExportedText) -> None:
        QGuiApplication.clipboard().setText(copied.text)
        self._say(*copied_words(copied))
        self.refresh()

    def _say(self, text: str, tone: Tone, *, has_folder: bool = False) -> None:
        self._banner.show_message(text, tone)
        self._banner.set_action_visible(has_folder)

    def _open_folder(self) -> None:
        if self._folder is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder)))

    def _show_error(self, error: Exception) -> None:
        self._say(error_sentence(self._desk.catalogue, error), Tone.BAD)
