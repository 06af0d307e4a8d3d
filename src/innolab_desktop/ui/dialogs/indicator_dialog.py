"""A new indicator from the catalogue."""

from __future__ import annotations

from typing import TYPE_CHECKING

from innolab_desktop.ui.dialogs.creation_dialog import CreationDialog
from innolab_desktop.ui.space_names import space_audience, space_label
from innolab_desktop.ui.widgets.boxes import column
from innolab_desktop.ui.widgets.button import Button
from innolab_desktop.ui.widgets.combo_box import ComboBox
from innolab_desktop.ui.widgets.muted import Muted
from innolab_desktop.ui.widgets.plain_label import PlainLabel

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from innolab_desktop.services.read_models import Space
    from innolab_desktop.ui.desk import Desk


class IndicatorDialog(CreationDialog):
    """Asks for an entry of the catalogue and the space of the indicator."""

    def __init__(self, parent: QWidget, desk: Desk) -> None:
        save = Button(desk.theme, self.tr("Anlegen"), "plus", primary=True)
        super().__init__(parent, desk, self.tr("Kennzahl aus dem Katalog"), save)
        self._spaces: tuple[Space, ...] = ()
        self._entry, entry_label = self._choice(self.tr("Kennzahl"))
        self._space, space_label_ = self._choice(self.tr("Raum"))
        self._note, self._audience = Muted(), Muted()
        for template in desk.session.indicators.templates:
            self._entry.addItem(template.title, template.id)
        self._entry.currentIndexChanged.connect(self._show_note)
        self._space.currentIndexChanged.connect(self._show_audience)
        cancel = Button(desk.theme, self.tr("Abbrechen"))
        cancel.clicked.connect(self.reject)
        content = column(
            self._error,
            column(entry_label, self._entry, self._note, spacing=0.25),
            column(space_label_, self._space, self._audience, spacing=0.25),
            None,
            spacing=0.8,
        )
        self.assemble(content, cancel, self._save, width_em=40)
        self._show_note(0)
        session = desk.session
        desk.jobs.run(self, lambda _job: session.spaces.own(), self._show_spaces)

    def choose(self, template_id: str) -> None:
        """Choose an entry of the catalogue."""
        self._entry.setCurrentIndex(self._entry.findData(template_id))

    def _choice(self, name: str) -> tuple[ComboBox, PlainLabel]:
        box, label = ComboBox(self.theme), PlainLabel(name, wrap=False)
        box.setAccessibleName(name)
        label.setBuddy(box)
        return box, label

    def _show_note(self, index: int) -> None:
        template = self._desk.session.indicators.templates[index]
        text = self.tr("Schutz: Mindestfallzahl {0}.").format(template.min_cell_count)
        self._note.setText(f"{text} {template.note}".strip())

    def _show_spaces(self, spaces: tuple[Space, ...]) -> None:
        self._spaces = spaces
        for space in spaces:
            self._space.addItem(space_label(space), space.id)

    def _show_audience(self, index: int) -> None:
        if 0 <= index < len(self._spaces):
            self._audience.setText(space_audience(self._spaces[index]))

    def _submit(self) -> None:
        indicators = self._desk.session.indicators
        entry, space = str(self._entry.currentData()), self._space.currentData()
        self._make(lambda _job: indicators.take(entry, space))
