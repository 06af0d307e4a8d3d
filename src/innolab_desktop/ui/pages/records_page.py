"""A list of records of one kind beside the one that is open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QSplitter, QWidget

from innolab_desktop.services.read_models import RowQuery
from innolab_desktop.ui.counting import counted
from innolab_desktop.ui.dialogs.new_record_dialog import NewRecordDialog
from innolab_desktop.ui.models.record_rows import RecordRowsModel
from innolab_desktop.ui.pages.board.board import has_board
from innolab_desktop.ui.pages.detail_stack import DetailStack
from innolab_desktop.ui.pages.filter_bar import FilterBar
from innolab_desktop.ui.pages.list_or_board import ListOrBoard
from innolab_desktop.ui.pages.page import Page
from innolab_desktop.ui.pages.table_saving import TableSaving
from innolab_desktop.ui.theme.fonts import em_px
from innolab_desktop.ui.widgets.boxes import column, has_keyboard, row
from innolab_desktop.ui.widgets.button import Button
from innolab_desktop.ui.widgets.empty_state import EmptyState
from innolab_desktop.ui.widgets.heading import Heading
from innolab_desktop.ui.widgets.muted import Muted
from innolab_desktop.ui.widgets.row_list import RowList
from innolab_desktop.ui.widgets.scroll_page import ScrollColumn
from innolab_desktop.ui.widgets.surface import Surface
from innolab_desktop.ui.widgets.tool_button import ToolButton

if TYPE_CHECKING:
    from PySide6.QtCore import QObject
    from PySide6.QtGui import QResizeEvent

    from innolab_desktop.formdefs.definition import FormDefinition
    from innolab_desktop.services.changes import Changes
    from innolab_desktop.ui.desk import Desk
    from innolab_desktop.ui.pages.board.board import Board
    from innolab_desktop.ui.pages.guided_flow import GuidedFlow
    from innolab_desktop.ui.pages.record_undoing import RecordUndoing

_NARROW_EM = 48


class RecordsPage(Page):
    """List and detail; in a narrow window list or detail."""

    def __init__(self, desk: Desk, definition: FormDefinition, name: str = "") -> None:
        super().__init__(desk)
        self._definition = definition
        name = name or definition.label_plural
        self._is_narrow = False
        self._wanted: bytes | None = None
        self._model = RecordRowsModel(
            desk.jobs, desk.session.forms, desk.session.records.list_rows, self
        )
        self._query = RowQuery(
            kind=definition.id, sort="changed", descending=True, has_excerpts=definition.has_text
        )
        self._bar = FilterBar(desk, definition)
        self._bar_place = column(self._bar)
        self._list = RowList(desk.theme, self._model, name)
        self._count = Muted()
        self._left = self._build_list(name)
        self._empty = self._build_empty()
        self._detail = DetailStack(desk, self._empty)
        self._editor = self._detail.editor
        self._split = QSplitter()
        self._split.addWidget(self._left)
        self._split.addWidget(self._detail)
        self._split.setStretchFactor(1, 1)
        self._split.setChildrenCollapsible(False)
        self._split.setHandleWidth(1)
        self._split.setMinimumSize(1, 1)  # too narrow for both: list or detail is shown
        self._split.setSizes([em_px(21), em_px(60)])
        self._views = ListOrBoard(desk, definition, name, self._split)
        self.setLayout(column(self._views))
        self._connect()

    def activate(self) -> None:
        """Show the current rows."""
        self._bar.filters.read()
        self._model.show_query(self._query)

    def leave(self) -> None:
        """Write what is being edited."""
        self._detail.commit()

    def open_record(self, _kind: str, record_id: bytes, entry: str = "") -> None:
        """Show a record, also one that the list does not show at the moment."""
        self._views.show_list()
        self._editor.open_record(record_id, entry)
        self._show_detail(shown=True)
        if not has_keyboard(self._detail):
            self._editor.setFocus()
        found = self._model.row_of(record_id)
        if found is None:
            self._wanted = record_id
        else:
            self._list.select_row(found)

    def start_new(self) -> bool:
        """Ask for the title of a new record."""
        self._ask_new()
        return True

    def begin_flow(self) -> None:
        """Lead through the record that is open; where there is none, let the person choose one."""
        if self._detail.is_leading and self.flow is not None:
            self.flow.setFocus()
        elif self._editor.record_id is not None:
            self._editor.begin_flow()
        else:
            self.show_start()
            self._list.setFocus()

    def lead(self, record_id: bytes) -> None:
        """Lead through a record step by step; the list makes room for it."""
        self._views.show_list()
        self._left.hide()
        self._detail.show()
        self._detail.lead(self._definition.id, record_id)

    def show_start(self) -> None:
        """Leave what leads through a record, and go back to the list."""
        had_keyboard = has_keyboard(self)
        if self._detail.is_leading and self.flow is not None:
            self.flow.leave()
        self._views.show_list()
        if self._is_narrow:
            self._show_detail(shown=False)
        if had_keyboard:
            self._list.setFocus()

    @property
    def undoing(self) -> RecordUndoing | None:
        """Takes back what was changed last in the open record."""
        return self._detail.undoing

    @property
    def flow(self) -> GuidedFlow | None:
        """The guided flow, if one was ever begun."""
        return self._detail.flow

    @property
    def board(self) -> Board | None:
        """The board, if it was ever shown."""
        return self._views.board

    def show_tab(self, index: int) -> None:
        """Bring a part of the open record to the front."""
        self._editor.show_tab(index)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show list or detail only when there is room for one."""
        super().resizeEvent(event)
        self._fold()

    def _fold(self) -> None:
        is_narrow = self.width() < em_px(_NARROW_EM)
        if is_narrow == self._is_narrow:
            return
        self._is_narrow = is_narrow
        self._editor.set_back_visible(is_narrow)
        if not self._detail.is_leading:
            self._show_detail(shown=self._editor.record_id is not None)

    def _build_list(self, name: str) -> QWidget:
        theme = self.desk.theme
        self._new = new = Button(theme, self.tr("Neu"), "plus", primary=True)
        new.setAccessibleName(self._definition.label_new)
        new.clicked.connect(self._ask_new)
        head = column(
            row(Heading(name, 2), self._board_button(), self._table_button(name), new),
            self._bar_place,
            margins=(0.9, 1, 0.9, 0.6),
            spacing=0.6,
        )
        foot = column(self._count, margins=(0.9, 0.3, 0.9, 0.5))
        layout = column(head, self._list, foot, spacing=0)
        layout.setStretch(1, 1)
        return ScrollColumn(Surface("bar", layout))

    def _board_button(self) -> QWidget:
        button = ToolButton(self.desk.theme, "layout-columns", self.tr("Als Tafel zeigen"))
        if not has_board(self._definition):
            button.hide()
        button.clicked.connect(self._show_board)
        return button

    def _show_board(self) -> None:
        self._apply_filter()
        self._views.show_board(self._query, self._bar)

    def _table_button(self, name: str) -> QWidget:
        button = ToolButton(self.desk.theme, "download", self.tr("Als Tabelle speichern"))
        saving = TableSaving(self.desk, self, name)
        button.clicked.connect(lambda: saving.ask(self._query))
        return button

    def _build_empty(self) -> EmptyState:
        theme = self.desk.theme
        action = Button(theme, self._definition.label_new, "plus")
        action.clicked.connect(self._ask_new)
        return EmptyState(
            theme,
            self._definition.icon,
            self.tr("Nichts ausgewählt"),
            self._definition.help,
            action,
        )

    def _connect(self) -> None:
        self._bar.changed.connect(self._apply_filter)
        self._model.loaded.connect(self._on_loaded)
        self._list.chosen.connect(self._on_chosen)
        self._list.opened.connect(self._on_opened)
        self._views.opened.connect(self._open_card)
        self._views.list_shown.connect(self._take_bar_back)
        self._views.list_chosen.connect(self._list.setFocus)
        self._editor.back_requested.connect(lambda: self._show_detail(shown=False))
        self._editor.deleted.connect(self._on_deleted)
        self._editor.record_requested.connect(self.record_requested)
        self._editor.undoing.brought_back.connect(self._open_card)
        self._editor.run_requested.connect(self.lead)
        self._detail.flow_left.connect(lambda: self._left.setVisible(not self._is_narrow))
        self.desk.notifier.changed.connect(self._on_changed)
        self.desk.theme.changed.connect(self._fold)

    def _take_bar_back(self) -> None:
        self._bar_place.addWidget(self._bar)
        self._bar.follow(self._new)

    def _apply_filter(self) -> None:
        self._query = self._bar.apply(self._query)
        self._model.show_query(self._query)
        if self.board is not None:
            self.board.show_query(self._query)

    def _on_loaded(self, total: int) -> None:
        definition = self._definition
        self._count.setText(counted(total, definition.label, definition.label_plural))
        nothing_yet = not total and not self._bar.is_active
        self._empty.set_texts(
            self.tr("Noch nichts da") if nothing_yet else self.tr("Nichts ausgewählt"),
            definition.help,
        )
        current = self._wanted or self._editor.record_id
        self._wanted = None
        found = None if current is None else self._model.row_of(current)
        if found is not None and self._list.selected_row != found:
            self._list.select_row(found)

    def _on_chosen(self, row_number: int) -> None:
        record = self._model.record_at(row_number)
        if record is not None and record.id != self._editor.record_id:
            self._editor.open_record(record.id)
            self._detail.show_editor()

    def _open_card(self, record_id: bytes) -> None:
        self.open_record(self._definition.id, record_id)

    def _on_opened(self, _row_number: int) -> None:
        self._show_detail(shown=True)

    def _on_deleted(self) -> None:
        self._detail.show_empty()
        self._show_detail(shown=False)
        self._list.setFocus()

    def _on_changed(self, _changes: Changes, _initiator: QObject | None) -> None:
        if self.isVisible():
            self._model.reload()

    def _show_detail(self, *, shown: bool) -> None:
        if shown:
            self._detail.show_editor()
        if self._is_narrow:
            self._left.setVisible(not shown)
            self._detail.setVisible(shown)
            (self._editor if shown else self._list).setFocus()
        else:
            self._left.show()
            self._detail.show()

    def _ask_new(self) -> None:
        dialog = NewRecordDialog(self, self.desk, self._definition)
        dialog.created.connect(self._on_created)
        dialog.open()

    def _on_created(self, record_id: bytes) -> None:
        self._wanted = record_id
        self._model.reload()
        self.open_record(self._definition.id, record_id)
        self._editor.focus_form()
