"""Headings, which assistive technology finds as headings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QFont
from PySide6.QtWidgets import QSizePolicy

from innolab_desktop.ui.theme.fonts import TypeSize
from innolab_desktop.ui.widgets.plain_label import PlainLabel

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

_SIZES = {1: TypeSize.TITLE, 2: TypeSize.HEADING, 3: TypeSize.BODY}


class Heading(PlainLabel):
    """A heading of level 1 (page), 2 (part) or 3 (group)."""

    def __init__(self, text: str = "", level: int = 1, parent: QWidget | None = None) -> None:
        super().__init__("", parent, size=_SIZES[level], weight=QFont.Weight.DemiBold)
        self.setProperty("accessibleRole", "heading")  # before there is a name to be told
        self.setText(text)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def setText(self, text: str) -> None:  # noqa: N802 - Qt's name, as above it
        """Show *text*; assistive technology hears it, too, also when it changes."""
        super().setText(text)
        self.setAccessibleName(self.text())
