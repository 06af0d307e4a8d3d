"""What the main window knows of a page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from innolab_desktop.ui.widgets.boxes import column, panel
from innolab_desktop.ui.widgets.heading import Heading
from innolab_desktop.ui.widgets.scroll_page import ScrollPage

if TYPE_CHECKING:
    from PySide6.QtWidgets import QLayout

    from innolab_desktop.ui.desk import Desk
    from innolab_desktop.ui.pages.record_undoing import RecordUndoing


class Page(QWidget):
    """One area of the program.

    Signals:
        record_requested: id of a record that another page should show.
        entry_requested: id of a record, and the name of the entry in it to go to.
        page_requested: name of the page that the person wants to see.
        note_requested: id of the template of a quick note that the person wants to write.
    """

    record_requested = Signal(bytes)
    entry_requested = Signal(bytes, str)
    page_requested = Signal(str)
    note_requested = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk

    def assemble(self, title: str, *content: QWidget | QLayout) -> None:
        """Put a heading and *content* below each other, in a panel that scrolls."""
        below = column(Heading(title, 2), *content, None, margins=(0.9, 1, 0.9, 0.8), spacing=0.7)
        layout = column(ScrollPage(panel(below)), spacing=0)
        layout.setStretch(0, 1)
        self.setLayout(layout)

    def activate(self) -> None:
        """Show what is current; called whenever the page comes to the front."""

    def show_start(self) -> None:
        """Go back to where the page begins, where it has parts and a start."""

    def show_part(self, part: str) -> None:
        """Show a part of the page, where it has parts of this name."""

    @property
    def part(self) -> str:
        """The part of the page that is in front, "" where there are none."""
        return ""

    @property
    def undoing(self) -> RecordUndoing | None:
        """Takes back what was changed last, where the page shows records to be edited."""
        return None

    def start_new(self) -> bool:
        """Begin a new record and tell so, where the page shows records that can be begun."""
        return False

    def begin_flow(self) -> None:
        """Lead through the record that is open, where the page shows records that have a flow."""

    def open_record(self, kind: str, record_id: bytes, entry: str = "") -> None:
        """Show a record, and in it an entry, where the page shows records of *kind*."""

    def leave(self) -> None:
        """Write what is being edited; called before another page or the lock screen shows."""
