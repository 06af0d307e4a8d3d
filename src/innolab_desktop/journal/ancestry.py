"""What an operation replaced, directly or through others.

Source: ``docs/formats/commit.md``, section What is visible.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence


def replaced_by(ops: Iterable[bytes], preds: Mapping[bytes, Sequence[bytes]]) -> frozenset[bytes]:
    """Return every operation that *ops* replaced, directly or not.

    Args:
        ops: where to begin; they are in the result only if another of them replaced them.
        preds: what each known operation replaced directly.
    """
    found: set[bytes] = set()
    ahead = [pred for op in ops for pred in preds.get(op, ())]
    while ahead:
        op = ahead.pop()
        if op not in found:
            found.add(op)
            ahead.extend(preds.get(op, ()))
    return frozenset(found)


def common_ancestors(
    heads: Iterable[bytes], preds: Mapping[bytes, Sequence[bytes]]
) -> frozenset[bytes]:
    """Return the operations that every one of *heads* replaced, directly or not."""
    shared: frozenset[bytes] | None = None
    for head in heads:
        replaced = replaced_by((head,), preds)
        shared = replaced if shared is None else shared & replaced
    return shared or frozenset()


def newest_of(ops: frozenset[bytes], preds: Mapping[bytes, Sequence[bytes]]) -> frozenset[bytes]:
    """Return those of *ops* that no other of them replaced."""
    return ops - {pred for op in ops for pred in preds.get(op, ())}
