"""Cases 29 to 48 of the catalogue: compressed content and CBOR, in bundles that decrypt."""

from __future__ import annotations

import time
import tracemalloc
from typing import TYPE_CHECKING, Any

import cbor2
import pytest
import zstandard

from bundle.sealing import sequence
from innolab_desktop.bundle import codec, compression
from innolab_desktop.domain.errors import ContactError
from innolab_desktop.journal import card as cards
from innolab_desktop.journal import cbor

if TYPE_CHECKING:
    from hostile.conftest import Target
    from hostile.workshop import Workshop

TEXT = b"Wir oeffnen laenger. " * 500
CONTENT = "bundle_content_invalid"


# --- compression ----------------------------------------------------------------------------


def bomb(mebibytes: int) -> bytes:
    stream = zstandard.ZstdCompressor(level=1).compressobj()
    block = bytes(1024 * 1024)
    return b"".join(stream.compress(block) for _ in range(mebibytes)) + stream.flush()


def test_case_029_compression_bomb(target: Target, workshop: Workshop) -> None:
    file = target.put(workshop.frame(bomb(2048)))
    assert file.stat().st_size < 1 << 20
    tracemalloc.start()
    started = time.process_time()
    target.refuses(file, "bundle_too_large")
    used_s = time.process_time() - started
    _, peak_bytes = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert used_s < 20, "it stops at the limit, not at the end of the bomb"
    assert peak_bytes < compression.MAX_OUTPUT_BYTES * 1.2


def windowed(log: int) -> bytes:
    parameters = zstandard.ZstdCompressionParameters(
        window_log=log, write_content_size=False, enable_ldm=True
    )
    stream = zstandard.ZstdCompressor(compression_params=parameters).compressobj()
    return stream.compress(TEXT) + stream.flush()


def test_case_030_window_of_a_gibibyte(target: Target, workshop: Workshop) -> None:
    target.refuses(workshop.frame(windowed(30)), "bundle_damaged")


def test_case_031_lying_content_size(target: Target, workshop: Workshop) -> None:
    raw = zstandard.ZstdCompressor(write_content_size=False).compress(b"kurz")
    block = raw[6:] if raw[4] & 0x20 == 0 else raw[5:]
    lying = raw[:4] + b"\xe0" + (2**38).to_bytes(8, "little") + block
    target.refuses(workshop.frame(lying), "bundle_damaged")


@pytest.mark.parametrize("kept", [1, 5, 12, -1])
def test_case_032_cut_frame(target: Target, workshop: Workshop, kept: int) -> None:
    target.refuses(workshop.frame(compression.compress(TEXT)[:kept]), "bundle_damaged")


SKIPPABLE = b"\x50\x2a\x4d\x18\4\0\0\0abcd"


@pytest.mark.parametrize("before", [b"", SKIPPABLE])
@pytest.mark.parametrize("behind", [SKIPPABLE, compression.compress(TEXT), b"\0"])
def test_case_033_more_than_one_frame(
    target: Target, workshop: Workshop, before: bytes, behind: bytes
) -> None:
    frames = before + compression.compress(TEXT) + behind
    target.refuses(workshop.frame(frames), "bundle_damaged")


def test_case_034_dictionary(target: Target, workshop: Workshop) -> None:
    samples: list[Any] = [f"Abschnitt {i} von vielen, {i * 7}".encode() for i in range(2000)]
    dictionary = zstandard.train_dictionary(2048, samples)
    frame = zstandard.ZstdCompressor(dict_data=dictionary).compress(TEXT)
    target.refuses(workshop.frame(frame), "bundle_damaged")


# --- CBOR, in every place where a bundle or a card has some ---------------------------------

Place = str
PLACES = ("item", "manifest", "tip", "header", "body", "card")


