"""Contact cards and the Prüfzeichen: the bytes, without the signature's arithmetic.

Source: ``docs/formats/card.md``; the number follows Signal's safety numbers.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from hashlib import sha256, sha512
from typing import Final, NamedTuple

from innolab_desktop.domain.errors import ContactError, FormatError
from innolab_desktop.journal import cbor, shape
from innolab_desktop.journal.clock import MAX_MS
from innolab_desktop.journal.signed_tip import SIGNATURE_BYTES

PREFIX: Final = b"INNOLAB-card-1\0"
FILE_MAGIC: Final = b"\x89ILK\r\n\x1a\n"
SIGNING_KEY_BYTES: Final = 97
ENCRYPTION_KEY_BYTES: Final = 1665
MAX_CARD_BYTES: Final = 8192
ROLES: Final = ("official", "coordinator")
_MAX_NAME: Final = 120
_ROUNDS: Final = 5200
_GROUPS: Final = 6
_HIDDEN: Final = frozenset(("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"))


class Card(NamedTuple):
    """A decoded contact card."""

    device: bytes
    person: bytes
    name: str
    municipality: str
    department: str
    role: str
    signing_key: bytes
    encryption_key: bytes
    alias: bytes
    created_ms: int
    suites: tuple[int, ...]
    is_demo: bool

    def encoded(self) -> bytes:
        """Return the bytes that the device signs (after :data:`PREFIX`)."""
        fields: dict[int, object] = dict(enumerate((1, *self), start=1))
        if not self.is_demo:
            del fields[13]
        return cbor.encode(fields)


class SignedCard(NamedTuple):
    """A card, its original bytes and its signature."""

    card: Card
    body: bytes
    signature: bytes

    @property
    def signed_bytes(self) -> bytes:
        """What the signature was made over."""
        return PREFIX + self.body

    def encoded(self) -> bytes:
        """Return the signed card as it stands in files and genesis commits."""
        return cbor.encode((self.body, self.signature))


def device_id(signing_key: bytes) -> bytes:
    """Return the id of the device that owns *signing_key*."""
    return sha256(b"INNOLAB-device-1\0" + signing_key).digest()[:16]


@lru_cache(maxsize=2048)
def decode(data: bytes) -> SignedCard:
    """Decode a signed card; its signature is checked elsewhere.

    The same few hundred cards are asked for again and again, so the last ones are remembered.

    Raises:
        ContactError: it does not follow the format.
    """
    if len(data) > MAX_CARD_BYTES:
        raise ContactError("card_too_large", limit_bytes=MAX_CARD_BYTES)
    try:
        body, signature = shape.array(cbor.decode(data), "card", length=2)
        content = shape.the(body, bytes, "card")
        return SignedCard(
            _card(content), content, shape.sized(signature, SIGNATURE_BYTES, "signature")
        )
    except FormatError as failure:
        if failure.code == "format_too_new":
            raise ContactError("card_too_new") from failure
        raise ContactError("card_malformed") from failure


def decode_file(data: bytes) -> SignedCard:
    """Decode a card file.

    Raises:
        ContactError: it is no card file or does not follow the format.
    """
    if not data.startswith(FILE_MAGIC):
        raise ContactError("card_not_a_card")
    return decode(data[len(FILE_MAGIC) :])


def digits(card: Card) -> str:
    """Return the Prüfzeichen: six groups of five digits."""
    keys = card.signing_key + card.encryption_key + card.alias
    value = b"\x00\x01" + keys
    for _ in range(_ROUNDS):
        value = sha512(value + keys).digest()
    return " ".join(
        f"{int.from_bytes(value[5 * i : 5 * i + 5], 'big') % 100_000:05d}" for i in range(_GROUPS)
    )


def _card(body: bytes) -> Card:
    known = shape.mapping(cbor.decode_deterministic(body), "card", known=13)
    shape.version(known.get(1), 1, "card")
    if known.get(13, True) is not True:
        raise FormatError("format_shape", what="demo")
    signing_key = shape.sized(known.get(8), SIGNING_KEY_BYTES, "signing key")
    card = Card(
        device=shape.sized(known.get(2), 16, "device id"),
        person=shape.sized(known.get(3), 16, "person id"),
        name=_name(known.get(4), "name"),
        municipality=_name(known.get(5), "municipality"),
        department=_name(known.get(6), "department"),
        role=shape.text(known.get(7), _MAX_NAME, "role"),
        signing_key=signing_key,
        encryption_key=shape.sized(known.get(9), ENCRYPTION_KEY_BYTES, "encryption key"),
        alias=shape.sized(known.get(10), 8, "alias"),
        created_ms=shape.number(known.get(11), 0, MAX_MS, "created"),
        suites=tuple(
            shape.number(item, 1, 255, "suite") for item in shape.array(known.get(12), "suites")
        ),
        is_demo=known.get(13) is True,
    )
    if card.device != device_id(signing_key) or card.role not in ROLES or not card.name:
        raise FormatError("format_shape", what="card")
    return card


def _name(value: object, what: str) -> str:
    name = shape.text(value, _MAX_NAME, what)
    if clean_name(name) != name:
        raise FormatError("format_shape", what=what)
    return name


def clean_name(name: str) -> str:
    """Return *name* in NFC without control, format and direction characters."""
    kept = "".join(c for c in name if unicodedata.category(c) not in _HIDDEN)
    return unicodedata.normalize("NFC", " ".join(kept.split()))[:_MAX_NAME]
