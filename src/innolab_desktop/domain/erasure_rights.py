"""Who may erase what in a space: one's own words, and everything for those who manage.

The right needs no order of arrival and no clock. It only ever grows: an erasure cannot be taken
back, so it must not depend on what is still to come.

Source: ``docs/formats/commit.md``, section Erasure, and ADR 0016.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping


class ErasureRights(NamedTuple):
    """Whom the devices of a space ever spoke for, and which of them ever managed it."""

    persons: Mapping[bytes, frozenset[bytes]]
    managers: frozenset[bytes]

    def may_erase(self, eraser: bytes, writer: bytes) -> bool:
        """Tell whether the device *eraser* may erase what the device *writer* wrote."""
        nobody = frozenset[bytes]()
        theirs = self.persons.get(writer, nobody)
        return eraser in self.managers or not theirs.isdisjoint(self.persons.get(eraser, nobody))
