"""One line to write a contribution down while people speak."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from innolab_desktop.ui.widgets.boxes import column, row
from innolab_desktop.ui.widgets.button import Button
from innolab_desktop.ui.widgets.muted import Muted

if TYPE_CHECKING:
    from innolab_desktop.ui.theme.theme import Theme

_MOST_CHARACTERS = 2000


class ContributionLine(QWidget):
    """Type, Return, next one.

    Signals:
        written: the text of one contribution.
    """

    written = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.field = QLineEdit()
        self.field.setMaxLength(_MOST_CHARACTERS)
        self.field.setPlaceholderText(self.tr("Beitrag in Stichworten"))
        self.field.setAccessibleName(self.tr("Neuer Beitrag, ohne Namen"))
        self.field.returnPressed.connect(self._write)
        add = Button(theme, self.tr("Notieren"), "plus")
        add.clicked.connect(self._write)
        line = row(self.field, add, spacing=0.5)
        line.setStretch(0, 1)
        hint = Muted(
            self.tr("Mit der Eingabetaste wird notiert: ein Gedanke je Beitrag, nie wer ihn hatte.")
        )
        self.setLayout(column(line, hint, spacing=0.3))

    def _write(self) -> None:
        text = self.field.text().strip()
        if text:
            self.field.clear()
            self.written.emit(text)
        self.field.setFocus()
