"""Reads an open record again when somebody else changed something."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from innolab_desktop.services.changes import Changes
    from innolab_desktop.ui.notifier import Notifier
    from innolab_desktop.ui.pages.record_editing import RecordEditing


class ReadingAgain(QObject):
    """Reads the record of a page again: at once, or when the page comes to the front.

    Args:
        page: shows the record.
        editing: reads it.
        notifier: tells of changes. A new child record is known by no id yet, so any is looked at.
    """

    def __init__(self, page: QWidget, editing: RecordEditing, notifier: Notifier) -> None:
        super().__init__(page)
        self._page = page
        self._editing = editing
        self._is_stale = False
        page.installEventFilter(self)
        notifier.changed.connect(self._on_changed)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look at the page coming to the front."""
        if event.type() is QEvent.Type.Show and self._is_stale:
            self._is_stale = False
            self._editing.reload()
        return super().eventFilter(watched, event)

    def _on_changed(self, _changes: Changes, initiator: QObject | None) -> None:
        if initiator is self._editing:
            return
        if self._page.isVisible():
            self._editing.reload()
        else:
            self._is_stale = True
