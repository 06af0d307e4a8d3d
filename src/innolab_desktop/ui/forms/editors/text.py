"""One line of text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from innolab_desktop.formdefs.kinds import KINDS
from innolab_desktop.ui.forms.field_editor import EditorContext, FieldEditor
from innolab_desktop.ui.spelling.spell_menu import check_spelling
from innolab_desktop.ui.widgets.boxes import column
from innolab_desktop.ui.widgets.text_line import TextLine

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from innolab_desktop.domain.values import Value
    from innolab_desktop.formdefs.definition import FieldDefinition


class TextEditor(FieldEditor):
    """A line edit."""

    def __init__(self, definition: FieldDefinition, context: EditorContext) -> None:
        super().__init__(definition)
        self._kind = KINDS[definition.kind]
        self._line = TextLine()
        self.setLayout(column(self._line))
        if context.spelling is not None:
            self._spelling = check_spelling(self._line, context.spelling, context.theme)
        self._is_shown = True
        self._line.textChanged.connect(self._on_changed)  # dictation edits without typing

    @property
    def first_widget(self) -> QWidget:
        """The line."""
        return self._line

    def value(self) -> Value:
        """Return the text as one clean line."""
        return self._kind.parse(self.definition, self._line.text())

    def set_value(self, value: Value) -> None:
        """Show *value*."""
        text = self._kind.format(self.definition, value)
        if text != self._line.text():
            self._is_shown = False
            self._line.setText(text)
            self._is_shown = True
            self._line.setCursorPosition(0)

    def set_read_only(self, read_only: bool) -> None:  # noqa: FBT001 - a setter in Qt's manner
        """Forbid or allow changes."""
        self._line.setReadOnly(read_only)

    def _on_changed(self) -> None:
        if self._is_shown:
            self.edited.emit()
