"""The small cross in a line, which Qt leaves without a name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QToolButton

if TYPE_CHECKING:
    from PySide6.QtWidgets import QLineEdit


def offer_clearing(line: QLineEdit) -> None:
    """Show a button in *line* that empties it, and tell assistive technology what it does."""
    known = set(line.findChildren(QToolButton))
    line.setClearButtonEnabled(True)
    for button in line.findChildren(QToolButton):
        if button not in known:
            button.setAccessibleName(QCoreApplication.translate("ClearButton", "Feld leeren"))
