"""What every guided flow through a record can do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from innolab_desktop.ui.pages.reading_again import ReadingAgain
from innolab_desktop.ui.pages.record_editing import RecordEditing

if TYPE_CHECKING:
    from innolab_desktop.domain.records import RecordId
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
        self._editing = RecordEditing(desk, self)
        self._editing.opened.connect(self._take_opened)
        ReadingAgain(self, self._editing, desk.notifier)

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
