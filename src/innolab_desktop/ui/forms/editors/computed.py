"""A result of a rule: shown, never typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from innolab_desktop.formdefs.kinds import KINDS
from innolab_desktop.ui.forms.field_editor import EditorContext, FieldEditor
from innolab_desktop.ui.widgets.boxes import column
from innolab_desktop.ui.widgets.plain_label import PlainLabel

if TYPE_CHECKING:
    from PySide6.QtWidgets import QLabel, QWidget

    from innolab_desktop.domain.values import Value
    from innolab_desktop.formdefs.definition import FieldDefinition


class ComputedEditor(FieldEditor):
    """A label with the result."""

    def __init__(self, definition: FieldDefinition, _context: EditorContext) -> None:
        super().__init__(definition)
        self._value: Value = None
        self._label = PlainLabel("–")
        self.setLayout(column(self._label))

    @property
    def first_widget(self) -> QWidget:
        """The label."""
        return self._label

    def value(self) -> Value:
        """Return the result that is shown."""
        return self._value

    def set_value(self, value: Value) -> None:
        """Show *value*."""
        self._value = value
        self._label.setText(KINDS["computed"].format(self.definition, value) or "–")

    def set_read_only(self, read_only: bool) -> None:  # noqa: FBT001 - a setter in Qt's manner
        """Change nothing: a result is never edited."""

    def describe(self, label: QLabel, hint: str) -> None:
        """Name the result; a label that cannot be focused is no buddy."""
        label.setAccessibleName(self.definition.label)
        self._label.setAccessibleDescription(hint)
