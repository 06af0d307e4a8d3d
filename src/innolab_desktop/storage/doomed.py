"""What is to be destroyed, and what was: by operation, and by record."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from innolab_desktop.journal import newer
from innolab_desktop.journal.erasure_marks import is_mark, marked_record
from innolab_desktop.journal.operations import MEMBERSHIP, Create, Erase
from innolab_desktop.storage.desk_store import EVERY_FIELD

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from innolab_desktop.journal.commit import Commit
    from innolab_desktop.journal.operations import Operation

_SHIELDED: Final = (*MEMBERSHIP, Erase)
"""Operations that no erasure reaches: who belongs to a space, and what is erased, stays known."""


class Doomed(NamedTuple):
    """What is to be destroyed: operations by id, and all operations about some records."""

    ops: frozenset[bytes]
    records: frozenset[bytes]

    @classmethod
    def of(cls, targets: Iterable[bytes]) -> Doomed:
        """Return what the ids and marks *targets* say."""
        found = frozenset(targets)
        return cls(found, frozenset(marked_record(op) for op in found if is_mark(op)))

    def among(self, commit: Commit, present: Sequence[tuple[int, Operation]]) -> frozenset[int]:
        """Return the indexes of the bodies of *commit* that are to be destroyed."""
        named = {index for index in range(len(commit.bodies)) if commit.op_id(index) in self.ops}
        of_record: set[int] = set()
        if self.records:
            about = records_of(commit, present)
            of_record = {index for index, record in about.items() if record in self.records}
        shielded = {index for index, item in present if isinstance(item, _SHIELDED)}
        return frozenset((named | of_record) - shielded)


class Destroyed:
    """Which stored commits lost bodies, and which fields of which records these were about."""

    def __init__(self) -> None:
        self.keys: list[int] = []
        self.fields: dict[bytes, set[str]] = {}

    def note(self, key: int, gone: Iterable[Operation], records: Iterable[bytes]) -> None:
        """Note that an entry lost operations; that a record began counts as every field."""
        self.keys.append(key)
        for record in records:
            self.fields.setdefault(record, set())
        for operation in gone:
            record = record_of(operation)
            if record is not None:
                fields = self.fields.setdefault(record, set())
                if isinstance(operation, Create):
                    fields.add(EVERY_FIELD)
                elif name := getattr(operation, "field", ""):
                    fields.add(name)


def records_of(commit: Commit, present: Sequence[tuple[int, Operation]]) -> Mapping[int, bytes]:
    """Return which body is about which record, also where only a newer version reads on."""
    if newer.is_understood(commit, present):
        found = ((index, record_of(item)) for index, item in present)
        return {index: record for index, record in found if record is not None}
    return dict(newer.records_in(commit))


def record_of(operation: Operation) -> bytes | None:
    """Return the record that *operation* is about."""
    return getattr(operation, "record", None)
