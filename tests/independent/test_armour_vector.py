"""The frozen texts: our code reads and writes them, and a second implementation agrees."""

from __future__ import annotations

from independent.armour_reader import read_block, read_card_line
from independent.vectors import load
from innolab_desktop.bundle import armour
from innolab_desktop.services.exchange_models import Parcel, ParcelKind

ARMOUR = load("armour")
CARD = load("cards")["people"][0]["file"]
BUNDLE = load("bundle")["file"]


def test_a_bundle_as_text() -> None:
    assert armour.read(ARMOUR["bundle"]) == (Parcel(ParcelKind.BUNDLE, BUNDLE),)
    assert read_block(ARMOUR["bundle"], "PAKET") == BUNDLE


def test_a_card_as_text() -> None:
    assert armour.read(ARMOUR["card"]) == (Parcel(ParcelKind.CARD, CARD),)
    assert read_block(ARMOUR["card"], "KARTE") == CARD


def test_a_card_as_a_line() -> None:
    assert armour.read(ARMOUR["card_line"]) == (Parcel(ParcelKind.CARD, CARD),)
    assert read_card_line(ARMOUR["card_line"]) == CARD


def test_a_text_as_mail_programs_leave_it() -> None:
    assert armour.read(ARMOUR["mangled"]) == (
        Parcel(ParcelKind.BUNDLE, BUNDLE),
        Parcel(ParcelKind.CARD, CARD),
    )


def test_the_blocks_are_made_again_byte_by_byte() -> None:
    for kind, content in ((ParcelKind.BUNDLE, BUNDLE), (ParcelKind.CARD, CARD)):
        frozen, today = ARMOUR[kind.value], armour.write(kind, content)
        assert today[today.index("-----BEGIN") :] == frozen[frozen.index("-----BEGIN") :]
        assert read_block(today, "PAKET" if kind is ParcelKind.BUNDLE else "KARTE") == content
    assert armour.write_card_line(CARD) == ARMOUR["card_line"]
