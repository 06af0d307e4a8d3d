"""What people do with what they notice and learn."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from innolab_desktop.services.lessons import LessonLibrary
    from innolab_desktop.services.quick_notes import QuickNotes
    from innolab_desktop.services.transfer import Transfer


@dataclass(frozen=True, slots=True)
class Reflection:
    """The use cases of reflection in one open vault."""

    notes: QuickNotes
    lessons: LessonLibrary
    transfer: Transfer
