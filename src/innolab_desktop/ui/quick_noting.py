"""The way from anywhere to a note, back to where the person was, and back from the note."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from innolab_desktop.services.edit_history import NOTHING_TO_UNDO, EditKind, EditLabel, Outlook
from innolab_desktop.services.quick_notes import NOTE
from innolab_desktop.ui.error_sentence import error_sentence
from innolab_desktop.ui.theme.tokens import Tone
from innolab_desktop.ui.widgets.banner import Banner

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from innolab_desktop.services.changes import Changes
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
        self._is_undone = False
        self.banner = Banner(desk.theme, Tone.OK, self.tr("Öffnen"))
        self.banner.acted.connect(self._open_last)
        desk.notifier.changed.connect(self._on_changed)

    def begin(self, template: str = "") -> None:
        """Open the window, with the draft of the last time and the questions of *template*."""
        from innolab_desktop.ui.dialogs.quick_note_dialog import (  # noqa: PLC0415 - as shown
            read_offers,
        )

        session = self._desk.session
        self._desk.jobs.run(
            self, lambda _job: read_offers(session), partial(self._show, template=template)
        )

    @property
    def outlook(self) -> Outlook:
        """What can be done about the last note, as long as the banner tells of it."""
        if self._last is None or not self.banner.isVisible():
            return NOTHING_TO_UNDO
        label = EditLabel(EditKind.ADDITION, self._desk.session.forms.form(NOTE).label)
        return Outlook(redo=label) if self._is_undone else Outlook(undo=label)

    def undo(self) -> None:
        """Put the last note into the trash."""
        self._turn(self._desk.session.edits.undo, is_undone=True)

    def redo(self) -> None:
        """Take the last note out of the trash again."""
        self._turn(self._desk.session.edits.redo, is_undone=False)

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
        self._tell(is_undone=False)

    def _turn(self, act: Callable[[bytes], Changes | None], *, is_undone: bool) -> None:
        if (record := self._last) is None:
            return

        def done(changes: Changes | None) -> None:
            if changes is not None:
                self._desk.notifier.announce(changes, self)
            self._tell(is_undone=is_undone)

        self._desk.jobs.run(self, lambda _job: act(record), done, failed=self._on_failed)

    def _tell(self, *, is_undone: bool) -> None:
        self._is_undone = is_undone
        self.banner.set_action_visible(not is_undone)
        saved, gone = self.tr("Notiz gespeichert."), self.tr("Die Notiz liegt im Papierkorb.")
        self.banner.show_message(gone if is_undone else saved, Tone.OK)

    def _on_changed(self, _changes: Changes, initiator: QObject | None) -> None:
        if initiator is not self:  # something newer would be taken back first
            self.banner.hide()

    def _on_failed(self, error: Exception) -> None:
        self._last = None
        self.banner.set_action_visible(False)
        self.banner.show_message(error_sentence(self._desk.catalogue, error), Tone.BAD)

    def _open_last(self) -> None:
        self.banner.hide()
        if self._last is not None:
            self.opened.emit(self._last)
