"""The two-line list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QAbstractItemModel,
    QItemSelection,
    QModelIndex,
    QPersistentModelIndex,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QFrame, QListView, QWidget

from innolab_desktop.ui.widgets.row_delegate import RowDelegate

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from innolab_desktop.ui.theme.theme import Theme

_Index = QModelIndex | QPersistentModelIndex
_BATCH_ROWS = 2_000  # 100,000 rows in one go block the window for a third of a second


class RowList(QListView):
    """Shows a model of `ListRow` under `RowRole.ROW`.

    Args:
        name: what the list holds, for screen readers.
        has_status: whether rows leave room for a status chip.
    """

    chosen = Signal(int)
    opened = Signal(int)

    def __init__(
        self,
        theme: Theme,
        model: QAbstractItemModel,
        name: str,
        *,
        has_status: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setModel(model)
        self.setItemDelegate(RowDelegate(self, theme, has_status=has_status))
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setUniformItemSizes(True)
        self.setLayoutMode(QListView.LayoutMode.Batched)
        self.setBatchSize(_BATCH_ROWS)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.selectionModel().selectionChanged.connect(self._announce)
        self.activated.connect(self._open)
        self.clicked.connect(self._open)
        theme.changed.connect(self.viewport().update)

    def select_row(self, row: int) -> None:
        """Select *row* and bring it into view."""
        index = self.model().index(row, 0)
        self.setCurrentIndex(index)
        self.scrollTo(index)

    @property
    def selected_row(self) -> int | None:
        """The selected row, or None."""
        indexes = self.selectionModel().selectedIndexes()
        return indexes[0].row() if indexes else None

    def minimumSizeHint(self) -> QSize:
        """Return room for one row."""
        em = self.fontMetrics().height()
        return QSize(em * 10, em * 9 // 2)

    def sizeHint(self) -> QSize:
        """Return the same: whoever places the list lets it stretch."""
        return self.minimumSizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the rows; say that there are none, and show the focus where no row does."""
        super().paintEvent(event)
        if self.selected_row is not None:
            return
        tokens = self._theme.tokens
        painter = QPainter(self.viewport())
        area = self.viewport().rect().adjusted(2, 2, -2, -2)
        if not self.model().rowCount():
            painter.setPen(QColor(tokens.muted))
            painter.drawText(area, Qt.AlignmentFlag.AlignCenter, self.tr("Keine Einträge"))
        if self.hasFocus():
            painter.setPen(QPen(QColor(tokens.accent), 2))
            painter.drawRect(area)
        painter.end()

    def _announce(self, selected: QItemSelection) -> None:
        # Not currentChanged: assistive technology selects without moving the cursor.
        indexes = selected.indexes()
        if indexes:
            self.chosen.emit(indexes[0].row())

    def _open(self, index: _Index) -> None:
        self.opened.emit(index.row())
