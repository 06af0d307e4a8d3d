"""Secondary text: hints, dates, footers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from innolab_desktop.ui.theme.fonts import TypeSize
from innolab_desktop.ui.widgets.plain_label import PlainLabel

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


class Muted(PlainLabel):
    """Text one step behind the rest, still at 4.5:1."""

    def __init__(
        self,
        text: str = "",
        parent: QWidget | None = None,
        *,
        size: TypeSize = TypeSize.META,
        wrap: bool = True,
    ) -> None:
        super().__init__(text, parent, size=size, ink="muted", wrap=wrap)
