"""Numbers in rows and columns, to read and not to change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QSizePolicy, QTableWidget
from PySide6.QtWidgets import QTableWidgetItem as Item

from innolab_desktop.ui.theme.fonts import em_px
from innolab_desktop.ui.visible_text import single_line

if TYPE_CHECKING:
    from collections.abc import Sequence

_MOST_ROWS_SHOWN = 14
_ROW_EM = 1.9


class DataTable(QTableWidget):
    """A table that Tab passes through, and arrow keys walk in.

    Args:
        name: what it holds, for screen readers.
    """

    def __init__(self, name: str, header: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
        super().__init__(len(rows), len(header))
        self.setAccessibleName(name)
        self.setHorizontalHeaderLabels([single_line(text) for text in header])
        self.verticalHeader().hide()
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setSizeAdjustPolicy(QAbstractItemView.SizeAdjustPolicy.AdjustIgnored)
        for row, texts in enumerate(rows):
            for column, text in enumerate(texts):
                item = Item(single_line(text))
                if column:
                    item.setTextAlignment(Qt.AlignmentFlag.AlignCenter)
                item.setToolTip("")
                self.setItem(row, column, item)
        sections = self.horizontalHeader()
        sections.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        sections.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        sections.setHighlightSections(False)
        if (first := self.horizontalHeaderItem(0)) is not None:
            first.setTextAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.verticalHeader().setDefaultSectionSize(em_px(_ROW_EM))

    def sizeHint(self) -> QSize:
        """Return room for all rows, within limits."""
        rows = min(self.rowCount(), _MOST_ROWS_SHOWN) * em_px(_ROW_EM)
        around = self.horizontalHeader().sizeHint().height() + 2 * self.frameWidth()
        return QSize(em_px(24), rows + around)

    def minimumSizeHint(self) -> QSize:
        """Return a width that fits into narrow windows."""
        return QSize(em_px(8), self.sizeHint().height())
