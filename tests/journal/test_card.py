from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from independent.vectors import load
from innolab_desktop.domain.errors import ContactError
from innolab_desktop.journal import card as cards
from innolab_desktop.journal import cbor
from innolab_desktop.journal.card import Card, SignedCard

GOOD: Card = cards.decode_file(load("cards")["people"][0]["file"]).card
SIGNATURE = bytes(96)


def signed(card: Card) -> bytes:
    return SignedCard(card, card.encoded(), SIGNATURE).encoded()


def with_field(key: int, value: object) -> bytes:
    fields = cbor.decode(GOOD.encoded())
    assert isinstance(fields, dict)
    return cbor.encode((cbor.encode({**fields, key: value}), SIGNATURE))


def test_the_digits_are_six_groups_of_five() -> None:
    known = load("cards")["people"][0]["digits"]
    assert cards.digits(GOOD) == known
    assert [len(group) for group in known.split()] == [5] * 6


@pytest.mark.parametrize("field", ["signing_key", "encryption_key", "alias"])
def test_one_bit_changes_the_digits(field: str) -> None:
    value = bytearray(getattr(GOOD, field))
    value[-1] ^= 1
    assert cards.digits(GOOD._replace(**{field: bytes(value)})) != cards.digits(GOOD)


HIDDEN = {
    "right to left override": "Aylin\u202enimed",
    "zero width space": "Ay\u200blin",
    "zero width joiner": "Ay\u200dlin",
    "byte order mark": "\ufeffAylin",
    "line break": "Aylin\nDemir",
    "tab": "Aylin\tDemir",
    "NUL": "Aylin\0",
    "line separator": "Aylin\u2028Demir",
    "paragraph separator": "Aylin\u2029",
    "isolate": "\u2066Aylin\u2069",
    "private use": "Aylin\ue000",
    "not assigned": "Aylin\u0378",
    "decomposed": "Jo\u0308rg",
    "edge blanks": " Aylin",
    "121 characters": "x" * 121,
}


@pytest.mark.parametrize("name", HIDDEN)
@pytest.mark.parametrize("key", [4, 5, 6])
def test_names_that_could_deceive_are_refused(name: str, key: int) -> None:
    with pytest.raises(ContactError) as failure:
        cards.decode(with_field(key, HIDDEN[name]))
    assert failure.value.code == "card_malformed"


@given(st.text(max_size=200))
def test_clean_names_are_accepted_as_they_are(text: str) -> None:
    cleaned = cards.clean_name(text)
    assert cards.clean_name(cleaned) == cleaned
    if cleaned:
        assert cards.decode(with_field(4, cleaned)).card.name == cleaned


WRONG = {
    "version": (1, 0),
    "device of another key": (2, bytes(16)),
    "short person": (3, bytes(15)),
    "no name": (4, ""),
    "name of another type": (4, 5),
    "unknown role": (7, "admin"),
    "short signing key": (8, GOOD.signing_key[:-1]),
    "short encryption key": (9, GOOD.encryption_key[:-1]),
    "long alias": (10, bytes(9)),
    "negative time": (11, -1),
    "suites of another type": (12, 1),
    "demo of another type": (13, 1),
    "demo said to be false": (13, False),
}


@pytest.mark.parametrize("name", WRONG)
def test_cards_of_another_shape_are_refused(name: str) -> None:
    with pytest.raises(ContactError) as failure:
        cards.decode(with_field(*WRONG[name]))
    assert failure.value.code == "card_malformed"


def test_a_card_of_a_later_version_says_so() -> None:
    with pytest.raises(ContactError) as failure:
        cards.decode(with_field(1, 2))
    assert failure.value.code == "card_too_new"


@pytest.mark.parametrize("key", range(1, 13))
def test_every_key_is_needed(key: int) -> None:
    fields = cbor.decode(GOOD.encoded())
    assert isinstance(fields, dict)
    del fields[key]
    with pytest.raises(ContactError):
        cards.decode(cbor.encode((cbor.encode(fields), SIGNATURE)))


def test_keys_of_a_later_version_are_ignored() -> None:
    assert cards.decode(with_field(99, "später")).card == GOOD


def test_cards_are_small() -> None:
    with pytest.raises(ContactError) as failure:
        cards.decode_file(cards.FILE_MAGIC + signed(GOOD) + bytes(5_000_000))
    assert failure.value.code == "card_too_large"


@pytest.mark.parametrize("content", [b"", b"PK\3\4", b"\x89ILP\r\n\x1a\n", cards.FILE_MAGIC[:7]])
def test_other_files_are_no_cards(content: bytes) -> None:
    with pytest.raises(ContactError) as failure:
        cards.decode_file(content)
    assert failure.value.code == "card_not_a_card"


def test_no_cut_card_is_a_card() -> None:
    whole = cards.FILE_MAGIC + signed(GOOD)
    for length in range(len(whole)):
        with pytest.raises(ContactError):
            cards.decode_file(whole[:length])
    with pytest.raises(ContactError):
        cards.decode_file(whole + b"\0")
