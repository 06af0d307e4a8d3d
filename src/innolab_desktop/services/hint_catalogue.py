"""The texts of advice, read from ``resources/hints.toml`` when the first is needed."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, cast

from innolab_desktop.formdefs.speech import AS_WRITTEN_IN_GERMAN

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from pathlib import Path

    from innolab_desktop.domain.hint import Hint
    from innolab_desktop.formdefs.speech import Speech


class HintCatalogue:
    """Puts advice into sentences.

    Args:
        read: returns what was noticed and what to do instead, by code; asked once.
        quote: puts a word into quotation marks.
    """

    def __init__(
        self, read: Callable[[], Mapping[str, tuple[str, str]]], quote: Callable[[str], str]
    ) -> None:
        self._texts = cache(read)
        self._quote = quote

    @property
    def codes(self) -> frozenset[str]:
        """Every code that has a text."""
        return frozenset(self._texts())

    def sentences(self, hints: Iterable[Hint]) -> tuple[str, ...]:
        """Return one text per hint: what was noticed, and what to write instead."""
        return tuple(self._sentence(hint) for hint in hints)

    def _sentence(self, hint: Hint) -> str:
        noticed, suggestion = self._texts()[hint.code]
        words = ", ".join(map(self._quote, hint.words))
        return f"{noticed.replace('{words}', words)} {suggestion}"


def read_hints(path: Path, speech: Speech = AS_WRITTEN_IN_GERMAN) -> HintCatalogue:
    """Return the catalogue written in *path*, which is read when the first text is needed."""
    return HintCatalogue(lambda: _read_texts(path, speech), speech.quote)


def _read_texts(path: Path, speech: Speech) -> dict[str, tuple[str, str]]:
    """Return the texts of *path* as *speech* says them.

    Raises:
        KeyError: an entry lacks one of its two sentences.
    """
    tables = cast("dict[str, dict[str, str]]", speech.read(path))
    return {code: (table["text"], table["suggestion"]) for code, table in tables.items()}
