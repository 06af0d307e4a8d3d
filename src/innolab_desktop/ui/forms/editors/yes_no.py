"""Yes, no, or not answered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from innolab_desktop.ui.forms.editors.radio import RadioEditor

if TYPE_CHECKING:
    from innolab_desktop.formdefs.definition import FieldDefinition
    from innolab_desktop.ui.forms.field_editor import EditorContext


class YesNoEditor(RadioEditor):
    """Two buttons and one that takes the answer back."""

    def __init__(self, definition: FieldDefinition, context: EditorContext) -> None:
        yes = QCoreApplication.translate("YesNoEditor", "ja")
        no = QCoreApplication.translate("YesNoEditor", "nein")
        super().__init__(definition, context, ((True, yes, ""), (False, no, "")), in_a_row=True)
