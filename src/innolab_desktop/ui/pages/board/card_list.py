"""The cards of one column, which can be dragged to another one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QMimeData, QModelIndex, QPersistentModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent

from innolab_desktop.services.read_models import RecordRow
from innolab_desktop.ui.models.plain_rows import PlainRowsModel
from innolab_desktop.ui.widgets.row_list import RowList

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent

    from innolab_desktop.ui.theme.theme import Theme

_Index = QModelIndex | QPersistentModelIndex
CARD_TYPE: Final = "application/x-innolab-record"


class CardsModel(PlainRowsModel[RecordRow]):
    """Records whose ids a drag carries along; nothing of their content leaves the program."""

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Let every card be dragged that can be changed."""
        flags = super().flags(index)
        is_fixed = self.thing_at(index.row()).is_read_only
        return flags if is_fixed else flags | Qt.ItemFlag.ItemIsDragEnabled

    def mimeTypes(self) -> list[str]:  # noqa: N802 - Qt's name
        """Return the one type that the columns of a board take."""
        return [CARD_TYPE]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:  # noqa: N802 - Qt's name
        """Return the id of the card that is dragged."""
        data = QMimeData()
        if indexes:
            data.setData(CARD_TYPE, self.thing_at(indexes[0].row()).id)
        return data


class CardList(RowList):
    """The cards of a column.

    Signals:
        dropped: id of a card that was let go here.
        menu_requested: place on the screen, by mouse or by the menu key.
    """

    dropped = Signal(bytes)
    menu_requested = Signal(QPoint)

    def __init__(self, theme: Theme, model: CardsModel, name: str) -> None:
        super().__init__(theme, model, name)
        self.setDragDropMode(RowList.DragDropMode.DragDrop)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setDropIndicatorShown(False)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take cards only."""
        self._answer(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:  # noqa: N802 - Qt's name
        """Take cards anywhere in the column."""
        self._answer(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Say which card was let go here."""
        if event.mimeData().hasFormat(CARD_TYPE):
            event.acceptProposedAction()
            self.dropped.emit(bytes(event.mimeData().data(CARD_TYPE).data()))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of the card below the pointer, or of the selected one."""
        is_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
        row = self.indexAt(event.pos()).row() if is_mouse else self.selected_row
        if row is None or row < 0:
            return
        place = self.visualRect(self.model().index(row, 0)).center()
        self.select_row(row)
        self.menu_requested.emit(self.viewport().mapToGlobal(place))

    def _answer(self, event: QDragMoveEvent) -> None:
        if event.mimeData().hasFormat(CARD_TYPE):
            event.acceptProposedAction()
        else:
            event.ignore()
