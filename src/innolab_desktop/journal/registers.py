"""Multi-value registers: visible is what no other operation replaces.

A pure function of the set of operations: order of arrival and clocks play no part.

Source: ``docs/formats/commit.md``, section What is visible.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

T = TypeVar("T")


@dataclass(slots=True)
class Register(Generic[T]):
    """The visible operations of one field of one record.

    Attributes:
        heads: visible operations, by id.
        replaced_early: operations that another one replaced before they arrived.
    """

    heads: dict[bytes, T] = field(default_factory=dict)
    replaced_early: set[bytes] = field(default_factory=set)

    def replace(self, preds: Iterable[bytes]) -> None:
        """Hide the operations named in *preds*, now or when they arrive."""
        for pred in preds:
            if self.heads.pop(pred, None) is None:
                self.replaced_early.add(pred)

    def add(self, op: bytes, preds: Collection[bytes], payload: T) -> None:
        """Apply operation *op*; each operation is applied once."""
        if preds:
            self.replace(preds)
        if op not in self.replaced_early:
            self.heads[op] = payload
