"""Settings that belong together: a heading on a card."""

from __future__ import annotations

from typing import TYPE_CHECKING

from innolab_desktop.ui.widgets.boxes import column
from innolab_desktop.ui.widgets.card import Card
from innolab_desktop.ui.widgets.heading import Heading

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


def section_card(title: str, *items: QWidget) -> Card:
    """Return *items* below *title*."""
    return Card(column(Heading(title, 2), *items, margins=0.9, spacing=0.7))
