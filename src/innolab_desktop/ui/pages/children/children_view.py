"""What lists and tables of child records have in common for the pages that show them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from collections.abc import Sequence

    from innolab_desktop.domain.records import Record, RecordId
    from innolab_desktop.ui.models.opened_record import OpenedRecord


class ChildrenView(QWidget):
    """Shows the child records of one entry of a form, and lets people change them."""

    def show_children(
        self, parent_id: RecordId, children: Sequence[Record], *, is_read_only: bool = False
    ) -> None:
        """Show *children* of the record *parent_id*, also where none of it can be changed."""
        raise NotImplementedError

    def show_opened(self, opened: OpenedRecord, kind: str) -> None:
        """Show the child records of *kind* of an opened record."""
        children = opened.children.get(kind, ())
        self.show_children(opened.record.id, children, is_read_only=opened.is_read_only)

    def finish(self) -> None:
        """Write what is being typed, where something is typed in place."""
