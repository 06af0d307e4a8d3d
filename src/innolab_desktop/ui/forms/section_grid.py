"""Places entries in columns beside each other, in fewer when there is little room."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from innolab_desktop.ui.theme.fonts import em_px

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

_COLUMN_EM: Final = 17


class SectionGrid(QWidget):
    """Entries in reading order, each one or two columns wide.

    Args:
        entries: the widgets with their spans.
        most_columns: where there is room for them.
        column_em: how wide a column is at least, beside others.
        is_even: whether entries beside each other are equally high, as cards are.
    """

    def __init__(
        self,
        entries: Sequence[tuple[QWidget, int]] = (),
        *,
        row_gap_em: float = 0.9,
        most_columns: int = 2,
        column_em: float = _COLUMN_EM,
        is_even: bool = False,
    ) -> None:
        super().__init__()
        self._alignment = Qt.AlignmentFlag(0) if is_even else Qt.AlignmentFlag.AlignTop
        self._column_em = column_em
        self._most_columns = most_columns
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
        fitting = self.width() // em_px(self._column_em)
        self._arrange(min(max(fitting, 1), self._most_columns))

    def _arrange(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns = columns
        row, cell = 0, 0
        for widget, wanted in self._entries:
            span = min(wanted, columns)
            if cell + span > columns:
                row, cell = row + 1, 0
            self._grid.addWidget(widget, row, cell, 1, span, self._alignment)
            cell += span
        for index in range(self._most_columns):
            self._grid.setColumnStretch(index, 1 if index < columns else 0)
        for widget, _span in self._entries:
            self._grid.setAlignment(widget, self._alignment)
