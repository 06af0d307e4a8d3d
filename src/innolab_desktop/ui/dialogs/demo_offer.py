"""The offer to look around with invented data, for whoever has no vault yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from innolab_desktop.ui.widgets.boxes import column
from innolab_desktop.ui.widgets.button import Button
from innolab_desktop.ui.widgets.muted import Muted

if TYPE_CHECKING:
    from innolab_desktop.ui.theme.theme import Theme


class DemoOffer(QWidget):
    """A button, and what it leads to.

    Signals:
        requested: the person wants to look around.
    """

    requested = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        button = Button(theme, self.tr("Mit Beispieldaten ausprobieren"), "eye")
        button.clicked.connect(self.requested)
        hint = self.tr(
            "Die Beispieldaten zeigen ein Tandem und eine Koordinierungsstelle. Der Passwortsatz "
            "dazu lautet „innolab-demo“; bitte tragen Sie dort nichts Echtes ein."
        )
        self.setLayout(column(button, Muted(hint), spacing=0.5))
