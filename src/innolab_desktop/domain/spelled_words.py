"""Which words of a text a dictionary is asked about."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

_WORD: Final = re.compile(r"[^\W\d_]+(?:[*:][^\W\d_]+)*")
_ADDRESS: Final = re.compile(r"\S*[@/\\]\S*|\S+\.\S{2,}")
_ENDINGS: Final = frozenset({"in", "innen"})
_SHORTEST: Final = 2
_WIDE: Final = re.compile("[\U00010000-\U0010ffff]")


class SpelledWord(NamedTuple):
    """A word and where it stands, counted in UTF-16 as text fields do."""

    start: int
    word: str


def spelled_words(text: str) -> Iterator[SpelledWord]:
    """Yield the words of *text* that can be misspelled.

    Left out are single letters, abbreviations in capitals, and addresses of mails and files.
    """
    text = _WIDE.sub("  ", text)
    addresses = [found.span() for found in _ADDRESS.finditer(text) if not found[0].endswith(".")]
    for found in _WORD.finditer(text):
        word, start = found[0], found.start()
        if len(word) < _SHORTEST or word.isupper():
            continue
        if not any(first <= start < last for first, last in addresses):
            yield SpelledWord(start, word)


def word_at(text: str, position: int) -> SpelledWord | None:
    """Return the word in which *position* lies, or that ends there."""
    return next(
        (
            found
            for found in spelled_words(text)
            if found.start <= position <= found.start + len(found.word)
        ),
        None,
    )


def readings(word: str) -> tuple[str, ...]:
    """Return what a dictionary knows *word* as: „Berater*innen“ as both of its forms."""
    stem, *endings = re.split("[*:]", word)
    if not endings:
        return (word,)
    if len(endings) == 1 and endings[0] in _ENDINGS:
        return (stem, stem + endings[0])
    return (stem, *endings)
