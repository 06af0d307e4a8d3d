"""One record or several, named by their titles."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker

from innolab_desktop.formdefs.kinds.reference import referenced_ids
from innolab_desktop.ui.forms.field_editor import EditorContext, FieldEditor
from innolab_desktop.ui.visible_text import single_line
from innolab_desktop.ui.widgets.boxes import column, row
from innolab_desktop.ui.widgets.choice_line import ChoiceLine
from innolab_desktop.ui.widgets.combo_box import ComboBox
from innolab_desktop.ui.widgets.muted import Muted
from innolab_desktop.ui.widgets.tool_button import ToolButton

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from innolab_desktop.domain.values import Value
    from innolab_desktop.formdefs.definition import FieldDefinition


class ReferenceEditor(FieldEditor):
    """A combo box of records, or with ``many`` a list of check boxes."""

    def __init__(self, definition: FieldDefinition, context: EditorContext) -> None:
        super().__init__(definition)
        self._theme = context.theme
        self._combo = ComboBox(context.theme)
        self._lines: dict[str, ChoiceLine] = {}
        self._adding = self._adding_button(context)
        self._column = column(spacing=0)
        self.setLayout(self._column)
        records = context.records.get(definition.references, ())
        if not definition.many:
            self._combo.addItem(self.tr("– bitte wählen –"), None)
            content = row(self._combo, *filter(None, [self._adding]), spacing=0.4)
            content.setStretch(0, 1)
            self._column.addLayout(content)
            self._combo.activated.connect(self.edited)
        elif not records:
            self._column.addWidget(Muted(self.tr("Es gibt noch nichts, was hier zu wählen wäre.")))
        for record_id, title in records:
            self._add(record_id, title)
        if definition.many and self._adding is not None:
            self._column.addLayout(row(self._adding, None))

    @property
    def first_widget(self) -> QWidget:
        """The combo box or the first check box."""
        if not self.definition.many:
            return self._combo
        return next((line.button for line in self._lines.values()), self)

    def value(self) -> Value:
        """Return the ids of the chosen records."""
        if self.definition.many:
            return tuple(name for name, line in self._lines.items() if line.is_checked) or None
        chosen = self._combo.currentData()
        return chosen if isinstance(chosen, str) else None

    def set_value(self, value: Value) -> None:
        """Show *value*; a record that is not there is named as such."""
        chosen = referenced_ids(value)
        known = set(self._lines) if self.definition.many else set(self._combo_ids())
        for record_id in chosen:
            if record_id not in known:
                self._add(record_id, self.tr("(nicht in diesem Tresor)"))
        if not self.definition.many:
            self._combo.setCurrentIndex(self._combo.findData(chosen[0]) if chosen else 0)
            return
        for record_id, line in self._lines.items():
            blocker = QSignalBlocker(line)
            line.set_checked(record_id in chosen)
            blocker.unblock()

    def take_new(self, record_id: str, title: str) -> None:
        """Offer a record that was made just now, and choose it as a person would."""
        before = referenced_ids(self.value()) if self.definition.many else ()
        self._add(record_id, title)
        self.set_value((*before, record_id) if self.definition.many else record_id)
        self.edited.emit()

    def set_read_only(self, read_only: bool) -> None:  # noqa: FBT001 - a setter in Qt's manner
        """Forbid or allow changes."""
        self._combo.setEnabled(not read_only)
        for line in self._lines.values():
            line.button.setEnabled(not read_only)
        if self._adding is not None:
            self._adding.setEnabled(not read_only)

    def _adding_button(self, context: EditorContext) -> ToolButton | None:
        """Return the button for what is not there yet, where that can be made."""
        definition, add = self.definition, context.add_record
        if add is None:
            return None
        text = self.tr("{0}: neu anlegen …").format(definition.label)
        button = ToolButton(self._theme, "plus", text)
        button.clicked.connect(lambda: add(definition))
        return button

    def _combo_ids(self) -> list[str]:
        return [str(self._combo.itemData(row)) for row in range(1, self._combo.count())]

    def _add(self, record_id: str, title: str) -> None:
        if not self.definition.many:
            self._combo.addItem(single_line(title), record_id)
            return
        line = ChoiceLine(self._theme, single_line(title))
        line.toggled.connect(self.edited)
        self._lines[record_id] = line
        self._column.addWidget(line)
