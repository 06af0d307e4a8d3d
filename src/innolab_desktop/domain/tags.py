"""Tags (Schlagwörter): free words in one line of text, each of them once."""

from __future__ import annotations

import re
from typing import Final

from innolab_desktop.domain.german_folding import fold

SEPARATOR: Final = "; "
_BETWEEN: Final = re.compile(r"[;,\n]")


def split_tags(text: object) -> tuple[str, ...]:
    """Return the tags in *text*, which separates them by semicolon or comma.

    Words that differ in case or in the spelling of umlauts only are one tag, written as it came
    first. Anything but a text has no tags.
    """
    if not isinstance(text, str):
        return ()
    found: dict[str, str] = {}
    for part in _BETWEEN.split(text):
        word = " ".join(part.split())
        if word:
            found.setdefault(fold(word), word)
    return tuple(found.values())


def join_tags(tags: tuple[str, ...]) -> str:
    """Return *tags* as they are stored."""
    return SEPARATOR.join(tags)
