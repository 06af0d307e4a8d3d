"""Rows of lists that are small by nature."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from innolab_desktop.ui.widgets.row_delegate import RowRole

if TYPE_CHECKING:
    from collections.abc import Sequence

    from innolab_desktop.ui.widgets.row_delegate import ListRow

_Index = QModelIndex | QPersistentModelIndex
T = TypeVar("T")


class PlainRowsModel(QAbstractListModel, Generic[T]):
    """Shows a sequence of things, each with the row that stands for it."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._things: tuple[T, ...] = ()
        self._rows: tuple[ListRow, ...] = ()

    def show_rows(self, things: Sequence[T], rows: Sequence[ListRow]) -> None:
        """Show *rows*, which stand for *things* one to one."""
        self.beginResetModel()
        self._things, self._rows = tuple(things), tuple(rows)
        self.endResetModel()

    def thing_at(self, row: int) -> T:
        """Return what *row* stands for."""
        return self._things[row]

    @property
    def things(self) -> Sequence[T]:
        """Everything that is shown."""
        return self._things

    def rowCount(self, parent: _Index | None = None) -> int:
        """Return the number of rows."""
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what *role* asks for of one row."""
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        row = self._rows[index.row()]
        if role == RowRole.ROW:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return row.spoken(self.tr("Status"))
        return None
