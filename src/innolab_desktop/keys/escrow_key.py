"""The escrow key of a municipality: a public file for vaults, a secret file for its holder.

Source: ``docs/formats/vault.md``, Escrow files.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from hashlib import sha512
from typing import TYPE_CHECKING, Any, Final, cast

from cryptography.hazmat.primitives import hpke
from cryptography.hazmat.primitives.asymmetric import ec, mlkem
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from innolab_desktop.domain.errors import VaultError
from innolab_desktop.journal.card import clean_name
from innolab_desktop.keys import passphrase_slot
from innolab_desktop.keys.device_keys import SUITE
from innolab_desktop.keys.signatures import encryption_key
from innolab_desktop.keys.slot_seal import decode, encode

if TYPE_CHECKING:
    from collections.abc import Callable

MAX_BYTES: Final = 64 * 1024
_PUBLIC, _SECRET = "escrow-public", "escrow-secret"
_CONTEXT: Final = b"INNOLAB-escrow-1\0"
_SEED_BYTES: Final = 64
_SCALAR_BYTES: Final = 48
_KEM_BYTES: Final = 1568
_ROUNDS: Final = 5200
_GROUPS: Final = 6


@dataclass(frozen=True, slots=True)
class EscrowCard:
    """Who can open vaults that carry a slot for this key.

    Attributes:
        name: of the holder, as the interface shows it.
        key: public key of ML-KEM-1024, then the P-384 point, as on contact cards.
    """

    name: str
    key: bytes

    @property
    def digits(self) -> str:
        """The Prüfzeichen to compare with the holder: six groups of five digits."""
        value = b"\x00\x01" + _CONTEXT + self.key
        for _ in range(_ROUNDS):
            value = sha512(value + self.key).digest()
        return " ".join(
            f"{int.from_bytes(value[5 * i : 5 * i + 5], 'big') % 100_000:05d}"
            for i in range(_GROUPS)
        )


def create(
    name: str, passphrase: str, *, memory_kib: int, random: Callable[[int], bytes]
) -> tuple[EscrowCard, bytes, bytes]:
    """Return a new key: its card, the public file and the secret file.

    Args:
        name: of the holder.
        passphrase: opens the secret file.
        memory_kib: what deriving its key costs.
        random: returns that many unpredictable bytes.

    Raises:
        VaultError: the name is empty.
    """
    name = clean_name(name)
    if not name or not passphrase:
        raise VaultError("escrow_incomplete")
    seed, point = random(_SEED_BYTES), ec.generate_private_key(ec.SECP384R1())
    public = mlkem.MLKEM1024PrivateKey.from_seed_bytes(
        seed
    ).public_key().public_bytes_raw() + point.public_key().public_bytes(
        Encoding.X962, PublicFormat.UncompressedPoint
    )
    secret = seed + point.private_numbers().private_value.to_bytes(_SCALAR_BYTES, "big")
    lock = passphrase_slot.make(
        secret, passphrase, _CONTEXT + public, memory_kib=memory_kib, random=random
    )
    shared = {"format": 1, "name": name, "key": encode(public)}
    return (
        EscrowCard(name, public),
        _file({"kind": _PUBLIC, **shared}),
        _file({"kind": _SECRET, **shared, "lock": lock}),
    )


def read_public(data: bytes) -> EscrowCard:
    """Return the card in a public file.

    Raises:
        VaultError: it is none, or its key cannot be used.
    """
    return _card(_content(data, _PUBLIC))


def open_secret(data: bytes, passphrase: str) -> hpke.MLKEM1024P384PrivateKey:
    """Return the secret key in a secret file.

    Raises:
        VaultError: it is no secret file, or the passphrase is wrong.
    """
    content = _content(data, _SECRET)
    card, lock = _card(content), content.get("lock")
    if not isinstance(lock, dict):
        raise VaultError("escrow_file_invalid")
    secret = passphrase_slot.open_slot(
        cast("dict[str, Any]", lock), passphrase, _CONTEXT + card.key
    )
    if len(secret) != _SEED_BYTES + _SCALAR_BYTES:
        raise VaultError("escrow_file_invalid")
    scalar = int.from_bytes(secret[_SEED_BYTES:], "big")
    return hpke.MLKEM1024P384PrivateKey(
        mlkem.MLKEM1024PrivateKey.from_seed_bytes(secret[:_SEED_BYTES]),
        ec.derive_private_key(scalar, ec.SECP384R1()),
    )


def public_key(key: bytes) -> hpke.MLKEM1024P384PublicKey:
    """Return the public key in *key*, proved to be usable.

    Raises:
        VaultError: it is none.
    """
    try:
        found = encryption_key(key)
        SUITE.encrypt(b"probe", found, info=b"probe")
    except ValueError:
        raise VaultError("escrow_file_invalid") from None
    if not any(key[:_KEM_BYTES]):
        raise VaultError("escrow_file_invalid")
    return found


def _file(content: dict[str, Any]) -> bytes:
    return json.dumps(content, indent=1).encode("ascii") + b"\n"


def _content(data: bytes, kind: str) -> dict[str, Any]:
    try:
        content = json.loads(data) if len(data) <= MAX_BYTES else None
    except (ValueError, RecursionError):
        content = None
    if not isinstance(content, dict):
        raise VaultError("escrow_file_invalid")
    found = cast("dict[str, Any]", content)
    if found.get("kind") != kind or found.get("format") != 1:
        raise VaultError("escrow_file_invalid")
    return found


def _card(content: dict[str, Any]) -> EscrowCard:
    name, key = content.get("name"), content.get("key")
    if (
        not isinstance(name, str)
        or not isinstance(key, str)
        or name != clean_name(name)
        or not name
    ):
        raise VaultError("escrow_file_invalid")
    try:
        card = EscrowCard(name, decode(key))
    except ValueError:
        raise VaultError("escrow_file_invalid") from None
    public_key(card.key)
    return card
