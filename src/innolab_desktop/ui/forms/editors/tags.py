"""Free words that help to find an entry again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from innolab_desktop.domain.tags import join_tags, split_tags
from innolab_desktop.formdefs.kinds import KINDS
from innolab_desktop.ui.forms.field_editor import EditorContext, FieldEditor
from innolab_desktop.ui.widgets.boxes import column
from innolab_desktop.ui.widgets.tag_field import TagField

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from innolab_desktop.domain.values import Value
    from innolab_desktop.formdefs.definition import FieldDefinition


class TagsEditor(FieldEditor):
    """Chips and a line; stored as one text with semicolons between the words."""

    def __init__(self, definition: FieldDefinition, context: EditorContext) -> None:
        super().__init__(definition)
        self._kind = KINDS[definition.kind]
        self.field = TagField(context.theme, context.known_tags)
        self.field.edited.connect(self.edited)
        self.setLayout(column(self.field))

    @property
    def first_widget(self) -> QWidget:
        """The line."""
        return self.field.line

    def value(self) -> Value:
        """Return the tags as one clean line."""
        return self._kind.parse(self.definition, join_tags(self.field.tags))

    def set_value(self, value: Value) -> None:
        """Show the tags in *value*."""
        self.field.show_tags(split_tags(value))

    def set_read_only(self, read_only: bool) -> None:  # noqa: FBT001 - a setter in Qt's manner
        """Forbid or allow changes."""
        self.field.set_read_only(read_only)
