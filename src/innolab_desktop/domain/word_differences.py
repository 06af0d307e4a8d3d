"""What two texts have in common and where they differ, word by word.

The work is bounded: texts that differ in many words are compared by lines, and texts that
differ in many lines as a whole.
"""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from enum import StrEnum
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

MOST_WORDS: Final = 5_000
"""More differing words than this, both texts together, and lines are compared."""

_MOST_TOKENS: Final = 2 * MOST_WORDS  # a word and the space behind it
_WORD: Final = re.compile(r"\S+|\s+")
_LINE: Final = re.compile(r"[^\n]*\n|[^\n]+")


class Mark(StrEnum):
    """What became of a piece of text."""

    SAME = "same"
    GONE = "gone"
    NEW = "new"


class Piece(NamedTuple):
    """A stretch of text and what became of it."""

    mark: Mark
    text: str


class Edit(NamedTuple):
    """The tokens from *start* to *end* of a text become *replacement*."""

    start: int
    end: int
    replacement: tuple[str, ...]


def words_of(text: str) -> list[str]:
    """Return the words of *text* and the white space between them; joined, they are *text*."""
    return _WORD.findall(text)


def compare(old: str, new: str) -> tuple[Piece, ...]:
    """Return the pieces of both texts in order.

    Without those that are new the pieces are *old*, without those that are gone they are *new*.
    """
    tokens, other = _tokens(old, new)
    return tuple(_joined(_pieces(tokens, edits_between(tokens, other))))


def edits_between(old: Sequence[str], new: Sequence[str]) -> tuple[Edit, ...]:
    """Return the edits, in order, that make the tokens *new* of the tokens *old*."""
    start, old_end, new_end = _frame(old, new)
    middle, other = old[start:old_end], new[start:new_end]
    if not middle and not other:
        return ()
    if not middle or not other or len(middle) + len(other) > _MOST_TOKENS:
        return (Edit(start, old_end, tuple(other)),)
    return tuple(
        Edit(start + i1, start + i2, tuple(other[j1:j2]))
        for tag, i1, i2, j1, j2 in SequenceMatcher(str.isspace, middle, other).get_opcodes()
        if tag != "equal"
    )


def _tokens(old: str, new: str) -> tuple[list[str], list[str]]:
    words, others = words_of(old), words_of(new)
    start, old_end, new_end = _frame(words, others)
    if old_end - start + new_end - start <= _MOST_TOKENS:
        return words, others
    return _LINE.findall(old), _LINE.findall(new)


def _frame(old: Sequence[str], new: Sequence[str]) -> tuple[int, int, int]:
    """Return where the differing middle begins, and where it ends in *old* and in *new*."""
    shorter = min(len(old), len(new))
    start = 0
    while start < shorter and old[start] == new[start]:
        start += 1
    same_end = 0
    while same_end < shorter - start and old[-1 - same_end] == new[-1 - same_end]:
        same_end += 1
    return start, len(old) - same_end, len(new) - same_end


def _pieces(tokens: Sequence[str], edits: Sequence[Edit]) -> Iterator[Piece]:
    done = 0
    for edit in edits:
        yield Piece(Mark.SAME, "".join(tokens[done : edit.start]))
        yield Piece(Mark.GONE, "".join(tokens[edit.start : edit.end]))
        yield Piece(Mark.NEW, "".join(edit.replacement))
        done = edit.end
    yield Piece(Mark.SAME, "".join(tokens[done:]))


def _joined(pieces: Iterator[Piece]) -> Iterator[Piece]:
    return (piece for piece in pieces if piece.text)
