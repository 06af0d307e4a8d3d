"""Several answers, also the points of a checklist."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker

from innolab_desktop.formdefs.kinds.choice import label_of
from innolab_desktop.ui.forms.field_editor import EditorContext, FieldEditor
from innolab_desktop.ui.forms.section_grid import SectionGrid
from innolab_desktop.ui.widgets.boxes import column
from innolab_desktop.ui.widgets.choice_line import ChoiceLine

if TYPE_CHECKING:
    from PySide6.QtWidgets import QLabel, QWidget

    from innolab_desktop.domain.values import Value
    from innolab_desktop.formdefs.definition import FieldDefinition

_FEW = 4


class MultiChoiceEditor(FieldEditor):
    """One check box per choice; many of them in two columns."""

    def __init__(self, definition: FieldDefinition, context: EditorContext) -> None:
        super().__init__(definition)
        self._theme = context.theme
        self._grid = SectionGrid(row_gap_em=0)
        self._span = 1 if len(definition.active_choices) > _FEW else 2
        self.setLayout(column(self._grid))
        self._lines: dict[str, ChoiceLine] = {}
        for choice in definition.active_choices:
            self._add(choice.id, choice.label, choice.help)

    @property
    def first_widget(self) -> QWidget:
        """The first check box."""
        return next((line.button for line in self._lines.values()), self)

    def value(self) -> Value:
        """Return the ids of the ticked choices in the order of the form."""
        chosen = {name for name, line in self._lines.items() if line.is_checked}
        published = tuple(item.id for item in self.definition.choices if item.id in chosen)
        unknown = tuple(sorted(chosen - set(published)))
        return (published + unknown) or None

    def set_value(self, value: Value) -> None:
        """Show *value*, also retired and unknown choices in it."""
        chosen = value if isinstance(value, tuple) else ()
        for name in chosen:
            if name is not None and name not in self._lines:
                self._add(name, label_of(self.definition, name), "")
        for name, line in self._lines.items():
            blocker = QSignalBlocker(line)
            line.set_checked(name in chosen)
            blocker.unblock()

    def set_read_only(self, read_only: bool) -> None:  # noqa: FBT001 - a setter in Qt's manner
        """Forbid or allow changes."""
        for line in self._lines.values():
            line.button.setEnabled(not read_only)

    def describe(self, label: QLabel, hint: str) -> None:
        """Keep each answer's own name; the question becomes the description of the first."""
        label.setBuddy(self.first_widget)
        self.setAccessibleName(self.definition.label)
        question = f"{self.definition.label}. {hint}".strip()
        for line in self._lines.values():
            own = line.button.accessibleDescription()
            line.button.setAccessibleDescription(f"{question} {own}".strip())

    def _add(self, name: str, text: str, tip: str) -> None:
        line = ChoiceLine(self._theme, text, tip)
        line.toggled.connect(self.edited)
        self._lines[name] = line
        self._grid.add(line, self._span)
