"""A step on a scale."""

from __future__ import annotations

from typing import TYPE_CHECKING

from innolab_desktop.formdefs.kinds.scale import scale_limits
from innolab_desktop.ui.forms.editors.radio import RadioEditor

if TYPE_CHECKING:
    from innolab_desktop.domain.values import Value
    from innolab_desktop.formdefs.definition import FieldDefinition
    from innolab_desktop.ui.forms.field_editor import EditorContext


class ScaleEditor(RadioEditor):
    """The steps with their labels, or their numbers in a row."""

    def __init__(self, definition: FieldDefinition, context: EditorContext) -> None:
        lowest, highest = scale_limits(definition)
        answers: list[tuple[Value, str, str]] = []
        for step in range(lowest, highest + 1):
            choice = definition.choice(str(step))
            text = f"{step} – {choice.label}" if choice else str(step)
            answers.append((step, text, choice.help if choice else ""))
        super().__init__(definition, context, answers, in_a_row=not definition.choices)
