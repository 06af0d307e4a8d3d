from __future__ import annotations

import time
import tracemalloc
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from independent.cbor_reader import NotCborError, read_one
from innolab_desktop.domain.errors import FormatError
from innolab_desktop.journal import cbor

PLAIN = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**63), 2**63 - 1)
    | st.binary(max_size=300)
    | st.text(st.characters(exclude_characters="\0", codec="utf-8"), max_size=60),
    lambda inner: (
        st.lists(inner, max_size=5) | st.dictionaries(st.integers(0, 2**40), inner, max_size=5)
    ),
    max_leaves=20,
)

HOSTILE = {
    "nothing": "",
    "cut array": "8201",
    "trailing byte": "0100",
    "two items": "0102",
    "indefinite array": "9fff",
    "indefinite map": "bfff",
    "indefinite bytes": "5f4101ff",
    "indefinite text": "7f6161ff",
    "lone break": "ff",
    "duplicate key": "a201000100",
    "date tag": "c001",
    "bignum tag": "c249010000000000000000",
    "decimal tag": "c48221196ab3",
    "regular expression tag": "d8236161",
    "mime tag": "d8246161",
    "uuid tag": "d82550" + "00" * 16,
    "set tag": "d9010280",
    "shareable tag": "d81c81d81d00",
    "string reference tag": "d9010082616100",
    "self-described tag": "d9d9f700",
    "unknown tag": "d9fffe00",
    "claims 2^40 items": "9b0000010000000000",
    "claims 2^63 bytes": "5b8000000000000000",
    "claims 2^32 pairs": "bb0000000100000000",
    "invalid UTF-8": "61ff",
    "surrogates": "63eda080",
    "overlong UTF-8": "62c080",
    "reserved length": "1c",
    "17 arrays": "81" * 17 + "00",
    "100,000 arrays": "81" * 100_000 + "00",
    "100,000 maps": "a100" * 100_000 + "00",
}
NOT_PLAIN = {
    "half float": "f93c00",
    "float": "fa3f800000",
    "double": "fb3ff0000000000000",
    "not a number": "f97e00",
    "infinity": "f97c00",
    "minus zero": "f98000",
    "undefined": "f7",
    "simple value": "f8ff",
    "wide integer": "1b8000000000000000",
    "wide negative": "3b8000000000000000",
    "NUL in a text": "63610062",
    "text key": "a1616100",
    "negative key": "a12000",
    "boolean key": "a1f500",
    "list key": "a18000",
    "float inside": "8201fb3ff0000000000000",
    "float inside a map": "a101f93c00",
}


@given(PLAIN)
def test_what_is_written_is_read_back_by_both_readers(value: Any) -> None:
    encoded = cbor.encode(value)

    assert cbor.decode(encoded) == value
    assert cbor.decode_deterministic(encoded) == value
    assert read_one(encoded) == value


@given(st.lists(PLAIN, max_size=6))
def test_many_items_are_read_in_one_go(values: list[Any]) -> None:
    assert cbor.decode_many([cbor.encode(value) for value in values]) == values


@given(st.lists(PLAIN, max_size=6))
def test_portions_are_the_whole(values: list[Any]) -> None:
    assert list(cbor.decode_in_portions([cbor.encode(value) for value in values])) == values


def test_little_of_what_is_decoded_is_there_at_a_time() -> None:
    empty_arrays = cbor.encode([[]] * 60_000)
    tracemalloc.start()
    count = sum(1 for _ in cbor.decode_in_portions([empty_arrays] * 100))
    _, peak_bytes = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert count == 100
    assert peak_bytes < 100 * 2**20


@given(st.lists(st.none() | st.binary(max_size=70_000), max_size=30))
def test_arrays_of_byte_strings_are_written_without_a_copy(items: list[bytes | None]) -> None:
    assert b"".join(cbor.array_of(items)) == cbor.encode(items)


@pytest.mark.parametrize("size", [0, 23, 24, 255, 256, 65_535, 65_536])
def test_heads_are_the_shortest(size: int) -> None:
    assert b"".join(cbor.byte_string(bytes(size))) == cbor.encode(bytes(size))


@pytest.mark.parametrize("name", HOSTILE)
def test_malformed_items_are_refused(name: str) -> None:
    data = bytes.fromhex(HOSTILE[name])

    started = time.perf_counter()
    with pytest.raises(FormatError):
        cbor.decode(data)
    with pytest.raises(FormatError):
        cbor.decode_many([b"\x01", data, b"\x02"])
    assert time.perf_counter() - started < 5, "no size is believed before it is there"


@pytest.mark.parametrize("name", NOT_PLAIN)
def test_things_the_formats_do_not_use_are_refused(name: str) -> None:
    data = bytes.fromhex(NOT_PLAIN[name])

    with pytest.raises(FormatError):
        cbor.decode_deterministic(data)
    with pytest.raises(FormatError):
        cbor.check_plain(cbor.decode(data))
    with pytest.raises(NotCborError):
        read_one(data)


@pytest.mark.parametrize("data", ["1801", "1900ff", "a202000100", "58020102", "9800"])
def test_other_encodings_of_the_same_are_not_deterministic(data: str) -> None:
    cbor.decode(bytes.fromhex(data))
    with pytest.raises(FormatError) as failure:
        cbor.decode_deterministic(bytes.fromhex(data))
    assert failure.value.code == "cbor_not_deterministic"


def test_sixteen_levels_are_allowed() -> None:
    nested = bytes.fromhex("81" * 16 + "00")
    assert cbor.decode(nested) == read_one(nested)


SMUGGLED = (
    (b"\x82\x01", b"\x02\x03"),  # swallows a separator, another element makes up for it
    (b"\x01\x02", b"\x82\x03"),
    (b"\x58\x22", b"\x01\x02"),  # a byte string swallows separator and neighbour
    (b"\x01\x50" + bytes(16) + b"\x02", b"\x03"),  # brings a guessed separator
    (b"", b"\x01\x02"),
    (b"\x01\x02\x03", b""),
    (b"\x83\x01", b"\x02", b"\x03\x04"),
    (b"\xa1\x01", b"\x02"),
    (b"\x81", b"\x82\x01"),
    (b"\x01\x02", b"\x03"),
    (b"\x01", b"\x02\x03"),
)


@pytest.mark.parametrize("elements", SMUGGLED)
def test_nothing_is_smuggled_across_the_borders_of_elements(elements: tuple[bytes, ...]) -> None:
    with pytest.raises(FormatError):
        cbor.decode_many(elements)


@given(st.lists(st.binary(max_size=12), min_size=1, max_size=4))
def test_many_accepts_exactly_what_one_by_one_accepts(elements: list[bytes]) -> None:
    def one_by_one() -> list[object] | None:
        try:
            return [cbor.decode(element) for element in elements]
        except FormatError:
            return None

    def together() -> list[object] | None:
        try:
            return cbor.decode_many(elements)
        except FormatError:
            return None

    assert repr(together()) == repr(one_by_one())  # repr: not-a-number is unlike itself


@given(st.binary(max_size=64))
def test_the_second_reader_accepts_the_same(data: bytes) -> None:
    try:
        theirs = (read_one(data),)
    except NotCborError:
        theirs = ()
    try:
        value = cbor.decode(data)
        cbor.check_plain(value)
        ours = (value,)
    except FormatError:
        ours = ()
    assert repr(ours) == repr(theirs)
