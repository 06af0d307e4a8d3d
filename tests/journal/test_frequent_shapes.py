"""What is read by its bytes is exactly what the decoder says."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from innolab_desktop.domain.errors import FormatError
from innolab_desktop.journal import commit, frequent_shapes
from innolab_desktop.journal.clock import MAX_MS, Instant
from innolab_desktop.journal.commit import Commit, Draft, Position, decode_items
from innolab_desktop.journal.operations import Restore, Set, decode_bodies, encode_body

if TYPE_CHECKING:
    from collections.abc import Iterator

_SALT = bytes(range(16))
_RECORD = bytes(range(1, 17))
_TELLING_BYTES = (
    *(0x00, 0x01, 0x02, 0x16, 0x17, 0x18, 0x19, 0x1A, 0x1B, 0x1F, 0x40, 0x50, 0x51, 0x52, 0x58),
    *(0x59, 0x5F, 0x60, 0x61, 0x76, 0x77, 0x78, 0x79, 0x7A, 0x7F, 0x80, 0x81, 0x82, 0x83, 0x84),
    *(0x85, 0x86, 0x98, 0x9F, 0xA7, 0xA8, 0xA9, 0xC0, 0xC3, 0xE2, 0xED, 0xF4, 0xF6, 0xF9, 0xFF),
)
"""Heads of every type and of every size, and beginnings of letters."""


def _body(field: str, value: str) -> bytes:
    return encode_body(Set(_RECORD, field, value), _SALT)


def _header(seq: int, ms: int = 1_790_000_000_000, counter: int = 3) -> bytes:
    drafts = [
        Draft(Set(_RECORD, "title", "Straße"), (b"\x18" * 17,)),
        Draft(Set(_RECORD, "next_step", "Rückfragen klären, dann Termin")),
    ]
    position = Position(bytes(16), seq, bytes(32), None)
    at = Instant(ms, counter)
    return commit.write(position, drafts, at=at, person=bytes(16), salts=[_SALT] * 2).header


_BODIES = (
    _body("title", "Öffnungszeiten"),
    _body("next_step", "ä" * 60),
    _body("a" * 23, "x"),
    _body("note", "x" * 23),
    _body("note", "x" * 24),
    _body("note", "ß" + "z" * 253),
)
_HEADERS = tuple(_header(seq) for seq in (2, 23, 24, 255, 256, 70_000, commit.MAX_SEQ))


def _mutants(data: bytes) -> Iterator[bytes]:
    """Yield *data* changed, cut, shortened and lengthened at every place."""
    yield data
    yield data + b"\x60"
    for place in range(len(data)):
        before, behind = data[:place], data[place + 1 :]
        yield before
        yield before + behind
        yield before + bytes((data[place] ^ 1,)) + behind
        for byte in _TELLING_BYTES:
            yield before + bytes((byte,)) + behind
            yield before + bytes((byte,)) + data[place:]


def _decoded(header: bytes, bodies: int) -> Commit | str:
    """Return the commit with *header* and so many erased *bodies*, or why there is none."""
    try:
        return decode_items([[header, [None] * bodies]], [header])[0]
    except FormatError as failure:
        return failure.code


@pytest.mark.parametrize("body", _BODIES)
def test_bodies_say_by_their_bytes_what_the_decoder_says(
    body: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    quickly = frequent_shapes.text_value
    read = {mutant: parts for mutant in _mutants(body) if (parts := quickly(mutant)) is not None}
    assert body in read
    assert len(read) > len(body)
    monkeypatch.setattr(frequent_shapes, "text_value", lambda _: None)
    assert decode_bodies(list(read)) == [Set(*parts) for parts in read.values()]


@pytest.mark.parametrize("header", _HEADERS)
def test_headers_say_by_their_bytes_what_the_decoder_says(
    header: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    quickly = frequent_shapes.header
    read = [(it, len(parts.entries)) for it in _mutants(header) if (parts := quickly(it))]
    assert (header, 2) in read
    assert len(read) > len(header)
    by_bytes = [_decoded(*item) for item in read]
    monkeypatch.setattr(frequent_shapes, "header", lambda _: None)
    assert [_decoded(*item) for item in read] == by_bytes


@pytest.mark.parametrize(
    "body",
    [
        _body("", "ohne Feld"),
        _body("a" * 24, "langer Name"),
        _body("title", ""),
        _body("title", "x" * 256),
        encode_body(Set(_RECORD, "title", None), _SALT),
        encode_body(Set(_RECORD, "title", 7), _SALT),
        encode_body(Restore(_RECORD), _SALT),
        _body("title", "a\0b"),
        b"",
    ],
)
def test_other_bodies_are_left_to_the_decoder(body: bytes) -> None:
    assert frequent_shapes.text_value(body) is None


@pytest.mark.parametrize("kind", ["e2", "f94000", "fa40000000", "1802", "c102"])
def test_a_kind_is_an_integer(kind: str) -> None:
    """Python finds the simple value 2 and the float 2.0 equal to the kind 2; they are none."""
    usual = _body("title", "Amt")
    body = usual[:18] + bytes.fromhex(kind) + usual[19:]
    if kind == "1802":
        assert decode_bodies([body]) == [Set(_RECORD, "title", "Amt")]
    else:
        with pytest.raises(FormatError):
            decode_bodies([body])


@pytest.mark.parametrize(
    "header", [_header(2, MAX_MS, 24), _header(2)[:-1], _header(2) + b"\0", b"", b"\xa8"]
)
def test_other_headers_are_left_to_the_decoder(header: bytes) -> None:
    assert frequent_shapes.header(header) is None


def test_numbers_beyond_their_limits_are_refused_all_the_same() -> None:
    beyond = commit.MAX_SEQ + 1
    header = _header(commit.MAX_SEQ).replace(
        commit.MAX_SEQ.to_bytes(4, "big"), beyond.to_bytes(4, "big"), 1
    )
    late = _header(2, MAX_MS).replace(MAX_MS.to_bytes(8, "big"), (MAX_MS + 1).to_bytes(8, "big"))
    for wrong in (header, late):
        assert frequent_shapes.header(wrong) is not None
        assert _decoded(wrong, 2) == "format_shape"
