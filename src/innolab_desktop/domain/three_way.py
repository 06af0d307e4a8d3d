"""Proposals that combine values which were written side by side; a person decides about them."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from innolab_desktop.domain.word_differences import edits_between, words_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from innolab_desktop.domain.word_differences import Edit


def combine_choices(
    base: Sequence[str | None], sides: Sequence[Sequence[str | None]]
) -> tuple[str, ...]:
    """Return the answers of *base* that every side kept, and what any side added."""
    named = dict.fromkeys(
        answer for answers in (base, *sides) for answer in answers if answer is not None
    )
    return tuple(
        answer
        for answer in named
        if all(answer in side for side in sides)
        or (answer not in base and any(answer in side for side in sides))
    )


def combine_texts(base: str, one: str, other: str) -> str | None:
    """Return *base* with the changes of both texts; None if they changed the same place."""
    words = words_of(base)
    edits = sorted(
        {*edits_between(words, words_of(one)), *edits_between(words, words_of(other))},
        key=lambda edit: (edit.start, edit.end),
    )
    for before, after in pairwise(edits):
        if after.start <= before.end:
            return None
    return _apply(words, edits)


def _apply(words: Sequence[str], edits: Sequence[Edit]) -> str:
    parts: list[str] = []
    done = 0
    for edit in edits:
        parts += (*words[done : edit.start], *edit.replacement)
        done = edit.end
    return "".join((*parts, *words[done:]))
