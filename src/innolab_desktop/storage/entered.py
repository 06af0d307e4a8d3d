"""Stored commits with their keys and what their bodies say."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple, TypeAlias

from innolab_desktop.journal.commit import operations_of
from innolab_desktop.journal.newer import is_understood
from innolab_desktop.journal.operations import Set, TextEdit, Unknown
from innolab_desktop.journal.quick_tuples import quickly
from innolab_desktop.storage.record_state import Applied

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

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


Rarer: TypeAlias = tuple[Entered, int, "Operation"]


def rarer(batch: Iterable[Entered]) -> list[Rarer]:
    """Return what commits say besides giving fields values, which is nearly everything."""
    return [
        (entered, index, operation)
        for entered in batch
        for index, operation in entered.operations
        if type(operation) not in _VALUES
    ]


def not_understood(batch: Sequence[Entered], said: Iterable[Rarer]) -> list[Entered]:
    """Return the commits that say something only a newer version can project.

    Args:
        batch: the commits to look at.
        said: what :func:`rarer` returns of them.
    """
    unknown = {entered.entry for entered, _, operation in said if isinstance(operation, Unknown)}
    return [
        entered
        for entered in batch
        if entered.entry in unknown
        or (not entered.commit.is_readable and not is_understood(entered.commit, ()))
    ]


def decoded(found: Sequence[tuple[int, Commit]]) -> list[Entered]:
    """Return stored commits, given with their keys, and what they say."""
    operations = operations_of([commit for _, commit in found])
    return [
        Entered(key, commit, present)
        for (key, commit), present in zip(found, operations, strict=True)
    ]
