from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from innolab_desktop.domain.order_keys import key_between


@given(st.lists(st.integers(0, 40), max_size=60))
def test_there_is_always_room_between_two(places: list[int]) -> None:
    keys: list[str] = []
    for place in places:
        at = min(place, len(keys))
        before = keys[at - 1] if at else ""
        after = keys[at] if at < len(keys) else ""
        keys.insert(at, key_between(before, after))
    assert keys == sorted(keys)
    assert len(set(keys)) == len(keys)


def test_hundred_at_the_end_stay_short() -> None:
    key = ""
    for _ in range(100):
        following = key_between(key, "")
        assert following > key
        key = following
    assert len(key) < 25


def test_equal_neighbours_still_give_a_key_behind() -> None:
    assert key_between("V", "V") > "V"
