"""Packages: write them for a space, read those that came."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QWidget

from innolab_desktop.services.changes import Changes
from innolab_desktop.services.exchange_models import Carrier
from innolab_desktop.services.exchange_settings import ExchangeSettings
from innolab_desktop.ui.counting import counted
from innolab_desktop.ui.dialogs.file_choice import choose_folder
from innolab_desktop.ui.dialogs.import_dialog import ImportDialog
from innolab_desktop.ui.dialogs.send_dialog import Allowed, SendDialog, SendingChoice
from innolab_desktop.ui.error_sentence import error_sentence
from innolab_desktop.ui.pages.exchange.exchange_reports import (
    copied_words,
    exported_words,
    imported_words,
)
from innolab_desktop.ui.pages.exchange.reading_card import ReadingCard
from innolab_desktop.ui.pages.exchange.receipts_card import (
    Receipts,
    ReceiptsCard,
    read_receipts,
)
from innolab_desktop.ui.pages.exchange.waiting_card import WaitingCard
from innolab_desktop.ui.space_names import space_audience, space_label
from innolab_desktop.ui.theme.tokens import Tone
from innolab_desktop.ui.visible_text import single_line
from innolab_desktop.ui.widgets.banner import Banner
from innolab_desktop.ui.widgets.boxes import clear, column, panel, row
from innolab_desktop.ui.widgets.button import Button
from innolab_desktop.ui.widgets.card import Card
from innolab_desktop.ui.widgets.chip import Chip
from innolab_desktop.ui.widgets.heading import Heading
from innolab_desktop.ui.widgets.muted import Muted
from innolab_desktop.ui.widgets.plain_label import PlainLabel
from innolab_desktop.ui.widgets.tail_row import TailRow

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from PySide6.QtGui import QHideEvent

    from innolab_desktop.services.bundle_import import ImportReport
    from innolab_desktop.services.exchange_models import PastedText
    from innolab_desktop.services.export import ExportedText, ExportReceipt
    from innolab_desktop.services.read_models import Space
    from innolab_desktop.services.session import Session
    from innolab_desktop.ui.desk import Desk


class _State(NamedTuple):
    """What the panel shows."""

    spaces: tuple[tuple[Space, int], ...]
    inbox: Path | None
    before: SendingChoice
    receipts: Receipts
    missing: tuple[Space, ...]


def _read(session: Session) -> _State:
    settings = ExchangeSettings(session.desk, session.policy)
    spaces = tuple(
        (space, session.exporting.pending(space.id))
        for space in session.spaces.all()
        if space.type != "private"
    )
    members = {member.person_id for space, _ in spaces for member in space.members}
    addresses = {person: settings.mail_address(person) for person in members}
    before = SendingChoice(settings.carrier, settings.max_part_bytes, addresses)
    receipts = read_receipts(session.acknowledgement)
    missing = session.acknowledgement.unknown_spaces()
    return _State(spaces, settings.inbox_folder, before, receipts, missing)


class TransferPanel(QWidget):
    """A place to drop packages, and one line per space for sending.

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
        self._before = SendingChoice(Carrier.FILE, 0)
        self._banner = Banner(desk.theme, Tone.OK, self.tr("Ordner öffnen"))
        self._banner.acted.connect(self._open_folder)
        self._reading = ReadingCard(desk)
        self._reading.handed.connect(self.preview)
        self._waiting = WaitingCard(desk)
        self._receipts = ReceiptsCard(desk.theme)
        self._receipts.receipt_requested.connect(self._ask_receipt)
        self._known: tuple[Space, ...] = ()
        self._spaces = column(spacing=0.9)
        sending = Card(
            column(Heading(self.tr("Senden"), 2), self._spaces, margins=0.9, spacing=0.7)
        )
        self.setLayout(
            column(
                self._banner,
                self._reading,
                self._waiting,
                sending,
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
        """Look into packages without changing anything, then ask."""
        importing, files = self._desk.session.importing, tuple(handed)
        self._banner.hide()
        self._desk.jobs.run(
            self,
            lambda job: importing.preview(files, job.cancel_token),
            lambda report: self._ask(files, report),
            failed=self._show_error,
            title=self.tr("Pakete werden geprüft"),
        )

    def export(
        self,
        space: Space,
        folder: Path,
        carrier: Carrier = Carrier.FILE,
        max_bytes: int = 0,
        *,
        only_confirms: bool = False,
    ) -> None:
        """Write packages for *space* into *folder*; with *only_confirms* a Quittung."""
        exporting = self._desk.session.exporting
        self._desk.jobs.run(
            self,
            lambda job: exporting.run(
                space.id,
                folder,
                carrier=carrier,
                max_bytes=max_bytes or None,
                only_confirms=only_confirms,
                progress=job,
                cancel=job.cancel_token,
            ),
            self._on_exported,
            failed=self._show_error,
            title=self.tr("Paket wird geschrieben"),
        )

    def copy(self, space: Space, *, only_confirms: bool = False) -> None:
        """Put a package for *space* into the clipboard, as text."""
        exporting = self._desk.session.exporting
        self._desk.jobs.run(
            self,
            lambda job: exporting.text(
                space.id, only_confirms=only_confirms, cancel=job.cancel_token
            ),
            self._on_copied,
            failed=self._show_error,
            title=self.tr("Paket wird geschrieben"),
        )

    def _show(self, state: _State) -> None:
        self._before = state.before
        self._known = (*(space for space, _ in state.spaces), *state.missing)
        self._reading.show_inbox(state.inbox)
        self._receipts.show_receipts(state.receipts)
        clear(self._spaces)
        for space, pending in state.spaces:
            self._spaces.addWidget(self._space_line(space, pending))
        if not state.spaces:
            self._spaces.addWidget(self._way_to_people())

    def _way_to_people(self) -> QWidget:
        text = Muted(
            self.tr(
                "Es gibt noch keinen gemeinsamen Raum. Unter „Kontakte und Räume“ legen Sie einen "
                "an."
            )
        )
        go = Button(self._desk.theme, self.tr("Zu Kontakten und Räumen"), "users-group")
        go.clicked.connect(self.people_requested)
        content = row(text, go, spacing=0.6)
        content.setStretch(0, 1)
        return panel(content)

    def _space_line(self, space: Space, pending: int) -> QWidget:
        theme = self._desk.theme
        if pending:
            changes = counted(pending, self.tr("Änderung"), self.tr("Änderungen"))
            text = self.tr("{0} nicht bestätigt").format(changes)
            chip = Chip(theme, text, Tone.WARN)
        else:
            chip = Chip(theme, self.tr("Alles bestätigt"), Tone.OK)
        button = Button(theme, self.tr("Paket schreiben …"), "mail")
        button.setAccessibleName(
            self.tr("Paket für „{0}“ schreiben").format(single_line(space.name))
        )
        button.clicked.connect(lambda: self._ask_way(space))
        words = column(PlainLabel(space_label(space)), Muted(space_audience(space)), spacing=0.1)
        return TailRow(words, chip, button)

    def _ask_receipt(self, space_id: bytes) -> None:
        for space in self._known:
            if space.id == space_id:
                self._ask_way(space, only_confirms=True)

    def _ask_way(self, space: Space, *, only_confirms: bool = False) -> None:
        own = self._desk.session.info.device
        others = [member for member in space.members if member.device != own]
        dialog = SendDialog(
            self.window(), self._desk.theme, space, others, self._before, allowed=self._allowed()
        )
        if only_confirms:
            dialog.heading.setText(self.tr("Quittung schreiben"))
        dialog.chosen.connect(partial(self._go_way, space, only_confirms=only_confirms))
        dialog.open()

    def _allowed(self) -> Allowed:
        """Return what IT lets the person choose."""
        session = self._desk.session
        settings = ExchangeSettings(session.desk, session.policy)
        carriers = [way for way in (*Carrier, None) if settings.allows(way)]
        return Allowed(tuple(carriers), settings.most_part_bytes)

    def _go_way(self, space: Space, choice: SendingChoice, *, only_confirms: bool = False) -> None:
        session, known = self._desk.session, self._before.addresses
        changed = {
            person: address
            for person, address in choice.addresses.items()
            if address != known.get(person, "")
        }

        def remember() -> None:
            settings = ExchangeSettings(session.desk, session.policy)
            settings.keep_carrier(choice.carrier)
            settings.keep_max_part_bytes(choice.max_bytes)
            for person, address in changed.items():
                settings.keep_mail_address(person, address)

        self._desk.jobs.run(
            self,
            lambda _job: remember(),
            lambda _nothing: self._send(space, choice._replace(only_confirms=only_confirms)),
            failed=self._show_error,
        )

    def _send(self, space: Space, choice: SendingChoice) -> None:
        addresses = {**self._before.addresses, **choice.addresses}
        self._before = choice._replace(addresses=addresses, only_confirms=False)
        carrier, only_confirms = choice.carrier, choice.only_confirms
        if carrier is None:
            self.copy(space, only_confirms=only_confirms)
            return
        choose_folder(
            self,
            self.tr("Ordner für das Paket"),
            lambda folder: self.export(
                space, folder, carrier, choice.max_bytes, only_confirms=only_confirms
            ),
        )

    def _ask(self, handed: Sequence[Path | PastedText], report: ImportReport) -> None:
        if not report.bundles:
            self._say(self.tr("In diesem Ordner liegen keine Pakete."), Tone.INFO)
            return
        dialog = ImportDialog(self.window(), self._desk, report)
        dialog.accepted.connect(lambda: self._import(handed))
        dialog.open()

    def _import(self, handed: Sequence[Path | PastedText]) -> None:
        importing = self._desk.session.importing
        self._desk.jobs.run(
            self,
            lambda job: importing.run(handed, progress=job, cancel=job.cancel_token),
            self._on_imported,
            failed=self._show_error,
            title=self.tr("Pakete werden eingelesen"),
        )

    def _on_imported(self, report: ImportReport) -> None:
        self._say(*imported_words(report))
        self._desk.notifier.announce(Changes(everything=True), self)
        self.refresh()
        if report.changes is not None and report.changes.records:
            self.imported.emit(report.changes)

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
