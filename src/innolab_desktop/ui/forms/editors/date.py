"""A calendar day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from innolab_desktop.formdefs.draft import unread_text
from innolab_desktop.formdefs.kinds import KINDS
from innolab_desktop.ui.forms.field_editor import EditorContext, FieldEditor
from innolab_desktop.ui.widgets.boxes import column
from innolab_desktop.ui.widgets.date_field import DateField

if TYPE_CHECKING:
    from PySide6.QtWidgets import QLabel, QWidget

    from innolab_desktop.domain.values import Value
    from innolab_desktop.formdefs.definition import FieldDefinition


class DateEditor(FieldEditor):
    """A line for TT.MM.JJJJ with a calendar."""

    def __init__(self, definition: FieldDefinition, context: EditorContext) -> None:
        super().__init__(definition)
        self._field = DateField(context.theme)
        self.setLayout(column(self._field))
        self._field.edited.connect(self.edited)

    @property
    def first_widget(self) -> QWidget:
        """The line."""
        return self._field.line

    def value(self) -> Value:
        """Return the ISO date.

        Raises:
            FormError: the text is not a date.
        """
        return KINDS["date"].parse(self.definition, self._field.text)

    def typed_text(self) -> str:
        """Return what stands in the line."""
        return self._field.text

    def set_value(self, value: Value) -> None:
        """Show *value*."""
        if (text := unread_text(value)) is not None:
            self._field.show_text(text)
        else:
            self._field.set_iso_date(value if isinstance(value, str) else None)

    def set_read_only(self, read_only: bool) -> None:  # noqa: FBT001 - a setter in Qt's manner
        """Forbid or allow changes."""
        self._field.set_enabled(not read_only)

    def describe(self, label: QLabel, hint: str) -> None:
        """Name line and calendar."""
        super().describe(label, hint)
        self._field.set_name(self.definition.label)
