"""Common ancestors, against a slow oracle."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from innolab_desktop.journal.ancestry import common_ancestors, newest_of, replaced_by


@st.composite
def graphs(draw: st.DrawFn) -> dict[bytes, tuple[bytes, ...]]:
    """Operations that replace some of the earlier ones."""
    size = draw(st.integers(1, 12))
    return {
        bytes([n]): tuple(bytes([p]) for p in draw(st.sets(st.integers(0, n - 1), max_size=3)))
        if n
        else ()
        for n in range(size)
    }


def reaches(preds: dict[bytes, tuple[bytes, ...]], head: bytes, op: bytes) -> bool:
    return any(pred == op or reaches(preds, pred, op) for pred in preds[head])


@given(graphs(), st.data())
def test_common_ancestors_are_what_all_heads_reach(
    preds: dict[bytes, tuple[bytes, ...]], data: st.DataObject
) -> None:
    heads = data.draw(st.lists(st.sampled_from(sorted(preds)), min_size=1, max_size=3))
    shared = {op for op in preds if all(reaches(preds, head, op) for head in heads)}
    assert common_ancestors(heads, preds) == shared
    newest = {op for op in shared if not any(reaches(preds, other, op) for other in shared)}
    assert newest_of(frozenset(shared), preds) == newest


def test_nothing_in_common_and_loops_end() -> None:
    assert common_ancestors((), {}) == frozenset()
    assert common_ancestors((b"a", b"b"), {b"a": (b"x",), b"b": (b"y",)}) == frozenset()
    assert replaced_by((b"a",), {b"a": (b"b",), b"b": (b"a",)}) == {b"a", b"b"}


def test_a_long_chain_is_no_deep_recursion() -> None:
    chain = [n.to_bytes(3, "big") for n in range(50_000)]
    preds = {after: (before,) for before, after in pairwise(chain)}
    assert len(replaced_by(chain[-1:], preds)) == len(chain) - 1
