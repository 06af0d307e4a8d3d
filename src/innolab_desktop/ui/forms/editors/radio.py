"""One answer of few, all of them visible."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QButtonGroup, QWidget

from innolab_desktop.ui.forms.field_editor import EditorContext, FieldEditor
from innolab_desktop.ui.widgets.boxes import column, row
from innolab_desktop.ui.widgets.choice_line import ChoiceLine

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QLabel

    from innolab_desktop.domain.values import Value
    from innolab_desktop.formdefs.definition import FieldDefinition


class RadioEditor(FieldEditor):
    """Radio buttons, the last of which takes the answer back.

    Args:
        answers: value, text and explanation of each button.
        in_a_row: side by side instead of one below the other.
    """

    def __init__(
        self,
        definition: FieldDefinition,
        context: EditorContext,
        answers: Sequence[tuple[Value, str, str]],
        *,
        in_a_row: bool,
    ) -> None:
        super().__init__(definition)
        self._group = QButtonGroup(self)
        self._lines: list[tuple[Value, ChoiceLine]] = []
        layout = row(spacing=0.8) if in_a_row else column(spacing=0)
        for value, text, tip in (*answers, (None, self.tr("keine Angabe"), "")):
            line = ChoiceLine(context.theme, text, tip, exclusive=True)
            self._group.addButton(line.button)
            self._lines.append((value, line))
            layout.addWidget(line)
        if in_a_row:
            layout.addStretch(2)
        self.setLayout(layout)
        for _value, line in self._lines:
            line.toggled.connect(self._on_toggled)

    @property
    def first_widget(self) -> QWidget:
        """The first button."""
        return self._lines[0][1].button

    def value(self) -> Value:
        """Return the value of the chosen button."""
        return next((value for value, line in self._lines if line.is_checked), None)

    def set_value(self, value: Value) -> None:
        """Show *value*; one that no button stands for shows none."""
        blockers = [QSignalBlocker(line) for _value, line in self._lines]
        self._group.setExclusive(False)
        for own, line in self._lines:
            line.set_checked(own == value and type(own) is type(value))
        self._group.setExclusive(True)
        for blocker in blockers:
            blocker.unblock()

    def set_read_only(self, read_only: bool) -> None:  # noqa: FBT001 - a setter in Qt's manner
        """Forbid or allow changes."""
        for _value, line in self._lines:
            line.button.setEnabled(not read_only)

    def describe(self, label: QLabel, hint: str) -> None:
        """Keep each answer's own name; the question becomes its description."""
        label.setBuddy(self.first_widget)
        self.setAccessibleName(self.definition.label)
        question = f"{self.definition.label}. {hint}".strip()
        for _value, line in self._lines:
            own = line.button.accessibleDescription()
            line.button.setAccessibleDescription(f"{question} {own}".strip())

    def _on_toggled(self, checked: bool) -> None:  # noqa: FBT001 - the slot of a toggle
        if checked:
            self.edited.emit()
