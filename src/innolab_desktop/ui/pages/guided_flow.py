"""What every guided flow through a record can do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from innolab_desktop.domain.records import RecordId
    from innolab_desktop.ui.pages.record_undoing import RecordUndoing


class GuidedFlow(QWidget):
    """Leads through one record, step by step; can be left and resumed at any time.

    Signals:
        left: id of the record, and the name of the entry that the person wants to see, or "".
    """

    left = Signal(bytes, str)

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
