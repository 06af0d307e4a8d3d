"""Folding of German texts for search and sorting: ä is ae, ß is ss, case does not matter."""

from __future__ import annotations

import unicodedata
from typing import Final

_UMLAUTS: Final = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})


def fold(text: str) -> str:
    """Return *text* as search and sorting compare it."""
    return unicodedata.normalize("NFC", text).lower().translate(_UMLAUTS)


def find_folded(text: str, word: str) -> tuple[int, int] | None:
    """Return start and end of the first place in *text* that folds to begin like *word*.

    Args:
        text: the text as a person wrote it.
        word: a folded word.
    """
    folded = fold(text)
    at = folded.find(word)
    if at < 0:
        return None
    positions = [
        index
        for index, character in enumerate(unicodedata.normalize("NFC", text))
        for _ in fold(character)
    ]
    end = min(at + len(word) - 1, len(positions) - 1)
    return (positions[at], positions[end] + 1) if at < len(positions) else None
