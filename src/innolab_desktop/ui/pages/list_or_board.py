"""The same records as a list with details, or on a board."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget

from innolab_desktop.ui.pages.board.board import Board

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from innolab_desktop.formdefs.definition import FormDefinition
    from innolab_desktop.services.read_models import RowQuery
    from innolab_desktop.ui.desk import Desk
    from innolab_desktop.ui.pages.filter_bar import FilterBar


class ListOrBoard(QStackedWidget):
    """Shows the list, until the person wants the board.

    Signals:
        list_shown: the list is in front again and takes the filters back.
        opened: id of a card that is to be shown in the list.
        list_chosen: the person went back to the list.
    """

    list_shown = Signal()
    opened = Signal(bytes)
    list_chosen = Signal()

    def __init__(self, desk: Desk, definition: FormDefinition, name: str, as_list: QWidget) -> None:
        super().__init__()
        self._desk = desk
        self._definition = definition
        self._name = name
        self._list = as_list
        self._board: Board | None = None
        self.addWidget(as_list)

    @property
    def board(self) -> Board | None:
        """The board, if it was ever shown."""
        return self._board

    def show_list(self) -> None:
        """Bring the list to the front."""
        if self.currentWidget() is not self._list:
            self.setCurrentWidget(self._list)
            self.list_shown.emit()

    def show_board(self, query: RowQuery, filters: FilterBar) -> None:
        """Bring the board to the front, with the records of *query* and what narrows it down."""
        if self._board is None:
            self._board = Board(self._desk, self._definition, self._name)
            self._board.list_requested.connect(self._back_to_list)
            self._board.opened.connect(self.opened)
            self.addWidget(self._board)
        self.setCurrentWidget(self._board)
        self._board.hold(filters)
        self._board.show_query(query)
        self._board.back.setFocus()

    def _back_to_list(self) -> None:
        self.show_list()
        self.list_chosen.emit()
