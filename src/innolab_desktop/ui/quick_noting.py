"""The way from anywhere to a note, and back to where the person was."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from innolab_desktop.ui.theme.tokens import Tone
from innolab_desktop.ui.widgets.banner import Banner

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from innolab_desktop.ui.desk import Desk
    from innolab_desktop.ui.dialogs.quick_note_dialog import NoteOffers, QuickNoteDialog


class QuickNoting(QObject):
    """Opens the window of the quick note and tells that a note was saved.

    Attributes:
        banner: says so, with a way to the note.

    Signals:
        opened: id of the note that the person wants to see.
    """

    opened = Signal(bytes)

    def __init__(self, desk: Desk, window: QWidget) -> None:
        super().__init__(window)
        self._desk = desk
        self._window = window
        self._dialog: QuickNoteDialog | None = None
        self._last: bytes | None = None
        self.banner = Banner(desk.theme, Tone.OK, self.tr("Öffnen"))
        self.banner.acted.connect(self._open_last)

    def begin(self, template: str = "") -> None:
        """Open the window, with the draft of the last time and the questions of *template*."""
        from innolab_desktop.ui.dialogs.quick_note_dialog import (  # noqa: PLC0415 - as shown
            read_offers,
        )

        session = self._desk.session
        self._desk.jobs.run(
            self, lambda _job: read_offers(session), partial(self._show, template=template)
        )

    def keep(self) -> None:
        """Keep what is being written; called before the vault closes."""
        if self._dialog is not None:
            self._dialog.keep()

    def _show(self, offers: NoteOffers, *, template: str) -> None:
        from innolab_desktop.ui.dialogs.quick_note_dialog import (  # noqa: PLC0415 - as shown
            QuickNoteDialog,
        )

        if self._dialog is not None:
            return
        self.banner.hide()
        self._dialog = QuickNoteDialog(self._window, self._desk, offers)
        self._dialog.created.connect(self._on_created)
        self._dialog.finished.connect(self._on_finished)
        self._dialog.open()
        if template:
            self._dialog.choose_template(template)

    def _on_finished(self) -> None:
        self._dialog = None

    def _on_created(self, record: bytes) -> None:
        self._last = record
        self.banner.show_message(self.tr("Notiz gespeichert."))

    def _open_last(self) -> None:
        self.banner.hide()
        if self._last is not None:
            self.opened.emit(self._last)
