"""What a list is narrowed down and sorted by; it goes along to the board."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from innolab_desktop.ui.pages.list_filters import ListFilters
from innolab_desktop.ui.widgets.boxes import column, row
from innolab_desktop.ui.widgets.combo_box import ComboBox
from innolab_desktop.ui.widgets.inside_line import ClearButton
from innolab_desktop.ui.widgets.text_line import TextLine
from innolab_desktop.ui.widgets.tool_button import ToolButton

if TYPE_CHECKING:
    from innolab_desktop.formdefs.definition import FormDefinition
    from innolab_desktop.services.read_models import RowQuery
    from innolab_desktop.ui.desk import Desk

_AFTER_MS: Final = 150


class FilterBar(QWidget):
    """Words, order, and further filters that show at a click.

    Signals:
        changed: something else is to be shown, a moment after the last key.
    """

    changed = Signal()

    def __init__(self, desk: Desk, definition: FormDefinition) -> None:
        super().__init__()
        self.words = TextLine()
        self.words.setPlaceholderText(self.tr("Filtern"))
        self.words.setAccessibleName(self.tr("Liste filtern"))
        ClearButton(self.words)
        self._sort = self._build_sort(desk)
        self.filters = ListFilters(desk, definition)
        self.filters.hide()
        self.more = ToolButton(desk.theme, "filter", self.tr("Weitere Filter"))
        self.more.setCheckable(True)
        first = row(self.words, self._sort, self.more)
        first.setStretch(0, 1)
        self.setLayout(column(first, self.filters, spacing=0.6))
        self._delay = QTimer(self)
        self._delay.setSingleShot(True)
        self._delay.setInterval(_AFTER_MS)
        self._delay.timeout.connect(self.changed)
        self.words.textChanged.connect(self._wait)
        self._sort.activated.connect(self.changed)
        self.more.toggled.connect(self.filters.setVisible)
        self.filters.changed.connect(self.changed)

    @property
    def is_active(self) -> bool:
        """Whether something is left out."""
        return bool(self.words.text().strip()) or self.filters.is_active

    def apply(self, query: RowQuery) -> RowQuery:
        """Return *query* with what was typed and chosen."""
        sort, descending = self._sort.currentData()
        text = self.words.text().strip()
        return self.filters.apply(replace(query, text=text, sort=sort, descending=descending))

    def follow(self, before: QWidget) -> None:
        """Let Tab come here after *before*: the bar is shown in more than one place."""
        for stop in (self.words, self._sort, self.more, *self.filters.stops):
            QWidget.setTabOrder(before, stop)
            before = stop

    def _wait(self) -> None:
        self._delay.start()

    def _build_sort(self, desk: Desk) -> ComboBox:
        box = ComboBox(desk.theme)
        box.setAccessibleName(self.tr("Sortieren"))
        for label, sort, descending in (
            (self.tr("Neueste"), "changed", True),
            (self.tr("Titel"), "title", False),
            (self.tr("Stand"), "status", False),
        ):
            box.addItem(label, (sort, descending))
        return box
