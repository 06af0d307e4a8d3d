"""What to do first where there is nothing yet: a few steps, numbered, beside each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QFont
from PySide6.QtWidgets import QWidget

from innolab_desktop.ui.forms.section_grid import SectionGrid
from innolab_desktop.ui.widgets.boxes import column
from innolab_desktop.ui.widgets.card import Card
from innolab_desktop.ui.widgets.muted import Muted
from innolab_desktop.ui.widgets.plain_label import PlainLabel

if TYPE_CHECKING:
    from collections.abc import Sequence

_COLUMN_EM = 15
_MOST_BESIDE = 3


class StepsCard(Card):
    """One column per step, below each other where there is little room.

    Args:
        steps: what each step is called, and what it is about.
    """

    def __init__(self, steps: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        parts = [(_part(number, *step), 1) for number, step in enumerate(steps, 1)]
        grid = SectionGrid(parts, most_columns=_MOST_BESIDE, column_em=_COLUMN_EM)
        self.setLayout(column(grid, margins=0.9))


def _part(number: int, name: str, text: str) -> QWidget:
    part = QWidget()
    title = PlainLabel(f"{number}. {name}", weight=QFont.Weight.DemiBold)
    part.setLayout(column(title, Muted(text), None, spacing=0.2))
    return part
