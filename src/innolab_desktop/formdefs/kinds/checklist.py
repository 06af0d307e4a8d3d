"""Points to tick off."""

from __future__ import annotations

from typing import ClassVar

from innolab_desktop.formdefs.kinds.multi_choice import MultiChoiceKind


class ChecklistKind(MultiChoiceKind):
    """Points that are ticked or not; stored are the ids of the ticked ones."""

    name: ClassVar[str] = "checklist"
