"""What a salvage found, and what is missing after it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class MissingPart:
    """A stretch of a log of which no whole copy was found.

    Attributes:
        log: its id.
        space: the name of its space, empty if that is lost, too.
        person: who wrote it, empty if nobody knows any more.
        first_seq, last_seq: the sequence numbers, both included.
    """

    log: bytes
    space: str
    person: str
    first_seq: int
    last_seq: int


@dataclass(frozen=True, slots=True)
class Salvaged:
    """The outcome of a salvage.

    Attributes:
        commits: how many stored changes the new vault holds.
        rescued: how many of them were in no backup that could be put back.
        broken_pages, pages: of the damaged database.
        missing: what is known to have existed and was found nowhere whole.
    """

    records: int
    commits: int
    rescued: int
    broken_pages: int
    pages: int
    missing: tuple[MissingPart, ...]
