from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from innolab_desktop.journal.registers import Register

Op = tuple[bytes, tuple[bytes, ...], int]


@st.composite
def histories(draw: st.DrawFn) -> list[Op]:
    """Operations, each replacing some of the ones before it."""
    ops: list[Op] = []
    for number in range(draw(st.integers(1, 12))):
        before = [op for op, _, _ in ops]
        preds = draw(st.lists(st.sampled_from(before), unique=True)) if before else []
        ops.append((number.to_bytes(17, "big"), tuple(preds), number))
    return ops


def visible(ops: list[Op]) -> dict[bytes, int]:
    replaced = {pred for _, preds, _ in ops for pred in preds}
    return {op: payload for op, _, payload in ops if op not in replaced}


@given(histories(), st.randoms(use_true_random=False))
def test_the_order_of_arrival_plays_no_part(ops: list[Op], random: object) -> None:
    shuffled = ops[:]
    random.shuffle(shuffled)  # pyright: ignore[reportAttributeAccessIssue] - Hypothesis types it loosely
    register: Register[int] = Register()
    for op, preds, payload in shuffled:
        register.add(op, preds, payload)
    assert register.heads == visible(ops)


def test_a_replaced_operation_that_comes_late_stays_hidden() -> None:
    register: Register[str] = Register()
    register.add(b"new", (b"old",), "neu")
    register.add(b"old", (), "alt")
    assert register.heads == {b"new": "neu"}


def test_side_by_side_values_both_stand() -> None:
    register: Register[str] = Register()
    register.add(b"base", (), "0")
    register.add(b"mine", (b"base",), "1")
    register.add(b"yours", (b"base",), "2")
    assert set(register.heads) == {b"mine", b"yours"}
    register.add(b"settled", (b"mine", b"yours"), "3")
    assert register.heads == {b"settled": "3"}


def test_replacing_without_a_value_hides_too() -> None:
    register: Register[str] = Register()
    register.add(b"deleted", (), "x")
    register.replace((b"deleted", b"later"))
    register.add(b"later", (), "y")
    assert register.heads == {}