def hand_in(target: Target, workshop: Workshop, place: Place, item: bytes) -> str:
    """Put *item* where the format has CBOR, and return the code of the refusal."""
    before = target.files()
    if place == "card":
        signature = b"\1" * 96
        content = cards.FILE_MAGIC + cbor.encode((item, signature))
        with pytest.raises(ContactError) as failure:
            target.session.contacts.add(target.put(content, ".ilkarte"))
        code = failure.value.code
    else:
        ((status, code),) = target.read(bundle_with(workshop, place, item))
        assert status == "rejected", (place, code)
    assert target.files() == before
    return code


def bundle_with(workshop: Workshop, place: Place, item: bytes) -> bytes:
    if place == "item":
        return workshop.items(item)
    if place == "manifest":
        signature = workshop.keys.sign(b"INNOLAB-bundle-1\0" + item)
        return workshop.sequence(cbor.encode(item) + cbor.encode(signature))
    if place == "tip":
        tip = cbor.encode((item, workshop.keys.sign(b"INNOLAB-tip-1\0" + item)))
        return workshop.bundle(tips=[tip])
    if place == "header":
        return workshop.items(cbor.encode([item, [b"body"]]))
    return workshop.bundle(workshop.raw(item))


REFUSALS = {
    "card_malformed",
    "cbor_malformed",
    "cbor_tag",
    "cbor_nul",
    "cbor_type",
    "cbor_integer_range",
    "cbor_map_key",
    "format_shape",
    CONTENT,
}
"""What is wrong is named; a person reads the same sentence for all of them."""


def refused_everywhere(target: Target, workshop: Workshop, item: bytes) -> None:
    for place in PLACES:
        assert hand_in(target, workshop, place, item) in REFUSALS | {"card_too_large"}, place


def as_value(encoded: bytes) -> bytes:
    """Return a body that sets a field to what is encoded."""
    return b"\x85" + b"".join(
        (cbor.encode(bytes(16)), b"\x02", cbor.encode(b"\x07" * 16), cbor.encode("title"), encoded)
    )


def refused_as_value(target: Target, workshop: Workshop, encoded: bytes) -> None:
    """Expect that a field cannot have the value, however well-formed the rest is."""
    code = hand_in(target, workshop, "body", as_value(encoded))
    assert code in REFUSALS
    refused_everywhere(target, workshop, encoded)


@pytest.mark.parametrize("head", [b"\x81", b"\xa1\x00", b"\xc6", b"\xd9\xd9\xf7"])
def test_case_035_deep_nests(target: Target, workshop: Workshop, head: bytes) -> None:
    refused_as_value(target, workshop, head * 100_000 + b"\x00")


@pytest.mark.parametrize("head", ["9b0000010000000000", "bb0000010000000000", "9affffffff"])
def test_case_036_array_of_2_to_the_40_items(target: Target, workshop: Workshop, head: str) -> None:
    refused_as_value(target, workshop, bytes.fromhex(head))


@pytest.mark.parametrize("head", ["5b7fffffffffffffff", "7b7fffffffffffffff", "5bffffffffffffffff"])
def test_case_037_bytes_of_2_to_the_63(target: Target, workshop: Workshop, head: str) -> None:
    refused_as_value(target, workshop, bytes.fromhex(head))


@pytest.mark.parametrize(
    "encoded",
    [
        b"\xc2\x5a" + (100_000).to_bytes(4, "big") + b"\xff" * 100_000,
        b"\xc3\x48" + b"\xff" * 8,
        b"\x1b" + b"\xff" * 8,
        b"\x3b" + b"\xff" * 8,
        b"\x1b\x80" + bytes(7),
    ],
    ids=["100 kB", "negative", "2^64-1", "-2^64", "2^63"],
)
def test_case_038_large_numbers(target: Target, workshop: Workshop, encoded: bytes) -> None:
    refused_as_value(target, workshop, encoded)


@pytest.mark.parametrize(
    "encoded",
    ["f97e00", "f97c00", "f9fc00", "f98000", "fb3ff0000000000000", "fa3f800000", "f93c00"],
    ids=["NaN", "Inf", "-Inf", "-0", "1.0 in 8", "1.0 in 4", "1.0 in 2"],
)
def test_case_039_floats(target: Target, workshop: Workshop, encoded: str) -> None:
    refused_as_value(target, workshop, bytes.fromhex(encoded))


