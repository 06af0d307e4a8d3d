from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from innolab_desktop.journal import chain
from innolab_desktop.journal import commit as commits
from innolab_desktop.journal.clock import Instant
from innolab_desktop.journal.commit import Commit, Draft, Origin, Position, Tip
from innolab_desktop.journal.operations import Restore

if TYPE_CHECKING:
    from collections.abc import Iterable

ORIGIN = Origin(bytes(16), b"\1" * 16, bytes(8))


def next_commit(prev: Commit | None, salt: int = 0) -> Commit:
    seq = 1 if prev is None else prev.seq + 1
    position = Position(ORIGIN.log, seq, prev and prev.id, ORIGIN if prev is None else None)
    return commits.write(
        position,
        [Draft(Restore(bytes(16)))],
        at=Instant(1, 0),
        person=bytes(16),
        salts=[salt.to_bytes(16, "big")],
    )


def line(length: int, after: Commit | None = None, salt: int = 0) -> list[Commit]:
    found: list[Commit] = []
    for _ in range(length):
        after = next_commit(after, salt)
        found.append(after)
    return found


def link(
    incoming: Iterable[Commit],
    *covered: Commit,
    known: Iterable[Commit] = (),
    incomplete: Iterable[Commit] = (),
) -> chain.Linked:
    there = list(known)
    missing = {commit.id for commit in incomplete}
    return chain.link(
        incoming,
        known=lambda seq: [c.id for c in there if c.seq == seq],
        covered={c.id for c in covered},
        is_complete=lambda c: c.id not in missing,
    )


def test_a_covered_line_counts_whatever_the_order() -> None:
    log = line(6)
    for seed in range(20):
        shuffled = log[:]
        Random(seed).shuffle(shuffled)  # noqa: S311 - a repeatable order
        assert link(shuffled, log[-1]) == chain.Linked(tuple(log), (), is_forked=False)


def test_what_lies_above_the_signed_tip_waits() -> None:
    log = line(5)
    result = link(log, log[2])
    assert result.accepted == tuple(log[:3])
    assert result.waiting == tuple(log[3:])


@pytest.mark.parametrize("seq", [1, 2, 4, 9])
def test_numbers_that_do_not_follow_wait_however_they_come(seq: int) -> None:
    """Together with its predecessor or after it: a commit says where that one stands, or waits."""
    log = line(2)
    position = Position(ORIGIN.log, seq, log[1].id, None)
    jumped = commits.write(
        position, [Draft(Restore(bytes(16)))], at=Instant(1, 0), person=bytes(16), salts=[bytes(16)]
    )
    together = link([*log, jumped], log[1], jumped)
    assert (together.accepted, together.waiting) == (tuple(log), (jumped,))
    after = link([jumped], jumped, known=log)
    assert (after.accepted, after.waiting) == ((), (jumped,))


def test_without_a_signature_nothing_counts() -> None:
    log = line(3)
    assert link(log).accepted == ()
    assert set(link(log).waiting) == set(log)


def test_behind_a_gap_everything_waits_until_it_closes() -> None:
    log = line(6)
    early = link([*log[:2], *log[3:]], log[-1], log[1])
    assert early.accepted == tuple(log[:2])
    late = link([log[2], *early.waiting], log[-1], known=early.accepted)
    assert late.accepted == tuple(log[2:])
    assert late.waiting == ()


def test_a_tip_beyond_a_gap_covers_nothing_below_it() -> None:
    log = line(4)
    assert link([*log[:1], *log[2:]], log[-1]).accepted == ()


def test_a_wrong_predecessor_is_no_link() -> None:
    log = line(2)
    stranger = next_commit(line(1, salt=9)[0], 9)
    result = link([*log, stranger], log[-1], stranger)
    assert result.accepted == tuple(log)
    assert result.waiting == (stranger,)


def test_both_branches_are_kept_and_noticed() -> None:
    log = line(3)
    branch = line(2, log[0], salt=7)
    result = link([*log, *branch], log[-1], branch[-1])
    assert set(result.accepted) == {*log, *branch}
    assert result.is_forked
    later = link(branch, branch[-1], known=log)
    assert later.is_forked
    assert later.accepted == tuple(branch)


def test_a_branch_without_its_own_signature_waits() -> None:
    log = line(3)
    branch = line(2, log[0], salt=7)
    result = link([*log, *branch], log[-1])
    assert result.accepted == tuple(log)
    assert set(result.waiting) == set(branch)
    assert not result.is_forked


def test_a_commit_with_a_missing_body_waits_with_all_above() -> None:
    log = line(4)
    result = link(log, log[-1], log[0], incomplete=[log[1]])
    assert result.accepted == (log[0],)
    assert result.waiting == tuple(log[1:])


def parents(log: Iterable[Commit]) -> dict[bytes, tuple[int, bytes | None]]:
    return {commit.id: (commit.seq, commit.prev) for commit in log}


def test_tips_are_the_branch_heads() -> None:
    log = line(3)
    branch = line(1, log[0], salt=7)
    assert chain.tips(parents([*log, *branch])) == sorted(
        [Tip(3, log[-1].id), Tip(2, branch[-1].id)]
    )
    assert chain.tips({}) == []


def test_closure_holds_what_lies_at_and_below() -> None:
    log = line(4)
    branch = line(2, log[1], salt=7)
    everything = parents([*log, *branch])
    found = chain.closure(everything, [Tip(4, branch[-1].id)])
    assert found == {c.id for c in (*log[:2], *branch)}
    assert chain.closure(everything, [Tip(9, bytes(32))]) == set()
    assert chain.closure(everything, chain.tips(everything)) == set(everything)


@given(st.integers(0, 2**32), st.integers(1, 12))
def test_pieces_in_any_order_end_like_the_whole(seed: int, length: int) -> None:
    random = Random(seed)  # noqa: S311 - a repeatable order
    log = line(length)
    if length > 2:
        log += line(2, log[length // 2], salt=3)
    covered = [log[length - 1], log[-1]]
    pool = log[:]
    random.shuffle(pool)
    accepted: list[Commit] = []
    waiting: tuple[Commit, ...] = ()
    while pool:
        size = random.randint(1, 4)
        piece, pool = pool[:size], pool[size:]
        result = link([*piece, *waiting], *covered, known=accepted)
        accepted += result.accepted
        waiting = result.waiting
    assert set(accepted) == set(log)
    assert waiting == ()


@pytest.mark.parametrize("lost", range(5))
def test_after_a_loss_exactly_the_part_below_counts(lost: int) -> None:
    log = line(5)
    result = link([c for c in log if c.seq != lost + 1], *log)
    assert result.accepted == tuple(log[:lost])
