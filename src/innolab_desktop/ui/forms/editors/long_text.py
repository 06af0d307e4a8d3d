"""Longer text that merges by character."""

from __future__ import annotations

from typing import TYPE_CHECKING

from innolab_desktop.formdefs.kinds import KINDS
from innolab_desktop.ui.forms.field_editor import EditorContext, FieldEditor
from innolab_desktop.ui.spelling.spell_menu import check_spelling
from innolab_desktop.ui.widgets.boxes import column
from innolab_desktop.ui.widgets.text_area import TextArea

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from innolab_desktop.domain.values import Value
    from innolab_desktop.formdefs.definition import FieldDefinition


class LongTextEditor(FieldEditor):
    """A growing text area."""

    def __init__(self, definition: FieldDefinition, context: EditorContext) -> None:
        super().__init__(definition)
        self._kind = KINDS[definition.kind]
        self._area = TextArea(rows=3)
        self.setLayout(column(self._area))
        if context.spelling is not None:
            self._spelling = check_spelling(self._area, context.spelling, context.theme)
        self._area.edited.connect(self.edited)

    @property
    def first_widget(self) -> QWidget:
        """The text area."""
        return self._area

    def value(self) -> Value:
        """Return the text with clean lines."""
        return self._kind.parse(self.definition, self._area.toPlainText())

    def set_value(self, value: Value) -> None:
        """Show *value*; the cursor stays where it is when nothing changes."""
        text = self._kind.format(self.definition, value)
        if text != self._area.toPlainText():
            self._area.show_text(text)

    def set_read_only(self, read_only: bool) -> None:  # noqa: FBT001 - a setter in Qt's manner
        """Forbid or allow changes."""
        self._area.setReadOnly(read_only)
