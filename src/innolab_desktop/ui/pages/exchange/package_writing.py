"""Writing a package: how it travels is asked, remembered, and done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from innolab_desktop.services.exchange_models import Carrier
from innolab_desktop.services.exchange_settings import ExchangeSettings
from innolab_desktop.ui.dialogs.file_choice import choose_folder
from innolab_desktop.ui.dialogs.send_dialog import Allowed, SendDialog, SendingChoice

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from innolab_desktop.services.read_models import Space
    from innolab_desktop.ui.desk import Desk


class PackageWriting(QObject):
    """Asks on top of *page*, and tells it what was written.

    Signals:
        wrote: an `ExportReceipt`.
        copied: an `ExportedText`, to be put into the clipboard.
        failed: the exception.

    Attributes:
        before: what was chosen the last time.
    """

    wrote = Signal(object)
    copied = Signal(object)
    failed = Signal(object)

    def __init__(self, desk: Desk, page: QWidget) -> None:
        super().__init__(page)
        self._desk = desk
        self._page = page
        self.before = SendingChoice(Carrier.FILE, 0)

    def ask(
        self,
        space: Space,
        recipients: tuple[bytes, ...] | None = None,
        *,
        only_confirms: bool = False,
    ) -> None:
        """Ask how a package for *space* should travel, then write it.

        Args:
            space: whose records.
            recipients: the persons it is for; everybody else in the space, if not given.
            only_confirms: it is a Quittung, which brings nothing.
        """
        own = self._desk.session.info.device
        others = [
            member
            for member in space.members
            if member.device != own and (recipients is None or member.person_id in recipients)
        ]
        dialog = SendDialog(
            self._page.window(),
            self._desk,
            space,
            others,
            self.before,
            allowed=self._allowed(),
        )
        if only_confirms:
            dialog.heading.setText(self.tr("Quittung schreiben"))

        def go(choice: SendingChoice) -> None:
            chosen = choice._replace(recipients=recipients, only_confirms=only_confirms)
            self.go(space, chosen)

        dialog.chosen.connect(go)
        dialog.open()

    def _allowed(self) -> Allowed:
        """Return what IT lets the person choose."""
        session = self._desk.session
        settings = ExchangeSettings(session.desk, session.policy)
        carriers = [way for way in (*Carrier, None) if settings.allows(way)]
        return Allowed(tuple(carriers), settings.most_part_bytes)

    def go(self, space: Space, choice: SendingChoice) -> None:
        """Remember what was chosen, and do it."""
        session, known = self._desk.session, self.before.addresses
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
            lambda _nothing: self._send(space, choice),
            failed=self.failed.emit,
        )

    def _send(self, space: Space, choice: SendingChoice) -> None:
        addresses = {**self.before.addresses, **choice.addresses}
        self.before = choice._replace(addresses=addresses, only_confirms=False, recipients=None)
        recipients, only_confirms = choice.recipients, choice.only_confirms
        if choice.carrier is None:
            self.copy(space, recipients=recipients, only_confirms=only_confirms)
            return
        carrier = choice.carrier
        choose_folder(
            self._page,
            self.tr("Ordner für das Paket"),
            lambda folder: self.export(
                space,
                folder,
                carrier,
                choice.max_bytes,
                recipients=recipients,
                only_confirms=only_confirms,
            ),
        )

    def export(
        self,
        space: Space,
        folder: Path,
        carrier: Carrier = Carrier.FILE,
        max_bytes: int = 0,
        *,
        recipients: tuple[bytes, ...] | None = None,
        only_confirms: bool = False,
    ) -> None:
        """Write packages for *space* into *folder*; with *only_confirms* a Quittung.

        They are for *recipients*, or for everybody else in the space.
        """
        exporting = self._desk.session.exporting
        self._desk.jobs.run(
            self,
            lambda job: exporting.run(
                space.id,
                folder,
                carrier=carrier,
                max_bytes=max_bytes or None,
                recipients=recipients,
                only_confirms=only_confirms,
                progress=job,
                cancel=job.cancel_token,
            ),
            self.wrote.emit,
            failed=self.failed.emit,
            title=self.tr("Paket wird geschrieben"),
        )

    def copy(
        self,
        space: Space,
        *,
        recipients: tuple[bytes, ...] | None = None,
        only_confirms: bool = False,
    ) -> None:
        """Put a package for *space* into the clipboard, as text."""
        exporting = self._desk.session.exporting
        self._desk.jobs.run(
            self,
            lambda job: exporting.text(
                space.id,
                recipients=recipients,
                only_confirms=only_confirms,
                cancel=job.cancel_token,
            ),
            self.copied.emit,
            failed=self.failed.emit,
            title=self.tr("Paket wird geschrieben"),
        )
