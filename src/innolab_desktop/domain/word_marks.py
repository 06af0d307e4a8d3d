"""Which parts of a text are the words that somebody searched for."""

from __future__ import annotations

import unicodedata
from itertools import pairwise

from innolab_desktop.domain.german_folding import fold


def marked_parts(text: str, words: str) -> tuple[tuple[str, bool], ...]:
    """Return *text* in pieces, each with whether it is one of *words*.

    Case and the spelling of umlauts do not matter; the pieces together are the text.
    """
    composed = unicodedata.normalize("NFC", text)
    places = [place for place, character in enumerate(composed) for _ in fold(character)]
    folded = "".join(fold(character) for character in composed)
    marked = [False] * len(composed)
    for word in fold(words).split():
        at = folded.find(word)
        while at >= 0:
            for place in places[at : at + len(word)]:
                marked[place] = True
            at = folded.find(word, at + 1)
    borders = [place for place in range(1, len(marked)) if marked[place] != marked[place - 1]]
    ends = [0, *borders, len(composed)]
    return tuple((composed[a:b], marked[a]) for a, b in pairwise(ends) if a < b)
