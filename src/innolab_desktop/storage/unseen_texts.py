"""Finds the texts that nobody ever saw as they stand, though a single edit is visible.

The last edit of a text names the hash of the whole text that its author saw. It is another one if
something that the author had is lost or still on its way, or if something came later that the
author did not have: then a person should look at it, as at a text with several visible edits.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from innolab_desktop.journal.operations import TextEdit
from innolab_desktop.journal.texts import result_hash
from innolab_desktop.storage.entered import decoded
from innolab_desktop.storage.log_tables import LogTables

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from innolab_desktop.journal.operations import Operation
    from innolab_desktop.storage.database import Database
    from innolab_desktop.storage.record_state import RecordState, Stored


def mark_unseen_texts(database: Database, states: Iterable[RecordState]) -> None:
    """Note in each state which of its texts stand as nobody saw them."""
    uncertain = [(state, name, *head) for state in states for name, head in state.lone_edits()]
    if not uncertain:
        return
    unknown = [head for state, _, op, head in uncertain if op not in state.results]
    said = _said(database, unknown)
    for state, name, op, head in uncertain:
        seen = state.results.get(op) or _result(said.get(head.source))
        if seen is not None and seen != result_hash(str(head.value or "")):
            state.unseen.add(name)


def _said(database: Database, heads: Sequence[Stored]) -> Mapping[int, Operation]:
    """Return what stored operations say, by source."""
    if not heads:
        return {}
    entries = {head.source >> 7 for head in heads}
    return {
        entered.entry << 7 | index: operation
        for entered in decoded(LogTables(database).by_key(sorted(entries)))
        for index, operation in entered.operations
    }


def _result(operation: Operation | None) -> bytes | None:
    return operation.result_hash if isinstance(operation, TextEdit) else None
