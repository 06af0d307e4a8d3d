"""What stands in the fields of a record according to a set of its operations."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from innolab_desktop.journal.operations import Delete, Set, TextEdit, TextReset
from innolab_desktop.journal.texts import result_hash
from innolab_desktop.services.merged_texts import text_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from innolab_desktop.domain.values import Value
    from innolab_desktop.services.review_models import Write


@dataclass(frozen=True, slots=True)
class FieldState:
    """What is visible in a field.

    Attributes:
        values: the different visible values; of a long text the merged one.
        heads: how many operations are visible.
        is_unseen: whether a text stands as the author of its only visible edit did not see it.
    """

    values: tuple[Value, ...] = ()
    heads: int = 0
    is_unseen: bool = False

    @property
    def is_conflict(self) -> bool:
        """Whether different values stand side by side."""
        return len(self.values) > 1

    @property
    def is_merged(self) -> bool:
        """Whether a machine merged what stands here."""
        return (self.heads > 1 and len(self.values) == 1) or self.is_unseen


def field_of(write: Write) -> str | None:
    """Return the field that an operation writes, if it writes one."""
    operation = write.operation
    return operation.field if isinstance(operation, Set | TextEdit | TextReset) else None


def field_states(writes: Sequence[Write]) -> Mapping[str, FieldState]:
    """Return what *writes*, in any order, leave visible in each field they write."""
    replaced = {pred for write in writes for pred in write.preds}
    texts: set[str] = set()
    visible: dict[str, list[Write]] = {}
    for write in writes:
        name = field_of(write)
        if name is None:
            continue
        heads = visible.setdefault(name, [])
        if write.op not in replaced:
            heads.append(write)
        if not isinstance(write.operation, Set):
            texts.add(name)
    return {
        name: _text_state(text_of(writes, name), heads)
        if name in texts
        else FieldState(_values(heads), len(heads))
        for name, heads in visible.items()
    }


def unseen_by_deletions(writes: Sequence[Write]) -> bool:
    """Tell whether a record is deleted while a value stands that no deletion saw."""
    replaced = {pred for write in writes for pred in write.preds}
    visible = [write for write in writes if write.op not in replaced]
    deletions = [item.operation for item in visible if isinstance(item.operation, Delete)]
    seen = {op for deletion in deletions for op in deletion.seen}
    return bool(deletions) and any(
        field_of(write) is not None and write.op not in seen for write in visible
    )


def _text_state(text: str, heads: Sequence[Write]) -> FieldState:
    said = heads[0].operation if len(heads) == 1 else None
    is_unseen = isinstance(said, TextEdit) and said.result_hash != result_hash(text)
    return FieldState((text,), len(heads), is_unseen)


def _values(heads: Sequence[Write]) -> tuple[Value, ...]:
    values = [write.operation.value for write in heads if isinstance(write.operation, Set)]
    found: list[Value] = []
    for value in values:
        if not any(value == other and type(value) is type(other) for other in found):
            found.append(value)
    return tuple(found)
