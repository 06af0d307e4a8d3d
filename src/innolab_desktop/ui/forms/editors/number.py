"""Whole numbers, decimals and amounts of money, with a decimal comma."""

from __future__ import annotations

from typing import TYPE_CHECKING

from innolab_desktop.formdefs.draft import unread_text
from innolab_desktop.formdefs.kinds import KINDS
from innolab_desktop.ui.forms.field_editor import EditorContext, FieldEditor
from innolab_desktop.ui.widgets.boxes import row
from innolab_desktop.ui.widgets.muted import Muted
from innolab_desktop.ui.widgets.text_line import TextLine

if TYPE_CHECKING:
    from PySide6.QtWidgets import QLabel, QWidget

    from innolab_desktop.domain.values import Value
    from innolab_desktop.formdefs.definition import FieldDefinition


class NumberEditor(FieldEditor):
    """A line edit with the unit beside it; no spin box, so no wheel changes a number."""

    def __init__(self, definition: FieldDefinition, _context: EditorContext) -> None:
        super().__init__(definition)
        self._kind = KINDS[definition.kind]
        self._unit = "€" if definition.kind == "money" else definition.unit
        self._line = TextLine()
        content = row(self._line)
        if self._unit:
            content.addWidget(Muted(self._unit, wrap=False))
        content.setStretch(0, 1)
        self.setLayout(content)
        self._line.textEdited.connect(self.edited)

    @property
    def first_widget(self) -> QWidget:
        """The line."""
        return self._line

    def value(self) -> Value:
        """Return the number.

        Raises:
            FormError: the text is not a number.
        """
        return self._kind.parse(self.definition, self._line.text())

    def typed_text(self) -> str:
        """Return what stands in the line."""
        return self._line.text()

    def set_value(self, value: Value) -> None:
        """Show *value* without its unit."""
        text = unread_text(value)
        if text is None:
            text = self._kind.format(self.definition, value)
            text = text.removesuffix(self._unit).rstrip() if self._unit else text
        if text != self._line.text():
            self._line.setText(text)

    def set_read_only(self, read_only: bool) -> None:  # noqa: FBT001 - a setter in Qt's manner
        """Forbid or allow changes."""
        self._line.setReadOnly(read_only)

    def describe(self, label: QLabel, hint: str) -> None:
        """Name the unit too."""
        super().describe(label, f"{hint} {self._unit}".strip())
