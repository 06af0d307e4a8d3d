"""Spell checking: a dictionary from outside, and the person's own words in the vault."""

from __future__ import annotations

import json
from enum import StrEnum
from typing import TYPE_CHECKING, Final, Protocol, cast

from innolab_desktop.domain.spelled_words import readings

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Sequence
    from pathlib import Path

    from innolab_desktop.services.desk_ports import DeskStore

_WANTED: Final = "spell_check"
_WORDS: Final = "spelling_words"
_NO: Final = "no"
_MOST_SUGGESTIONS: Final = 6


class Dictionary(Protocol):
    """The words of a language."""

    def knows(self, word: str) -> bool:
        """Tell whether *word* is one of them."""
        ...

    def similar(self, word: str) -> Sequence[str]:
        """Return words that *word* may have been meant to be."""
        ...


class DictionaryShelf(Protocol):
    """Where dictionaries are found."""

    @property
    def has_library(self) -> bool:
        """Whether the program can read dictionaries at all."""
        ...

    @property
    def place(self) -> Path | None:
        """Where the German dictionary lies; None if there is none."""
        ...

    def take(self) -> Dictionary | None:
        """Read the German dictionary; None if there is none or it cannot be read."""
        ...


class SpellingState(StrEnum):
    """Whether words are checked, and if not, why."""

    READY = "ready"
    OFF = "off"
    NO_LIBRARY = "no_library"
    NO_DICTIONARY = "no_dictionary"


class Spelling:
    """Checks words; the dictionary is read when the first word is asked about.

    Args:
        desk: keeps what the person wants, and their own words.
        shelf: where dictionaries are found.
        read_terms: reads the words of the project, which no dictionary knows.
    """

    def __init__(
        self,
        desk: DeskStore,
        shelf: DictionaryShelf,
        read_terms: Callable[[], Collection[str]] = frozenset[str],
    ) -> None:
        self._desk = desk
        self._shelf = shelf
        self._read_terms = read_terms
        self._terms: Collection[str] = ()
        self._dictionary: Dictionary | None = None
        self._is_read = False
        self._own: set[str] | None = None

    @property
    def is_wanted(self) -> bool:
        """Whether the person wants words to be checked."""
        return self._desk.setting(_WANTED) != _NO

    @property
    def place(self) -> Path | None:
        """Where the dictionary lies."""
        return self._shelf.place

    @property
    def state(self) -> SpellingState:
        """Whether words are checked."""
        if not self._shelf.has_library:
            return SpellingState.NO_LIBRARY
        if self._shelf.place is None:
            return SpellingState.NO_DICTIONARY
        return SpellingState.READY if self.is_wanted else SpellingState.OFF

    def want(self, wanted: bool) -> None:  # noqa: FBT001 - the only thing it is told
        """Check words from now on, or do not."""
        self._desk.keep_setting(_WANTED, "yes" if wanted else _NO)

    def misspelled(self, words: Iterable[str]) -> frozenset[str]:
        """Return those of *words* that neither dictionary nor project nor person knows."""
        dictionary = self._read()
        if dictionary is None or self.state is not SpellingState.READY:
            return frozenset()
        own = self._own_words()
        return frozenset(
            word
            for word in words
            if word not in own
            and not self._is_term(word)
            and not any(dictionary.knows(form) or self._is_term(form) for form in readings(word))
        )

    def suggestions(self, word: str) -> tuple[str, ...]:
        """Return what *word* may have been meant to be, the likeliest first."""
        dictionary = self._read()
        return () if dictionary is None else tuple(dictionary.similar(word)[:_MOST_SUGGESTIONS])

    def remember(self, word: str) -> None:
        """Take *word* as correct from now on; it is kept inside the vault."""
        own = self._own_words() | {word}
        self._desk.keep_setting(_WORDS, json.dumps(sorted(own), ensure_ascii=False))
        self._own = own

    def own_words(self) -> tuple[str, ...]:
        """Return the remembered words by alphabet."""
        return tuple(sorted(self._own_words()))

    def forget_words(self) -> None:
        """Forget all remembered words."""
        self._desk.keep_setting(_WORDS, "[]")
        self._own = set()

    def _is_term(self, word: str) -> bool:
        """Tell whether the project knows *word*, also at the beginning of a sentence."""
        return word in self._terms or word[:1].lower() + word[1:] in self._terms

    def _own_words(self) -> set[str]:
        if self._own is None:
            stored = json.loads(self._desk.setting(_WORDS) or "[]")
            words = cast("list[object]", stored) if isinstance(stored, list) else []
            self._own = {word for word in words if isinstance(word, str)}
        return self._own

    def _read(self) -> Dictionary | None:
        if not self._is_read:
            self._is_read = True
            self._dictionary = self._shelf.take()
            self._terms = self._read_terms()
        return self._dictionary
