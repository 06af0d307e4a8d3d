"""The German texts of advice, read from ``resources/hints.toml`` when the first is needed."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from innolab_desktop.domain.gender_wording import AS_WRITTEN

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from pathlib import Path

    from innolab_desktop.domain.gender_wording import GenderWording
    from innolab_desktop.domain.hint import Hint


class HintCatalogue:
    """Puts advice into sentences.

    Args:
        read: returns what was noticed and what to do instead, by code; asked once.
    """

    def __init__(self, read: Callable[[], Mapping[str, tuple[str, str]]]) -> None:
        self._texts = cache(read)

    @property
    def codes(self) -> frozenset[str]:
        """Every code that has a text."""
        return frozenset(self._texts())

    def sentences(self, hints: Iterable[Hint]) -> tuple[str, ...]:
        """Return one text per hint: what was noticed, and what to write instead."""
        return tuple(self._sentence(hint) for hint in hints)

    def _sentence(self, hint: Hint) -> str:
        noticed, suggestion = self._texts()[hint.code]
        words = ", ".join(f"„{word}“" for word in hint.words)
        return f"{noticed.replace('{words}', words)} {suggestion}"


def read_hints(path: Path, wording: GenderWording = AS_WRITTEN) -> HintCatalogue:
    """Return the catalogue written in *path*, which is read when the first text is needed."""
    return HintCatalogue(lambda: _read_texts(path, wording))


def _read_texts(path: Path, wording: GenderWording) -> dict[str, tuple[str, str]]:
    """Return the texts of *path* in the given way of writing.

    Raises:
        KeyError: an entry lacks one of its two sentences.
    """
    import tomllib  # noqa: PLC0415 - the first window opens without it

    tables = tomllib.loads(path.read_text(encoding="utf-8"))
    return {
        code: (wording.rewrite(table["text"]), wording.rewrite(table["suggestion"]))
        for code, table in tables.items()
    }
