"""Hostile containers (security reference, 1 to 28): each is refused for its own reason."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING, Any

import cbor2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bundle.sealing import BUNDLE_ID, Person, RememberingKeys, assemble, encrypted, wrap_entry
from innolab_desktop.bundle import container
from innolab_desktop.domain.errors import BundleError
from innolab_desktop.journal import cbor

if TYPE_CHECKING:
    from collections.abc import Callable

ME, OTHER = Person(), Person("Ben")
KEYS = RememberingKeys(ME.keys)
KEY = b"\x0c" * 32
ENTRY = wrap_entry(KEY, ME.card)
GOOD = assemble(encrypted(b"gut"), [ENTRY])
CHUNK = container.CHUNK_BYTES
HEADER_END = 14 + int.from_bytes(GOOD[10:14], "big")


def refused(content: bytes) -> str:
    with pytest.raises(BundleError) as failure:
        container.unseal(content, ME.card.alias, KEYS)
    return failure.value.code


def test_the_cases_start_from_a_good_container() -> None:
    opened = container.unseal(GOOD, ME.card.alias, KEYS)
    assert opened == container.Opened(BUNDLE_ID, (ME.card.alias,), b"gut")


@given(st.integers(0, 3), st.sampled_from([-1, 0, 1]))
@settings(max_examples=12)
def test_lengths_around_whole_chunks(chunks: int, offset: int) -> None:
    plaintext = secrets.token_bytes(max(chunks * CHUNK + offset, 1))
    sealed = container.seal(plaintext, BUNDLE_ID, (ME.card, OTHER.card), secrets.token_bytes)
    for person in (ME, OTHER):
        assert container.unseal(sealed, person.card.alias, person.keys).plaintext == plaintext


def header(**changes: Any) -> Callable[[dict[int, Any]], dict[int, Any]]:
    return lambda fields: fields | {int(name[3:]): value for name, value in changes.items()}


def unsorted(value: object) -> bytes:
    """Encode a map with its keys the other way round."""
    assert isinstance(value, dict)
    return cbor2.dumps(dict(reversed(list(value.items()))))


def long_length(length: int) -> bytes:
    return GOOD[:10] + length.to_bytes(4, "big") + GOOD[14:]


FOREIGN = [ME.card.alias, wrap_entry(KEY, ME.card, b"\x0d" * 16)[1]]
TWO_KEYS = [ENTRY, wrap_entry(b"\x0e" * 32, OTHER.card)]
CASES = {
    "1 empty file": (b"", "bundle_not_a_bundle"),
    "2 zip": (b"PK\3\4" + bytes(99), "bundle_not_a_bundle"),
    "2 program": (b"MZ" + bytes(99), "bundle_not_a_bundle"),
    "2 damaged by a text transfer": (GOOD.replace(b"\r\n", b"\n"), "bundle_not_a_bundle"),
    "3 header of length 0": (long_length(0), "bundle_damaged"),
    "3 header of 4 GiB": (long_length(2**32 - 1), "bundle_damaged"),
    "3 header longer than the file": (long_length(1024 * 1024), "bundle_cut_short"),
    "5 cut in a chunk": (GOOD[:-1], "bundle_damaged"),
    "6 last chunk missing": (
        assemble(encrypted(bytes(CHUNK), b"x"), [ENTRY])[:-17],
        "bundle_damaged",
    ),
    "6 no chunk": (assemble(encrypted(), [ENTRY]), "bundle_cut_short"),
    "6 no chunk is the last": (assemble(encrypted(b"x", last=[False]), [ENTRY]), "bundle_damaged"),
    "6 chunk without content": (assemble(encrypted(b""), [ENTRY]) + b"", "bundle_cut_short"),
    "6 empty last chunk": (assemble(encrypted(bytes(CHUNK), b""), [ENTRY]), "bundle_damaged"),
    "6 first chunk says it is the last": (
        assemble(encrypted(bytes(CHUNK), b"x", last=[True, True]), [ENTRY]),
        "bundle_damaged",
    ),
    "7 short chunk before the last": (assemble(encrypted(b"a", b"b"), [ENTRY]), "bundle_damaged"),
    "9 bytes appended": (GOOD + b"\0", "bundle_damaged"),
    "9 bundle behind the bundle": (GOOD + GOOD, "bundle_damaged"),
    "11 keys not in order": (
        assemble(encrypted(b"x"), [ENTRY], encode=unsorted),
        "bundle_damaged",
    ),
    "11 header is no map": (assemble(encrypted(b"x"), [], change=lambda _: [1]), "bundle_damaged"),
    "11 header is no CBOR": (
        assemble(encrypted(b"x"), [], encode=lambda _: b"\xff" * 20),
        "bundle_damaged",
    ),
    "12 513 recipients": (
        assemble(encrypted(b"x"), [[i.to_bytes(8, "big"), bytes(1713)] for i in range(513)]),
        "bundle_recipients",
    ),
    "12 no recipient": (assemble(encrypted(b"x"), []), "bundle_recipients"),
    "13 own alias twice": (assemble(encrypted(b"x"), [ENTRY, ENTRY]), "bundle_damaged"),
    "13 another alias twice": (
        assemble(encrypted(b"x"), [ENTRY, *[wrap_entry(KEY, OTHER.card)] * 2]),
        "bundle_damaged",
    ),
    "14 not addressed to me": (
        assemble(encrypted(b"x"), [wrap_entry(KEY, OTHER.card)]),
        "bundle_not_for_me",
    ),
    "15 wrap of another bundle": (assemble(encrypted(b"x"), [FOREIGN]), "bundle_damaged"),
    "15 wrap for somebody else under my alias": (
        assemble(encrypted(b"x"), [[ME.card.alias, wrap_entry(KEY, OTHER.card)[1]]]),
        "bundle_damaged",
    ),
    "16 header code of another key": (
        assemble(encrypted(b"x"), [ENTRY], key=b"\x0e" * 32),
        "bundle_damaged",
    ),
    "17 two keys for two recipients": (
        assemble(encrypted(b"x"), TWO_KEYS, key=b"\x0e" * 32),
        "bundle_damaged",
    ),
    "17 short bundle key": (
        assemble(encrypted(b"x"), [wrap_entry(b"\x0c" * 16, ME.card)], key=b"\x0c" * 16),
        "bundle_damaged",
    ),
    "24 later format": (GOOD[:8] + b"\0\2" + GOOD[10:], "bundle_too_new"),
    "24 later suite": (assemble(encrypted(b"x"), [ENTRY], change=header(key1=2)), "bundle_too_new"),
    "other chunk size": (
        assemble(encrypted(b"x"), [ENTRY], change=header(key3=4)),
        "bundle_damaged",
    ),
    "short bundle id": (
        assemble(encrypted(b"x"), [ENTRY], change=header(key2=bytes(15))),
        "bundle_damaged",
    ),
    "short alias": (assemble(encrypted(b"x"), [[b"short", ENTRY[1]]]), "bundle_damaged"),
    "short wrap": (assemble(encrypted(b"x"), [[ME.card.alias, b""]]), "bundle_damaged"),
    "wrap of zeros": (assemble(encrypted(b"x"), [[ME.card.alias, bytes(1713)]]), "bundle_damaged"),
    "entry of three": (assemble(encrypted(b"x"), [[*ENTRY, b""]]), "bundle_damaged"),
    "float in the header": (
        assemble(encrypted(b"x"), [ENTRY], change=header(key9=0.5)),
        "bundle_damaged",
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_hostile_containers(name: str) -> None:
    content, code = CASES[name]
    assert refused(content) == code


def test_a_header_may_say_more_than_is_known() -> None:
    said_more = assemble(encrypted(b"gut"), [ENTRY], change=header(key9="später"))
    assert container.unseal(said_more, ME.card.alias, KEYS).plaintext == b"gut"


def test_chunks_change_places() -> None:
    size = CHUNK + 16
    whole = assemble(encrypted(b"a" * CHUNK, b"b" * CHUNK, b"c"), [ENTRY])
    end = len(whole) - 2 * size - 17
    one, two, rest = whole[end : end + size], whole[end + size : end + 2 * size], whole[-17:]
    assert container.unseal(whole, ME.card.alias, KEYS).plaintext[-1:] == b"c"
    for order in ((two, one, rest), (one, one, rest), (one, one, two, rest), (one, rest), (two,)):
        assert refused(whole[:end] + b"".join(order)) == "bundle_damaged"


def test_cut_at_every_byte() -> None:
    for length in range(min(len(GOOD), 4096)):
        expected = "bundle_not_a_bundle" if length < 8 else "bundle_cut_short"
        found = refused(GOOD[:length])
        assert found == (expected if length < HEADER_END + 48 + 17 else "bundle_damaged"), length


def test_the_header_of_one_does_not_fit_the_chunks_of_another() -> None:
    other = assemble(encrypted(b"gut"), [ENTRY, wrap_entry(KEY, OTHER.card)])
    end = 14 + int.from_bytes(other[10:14], "big") + 48
    assert refused(other[:end] + GOOD[HEADER_END + 48 :]) == "bundle_damaged"


def test_recipients_are_limited_when_sealing() -> None:
    for recipients in ((), (ME.card,) * 513):
        with pytest.raises(BundleError) as failure:
            container.seal(b"x", BUNDLE_ID, recipients, secrets.token_bytes)
        assert failure.value.code == "bundle_recipients"


def test_recipients_stand_in_random_order() -> None:
    def order() -> tuple[bytes, ...]:
        sealed = container.seal(b"x", BUNDLE_ID, (ME.card, OTHER.card), secrets.token_bytes)
        return container.unseal(sealed, ME.card.alias, ME.keys).aliases

    assert {order() for _ in range(40)} == {
        (ME.card.alias, OTHER.card.alias),
        (OTHER.card.alias, ME.card.alias),
    }


def test_the_same_text_is_never_the_same_file() -> None:
    first, second = (
        container.seal(b"x", secrets.token_bytes(16), (ME.card,), secrets.token_bytes)
        for _ in range(2)
    )
    same = sum(a == b for a, b in zip(first, second, strict=True))
    assert same < len(first) / 20


def test_names_of_people_stand_nowhere_in_a_sealed_file() -> None:
    sealed = container.seal(b"x", BUNDLE_ID, (ME.card,), secrets.token_bytes)
    for secret in (ME.card.name.encode(), ME.card.person, ME.card.device, ME.card.signing_key):
        assert secret not in sealed


def test_the_header_says_no_more_than_the_page() -> None:
    fields = cbor.decode(GOOD[14:HEADER_END])
    assert isinstance(fields, dict)
    assert sorted(fields) == [1, 2, 3, 4]
