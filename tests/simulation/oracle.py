"""What must be visible in the end, from what people did; knows nothing of the implementation.

It keeps who wrote which unique value, which values that person saw at that moment, what was
erased, and whose later writing was cut off. Commit ids only tell which writings still exist.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass(frozen=True, slots=True)
class Written:
    """A unique value that somebody wrote into a field."""

    value: str
    commit: bytes
    author: str
    saw: frozenset[str]


@dataclass(frozen=True, slots=True)
class Departure:
    """Somebody was removed by a commit, when the remover knew these commits of theirs."""

    commit: bytes
    name: str
    known: frozenset[bytes]


@dataclass(frozen=True, slots=True)
class Return:
    """Somebody was added by a commit, by somebody who knew of these departures."""

    commit: bytes
    name: str
    ended: frozenset[bytes]


@dataclass(slots=True)
class Story:
    """Everything people did in one space."""

    values: dict[tuple[bytes, str], list[Written]] = field(
        default_factory=dict[tuple[bytes, str], list[Written]]
    )
    words: dict[tuple[bytes, str], tuple[bytes, str]] = field(
        default_factory=dict[tuple[bytes, str], tuple[bytes, str]]
    )
    erased: list[tuple[bytes, frozenset[str]]] = field(
        default_factory=list[tuple[bytes, frozenset[str]]]
    )
    begun: dict[bytes, tuple[bytes, str]] = field(default_factory=dict[bytes, tuple[bytes, str]])
    departures: list[Departure] = field(default_factory=list[Departure])
    forgotten: set[bytes] = field(default_factory=set[bytes])
    returns: list[Return] = field(default_factory=list[Return])

    def write(self, record: bytes, name: str, written: Written) -> None:
        """Remember a value."""
        self.values.setdefault((record, name), []).append(written)

    def written_by(self, author: str, record: bytes, name: str) -> set[str]:
        """Return the values of a field that *author* wrote and so may erase."""
        return {item.value for item in self.values.get((record, name), ()) if item.author == author}

    def standing(self, existing: set[bytes]) -> list[Departure]:
        """Return the departures that nobody ended, given the commits that still exist."""
        ended = {
            (item.name, commit)
            for item in self.returns
            if item.commit in existing
            for commit in item.ended
        }
        return [
            item
            for item in self.departures
            if item.commit in existing and (item.name, item.commit) not in ended
        ]

    def _counting(self, author: str, commit: bytes, standing: list[Departure]) -> bool:
        return all(commit in item.known for item in standing if item.name == author)

    def _is_begun(self, record: bytes, existing: set[bytes], standing: list[Departure]) -> bool:
        """Tell whether the beginning of a record counts: by itself, or for what stands on it."""
        commit, author = self.begun[record]
        return commit in existing and (
            self._counting(author, commit, standing)
            or any(
                written in existing and self._counting(author, written, standing)
                for written, author in self._written_in(record)
            )
        )

    def _written_in(self, record: bytes) -> Iterator[tuple[bytes, str]]:
        """Yield commit and author of everything that was written into a record."""
        yield from (saved for (where, _), saved in self.words.items() if where == record)
        for (where, _), written in self.values.items():
            if where == record:
                yield from ((item.commit, item.author) for item in written)

    def expected(self, record: bytes, name: str, existing: set[bytes]) -> set[str]:
        """Return the values that must be visible, given the commits that still exist."""
        departures = self.standing(existing)
        if not self._is_begun(record, existing, departures):
            return set()
        counting = [
            item
            for item in self.values.get((record, name), ())
            if item.commit in existing and self._counting(item.author, item.commit, departures)
        ]
        seen = {value for item in counting for value in item.saw}
        return {item.value for item in counting} - seen - self.gone(existing)

    def expected_words(self, record: bytes, existing: set[bytes]) -> set[str]:
        """Return the words that the long text must contain."""
        departures = self.standing(existing)
        if not self._is_begun(record, existing, departures):
            return set()
        return {
            word
            for (where, word), (commit, author) in self.words.items()
            if where == record and commit in existing and self._counting(author, commit, departures)
        }

    def perhaps_gone(self, existing: set[bytes], *, has_ledger: bool) -> set[str]:
        """Return the values whose erasure got lost, but that somebody may still know to be erased.

        A ledger remembers what a restore lost, and who forgot the room what they erased in it.
        """
        lost = (
            values
            for commit, values in self.erased
            if commit not in existing and (has_ledger or commit in self.forgotten)
        )
        return {value for values in lost for value in values}

    def gone(self, existing: set[bytes]) -> set[str]:
        """Return the values that an existing erasure destroyed."""
        return {value for commit, values in self.erased if commit in existing for value in values}
