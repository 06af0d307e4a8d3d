"""Stored commits with their keys and what their bodies say."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from innolab_desktop.journal.commit import operations_of
from innolab_desktop.journal.quick_tuples import quickly
from innolab_desktop.storage.record_state import Applied

if TYPE_CHECKING:
    from collections.abc import Sequence

    from innolab_desktop.journal.commit import Commit
    from innolab_desktop.journal.operations import Operation


class Entered(NamedTuple):
    """A stored commit with its key and what its bodies say."""

    entry: int
    commit: Commit
    operations: Sequence[tuple[int, Operation]]

    def applied(self) -> list[Applied]:
        """Return what is said on its way into records; nothing of a newer version."""
        commit, source = self.commit, self.entry << 7
        if not commit.is_readable:
            return []
        op_id, entries, at = commit.op_id, commit.entries, commit.at.packed
        return [
            quickly(Applied, (op_id(index), entries[index].preds, source | index, at, operation))
            for index, operation in self.operations
        ]


def decoded(found: Sequence[tuple[int, Commit]]) -> list[Entered]:
    """Return stored commits, given with their keys, and what they say."""
    operations = operations_of([commit for _, commit in found])
    return [
        Entered(key, commit, present)
        for (key, commit), present in zip(found, operations, strict=True)
    ]
