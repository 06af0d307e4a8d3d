"""Text that merges by character when two people edit it at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from innolab_desktop.formdefs.kinds.text import TextKind
from innolab_desktop.formdefs.plain_text import clean_text

if TYPE_CHECKING:
    from innolab_desktop.domain.values import Value
    from innolab_desktop.formdefs.definition import FieldDefinition


class LongTextKind(TextKind):
    """Plain text of several lines."""

    name: ClassVar[str] = "long_text"
    max_length: ClassVar[int] = 20_000
    _lines_allowed: ClassVar[bool] = True

    def parse(self, field: FieldDefinition, text: str) -> Value:
        """Return *text* with clean lines."""
        del field
        return clean_text(text) or None
