"""Advice on a text: something to look at, never a refusal."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Hint:
    """One piece of advice.

    Attributes:
        code: key of the German text in ``resources/hints.toml``.
        words: the words of the text that gave rise to it, as they stand there.
    """

    code: str
    words: tuple[str, ...] = ()