def test_case_040_duplicate_keys(target: Target, workshop: Workshop) -> None:
    refused_as_value(target, workshop, bytes.fromhex("a201000101"))
    manifest = cbor.encode(workshop.manifest())
    twice = bytes([manifest[0] + 1]) + manifest[1:3] + manifest[1:]
    assert hand_in(target, workshop, "manifest", twice) == CONTENT


@pytest.mark.parametrize("tag", [35, 36, 37, 258, 0, 1, 4, 5, 30, 54, 100, 260, 1004, 43000])
def test_case_041_tags_that_become_objects(target: Target, workshop: Workshop, tag: int) -> None:
    head = cbor2.dumps(cbor2.CBORTag(tag, 0))[:-1]
    refused_as_value(target, workshop, head + cbor.encode("^(a+)+$"))


def test_case_042_shared_references(target: Target, workshop: Workshop) -> None:
    refused_as_value(target, workshop, bytes.fromhex("d81c81d81d00"))


def test_case_043_string_references(target: Target, workshop: Workshop) -> None:
    refused_as_value(target, workshop, bytes.fromhex("d901008263616161d81900"))


@pytest.mark.parametrize("more", [b"\x00", b"\xf6", b"\xff", b"\x40" * 5])
def test_case_044_trailing_bytes(target: Target, workshop: Workshop, more: bytes) -> None:
    good = {
        "manifest": cbor.encode(workshop.manifest()),
        "body": as_value(cbor.encode("gut")),
        "header": workshop.raw(b"body").header,
        "card": cbor.encode({1: 1}),
    }
    for place, item in good.items():
        assert hand_in(target, workshop, place, item + more) in REFUSALS, place
    assert (
        target.read(workshop.sequence(sequence(workshop.manifest(), b"", workshop.keys) + more))[0][
            0
        ]
        == "rejected"
    )


@pytest.mark.parametrize("encoded", ["9fff", "bfff", "5f4161ff", "7f6161ff"])
def test_case_045_indefinite_lengths(target: Target, workshop: Workshop, encoded: str) -> None:
    refused_as_value(target, workshop, bytes.fromhex(encoded))


@pytest.mark.parametrize("encoded", ["62c328", "63eda080", "61ff", "62c080", "64f4908080"])
def test_case_046_invalid_utf8(target: Target, workshop: Workshop, encoded: str) -> None:
    refused_as_value(target, workshop, bytes.fromhex(encoded))


def test_case_047_nul_in_text(target: Target, workshop: Workshop) -> None:
    refused_as_value(target, workshop, cbor.encode("a\0b"))


def test_case_048_more_items_than_a_bundle_has(target: Target, workshop: Workshop) -> None:
    many = b"\x40" * (codec.MAX_COMMITS + 1)
    declared = workshop.items(many)
    target.refuses(declared, "bundle_damaged")
    honest = workshop.items(many, key7=[0, codec.MAX_COMMITS + 1])
    target.refuses(honest, CONTENT)
    flood = workshop.items(b"\x40" * (3 * codec.MAX_COMMITS))
    target.refuses(flood, CONTENT)
    lists = workshop.raw(as_value(b"\x99\x03\xe9" + b"\xf6" * 1001))
    target.refuses(workshop.bundle(lists), "format_shape")


def test_the_cases_start_from_good_content(ben: Target, forgery: Workshop) -> None:
    assert ben.read(forgery.items()) == [("unchanged", "")]
    create = b"\x87" + b"".join(
        (cbor.encode(bytes(16)), b"\x01", cbor.encode(b"\x07" * 16), cbor.encode("mission"))
    ) + b"\x01\xf6\x60"  # fmt: skip
    both = forgery.raw(create, as_value(cbor.encode("gut")))
    assert ben.read(forgery.bundle(both)) == [("applied", "")]
    assert ben.session.records.open(b"\x07" * 16).values["title"] == "gut"
