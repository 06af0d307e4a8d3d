"""The port to records as they stand now; ``storage`` fills it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Mapping

    from innolab_desktop.domain.records import Record, RecordId
    from innolab_desktop.services.read_models import (
        Counts,
        Heads,
        HistoryEntry,
        Phrases,
        RowPage,
        RowQuery,
        SearchHit,
    )


class RecordStore(Protocol):
    """Records as they stand now."""

    def get(self, record: RecordId) -> Record:
        """Return a record.

        Raises:
            RecordError: there is none.
        """
        ...

    def with_prefix(self, digits: str) -> tuple[RecordId, ...]:
        """Return the ids of the records that begin with these hexadecimal digits."""
        ...

    def get_with_heads(self, record: RecordId) -> tuple[Record, Mapping[str, Heads]]:
        """Return a record together with what is visible in each of its fields.

        Raises:
            RecordError: there is none.
        """
        ...

    def heads(self, record: RecordId) -> Mapping[str, Heads]:
        """Return what is visible in each field of a record, pseudo-fields included."""
        ...

    def rows(self, query: RowQuery) -> RowPage:
        """Return a page of a list."""
        ...

    def children(self, parent: RecordId, kind: str | None = None) -> tuple[Record, ...]:
        """Return the child records of *parent* in their order, without deleted ones."""
        ...

    def released_from(self, origin: RecordId) -> tuple[Record, ...]:
        """Return the records that name *origin* as theirs, oldest first, without deleted ones."""
        ...

    def history(self, record: RecordId) -> tuple[HistoryEntry, ...]:
        """Return the saves of a record, oldest first."""
        ...

    def commit_ids(self, record: RecordId) -> tuple[bytes, ...]:
        """Return the ids of the commits that made a record what it is."""
        ...

    def op_ids(self, record: RecordId) -> tuple[bytes, ...]:
        """Return the ids of all operations that were ever written about a record."""
        ...

    def in_conflict(self) -> tuple[Record, ...]:
        """Return the records with an Abweichung."""
        ...

    def merged(self) -> tuple[Record, ...]:
        """Return the records with texts that a machine merged and nobody looked at."""
        ...

    def search(
        self, words: str, limit: int, kind: str | None = None, phrases: Phrases = ()
    ) -> tuple[SearchHit, ...]:
        """Return the newest records in which all *words* occur (the last one as a prefix).

        A word also occurs where one of its *phrases* does.
        """
        ...

    def known_tags(self, limit: int) -> tuple[str, ...]:
        """Return the tags in use by alphabet; of several spellings one."""
        ...

    def counts(self) -> Counts:
        """Return how much the vault holds."""
        ...

    def count_by_kind(self, *, is_deleted: bool = False) -> Mapping[str, int]:
        """Return how many records there are of each kind, or how many are in the trash."""
        ...
