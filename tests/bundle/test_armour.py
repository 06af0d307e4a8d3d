"""Text armour: whatever a mail does to it, the same bytes come back, or a clear refusal."""

from __future__ import annotations

from functools import reduce
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bundle.mail_mangling import MANGLINGS, as_html, rewrap
from innolab_desktop.bundle import armour
from innolab_desktop.domain.errors import BundleError
from innolab_desktop.services.exchange_models import Parcel, ParcelKind

if TYPE_CHECKING:
    import random
    from collections.abc import Callable

kinds = st.sampled_from(ParcelKind)
contents = st.binary(max_size=400)
wraps = st.integers(1, 100).map(rewrap)
manglings = st.lists(st.one_of(st.sampled_from(MANGLINGS), wraps), max_size=6)
CONTENT = bytes(range(256)) * 2
TEXT = armour.write(ParcelKind.BUNDLE, CONTENT)


def test_it_is_plain_text_of_short_lines() -> None:
    assert TEXT.isascii()
    assert all(len(line) <= 76 for line in TEXT.split("\r\n"))
    assert "\n" not in TEXT.replace("\r\n", "")
    assert TEXT.index("InnoLab Desktop") < TEXT.index("-----BEGIN INNOLAB PAKET 1-----\r\n")


@given(kinds, contents, manglings, st.sampled_from([str, as_html]))
def test_mail_programs_do_no_harm(
    kind: ParcelKind,
    content: bytes,
    manglings: list[Callable[[str], str]],
    finish: Callable[[str], str],
) -> None:
    text = reduce(lambda text, mangle: mangle(text), manglings, armour.write(kind, content))
    text = finish(text)
    assert armour.read(text) == (Parcel(kind, content),)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
@given(content=contents, mangle=st.sampled_from(MANGLINGS))
def test_encodings_do_no_harm(encoding: str, content: bytes, mangle: Callable[[str], str]) -> None:
    text = mangle(armour.write(ParcelKind.CARD, content))
    assert armour.read(armour.decode_text(text.encode(encoding))) == (
        Parcel(ParcelKind.CARD, content),
    )


def test_windows_encoding_does_no_harm() -> None:
    mangled = "Grüße aus Köln\xa0" + TEXT.replace("\r\n", "\xa0\r\n")
    assert armour.read(armour.decode_text(mangled.encode("cp1252")))[0].content == CONTENT


@given(contents, st.randoms(use_true_random=False))
def test_every_changed_character_is_noticed(content: bytes, chance: random.Random) -> None:
    text = armour.write(ParcelKind.BUNDLE, content)
    start = text.index("PAKET 1-----\r\n") + len("PAKET 1-----\r\n")
    end = text.rindex("-----END")
    at = chance.choice([i for i in range(start, end) if text[i] not in "\r\n "])
    new = chance.choice("ABCxyz019+/=:!é")
    changed = text[:at] + new + text[at + 1 :]
    (parcel,) = armour.read(changed)
    is_same = new == text[at]
    assert parcel.content == (content if is_same else b"")
    assert bool(parcel.refusal) != is_same


@pytest.mark.parametrize("at", range(0, len(TEXT), 7))
def test_a_cut_text_is_incomplete_or_nothing(at: int) -> None:
    found = armour.read(TEXT[:at])
    begins = "PAKET 1-" in TEXT[:at]
    whole = TEXT[:at].rstrip("\r\n").endswith("-") and "END INNOLAB PAKET 1-" in TEXT[:at]
    assert [parcel.refusal for parcel in found] == (
        ["" if whole else "armour_incomplete"] if begins else []
    )


def test_a_missing_line_is_noticed() -> None:
    lines = TEXT.split("\r\n")
    at = next(i for i, line in enumerate(lines) if line.startswith("-----BEGIN")) + 2
    del lines[at]
    assert [p.refusal for p in armour.read("\n".join(lines))] == ["armour_damaged"]
    lines = [line for line in TEXT.split("\r\n") if not line.startswith("CRC32")]
    assert [p.refusal for p in armour.read("\n".join(lines))] == ["armour_incomplete"]


