"""A number with its meaning."""

from __future__ import annotations

from PySide6.QtGui import QFont

from innolab_desktop.ui.theme.fonts import TypeSize
from innolab_desktop.ui.widgets.boxes import column
from innolab_desktop.ui.widgets.card import Card
from innolab_desktop.ui.widgets.muted import Muted
from innolab_desktop.ui.widgets.plain_label import Ink, PlainLabel


class FigureCard(Card):
    """A label, a large number, and a line about it."""

    def __init__(self, label: str) -> None:
        super().__init__()
        self._label = label
        self._figure = PlainLabel(
            "–", size=TypeSize.FIGURE, weight=QFont.Weight.DemiBold, wrap=False
        )
        self._note = PlainLabel(size=TypeSize.HINT)
        self.setLayout(
            column(
                Muted(label), self._figure, self._note, margins=(0.9, 0.7, 0.9, 0.7), spacing=0.15
            )
        )

    def show_figure(self, figure: int, note: str, ink: Ink = "muted") -> None:
        """Show *figure* and *note*."""
        self._figure.setText(str(figure))
        self._note.setText(note)
        self._note.set_ink(ink)
        self.setAccessibleName(f"{self._label}: {figure}. {note}")
