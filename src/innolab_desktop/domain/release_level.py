"""The Freigabestufe: how far a record has travelled, from the spaces that hold it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

LEVELS = ("private", "tandem", "case_group", "coordination", "network", "public")
"""Types of spaces from the narrowest to the widest circle, and publication."""


def release_level(space_type: str, released_to: Iterable[str]) -> str:
    """Return the widest circle among the record's own space and those it was released to.

    Raises:
        ValueError: a circle is none of :data:`LEVELS`.
    """
    return max((space_type, *released_to), key=LEVELS.index)
