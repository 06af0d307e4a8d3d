"""A line for words that narrow a list down."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from innolab_desktop.ui.widgets.inside_line import ClearButton
from innolab_desktop.ui.widgets.text_line import TextLine

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent


class FilterField(TextLine):
    """A line whose Return ends nothing: a dialog around it stays open."""

    def __init__(self) -> None:
        super().__init__()
        ClearButton(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keep Return from the button that a dialog presses for it."""
        super().keyPressEvent(event)
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            event.accept()
