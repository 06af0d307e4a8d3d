"""The port to what people look at again; ``storage`` fills it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, Protocol

if TYPE_CHECKING:
    from collections.abc import Collection

    from innolab_desktop.domain.records import RecordId, SpaceId
    from innolab_desktop.services.read_models import RecordRow
    from innolab_desktop.services.review_models import Write


class KeptReport(NamedTuple):
    """The report of an import as it is kept: one text of its own, and one for each record.

    What is said about a record goes with the record when it is erased.
    """

    id: int
    at_ms: int
    summary: str
    records: tuple[tuple[RecordId, str], ...]


class ReviewStore(Protocol):
    """What stands behind a record, and the reports of imports."""

    def writes(self, records: Collection[RecordId]) -> dict[RecordId, tuple[Write, ...]]:
        """Return every operation about each of *records*, oldest first by the display clock.

        Records that do not exist are missing in the result. An operation whose body was erased
        may be about any of the records, and is named for each.
        """
        ...

    def contents(self, record: RecordId) -> dict[int, tuple[bytes, ...]]:
        """Return the pieces of an attachment that are stored, by number, each once."""
        ...

    def unsettled(
        self, records: Collection[RecordId]
    ) -> tuple[frozenset[RecordId], frozenset[RecordId]]:
        """Return those of *records* with an Abweichung, and those with a merged text."""
        ...

    def count_undecided(self, outside: Collection[SpaceId]) -> tuple[int, int]:
        """Return how many records have an Abweichung, and how many a merged text.

        Args:
            outside: spaces whose records are not counted.
        """
        ...

    def quarantined(self, entries: Collection[int]) -> int:
        """Return how many of the stored commits with the keys *entries* do not count."""
        ...

    def save_counts(self, records: Collection[RecordId]) -> dict[RecordId, int]:
        """Return how many saves each of *records* has."""
        ...

    def rows(self, records: Collection[RecordId]) -> tuple[RecordRow, ...]:
        """Return the rows of those of *records* that exist."""
        ...

    def keep_report(self, report: KeptReport, most: int) -> int:
        """Keep a report under a new id, which is returned; of all reports the *most* newest."""
        ...

    def reports(self) -> tuple[KeptReport, ...]:
        """Return the kept reports, newest first."""
        ...
