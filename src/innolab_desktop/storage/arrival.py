"""Sums up what newly stored commits are about."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from innolab_desktop.journal.operations import Create, Delete, Erase, Restore
from innolab_desktop.services.exchange_models import Arrival

if TYPE_CHECKING:
    from innolab_desktop.journal.operations import Operation
    from innolab_desktop.storage.entered import Batch

_TOLD: Final = (Create, Delete, Restore, Erase)


def arrival_of(batch: Batch) -> Arrival:
    """Return what the commits of *batch* are about."""
    about: dict[type[Operation], set[bytes]] = {kind: set() for kind in _TOLD}
    for _, _, operation in batch.rarer:
        if isinstance(operation, _TOLD) and operation.record is not None:
            about[type(operation)].add(operation.record)
    return Arrival(
        frozenset(entered.entry for entered in batch),
        frozenset(about[Create]),
        frozenset(about[Delete]),
        frozenset(about[Restore]),
        frozenset(about[Erase]),
        len(batch.not_understood),
    )
