"""A list of lines that begins short: more of it on request, and a filter where it is long."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from innolab_desktop.domain.german_folding import fold
from innolab_desktop.ui.widgets.boxes import clear, column, row
from innolab_desktop.ui.widgets.button import Button
from innolab_desktop.ui.widgets.filter_field import FilterField
from innolab_desktop.ui.widgets.muted import Muted
from innolab_desktop.ui.widgets.person_filter import FILTERED_FROM

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from innolab_desktop.ui.theme.theme import Theme

T = TypeVar("T")

_STEP_LINES = 20


class UnfoldingList(QWidget, Generic[T]):
    """Shows the first items, and makes widgets only for those that are shown.

    Args:
        make: returns the line of an item.
        words: returns what an item is found by.
        first: how many lines it begins with.
        filter_name: says what is filtered, in the line and to screen readers.
    """

    def __init__(
        self,
        theme: Theme,
        make: Callable[[T], QWidget],
        words: Callable[[T], str],
        *,
        first: int,
        filter_name: str,
    ) -> None:
        super().__init__()
        self._make, self._words, self._first = make, words, first
        self._items: Sequence[T] = ()
        self._shown = first
        self.field = FilterField()
        self.field.setPlaceholderText(filter_name)
        self.field.setAccessibleName(filter_name)
        self.field.textChanged.connect(self._refill)
        self._lines = column(spacing=0.7)
        self._rest = Muted()
        self.more, self.fewer = Button(theme, ""), Button(theme, "")
        self.fewer.setText(self.tr("Weniger zeigen"))
        self.more.clicked.connect(self._unfold)
        self.fewer.clicked.connect(self._fold)
        buttons = row(self.more, self.fewer, self._rest, spacing=0.6)
        buttons.setStretch(2, 1)
        self.setLayout(column(self.field, self._lines, buttons, spacing=0.7))

    def show_items(self, items: Sequence[T]) -> None:
        """Show *items*, as many of them as before, by the words that stand there already."""
        self._items = items
        self.field.setVisible(len(items) >= FILTERED_FROM)
        if len(items) < FILTERED_FROM:
            self.field.clear()  # what cannot be seen must not hide anything
        self._refill()

    def fold(self) -> None:
        """Begin short again."""
        self._shown = self._first

    def _unfold(self) -> None:
        self._shown += _STEP_LINES
        self._refill()
        if self.more.isHidden():
            self.fewer.setFocus()

    def _fold(self) -> None:
        self.fold()
        self._refill()
        self.more.setFocus()

    def _refill(self) -> None:
        words = fold(self.field.text()).split()
        fitting = [item for item in self._items if self._fits(item, words)]
        clear(self._lines)
        lines = [self._make(item) for item in fitting[: self._shown]]
        for line in lines:
            self._lines.addWidget(line)
        rest = len(fitting) - self._shown
        self.more.setVisible(rest > 0)
        self.more.setText(self.tr("{0} weitere zeigen").format(min(rest, _STEP_LINES)))
        self.fewer.setVisible(self._shown > self._first and len(fitting) > self._first)
        self._tell(rest, len(fitting) if words else None)
        stops = [stop for line in lines for stop in line.findChildren(QWidget) if _is_stop(stop)]
        for before, after in pairwise([self.field, *stops, self.more, self.fewer]):
            self.setTabOrder(before, after)

    def _tell(self, rest: int, fitting: int | None) -> None:
        parts: list[str] = []
        if fitting is not None:
            parts.append(self.tr("{0} von {1} passen dazu.").format(fitting, len(self._items)))
        if rest > _STEP_LINES:
            parts.append(self.tr("{0} sind noch nicht zu sehen.").format(rest))
        self._rest.setText(" ".join(parts))
        self._rest.setVisible(bool(parts))
        self.field.setAccessibleDescription(self._rest.text())

    def _fits(self, item: T, words: Sequence[str]) -> bool:
        text = fold(self._words(item))
        return all(word in text for word in words)


def _is_stop(widget: QWidget) -> bool:
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
