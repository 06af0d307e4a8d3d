"""Places the entries of a section in two columns, or in one when there is little room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from innolab_desktop.ui.theme.fonts import em_px

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

_COLUMNS = 2
_NARROW_EM = 34


class SectionGrid(QWidget):
    """Entries in reading order, each one or two columns wide.

    Args:
        entries: the widgets with their spans.
    """

    def __init__(
        self, entries: Sequence[tuple[QWidget, int]] = (), *, row_gap_em: float = 0.9
    ) -> None:
        super().__init__()
        self._entries = list(entries)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(em_px(1))
        self._grid.setVerticalSpacing(em_px(row_gap_em))
        self._columns = 0
        self._arrange(1)

    def add(self, widget: QWidget, span: int) -> None:
        """Append an entry."""
        self._entries.append((widget, span))
        columns, self._columns = self._columns, 0
        self._arrange(columns)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Use as many columns as fit."""
        super().resizeEvent(event)
        self._arrange(1 if self.width() < em_px(_NARROW_EM) else _COLUMNS)

    def _arrange(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns = columns
        row, cell = 0, 0
        for widget, wanted in self._entries:
            span = min(wanted, columns)
            if cell + span > columns:
                row, cell = row + 1, 0
            self._grid.addWidget(widget, row, cell, 1, span, Qt.AlignmentFlag.AlignTop)
            cell += span
        for index in range(_COLUMNS):
            self._grid.setColumnStretch(index, 1 if index < columns else 0)
        for widget, _span in self._entries:
            self._grid.setAlignment(widget, Qt.AlignmentFlag.AlignTop)
