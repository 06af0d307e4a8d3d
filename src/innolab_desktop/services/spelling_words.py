"""The words of the project that a dictionary does not know."""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from pathlib import Path


def read_spelling_words(source: Path) -> frozenset[str]:
    """Return the words of all groups in *source*."""
    groups = tomllib.loads(source.read_text(encoding="utf-8"))
    return frozenset(
        word for group in groups.values() for word in cast("list[str]", group["words"])
    )
