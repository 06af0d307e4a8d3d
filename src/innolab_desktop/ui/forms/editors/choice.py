"""One answer of several."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from innolab_desktop.formdefs.kinds.choice import label_of
from innolab_desktop.ui.forms.field_editor import EditorContext, FieldEditor
from innolab_desktop.ui.widgets.boxes import column
from innolab_desktop.ui.widgets.combo_box import ComboBox

if TYPE_CHECKING:
    from collections.abc import Collection

    from PySide6.QtWidgets import QWidget

    from innolab_desktop.domain.values import Value
    from innolab_desktop.formdefs.definition import FieldDefinition


class ChoiceEditor(FieldEditor):
    """A combo box; its first entry takes the answer back."""

    def __init__(self, definition: FieldDefinition, context: EditorContext) -> None:
        super().__init__(definition)
        self._combo = ComboBox(context.theme)
        self.offer({choice.id for choice in definition.active_choices})
        self.setLayout(column(self._combo))
        self._combo.activated.connect(self.edited)

    def offer(self, names: Collection[str]) -> None:
        """Offer the choices with these ids."""
        self._combo.clear()
        self._combo.addItem(self.tr("– bitte wählen –"), None)
        for choice in self.definition.active_choices:
            if choice.id in names:
                self._combo.addItem(choice.label, choice.id)
                row = self._combo.count() - 1
                self._combo.setItemData(row, escape(choice.help), Qt.ItemDataRole.ToolTipRole)

    @property
    def first_widget(self) -> QWidget:
        """The combo box."""
        return self._combo

    def value(self) -> Value:
        """Return the id of the choice."""
        chosen = self._combo.currentData()
        return chosen if isinstance(chosen, str) else None

    def set_value(self, value: Value) -> None:
        """Show *value*, also a retired or unknown one."""
        row = self._combo.findData(value) if isinstance(value, str) else 0
        if row < 0:
            self._combo.addItem(label_of(self.definition, str(value)), value)
            row = self._combo.count() - 1
        self._combo.setCurrentIndex(row)

    def set_read_only(self, read_only: bool) -> None:  # noqa: FBT001 - a setter in Qt's manner
        """Forbid or allow changes."""
        self._combo.setEnabled(not read_only)
