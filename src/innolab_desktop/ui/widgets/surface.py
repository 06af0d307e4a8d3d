"""Plain coloured areas: bars, panes and hairlines."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLayout, QWidget


class Surface(QFrame):
    """An area in the colour of fields ("bar") or of lines ("line")."""

    def __init__(
        self,
        kind: Literal["bar", "line"],
        layout: QLayout | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("surface", kind)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        if layout is not None:
            self.setLayout(layout)


def horizontal_line() -> Surface:
    """Return a line one pixel high."""
    line = Surface("line")
    line.setFixedHeight(1)
    return line


def vertical_line() -> Surface:
    """Return a line one pixel wide."""
    line = Surface("line")
    line.setFixedWidth(1)
    return line
