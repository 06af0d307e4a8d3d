"""Sums up what newly stored commits are about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from innolab_desktop.journal.newer import is_understood
from innolab_desktop.journal.operations import Create, Delete, Erase, Restore
from innolab_desktop.services.exchange_models import Arrival

if TYPE_CHECKING:
    from collections.abc import Sequence

    from innolab_desktop.storage.entered import Entered


def arrival_of(batch: Sequence[Entered]) -> Arrival:
    """Return what the commits of *batch* are about."""
    created: set[bytes] = set()
    deleted: set[bytes] = set()
    restored: set[bytes] = set()
    erased: set[bytes] = set()
    newer = 0
    for _, commit, operations in batch:
        for _, operation in operations:
            if isinstance(operation, Create):
                created.add(operation.record)
            elif isinstance(operation, Delete):
                deleted.add(operation.record)
            elif isinstance(operation, Restore):
                restored.add(operation.record)
            elif isinstance(operation, Erase) and operation.record is not None:
                erased.add(operation.record)
        newer += not is_understood(commit, operations)
    return Arrival(
        frozenset(entered.entry for entered in batch),
        frozenset(created),
        frozenset(deleted),
        frozenset(restored),
        frozenset(erased),
        newer,
    )
