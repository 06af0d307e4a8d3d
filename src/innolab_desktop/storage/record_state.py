"""One record in memory while operations are applied to it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, NamedTuple, TypeAlias

from innolab_desktop.domain.records import DELETED, ORIGIN
from innolab_desktop.journal.operations import (
    ORDER,
    PARENT,
    Content,
    Create,
    Delete,
    Operation,
    Restore,
    Set,
    TextEdit,
    TextReset,
)
from innolab_desktop.journal.quick_tuples import quickly
from innolab_desktop.journal.registers import Register
from innolab_desktop.journal.texts import is_rewritten, merge, seed, text_of
from innolab_desktop.storage.cell_values import encode_value

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from innolab_desktop.domain.values import Value

_PENDING: Final = ""


class Stored(NamedTuple):
    """A visible operation: where it stands, and its value; of a deletion, what its author saw."""

    source: int
    value: Value


class TextState(NamedTuple):
    """The merged updates of a long text."""

    generation: int
    state: bytes


class Applied(NamedTuple):
    """An operation on its way into a record; *at* is the packed instant of its commit."""

    op: bytes
    preds: tuple[bytes, ...]
    source: int
    at: int
    operation: Operation


RecordOperation: TypeAlias = Create | Set | TextEdit | TextReset | Delete | Restore | Content


@dataclass(slots=True)
class RecordState:
    """A record's registers, texts and row.

    Attributes:
        slots: head number in the cell key, by field and operation, as stored.
        created: ``(packed time, op)`` of the create operation that counts: the earliest.
        replaced_early: the space's operations that were replaced before they arrived.
        needs_history: whether it must be made anew from everything that was ever said. What is
            stored does not tell how a moved record began, whether a beginning was only adopted,
            and which updates a text was merged from.
        is_merged: whether a text was to be looked at when the record was stored.
        results: the hash of the text that the author of an edit saw, by operation.
        unseen: texts with a single visible edit that stand as its author did not see them.
    """

    number: int
    uid: bytes
    replaced_early: set[bytes]
    kind: str = ""
    form_version: int = 1
    parent: bytes | None = None
    order: str = ""
    created: int = 0
    changed: int = 0
    is_merged: bool = False
    registers: dict[str, Register[Stored]] = field(default_factory=dict)
    slots: dict[str, dict[bytes, int]] = field(default_factory=dict)
    texts: dict[str, TextState] = field(default_factory=dict)
    changed_fields: set[str] = field(default_factory=set)
    changed_texts: dict[str, list[bytes]] = field(default_factory=dict)
    needs_history: bool = False
    results: dict[bytes, bytes] = field(default_factory=dict)
    unseen: set[str] = field(default_factory=set)

    def register(self, name: str) -> Register[Stored]:
        """Return the register of a field, new if there was none."""
        found = self.registers.get(name)
        if found is None:
            found = self.registers[name] = Register(replaced_early=self.replaced_early)
        return found

    def apply(self, arrived: Iterable[Applied]) -> None:
        """Apply operations to the record."""
        for applied in arrived:
            operation = applied.operation
            if applied.at > self.changed:  # noqa: PLR1730 - a call, and this for every operation
                self.changed = applied.at
            if isinstance(operation, Set):
                _, name, value = operation
                self._put(name, applied, value)
                if name in self.texts:
                    self.changed_texts.setdefault(name, [])  # a field with a text shows the text
            else:
                self._apply_rarer(operation, applied)

    def _apply_rarer(self, operation: Operation, applied: Applied) -> None:
        if isinstance(operation, TextEdit | TextReset):
            self._edit(operation, applied)
        elif isinstance(operation, Create):
            self._create(operation, applied.at)
        elif isinstance(operation, Delete):
            self._put(DELETED, applied, tuple([op.hex() for op in operation.seen]))
        elif isinstance(operation, Restore):
            self.register(DELETED).replace(applied.preds)
            self.changed_fields.add(DELETED)

    def adopt(self, applied: Applied) -> None:
        """Apply a quarantined operation that counting ones stand on: it never shows by itself."""
        operation = applied.operation
        if isinstance(operation, Create):
            self._create(operation, applied.at)
        elif isinstance(operation, TextEdit | TextReset):
            self.register(operation.field).replace(applied.preds)
            self.changed_fields.add(operation.field)
            self._merge(operation)

    def touched_by(self, arrived: Iterable[Applied]) -> list[tuple[int, int]]:
        """Return number and entry for each commit that says something in *arrived*."""
        number = self.number
        return [(number, entry) for entry in {applied.source >> 7 for applied in arrived}]

    def _put(self, name: str, applied: Applied, value: Value) -> None:
        op, preds, source, _, _ = applied
        register = self.registers.get(name) or self.register(name)
        register.add(op, preds, quickly(Stored, (source, value)))
        self.changed_fields.add(name)

    def _create(self, operation: Create, packed: int) -> None:
        """The earliest create counts; at the same instant, the smaller content."""
        packed = packed or 1  # 0 is no beginning
        self.needs_history |= bool(self.created)
        known = (self.created, self.kind, self.form_version, self.parent or b"", self.order)
        _, kind, version, parent, order = operation
        if self.created and (packed, kind, version, parent or b"", order) >= known:
            return
        self.kind = operation.record_kind
        self.form_version = operation.form_version
        self.parent = operation.parent
        self.order = operation.order
        self.created = packed

    def _edit(self, operation: TextEdit | TextReset, applied: Applied) -> None:
        self._put(operation.field, applied, _PENDING)
        if isinstance(operation, TextEdit):
            self.results[applied.op] = operation.result_hash
        self._merge(operation)

    def _merge(self, operation: TextEdit | TextReset) -> None:
        name = operation.field
        current = self.texts.get(name)
        if current is not None and operation.generation < current.generation:
            self.changed_texts.setdefault(name, [])  # it shows beside the newer text, not in it
            return
        if current is None or operation.generation > current.generation:
            self.texts[name] = TextState(operation.generation, b"")
            self.changed_texts[name] = []
        update = operation.update if isinstance(operation, TextEdit) else seed(operation)
        self.changed_texts.setdefault(name, []).append(update)

    def settle(self) -> None:
        """Merge the new updates of long texts; afterwards every visible text has its value."""
        for name, found in self.changed_texts.items():
            generation, state = self.texts[name]
            updates = sorted(found)  # of two that claim one place, the same counts everywhere
            if state and is_rewritten(state, updates):
                self.needs_history = True
            merged = merge(*([state] if state else []), *updates)
            self.texts[name] = TextState(generation, merged)
            text = text_of(merged)
            register = self.register(name)
            for op, head in register.heads.items():
                register.heads[op] = Stored(head.source, text)
        for name in (PARENT, ORDER):
            if name in self.slots and not self.registers[name].heads:
                self.needs_history = True

    # --- what the row says -----------------------------------------------------------------

    def values(self, at: Mapping[int, int]) -> dict[str, Value]:
        """Return the shown value of each field: of several, the newest by *at* (entry: time)."""
        shown: dict[str, Value] = {}
        for name, register in self.registers.items():
            heads = register.heads
            if heads and name != DELETED:
                one = next(iter(heads.values()))
                newest = one if len(heads) == 1 else self.newest_first(register, at)[0][1]
                shown[name] = newest.value
        return shown

    @staticmethod
    def newest_first(
        register: Register[Stored], at: Mapping[int, int]
    ) -> list[tuple[bytes, Stored]]:
        """Return the heads in display order."""
        heads = list(register.heads.items())
        if len(heads) > 1:
            heads.sort(key=lambda item: (at[item[1].source >> 7], item[0]), reverse=True)
        return heads

    def contested_sources(self) -> list[int]:
        """Return the entries of heads that stand side by side: their times are needed."""
        return [
            head.source >> 7
            for register in self.registers.values()
            if len(register.heads) > 1
            for head in register.heads.values()
        ]

    @property
    def is_deleted(self) -> bool:
        """Whether a deletion is visible."""
        register = self.registers.get(DELETED)
        return bool(register and register.heads)

    def conflicts(self) -> frozenset[str]:
        """Return the fields with more than one visible value, and edits unseen by a deletion."""
        fields = {
            name
            for name, register in self.registers.items()
            if len(register.heads) > 1
            and name not in (DELETED, PARENT, ORDER, ORIGIN)
            and name not in self.texts
            and len({encode_value(head.value) for head in register.heads.values()}) > 1
        }
        if self.is_deleted and self._unseen():
            fields.add(DELETED)
        return frozenset(fields)

    def merged(self) -> frozenset[str]:
        """Return the long texts that no person saw as they stand: merged, not yet looked at."""
        several = (
            name
            for name in self.texts
            if name in self.registers and len(self.registers[name].heads) > 1
        )
        return frozenset((*several, *self.unseen))

    def lone_edits(self) -> Iterator[tuple[str, tuple[bytes, Stored]]]:
        """Yield the texts with a single visible edit that may be unseen, and the edit."""
        for name in self.texts:
            register = self.registers.get(name)
            is_touched = self.is_merged or name in self.changed_texts
            if is_touched and register is not None and len(register.heads) == 1:
                yield name, next(iter(register.heads.items()))

    def _unseen(self) -> set[bytes]:
        seen: set[str | None] = set()
        for head in self.registers[DELETED].heads.values():
            if isinstance(head.value, tuple):
                seen.update(head.value)
        return {
            op
            for name, register in self.registers.items()
            if name != DELETED
            for op in register.heads
            if op.hex() not in seen
        }
