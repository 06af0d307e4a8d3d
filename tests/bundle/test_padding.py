from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from innolab_desktop.bundle import padding
from innolab_desktop.domain.errors import BundleError


@given(st.binary(max_size=5000))
def test_what_was_padded_comes_back(frame: bytes) -> None:
    assert padding.unpad(padding.pad(frame)) == frame


@given(st.integers(8, 2**40))
def test_padding_costs_at_most_twelve_percent(length: int) -> None:
    padded = padding.padded_length(length)
    assert length <= padded <= length * 1.12 + 1
    assert padding.padded_length(padded) == padded


@pytest.mark.parametrize(("length", "padded"), [(8, 8), (9, 10), (100, 104), (1000, 1024)])
def test_known_lengths(length: int, padded: int) -> None:
    assert padding.padded_length(length) == padded


def test_few_lengths_remain() -> None:
    assert len({padding.padded_length(length) for length in range(65_536, 131_073)}) == 33


HOSTILE = {
    "nothing": b"",
    "half a length": bytes(7),
    "length beyond the end": (500).to_bytes(8, "big") + bytes(100),
    "length 2^64-1": b"\xff" * 8 + bytes(100),
    "too much padding": padding.pad(b"frame") + b"\0",
    "too little padding": padding.pad(bytes(99))[:-1],
    "hidden bytes in the padding": padding.pad(bytes(99))[:-1] + b"\1",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_other_padding_is_refused(name: str) -> None:
    with pytest.raises(BundleError) as failure:
        padding.unpad(HOSTILE[name])
    assert failure.value.code == "bundle_damaged"
