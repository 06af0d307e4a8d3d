"""Dividing commits: complete, in order, at allowed places, about equal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from innolab_desktop.journal import commit as commits
from innolab_desktop.journal.clock import Instant
from innolab_desktop.journal.commit import Draft, Origin, Position
from innolab_desktop.journal.operations import Create, Genesis, Set
from innolab_desktop.services.parts import Freight

if TYPE_CHECKING:
    from innolab_desktop.journal.commit import Commit
    from innolab_desktop.journal.operations import Operation


def log(number: int, lengths: list[int], first: Operation | None = None) -> list[Commit]:
    """Return a log with one commit for each length of text."""
    origin = Origin(bytes(16), bytes([number]) * 16, bytes(8))
    found: list[Commit] = []
    for seq, length in enumerate(lengths, 1):
        said = first if seq == 1 and first else Set(bytes(16), "title", "x" * length)
        found.append(
            commits.write(
                Position(
                    origin.log,
                    seq,
                    found[-1].id if found else None,
                    None if found else origin,
                ),
                [Draft(said)],
                at=Instant(seq, 0),
                person=bytes(16),
                salts=[bytes(16)],
            )
        )
    return found


logs = st.lists(st.lists(st.integers(0, 400), min_size=1, max_size=8), min_size=1, max_size=3)


@given(logs, st.integers(2, 9), st.data())
def test_pieces_are_everything_in_order_and_end_where_they_may(
    lengths: list[list[int]], count: int, data: st.DataObject
) -> None:
    made = [log(number, found) for number, found in enumerate(lengths)]
    everything = [commit for one in made for commit in one]
    own = data.draw(st.sets(st.sampled_from([one[0].log for one in made])))
    whole = data.draw(st.sets(st.sampled_from([one[0].log for one in made])))
    signed = data.draw(st.sets(st.sampled_from([commit.id for commit in everything])))
    freight = Freight(everything, own=own, whole=whole, signed=signed)

    pieces = freight.divide(freight.everything, count)

    assert [i for piece in pieces for i in piece] == list(range(len(everything)))
    assert len(pieces) <= count
    for piece in pieces[:-1]:
        last, following = everything[piece.stop - 1], everything[piece.stop]
        if last.log == following.log:
            assert last.log not in whole
            assert last.log in own or last.id in signed
    for piece in pieces:
        assert freight.divide(piece, 1) == [piece]
        assert {log: [end.id for end in ends] for log, ends in freight.ends(piece).items()} == {
            commit.log: [commit.id] for commit in everything[piece.start : piece.stop]
        }


@given(st.lists(st.integers(0, 50), min_size=8, max_size=30), st.integers(2, 4))
def test_pieces_are_about_equal(lengths: list[int], count: int) -> None:
    made = log(1, lengths)
    freight = Freight(made, own={made[0].log}, whole=(), signed=())
    sizes = [
        sum(len(made[i].encoded) for i in piece)
        for piece in freight.divide(freight.everything, count)
    ]
    largest = max(len(commit.encoded) for commit in made)
    assert max(sizes) - min(sizes) <= 2 * largest


def test_every_piece_says_whose_logs_it_carries() -> None:
    made = log(1, [10, 10, 10])
    freight = Freight(made, own={made[0].log}, whole=(), signed=())
    assert freight.of(range(1, 3)) == (made[0], made[1], made[2])
    assert freight.of(range(2)) == (made[0], made[1])
    later = Freight(made[1:], own={made[0].log}, whole=(), signed=())
    assert later.of(range(1, 2)) == (made[2],)


def test_the_commit_that_founds_the_space_is_not_repeated() -> None:
    made = log(1, [0, 10, 10], Genesis(bytes(16), "tandem", "Wir", ()))
    freight = Freight(made, own={made[0].log}, whole=(), signed=())
    assert freight.of(range(1, 3)) == (made[1], made[2])
    other = log(2, [0, 10], Create(bytes(16), "mission", 1, None, ""))
    assert Freight(other, own=(), whole=(), signed={other[0].id}).of(range(1, 2)) == tuple(other)


def test_nothing_is_one_empty_piece() -> None:
    freight = Freight((), own=(), whole=(), signed=())
    assert freight.divide(freight.everything, 5) == [range(0)]
    assert freight.of(range(0)) == ()
