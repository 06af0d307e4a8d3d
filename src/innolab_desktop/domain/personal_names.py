"""Finds names of known people in German texts, however they are bent or spelt.

„Müllers", „MUELLER", „Muller" and „die Müller-Akte" all name somebody called Müller. Words are
looked up in a table, so that the time grows with the text and not with the number of people.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Final

from innolab_desktop.domain.german_folding import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_WORD: Final = re.compile(r"(?:[^\W\d_]|[\u0300-\u036f])++")
_ENDINGS: Final = (
    "s",
    "es",
    "ens",
    "n",
    "en",
    "sche",
    "schen",
    "scher",
    "sches",
    "schem",
)
_PARTICLES: Final = """
von vom zu zum zur der den de del della di da dos van ter ten el al bin abu und dr prof med dipl ing
frau herr
"""
_EVERYDAY_WORDS: Final = """
alt arm bald braun bunt ernst fein frank frei froh frueh gold grau gross gruen gut hart heil hell
herbst hoch jung kalt klar klein krumm kuehn kurz lang lieb link mark mild morgen neu recht reich
rosa rot roth sauer scharf schmal schnell schoen schwarz sommer spitz stark still stolz streng suess
treu voll wahr warm weich weiss weit wild winter zart
"""
"""Names that are everyday words in lower case, folded: only with a capital are they names."""

_SHORTEST: Final = 2
_SHORTEST_WITH_LONG_ENDING: Final = 4
_SHORTEST_IN_LOWER_CASE: Final = 4


class KnownNames:
    """Names to look for.

    Args:
        names: full names, for example of contacts and members.
    """

    def __init__(self, names: Iterable[str]) -> None:
        particles = frozenset(_PARTICLES.split())
        self._everyday = frozenset(_EVERYDAY_WORDS.split())
        self._parts = frozenset(
            spelling
            for name in names
            for word in _WORD.findall(name)
            if len(word) >= _SHORTEST and fold(word) not in particles
            for spelling in _spellings(word)
        )

    def spans(self, text: str) -> Iterator[tuple[int, int]]:
        """Yield start and end of every name in *text*; given and family name are one."""
        begin = end = -1
        for first, last in self._words(text):
            if begin >= 0 and text[end:first] == " ":
                end = last
                continue
            if begin >= 0:
                yield begin, end
            begin, end = first, last
        if begin >= 0:
            yield begin, end

    def _words(self, text: str) -> Iterator[tuple[int, int]]:
        known: dict[str, bool] = {}
        for match in _WORD.finditer(text) if self._parts else ():
            word = match.group()
            if word not in known:
                known[word] = self._is_name(word)
            if known[word]:
                yield match.span()

    def _is_name(self, word: str) -> bool:
        stems = {stem for spelling in _spellings(word) for stem in _stems(spelling)} & self._parts
        if word[0].isupper():
            return bool(stems)
        return any(len(stem) >= _SHORTEST_IN_LOWER_CASE for stem in stems - self._everyday)


def _stems(spelling: str) -> Iterator[str]:
    """Yield what a folded word may have been before it was bent."""
    yield spelling
    for ending in _ENDINGS:
        if spelling.endswith(ending):
            stem = spelling.removesuffix(ending)
            if ending == "s" or len(stem) >= _SHORTEST_WITH_LONG_ENDING:
                yield stem


def _spellings(word: str) -> set[str]:
    """Return *word* folded: with ä as ae, and without any marks at all."""
    bare = unicodedata.normalize("NFKD", word.lower().replace("ß", "ss"))
    bare = "".join(character for character in bare if not unicodedata.combining(character))
    return {fold(word), bare.replace("ł", "l").replace("ø", "o").replace("ı", "i")}
