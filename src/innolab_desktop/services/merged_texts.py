"""Takes a merged text apart again: what each author wrote before the merge."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from innolab_desktop.journal.ancestry import common_ancestors, replaced_by
from innolab_desktop.journal.operations import TextEdit, TextReset
from innolab_desktop.journal.text_update import inserted_pieces
from innolab_desktop.journal.texts import NO_CHANGE, MergeText, result_hash, seed
from innolab_desktop.services.review_models import Branch

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from innolab_desktop.services.review_models import Write

_GAP: Final = " … "
"""Between two pieces of a supplement: what stood there was erased."""


def where_met(writes: Sequence[Write], heads: Sequence[bytes]) -> Sequence[bytes]:
    """Return the operations whose texts were merged into what *heads* show, newest first.

    Those are *heads*, unless somebody looked at the text and took that back: then they stand
    behind edits that change nothing.
    """
    by_op, _preds = _index(writes)
    met = heads
    while all(_changes_nothing(by_op.get(op)) for op in met):
        behind = {by_op[op].preds for op in met}
        if len(behind) != 1:
            return heads
        met = next(iter(behind))
        while len(met) == 1 and met[0] in by_op:  # what was looked at, and put back as it was
            met = by_op[met[0]].preds
    if len(met) < 2 or not all(op in by_op for op in met):  # noqa: PLR2004 - texts meet
        return heads
    return sorted(met, key=lambda op: (by_op[op].at_ms, op), reverse=True)


def branches_of(writes: Sequence[Write], field: str, heads: Sequence[bytes]) -> tuple[Branch, ...]:
    """Return the text of each of *heads* as its author left it, in the order of *heads*.

    Args:
        writes: all operations about the record.
        field: the long text.
        heads: the visible operations of the field.
    """
    by_op, preds = _index(writes)
    newest = max((_generation(write) for write in writes if _is_text_of(write, field)), default=0)
    return tuple(
        _supplement(by_op[head])
        if _generation(by_op[head]) < newest
        else _branch(by_op[head], field, by_op, replaced_by((head,), preds) | {head})
        for head in heads
    )


def base_of(writes: Sequence[Write], field: str, heads: Sequence[bytes]) -> str:
    """Return the text that all *heads* began with; empty if they have nothing in common."""
    by_op, preds = _index(writes)
    shared = common_ancestors(heads, preds)
    generation = max((_generation(by_op[head]) for head in heads), default=0)
    return _text(_of_field(by_op, field, shared), generation)


def text_of(writes: Iterable[Write], field: str) -> str:
    """Return the text that *writes* make: all updates of the highest generation."""
    found = [write for write in writes if _is_text_of(write, field)]
    return _text(found, max((_generation(write) for write in found), default=0))


def _index(
    writes: Sequence[Write],
) -> tuple[dict[bytes, Write], dict[bytes, tuple[bytes, ...]]]:
    return {write.op: write for write in writes}, {write.op: write.preds for write in writes}


def _branch(
    head: Write, field: str, by_op: Mapping[bytes, Write], known: frozenset[bytes]
) -> Branch:
    text = _text(_of_field(by_op, field, known), _generation(head))
    operation = head.operation
    is_exact = not isinstance(operation, TextEdit) or result_hash(text) == operation.result_hash
    return Branch(text, head.person, head.device, head.at_ms, is_exact)


def _supplement(head: Write) -> Branch:
    """Return what somebody wrote who had not heard that the text was erased."""
    operation = head.operation
    if isinstance(operation, TextReset):
        text = operation.text
    else:
        pieces = inserted_pieces(operation.update) if isinstance(operation, TextEdit) else ()
        text = _GAP.join(pieces)
    return Branch(text, head.person, head.device, head.at_ms, is_exact=False, is_supplement=True)


def _of_field(by_op: Mapping[bytes, Write], field: str, ops: Iterable[bytes]) -> list[Write]:
    found = (by_op[op] for op in ops if op in by_op)
    return [write for write in found if _is_text_of(write, field)]


def _changes_nothing(write: Write | None) -> bool:
    operation = None if write is None else write.operation
    return isinstance(operation, TextEdit) and operation.update == NO_CHANGE


def _is_text_of(write: Write, field: str) -> bool:
    return isinstance(write.operation, TextEdit | TextReset) and write.operation.field == field


def _generation(write: Write) -> int:
    operation = write.operation
    return operation.generation if isinstance(operation, TextEdit | TextReset) else 0


def _text(writes: Iterable[Write], generation: int) -> str:
    updates = [
        operation.update if isinstance(operation, TextEdit) else seed(operation)
        for write in writes
        if isinstance(operation := write.operation, TextEdit | TextReset)
        and operation.generation == generation
    ]
    return str(MergeText(*updates))
