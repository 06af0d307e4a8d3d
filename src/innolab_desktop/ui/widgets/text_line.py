"""The line that people type into; every line of the program is one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit

if TYPE_CHECKING:
    from PySide6.QtGui import QDragEnterEvent


class TextLine(QLineEdit):
    """A line that leaves dropped files to whatever lies below it.

    File managers offer the address of a file as text as well: a line would take it, and
    somebody's mission would bear it as its title.
    """

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Let files pass; who does not take them here does not get them dropped either."""
        if event.mimeData().hasUrls():
            event.ignore()
        else:
            super().dragEnterEvent(event)
