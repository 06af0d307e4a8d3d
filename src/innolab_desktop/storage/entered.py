"""Stored commits with their keys and what their bodies say."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Final, NamedTuple

from innolab_desktop.journal.commit import operations_of
from innolab_desktop.journal.newer import is_understood
from innolab_desktop.journal.operations import Set, TextEdit, Unknown
from innolab_desktop.journal.quick_tuples import quickly
from innolab_desktop.storage.record_state import Applied

if TYPE_CHECKING:
    from collections.abc import Sequence

    from innolab_desktop.journal.commit import Commit
    from innolab_desktop.journal.operations import Operation


_VALUES: Final[frozenset[type]] = frozenset((Set, TextEdit))


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
        ops, entries, at = commit.op_ids(), commit.entries, commit.at.packed
        return [
            quickly(Applied, (ops[index], entries[index].preds, source | index, at, operation))
            for index, operation in self.operations
        ]


class Batch(list[Entered]):
    """Commits that are worked on together; complete before it is asked anything."""

    @cached_property
    def rarer(self) -> list[tuple[Entered, int, Operation]]:
        """What they say besides giving fields values, which is nearly everything."""
        return [
            (entered, index, operation)
            for entered in self
            for index, operation in entered.operations
            if type(operation) not in _VALUES
        ]

    @cached_property
    def not_understood(self) -> list[Entered]:
        """Those that say something only a newer version can project."""
        unknown = {entered.entry for entered, _, said in self.rarer if isinstance(said, Unknown)}
        return [
            entered
            for entered in self
            if entered.entry in unknown
            or (not entered.commit.is_readable and not is_understood(entered.commit, ()))
        ]


def decoded(found: Sequence[tuple[int, Commit]]) -> Batch:
    """Return stored commits, given with their keys, and what they say."""
    operations = operations_of([commit for _, commit in found])
    return Batch(
        Entered(key, commit, present)
        for (key, commit), present in zip(found, operations, strict=True)
    )