def test_several_blocks_each_for_itself() -> None:
    card = armour.write(ParcelKind.CARD, b"card")
    damaged = card.replace("CRC32: ", "CRC32: 0")
    newer = card.replace("KARTE 1", "KARTE 2")
    text = "Hallo\n".join((TEXT, damaged, card[:-20], newer, card, TEXT))
    assert [(p.kind.value, p.refusal) for p in armour.read(text)] == [
        ("bundle", ""),
        ("card", "armour_damaged"),
        ("card", "armour_incomplete"),
        ("card", "armour_too_new"),
        ("card", ""),
    ]


def test_something_in_between_is_damage() -> None:
    middle = TEXT.index("CRC32")
    text = TEXT[:middle] + "\r\n-- \r\nStadt Musterstadt\r\n" + TEXT[middle:]
    assert [p.refusal for p in armour.read(text)] == ["armour_damaged"]


def test_an_empty_block_is_incomplete() -> None:
    text = "-----BEGIN INNOLAB PAKET 1-----\n-----END INNOLAB PAKET 1-----"
    assert [p.refusal for p in armour.read(text)] == ["armour_incomplete"]


@given(st.text())
def test_any_text_is_read_without_a_crash(text: str) -> None:
    assert isinstance(armour.read(text), tuple)
    assert isinstance(armour.read("-BEGIN INNOLAB PAKET 1-" + text), tuple)


@given(st.binary())
def test_any_file_is_decoded(data: bytes) -> None:
    assert isinstance(armour.decode_text(data), str)


@pytest.mark.timeout(60)  # a second if time grows with length, hours if with its square
@pytest.mark.parametrize("unit", ["-", ">", "&gt", "-BEGIN", " -", "ILKARTE1", "=", "A", "&#62"])
def test_no_text_takes_forever(unit: str) -> None:
    hostile = unit * (4_000_000 // len(unit))
    found = armour.read("-----BEGIN INNOLAB PAKET 1-----" + hostile)
    assert all(parcel.refusal for parcel in found)


def test_bounds() -> None:
    with pytest.raises(BundleError, match="armour_too_many_blocks"):
        armour.read("-BEGIN INNOLAB PAKET 1-x" * (armour.MAX_BLOCKS + 1))
    with pytest.raises(BundleError, match="armour_too_many_blocks"):
        armour.read("ILKARTE1:x\n" * (armour.MAX_BLOCKS + 1))
    with pytest.raises(BundleError, match="armour_too_large"):
        armour.read(" " * (armour.MAX_TEXT_BYTES + 1))
    encoded = "A" * (armour.MAX_CONTENT_BYTES // 3 * 4 + 8)
    block = f"-BEGIN INNOLAB PAKET 1-{encoded}CRC32:00000000-END INNOLAB PAKET 1-"
    assert [p.refusal for p in armour.read(block)] == ["bundle_too_large"]


# --- one line for a QR code -----------------------------------------------------------------


@given(st.binary(min_size=1, max_size=300), st.sampled_from(["", "\n", " ", "\r\nGruß", "  \n"]))
def test_a_card_line_comes_back(content: bytes, behind: str) -> None:
    line = armour.write_card_line(content)
    for text in (line + behind, "Karte: " + line.rstrip(" ") + behind.lstrip(" ")):
        assert armour.read(text) == (Parcel(ParcelKind.CARD, content),)


@given(st.binary(min_size=1, max_size=60), st.data())
def test_a_changed_card_line_is_noticed(content: bytes, data: st.DataObject) -> None:
    line = armour.write_card_line(content)
    at = data.draw(st.integers(9, len(line) - 1))
    new = data.draw(st.sampled_from("AZ09$%*ab"))
    (parcel,) = armour.read(line[:at] + new + line[at + 1 :])
    assert bool(parcel.refusal) == (new != line[at])


def test_a_card_line_longer_than_a_qr_code_is_refused() -> None:
    assert [p.refusal for p in armour.read("ILKARTE1:" + "A" * 5000)] == ["armour_damaged"]
