"""The missions by their Stand, to be moved from one to the next."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QMenu, QWidget

from innolab_desktop.domain.errors import InnolabError
from innolab_desktop.domain.mission_status import next_states
from innolab_desktop.services.read_models import RowQuery
from innolab_desktop.ui.error_sentence import error_sentence
from innolab_desktop.ui.pages.board.column import MOST_CARDS, BoardColumn
from innolab_desktop.ui.pages.list_filters import STATE
from innolab_desktop.ui.quoting import quoted
from innolab_desktop.ui.theme.fonts import em_px
from innolab_desktop.ui.theme.tokens import Tone
from innolab_desktop.ui.visible_text import without_mnemonic
from innolab_desktop.ui.widgets.banner import Banner
from innolab_desktop.ui.widgets.boxes import column, panel, row
from innolab_desktop.ui.widgets.button import Button
from innolab_desktop.ui.widgets.heading import Heading
from innolab_desktop.ui.widgets.scroll_page import ScrollColumn, ScrollPage

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtCore import QObject
    from PySide6.QtGui import QShowEvent

    from innolab_desktop.formdefs.definition import FormDefinition
    from innolab_desktop.services.changes import Changes
    from innolab_desktop.services.read_models import RecordRow, RowPage
    from innolab_desktop.ui.desk import Desk
    from innolab_desktop.ui.pages.filter_bar import FilterBar


_LEAST_EM: Final = 12
"""How much of the columns is seen at least; below that the page scrolls."""


def has_board(definition: FormDefinition) -> bool:
    """Tell whether records of a form have states to be moved through."""
    field = definition.field(STATE)
    return field is not None and field.editor == "mission_status"


class Board(QWidget):
    """One column per state; a card is moved by its menu, by its button or by dragging.

    Signals:
        list_requested: the person wants the list back.
        opened: id of a record the person wants to see.
    """

    list_requested = Signal()
    opened = Signal(bytes)

    def __init__(self, desk: Desk, definition: FormDefinition, name: str) -> None:
        super().__init__()
        self._desk = desk
        self._definition = definition
        self._query = RowQuery(kind=definition.id, sort="changed", descending=True)
        self._wanted: bytes | None = None
        self._reads = 0
        self._menu = QMenu(self)
        field = definition.field(STATE)
        choices = field.active_choices if field is not None else ()
        self.columns = [BoardColumn(desk.theme, choice) for choice in choices]
        self._banner = Banner(desk.theme, Tone.WARN)
        self._filters_place = column()
        self.change = Button(desk.theme, self.tr("Stand ändern …"), "arrows-exchange")
        self.change.setEnabled(False)
        self.back = Button(desk.theme, self.tr("Als Liste zeigen"), "menu-2")
        head = row(Heading(name), self.change, self.back, spacing=0.5)
        head.setStretch(0, 1)
        self._columns_page = ScrollPage(panel(row(*self.columns, spacing=0.6)))
        self._columns_page.setMinimumHeight(em_px(_LEAST_EM))
        content = column(
            head,
            self._filters_place,
            self._banner,
            self._columns_page,
            margins=(0.9, 1, 0.9, 0.9),
            spacing=0.6,
        )
        content.setStretch(3, 1)
        self.setLayout(column(ScrollColumn(panel(content)), spacing=0))
        self._connect()

    def hold(self, filters: FilterBar) -> None:
        """Show *filters* above the columns, until the list takes them back."""
        self._filters_place.addWidget(filters)
        filters.follow(self.back)

    def show_query(self, query: RowQuery) -> None:
        """Show what *query* finds, in the columns of the states that it wants."""
        self._query = query
        for item in self.columns:
            item.setVisible(not query.statuses or item.state in query.statuses)
        self._banner.hide()
        self.reload()

    def reload(self) -> None:
        """Read the cards again."""
        self._reads += 1
        number, list_rows = self._reads, self._desk.session.records.list_rows
        queries = {
            item.state: replace(
                self._query,
                statuses=(item.state,),
                has_excerpts=bool(self._query.text),
                limit=MOST_CARDS,
            )
            for item in self.columns
        }

        def take(pages: Mapping[str, RowPage]) -> None:
            if number == self._reads:
                self._show(pages)

        self._desk.jobs.run(
            self,
            lambda _job: {state: list_rows(query) for state, query in queries.items()},
            take,
        )

    def move(self, record_id: bytes, state: str) -> None:
        """Give a record another state, or say why that cannot be."""
        edits = self._desk.session.edits
        self._wanted = record_id
        self._desk.jobs.run(
            self,
            lambda _job: edits.save(record_id, {STATE: state}),
            self._on_moved,
            failed=lambda error: self._refuse(record_id, error),
            title=self.tr("Stand ändern"),
        )

    def offer_states(self) -> QMenu:
        """Return the menu with the states that may follow that of the selected card."""
        self._menu.clear()
        card, labels = self._selected(), {item.state: item.label for item in self.columns}
        if card is not None and not card.is_read_only:
            for state in next_states(card.status or None):
                action = self._menu.addAction(without_mnemonic(labels.get(state, state)))
                action.triggered.connect(lambda _on=False, to=state: self.move(card.id, to))
        return self._menu

    def showEvent(self, event: QShowEvent) -> None:
        """Read again what was changed while the list was in front."""
        super().showEvent(event)
        self.reload()

    def _connect(self) -> None:
        self.back.clicked.connect(self.list_requested)
        self.change.clicked.connect(
            lambda: self._open_menu(self.change.mapToGlobal(self.change.rect().bottomLeft()))
        )
        for item in self.columns:
            item.chosen.connect(lambda item=item: self._on_chosen(item))
            item.opened.connect(self.opened)
            item.dropped.connect(self.move)
            item.menu_requested.connect(self._open_menu)
        self._desk.notifier.changed.connect(self._on_changed)

    def _show(self, pages: Mapping[str, RowPage]) -> None:
        card = self._selected()
        wanted = self._wanted or (card.id if card is not None else None)
        self._wanted = None
        for item in self.columns:
            item.show_page(pages[item.state], self._query.text)
        found = [item for item in self.columns if wanted is not None and item.select(wanted)]
        for item in found:
            self._columns_page.ensureWidgetVisible(item)
        self._offer_change()

    def _selected(self) -> RecordRow | None:
        cards = (item.selected for item in self.columns)
        return next((card for card in cards if card is not None), None)

    def _on_chosen(self, chosen: BoardColumn) -> None:
        for item in self.columns:
            if item is not chosen:
                item.cards.clearSelection()
        self._offer_change()

    def _offer_change(self) -> None:
        card = self._selected()
        self.change.setEnabled(card is not None and not card.is_read_only)

    def _open_menu(self, place: QPoint) -> None:
        menu = self.offer_states()
        if not menu.isEmpty():
            menu.popup(place)

    def _on_moved(self, changes: Changes | None) -> None:
        self._banner.hide()
        if changes is not None:
            self._desk.notifier.announce(changes, self)
        self.reload()

    def _refuse(self, record_id: bytes, error: Exception) -> None:
        sentence = error_sentence(self._desk.catalogue, error)
        column_of = next((item for item in self.columns if item.select(record_id)), None)
        if (
            column_of is not None
            and isinstance(error, InnolabError)
            and error.code == "status_step_not_allowed"
        ):
            labels = {item.state: item.label for item in self.columns}
            steps = ", ".join(quoted(labels.get(s, s)) for s in next_states(column_of.state))
            sentence = self.tr("{0} Von „{1}“ aus geht es zu {2}.").format(
                sentence, column_of.label, steps
            )
        self._banner.show_message(sentence)

    def _on_changed(self, _changes: Changes, initiator: QObject | None) -> None:
        if initiator is not self and self.isVisible():
            self.reload()
