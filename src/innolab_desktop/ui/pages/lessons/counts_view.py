"""How often each entry of a catalogue occurs."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from innolab_desktop.ui.widgets.boxes import clear, column
from innolab_desktop.ui.widgets.data_table import DataTable
from innolab_desktop.ui.widgets.heading import Heading
from innolab_desktop.ui.widgets.muted import Muted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from innolab_desktop.formdefs.forms import Forms


class CountsView(QWidget):
    """One table per catalogue, the most frequent entry first."""

    def __init__(self, forms: Forms) -> None:
        super().__init__()
        self._forms = forms
        self._tables = column(spacing=0.6)
        self.setLayout(self._tables)

    def show_counts(self, counts: Sequence[tuple[str, str, int]]) -> None:
        """Show kind, entry and number of each."""
        clear(self._tables)
        for kind, found in groupby(counts, key=lambda item: item[0]):
            label = self._forms.form(kind).label_plural
            rows = [(title, str(count)) for _, title, count in found]
            self._tables.addWidget(Heading(label, 3))
            name = self.tr("{0} nach Häufigkeit").format(label)
            self._tables.addWidget(DataTable(name, (self.tr("Eintrag"), self.tr("Anzahl")), rows))
        if not counts:
            self._tables.addWidget(Muted(self.tr("Noch nichts zu zählen.")))
