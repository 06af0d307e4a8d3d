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


def widens(space_type: str, target_type: str) -> bool:
    """Tell whether a release leads to a wider circle: the usual way.

    Raises:
        ValueError: a circle is none of :data:`LEVELS`.
    """
    return LEVELS.index(target_type) > LEVELS.index(space_type)


def is_aside(space_type: str, target_type: str) -> bool:
    """Tell whether a release leads to another circle beside this one.

    Colleagues of a Fallberatung and the own tandem are different people: what was learned may go
    home, and the person is told that it is no wider circle.
    """
    return (space_type, target_type) == ("case_group", "tandem")
