"""What dialogs share that make one record: the button, the error above, and the news."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from innolab_desktop.ui.dialogs.base_dialog import BaseDialog
from innolab_desktop.ui.error_sentence import error_sentence
from innolab_desktop.ui.theme.tokens import Tone
from innolab_desktop.ui.widgets.banner import Banner

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from innolab_desktop.services.records import Saved
    from innolab_desktop.ui.desk import Desk
    from innolab_desktop.ui.jobs import Job
    from innolab_desktop.ui.widgets.button import Button


class CreationDialog(BaseDialog):
    """A dialog that stays open, with everything typed, until its record is saved.

    Args:
        save: the button that makes the record.

    Signals:
        created: the id of the new record.
    """

    created = Signal(bytes)

    def __init__(self, parent: QWidget, desk: Desk, title: str, save: Button) -> None:
        super().__init__(parent, desk.theme, title)
        self._desk = desk
        self._error = Banner(desk.theme, Tone.BAD)
        self._save = save
        save.clicked.connect(self._submit)

    def _submit(self) -> None:
        """Look at what was typed, and make the record if it is enough: each dialog in its way."""
        raise NotImplementedError

    def _make(self, work: Callable[[Job], Saved]) -> None:
        """Make the record in the lane; close when it is there."""
        self._save.setEnabled(False)
        self._desk.jobs.run(self, work, self._on_made, failed=self._on_failed)

    def _on_made(self, saved: Saved) -> None:
        self._desk.notifier.announce(saved.changes, self)
        self.created.emit(saved.record)
        self.accept()

    def _on_failed(self, error: Exception) -> None:
        self._save.setEnabled(True)
        self._error.show_message(error_sentence(self._desk.catalogue, error), Tone.BAD)
