"""Narrows a list of people down to those whose name or place holds some words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from innolab_desktop.domain.german_folding import fold
from innolab_desktop.ui.widgets.boxes import column
from innolab_desktop.ui.widgets.filter_field import FilterField
from innolab_desktop.ui.widgets.muted import Muted

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

FILTERED_FROM = 8
"""From how many people on a list has a filter; fewer are seen at a glance."""


@dataclass(frozen=True, slots=True)
class PersonLine:
    """One line of a list.

    Attributes:
        words: what it can be found by.
        is_kept: whether it stays whatever is looked for, as somebody who was chosen does.
    """

    words: str
    widget: QWidget
    is_kept: Callable[[], bool] = lambda: False


class PersonFilter(QWidget):
    """A line for words, and how many people fit; hidden where there are few."""

    def __init__(self) -> None:
        super().__init__()
        self._lines: Sequence[PersonLine] = ()
        self.field = FilterField()
        self.field.setPlaceholderText(self.tr("Nach Name oder Kommune filtern"))
        self.field.setAccessibleName(self.tr("Personen nach Name oder Kommune filtern"))
        self.field.textChanged.connect(self._narrow)
        self._count = Muted()
        self._count.hide()
        self.setLayout(column(self.field, self._count, spacing=0.2))
        self.hide()

    def watch(self, lines: Sequence[PersonLine]) -> None:
        """Narrow *lines* down from now on, by the words that stand there already."""
        self._lines = lines
        self.setVisible(len(lines) >= FILTERED_FROM)
        if len(lines) < FILTERED_FROM:
            self.field.clear()  # what cannot be seen must not hide anybody
        self._narrow()

    def _narrow(self) -> None:
        words = fold(self.field.text()).split()
        fitting = 0
        for line in self._lines:
            fits = all(word in fold(line.words) for word in words)
            fitting += fits
            line.widget.setVisible(fits or line.is_kept())
        told = self.tr("{0} von {1} passen dazu.").format(fitting, len(self._lines))
        self._count.setText(told if words else "")
        self._count.setVisible(bool(words))
        self.field.setAccessibleDescription(self._count.text())
