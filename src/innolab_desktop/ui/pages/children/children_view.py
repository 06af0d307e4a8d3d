"""What lists and tables of child records have in common for the pages that show them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from collections.abc import Sequence

    from innolab_desktop.domain.records import Record, RecordId


class ChildrenView(QWidget):
    """Shows the child records of one entry of a form, and lets people change them."""

    def show_children(self, parent_id: RecordId, children: Sequence[Record]) -> None:
        """Show *children* of the record *parent_id*."""
        raise NotImplementedError

    def finish(self) -> None:
        """Write what is being typed, where something is typed in place."""
