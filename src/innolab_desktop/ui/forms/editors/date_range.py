"""From a day to a day, either end open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from innolab_desktop.formdefs.draft import unread_text
from innolab_desktop.formdefs.kinds import KINDS
from innolab_desktop.ui.forms.field_editor import EditorContext, FieldEditor
from innolab_desktop.ui.widgets.boxes import row
from innolab_desktop.ui.widgets.date_field import DateField
from innolab_desktop.ui.widgets.muted import Muted

if TYPE_CHECKING:
    from PySide6.QtWidgets import QLabel, QWidget

    from innolab_desktop.domain.values import Value
    from innolab_desktop.formdefs.definition import FieldDefinition

_ENDS = 2
_TO = " – "


class DateRangeEditor(FieldEditor):
    """Two dates."""

    def __init__(self, definition: FieldDefinition, context: EditorContext) -> None:
        super().__init__(definition)
        self._start = DateField(context.theme)
        self._end = DateField(context.theme)
        content = row(self._start, Muted("–", wrap=False), self._end)
        content.setStretch(0, 1)
        content.setStretch(2, 1)
        self.setLayout(content)
        self._start.edited.connect(self.edited)
        self._end.edited.connect(self.edited)

    @property
    def first_widget(self) -> QWidget:
        """The line of the first day."""
        return self._start.line

    def value(self) -> Value:
        """Return both ISO dates, None for an open end.

        Raises:
            FormError: one of the texts is not a date.
        """
        start, end = (
            KINDS["date"].parse(self.definition, side.text) for side in (self._start, self._end)
        )
        days = (
            start if isinstance(start, str) else None,
            end if isinstance(end, str) else None,
        )
        return days if any(days) else None

    def typed_text(self) -> str:
        """Return what stands in both lines."""
        return f"{self._start.text}{_TO}{self._end.text}"

    def set_value(self, value: Value) -> None:
        """Show *value*."""
        if (text := unread_text(value)) is not None:
            start, _, end = text.partition(_TO)
            self._start.show_text(start)
            self._end.show_text(end)
            return
        days = value if isinstance(value, tuple) and len(value) == _ENDS else (None, None)
        self._start.set_iso_date(days[0])
        self._end.set_iso_date(days[1])

    def set_read_only(self, read_only: bool) -> None:  # noqa: FBT001 - a setter in Qt's manner
        """Forbid or allow changes."""
        self._start.set_enabled(not read_only)
        self._end.set_enabled(not read_only)

    def describe(self, label: QLabel, hint: str) -> None:
        """Name both ends."""
        super().describe(label, hint)
        self._start.set_name(self.tr("{0}, von").format(self.definition.label))
        self._end.set_name(self.tr("{0}, bis").format(self.definition.label))
