"""The navigation: one row per area, with icon, name and number of waiting things."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QAbstractListModel,
    QItemSelection,
    QModelIndex,
    QPersistentModelIndex,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeySequence, QPalette
from PySide6.QtWidgets import QFrame, QListView, QSizePolicy, QWidget

from innolab_desktop.ui.widgets.nav_delegate import NavDelegate, NavRole

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QMouseEvent

    from innolab_desktop.ui.theme.theme import Theme

_Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class NavItem:
    """One area of the program."""

    name: str
    icon: str
    description: str


class NavModel(QAbstractListModel):
    """The areas and how much waits in each."""

    def __init__(self, items: Sequence[NavItem]) -> None:
        super().__init__()
        self._items = tuple(items)
        self._waiting = [0] * len(self._items)

    def rowCount(self, parent: _Index | None = None) -> int:
        """Return the number of areas."""
        return 0 if parent is not None and parent.isValid() else len(self._items)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what *role* asks for of one area."""
        if not index.isValid() or index.row() >= len(self._items):
            return None
        item, waiting = self._items[index.row()], self._waiting[index.row()]
        answers: dict[int, object] = {
            Qt.ItemDataRole.DisplayRole: item.name,
            Qt.ItemDataRole.AccessibleTextRole: item.name,
            Qt.ItemDataRole.AccessibleDescriptionRole: item.description,
            Qt.ItemDataRole.ToolTipRole: f"{item.name} ({_keys(index.row())})",
            NavRole.ICON: item.icon,
            NavRole.WAITING: waiting,
        }
        if waiting:
            spoken = self.tr("{0}, {1} zu entscheiden").format(item.name, waiting)
            answers[Qt.ItemDataRole.AccessibleTextRole] = spoken
        return answers.get(role)

    def set_waiting(self, row: int, count: int) -> None:
        """Show that *count* things wait in the area of *row*."""
        if self._waiting[row] != count:
            self._waiting[row] = count
            index = self.index(row)
            self.dataChanged.emit(index, index)


class NavList(QListView):
    """The list of areas; shows icons only when the window is narrow.

    Signals:
        chosen: another area was chosen.
        chosen_again: the area that is chosen was clicked once more.
    """

    chosen = Signal(int)
    chosen_again = Signal()

    def __init__(
        self, theme: Theme, items: Sequence[NavItem], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._compact = False
        self._nav_model = NavModel(items)
        self._nav_model.setParent(self)
        self.setModel(self._nav_model)
        self._delegate = NavDelegate(self, theme)
        self.setItemDelegate(self._delegate)
        self.setMouseTracking(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(self.tr("Bereiche"))
        self.viewport().setBackgroundRole(QPalette.ColorRole.Base)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.selectionModel().selectionChanged.connect(self._announce)
        theme.changed.connect(self.viewport().update)
        self.go_to(0)

    @property
    def compact(self) -> bool:
        """Whether only icons are shown."""
        return self._compact

    def set_compact(self, compact: bool) -> None:  # noqa: FBT001 - a setter in Qt's manner
        """Show icons only, or icons with names."""
        if compact != self._compact:
            self._compact = compact
            self._delegate.compact = compact
            self.scheduleDelayedItemsLayout()
            self.updateGeometry()

    def go_to(self, row: int) -> None:
        """Choose the area of *row*."""
        self.setCurrentIndex(self._nav_model.index(row))

    @property
    def selected_row(self) -> int | None:
        """The chosen area, None while a search is shown."""
        indexes = self.selectionModel().selectedIndexes()
        return indexes[0].row() if indexes else None

    def set_waiting(self, row: int, count: int) -> None:
        """Show that *count* things wait in the area of *row*."""
        self._nav_model.set_waiting(row, count)

    def sizeHint(self) -> QSize:
        """Return the width that the rows need."""
        em = self.fontMetrics().height()
        return QSize(round(em * (3.2 if self._compact else 12.5)), em * 10)

    def minimumSizeHint(self) -> QSize:
        """Return the width of the rows and the height of two of them."""
        return QSize(self.sizeHint().width(), self.fontMetrics().height() * 4)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose an area, or the same one again."""
        former = self.selected_row
        super().mousePressEvent(event)
        if former is not None and self.indexAt(event.position().toPoint()).row() == former:
            self.chosen_again.emit()

    def _announce(self, selected: QItemSelection) -> None:
        # Not currentChanged: assistive technology selects without moving the cursor.
        indexes = selected.indexes()
        if indexes:
            self.chosen.emit(indexes[0].row())


def _keys(row: int) -> str:
    return QKeySequence(f"Ctrl+{row + 1}").toString(QKeySequence.SequenceFormat.NativeText)
