"""What stands in a bundle is flat: read in memory that grows with what is read, not beyond."""

from __future__ import annotations

import tracemalloc
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from innolab_desktop.domain.errors import FormatError
from innolab_desktop.journal import cbor
from innolab_desktop.journal.cbor_sequence import MAX_ARRAY_ITEMS, read_items
from innolab_desktop.journal.commit import MAX_BODIES

LEAF = st.binary(max_size=300)
INNER = st.lists(LEAF | st.none(), max_size=5)
ITEM = LEAF | st.lists(LEAF | st.none() | INNER, max_size=5)


@given(st.lists(ITEM, max_size=6))
def test_it_names_the_offset_behind_each_item(values: list[Any]) -> None:
    parts = [cbor.encode(value) for value in values]
    found = list(read_items(b"".join(parts), limit=10))
    assert [item for item, _ in found] == values
    assert [end for _, end in found] == [len(b"".join(parts[:i])) for i in range(1, len(parts) + 1)]


@given(st.binary(max_size=80))
def test_what_it_reads_the_general_decoder_reads_alike(data: bytes) -> None:
    try:
        found = list(read_items(data, limit=100))
    except FormatError:
        return
    start = 0
    for item, end in found:
        assert cbor.decode(data[start:end]) == item
        start = end
    assert start == len(data)


@pytest.mark.parametrize("size_bytes", [3, 24, 255, 256, 700])
def test_a_cut_item_is_none(size_bytes: int) -> None:
    item = cbor.encode([bytes(size_bytes), [bytes(size_bytes), None, bytes(size_bytes)]])
    for cut in range(1, len(item)):
        with pytest.raises(FormatError, match="cbor_malformed"):
            list(read_items(item[:cut], limit=1))


HOSTILE = {
    "number": "00",
    "negative number": "20",
    "text": "6161",
    "map": "a0",
    "tag": "c100",
    "float": "f93c00",
    "true": "f5",
    "null alone": "f6",
    "cut head": "59",
    "cut argument": "5901",
    "cut byte string": "4301",
    "cut array": "8240",
    "cut argument in an array": "8158",
    "cut long argument in an array": "815901",
    "cut byte string in an array": "81581801",
    "cut long byte string in an array": "8159010001",
    "cut byte string in a cut array": "8258180140",
    "indefinite byte string": "5f40ff",
    "indefinite array": "9fff",
    "reserved head": "5c",
    "break": "ff",
    "third level": "81818140",
    "array of 2^40": "9b0000010000000000",
    "bytes of 2^63": "5b8000000000000000",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_other_items_are_refused_at_once(name: str) -> None:
    with pytest.raises(FormatError):
        list(read_items(bytes.fromhex(HOSTILE[name]), limit=10))


def test_the_number_of_items_is_bounded() -> None:
    with pytest.raises(FormatError, match="cbor_too_many_items"):
        list(read_items(b"\x40" * 11, limit=10))


def test_a_commit_with_all_bodies_fits() -> None:
    assert MAX_ARRAY_ITEMS == MAX_BODIES
    full = cbor.encode([b"header", [b"body"] * MAX_BODIES])
    assert [end for _, end in read_items(full, limit=1)] == [len(full)]
    with pytest.raises(FormatError):
        list(read_items(cbor.encode([b"header", [b"body"] * (MAX_BODIES + 1)]), limit=1))


def test_twenty_million_empty_arrays_take_no_memory() -> None:
    data = b"\x9a" + (20_000_000).to_bytes(4, "big") + b"\x80" * 20_000_000
    tracemalloc.start()
    with pytest.raises(FormatError):
        list(read_items(data, limit=10))
    _, peak_bytes = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak_bytes < 1_000_000
