"""One editor per kind of field, and the one table of them."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from innolab_desktop.ui.forms.editors.choice import ChoiceEditor
from innolab_desktop.ui.forms.editors.computed import ComputedEditor
from innolab_desktop.ui.forms.editors.date import DateEditor
from innolab_desktop.ui.forms.editors.date_range import DateRangeEditor
from innolab_desktop.ui.forms.editors.long_text import LongTextEditor
from innolab_desktop.ui.forms.editors.mission_status import MissionStatusEditor
from innolab_desktop.ui.forms.editors.multi_choice import MultiChoiceEditor
from innolab_desktop.ui.forms.editors.number import NumberEditor
from innolab_desktop.ui.forms.editors.reference import ReferenceEditor
from innolab_desktop.ui.forms.editors.scale import ScaleEditor
from innolab_desktop.ui.forms.editors.tags import TagsEditor
from innolab_desktop.ui.forms.editors.text import TextEditor
from innolab_desktop.ui.forms.editors.yes_no import YesNoEditor

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from innolab_desktop.formdefs.definition import FieldDefinition
    from innolab_desktop.ui.forms.field_editor import EditorContext, FieldEditor

EDITORS: Mapping[str, Callable[[FieldDefinition, EditorContext], FieldEditor]] = MappingProxyType(
    {
        "text": TextEditor,
        "long_text": LongTextEditor,
        "integer": NumberEditor,
        "decimal": NumberEditor,
        "money": NumberEditor,
        "date": DateEditor,
        "date_range": DateRangeEditor,
        "choice": ChoiceEditor,
        "multi_choice": MultiChoiceEditor,
        "checklist": MultiChoiceEditor,
        "scale": ScaleEditor,
        "yes_no": YesNoEditor,
        "reference": ReferenceEditor,
        "computed": ComputedEditor,
    }
)
"""The editor of every kind, by the name that forms write."""

SPECIAL_EDITORS: Mapping[str, Callable[[FieldDefinition, EditorContext], FieldEditor]] = (
    MappingProxyType({"mission_status": MissionStatusEditor, "tags": TagsEditor})
)
"""Editors that a field asks for by name; a name that is not here means the one of the kind."""


def create_editor(definition: FieldDefinition, context: EditorContext) -> FieldEditor:
    """Return the editor of a field."""
    create = SPECIAL_EDITORS.get(definition.editor) or EDITORS[definition.kind]
    return create(definition, context)
