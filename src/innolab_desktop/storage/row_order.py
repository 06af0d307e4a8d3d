"""The order of a list that no index has: sorted once, and remembered while nothing changes.

An index by title would be written at random places: in a vault of a million commits it was a third
of what an import writes.
"""

from __future__ import annotations

from array import array
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from innolab_desktop.services.read_models import RowQuery
    from innolab_desktop.storage.database import Database


class RowOrder:
    """Remembers the order of the list that was asked for last."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._asked: tuple[RowQuery, int] | None = None
        self._numbers: Sequence[int] = ()

    def of(self, query: RowQuery, sort: Callable[[], Iterable[int]]) -> Sequence[int]:
        """Return the numbers of all records of *query* in its order.

        Args:
            query: the list; which page of it does not matter.
            sort: reads the order from the database.
        """
        asked = (replace(query, offset=0, limit=0, has_excerpts=False), self._database.changes)
        if asked != self._asked:
            self._numbers = array("q", sort())
            self._asked = asked
        return self._numbers
