"""Salts that can be computed from all bodies of a commit, and from nothing less."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from independent import decoder
from innolab_desktop.journal import salts

SEEDS = st.binary(min_size=16, max_size=16)
PLACE = (b"\x05" * 16, 7)


@given(SEEDS, st.integers(1, 128))
def test_all_of_them_give_the_seed_back(seed: bytes, count: int) -> None:
    drawn = salts.spread(seed, count, *PLACE)
    assert len(set(drawn)) == count
    assert {len(salt) for salt in drawn} == {16}
    assert list(drawn) == decoder.spread(seed, count, *PLACE)
    assert salts.seed_of(drawn, *PLACE) == seed


@given(SEEDS, st.integers(2, 20), st.data())
def test_one_that_was_drawn_otherwise_is_noticed(
    seed: bytes, count: int, data: st.DataObject
) -> None:
    drawn = list(salts.spread(seed, count, *PLACE))
    at = data.draw(st.integers(0, count - 1))
    drawn[at] = data.draw(SEEDS.filter(lambda other: other != drawn[at]))
    assert salts.seed_of(drawn, *PLACE) is None


@pytest.mark.parametrize("at", [1, 2, 3])
def test_every_single_one_is_looked_at(at: int) -> None:
    """Whoever makes the first salt fit to another one that was not drawn is noticed, too."""
    drawn = list(salts.spread(b"seed" * 4, 4, *PLACE))
    drawn[at] = bytes(16)
    drawn[0] = salts._hidden(b"seed" * 4, b"".join(drawn[1:]))
    assert salts.seed_of(drawn, *PLACE) is None


def test_another_place_has_other_salts() -> None:
    """Who guesses seeds has to begin anew for each commit."""
    log, seq = PLACE
    here = salts.spread(bytes(16), 3, log, seq)
    for place in ((log, seq + 1), (b"\x06" * 16, seq)):
        assert not set(here) & set(salts.spread(bytes(16), 3, *place))
        assert salts.seed_of(here, *place) is None


@given(SEEDS, st.integers(2, 20), st.data())
def test_without_one_the_seed_could_be_any(seed: bytes, count: int, data: st.DataObject) -> None:
    """Whatever stands in for a lost salt leads to another seed than the one that was drawn."""
    drawn = salts.spread(seed, count, *PLACE)
    at = data.draw(st.integers(0, count - 1))
    guess = data.draw(SEEDS.filter(lambda other: other != drawn[at]))
    others = b"".join((*drawn[1:at], guess, *drawn[at + 1 :]) if at else drawn[1:])
    first = drawn[0] if at else guess
    assert salts._hidden(first, others) != seed


@pytest.mark.parametrize("count", [1, 2, 3, 128])
def test_no_salt_is_the_seed_or_follows_from_another(count: int) -> None:
    """Two seeds that share a salt share no other: a salt says nothing about the next one."""
    drawn = [salts.spread(number.to_bytes(16, "big"), count, *PLACE) for number in range(1000)]
    for place in range(count):
        assert len({one[place] for one in drawn}) == 1000
    assert not {seed.to_bytes(16, "big") for seed in range(1000)} & {
        s for one in drawn for s in one
    }


def test_a_single_salt_always_has_a_seed() -> None:
    """So what earlier programs wrote in one operation can be folded as well."""
    seed = salts.seed_of([bytes(16)], *PLACE)
    assert seed is not None
    assert salts.spread(seed, 1, *PLACE) == (bytes(16),)
