"""What a search found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget

from innolab_desktop.ui.actions import Action
from innolab_desktop.ui.counting import counted
from innolab_desktop.ui.models.plain_rows import PlainRowsModel
from innolab_desktop.ui.pages.page import Page
from innolab_desktop.ui.theme.fonts import em_px
from innolab_desktop.ui.visible_text import single_line
from innolab_desktop.ui.widgets.boxes import column
from innolab_desktop.ui.widgets.empty_state import EmptyState
from innolab_desktop.ui.widgets.heading import Heading
from innolab_desktop.ui.widgets.muted import Muted
from innolab_desktop.ui.widgets.row_delegate import ListRow
from innolab_desktop.ui.widgets.row_list import RowList

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from innolab_desktop.services.read_models import SearchHit
    from innolab_desktop.ui.desk import Desk

_MOST_HITS = 50
_MOST_ACTIONS = 6


class SearchPage(Page):
    """Actions and hits in all records, newest first; Return in the search field goes to them.

    Args:
        find_actions: returns the actions that fit some words.

    Signals:
        action_requested: the `Action` that the person chose.
    """

    action_requested = Signal(object)

    def __init__(self, desk: Desk, find_actions: Callable[[str], Sequence[Action]]) -> None:
        super().__init__(desk)
        self._find_actions = find_actions
        self._words = ""
        self._model: PlainRowsModel[SearchHit | Action] = PlainRowsModel(self)
        self._list = RowList(desk.theme, self._model, self.tr("Suchergebnisse"), has_status=False)
        self._list.opened.connect(self._open)
        self._count = Muted()
        self._empty = EmptyState(desk.theme, "search", "")
        self._body = QStackedWidget()
        self._body.addWidget(self._list)
        self._body.addWidget(self._empty)
        head = column(Heading(self.tr("Suche")), self._count, margins=(1.3, 1, 1.3, 0.6))
        layout = column(head, self._body, spacing=0)
        layout.setStretch(1, 1)
        self.setLayout(layout)
        self.setMinimumWidth(em_px(12))

    def search(self, words: str) -> None:
        """Show what is found for *words*."""
        self._words = words
        session = self.desk.session
        self.desk.jobs.run(
            self,
            lambda _job: session.search(words, limit=_MOST_HITS),
            lambda hits: self._show(words, hits),
        )

    def focus_results(self) -> None:
        """Go to the first hit."""
        if self._model.rowCount():
            self._list.select_row(0)
            self._list.setFocus()

    def _show(self, words: str, hits: tuple[SearchHit, ...]) -> None:
        if words != self._words:
            return
        actions = self._find_actions(words)[:_MOST_ACTIONS]
        rows = [ListRow(action.shown_label, self._about(action)) for action in actions]
        rows += [
            ListRow(
                single_line(hit.title) or self.tr("Ohne Titel"),
                f"{self._label(hit.kind)} · {single_line(hit.snippet)}",
                words=words,
            )
            for hit in hits
        ]
        self._model.show_rows([*actions, *hits], rows)
        if len(hits) == _MOST_HITS:
            self._count.setText(
                self.tr("Die {0} neuesten Treffer. Weitere Wörter grenzen die Suche ein.").format(
                    _MOST_HITS
                )
            )
        else:
            hit_count = self.tr("{0} Treffer").format(len(hits))
            commands = counted(len(actions), self.tr("Befehl"), self.tr("Befehle"))
            self._count.setText(f"{commands}, {hit_count}" if actions else hit_count)
        self._empty.set_texts(
            self.tr("Nichts gefunden"),
            self.tr("Gesucht wird in allen Feldern und Befehlen; alle Wörter müssen vorkommen."),
        )
        self._body.setCurrentWidget(self._list if rows else self._empty)

    def _about(self, action: Action) -> str:
        command = self.tr("Befehl")
        return f"{command} · {action.keys}" if action.keys else command

    def _label(self, kind: str) -> str:
        form = self.desk.session.forms.get(kind)
        return form.label if form else self.tr("Aus einer neueren Version")

    def _open(self, row: int) -> None:
        thing = self._model.thing_at(row)
        if isinstance(thing, Action):
            self.action_requested.emit(thing)
        else:
            self.record_requested.emit(thing.id)
