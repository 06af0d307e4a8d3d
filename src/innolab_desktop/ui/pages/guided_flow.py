"""What every guided flow through a record can do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from innolab_desktop.ui.pages.record_editing import RecordEditing

if TYPE_CHECKING:
    from PySide6.QtCore import QObject
    from PySide6.QtGui import QShowEvent

    from innolab_desktop.domain.records import RecordId
    from innolab_desktop.services.changes import Changes
    from innolab_desktop.ui.desk import Desk
    from innolab_desktop.ui.models.opened_record import OpenedRecord
    from innolab_desktop.ui.pages.record_undoing import RecordUndoing


class GuidedFlow(QWidget):
    """Leads through one record, step by step; can be left and resumed at any time.

    It makes way for a record that cannot be changed: also when its space was left meanwhile.

    Signals:
        left: id of the record, and the name of the entry that the person wants to see, or "".
    """

    left = Signal(bytes, str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._is_stale = False
        self._editing = RecordEditing(desk, self)
        self._editing.opened.connect(self._take_opened)
        desk.notifier.changed.connect(self._on_changed)

    def showEvent(self, event: QShowEvent) -> None:
        """Read again what was changed while another page was in front."""
        super().showEvent(event)
        if self._is_stale:
            self._is_stale = False
            self._editing.reload()

    @property
    def undoing(self) -> RecordUndoing | None:
        """Takes back what was changed last, where the flow allows it."""
        return None

    def open_record(self, record_id: RecordId) -> None:
        """Show a record where it was left."""
        raise NotImplementedError

    def commit(self) -> None:
        """Save what was typed."""
        raise NotImplementedError

    def leave(self) -> None:
        """Save what was typed and go back to the record."""
        raise NotImplementedError

    def _show(self, opened: OpenedRecord) -> None:
        """Show a record that was read."""
        raise NotImplementedError

    def _take_opened(self, opened: OpenedRecord) -> None:
        if opened.is_read_only:
            self.leave()
        else:
            self._show(opened)

    def _on_changed(self, _changes: Changes, initiator: QObject | None) -> None:
        if initiator is self._editing:
            return
        if self.isVisible():
            self._editing.reload()
        else:
            self._is_stale = True
