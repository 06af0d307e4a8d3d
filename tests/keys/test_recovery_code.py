"""The recovery code forgives typing, and names the group that is wrong."""

from __future__ import annotations

import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from innolab_desktop.domain.errors import VaultError
from innolab_desktop.keys import recovery_code

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
codes = st.binary(min_size=20, max_size=20)


def refused(text: str) -> tuple[str, object]:
    with pytest.raises(VaultError) as failure:
        recovery_code.read(text)
    return failure.value.code, failure.value.params.get("group")


@given(codes)
def test_what_is_written_is_read(code: bytes) -> None:
    text = recovery_code.write(code)

    assert re.fullmatch(rf"([{ALPHABET}]{{5}}-){{7}}[{ALPHABET}]{{5}}", text)
    assert recovery_code.read(text) == code


@given(codes, st.integers(0, 3))
def test_typing_is_forgiven(code: bytes, variant: int) -> None:
    text = recovery_code.write(code)
    typed = (
        text.lower(),
        text.replace("-", ""),
        f"  {text.replace('-', ' – ')}\n",
        text.replace("0", "o").replace("1", "l"),
    )[variant]
    assert recovery_code.read(typed) == code


@given(codes, st.integers(0, 39), st.integers(1, 31))
def test_any_wrong_character_is_found_in_its_group(code: bytes, place: int, shift: int) -> None:
    characters = list(recovery_code.write(code).replace("-", ""))
    old = ALPHABET.index(characters[place])
    characters[place] = ALPHABET[(old + shift) % 32]

    assert refused("".join(characters)) == ("recovery_code_group", place // 5 + 1)


@given(codes, st.integers(0, 7), st.permutations(range(5)))
def test_swapped_characters_are_found(code: bytes, group: int, order: list[int]) -> None:
    groups = recovery_code.write(code).split("-")
    first, second = order[:2]
    characters = list(groups[group])
    if characters[first] == characters[second]:
        return
    characters[first], characters[second] = characters[second], characters[first]
    groups[group] = "".join(characters)

    assert refused("-".join(groups)) == ("recovery_code_group", group + 1)


@given(codes, st.permutations(range(8)))
def test_swapped_groups_are_found(code: bytes, order: list[int]) -> None:
    groups = recovery_code.write(code).split("-")
    mixed = [groups[place] for place in order]
    first = next((n for n, place in enumerate(order) if n != place), None)
    if first is not None:
        assert refused("-".join(mixed)) == ("recovery_code_group", first + 1)


@pytest.mark.parametrize(
    ("change", "group"),
    [
        (lambda groups: [*groups[:2], groups[2][:4], *groups[3:]], 3),
        (lambda groups: [*groups[:5], groups[5] + "A", *groups[6:]], 6),
        (lambda groups: [*groups[:7], "U" + groups[7][1:]], 8),
        (lambda groups: groups[:7], 8),
        (lambda _groups: [], 1),
    ],
    ids=["missing character", "doubled character", "letter of no digit", "cut", "nothing"],
)
def test_the_wrong_group_is_named(change: Any, group: int) -> None:
    groups = recovery_code.write(bytes(range(20))).split("-")
    assert refused("-".join(change(groups))) == ("recovery_code_group", group)


def test_too_much_is_refused() -> None:
    text = recovery_code.write(bytes(range(20)))
    assert refused(text + "-ABCDE") == ("recovery_code_long", None)
