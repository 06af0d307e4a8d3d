"""The passphrase slot: Argon2id wraps the database key.

Source: ``docs/formats/vault.md``; RFC 9106.
"""

from __future__ import annotations

import base64
import json
import time
import unicodedata
from typing import TYPE_CHECKING, Any, Final

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from innolab_desktop.domain.errors import VaultError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

KEY_BYTES: Final = 32
FLOOR_KIB: Final = 64 * 1024
_TARGET_KIB: Final = 256 * 1024
_TARGET_S: Final = 1.0
_BOUNDS: Final = {"m_kib": (FLOOR_KIB, 1024 * 1024), "t": (2, 10), "p": (1, 8)}
_PREFIX: Final = b"INNOLAB-slot-1\0"


def make(
    key: bytes,
    passphrase: str,
    context: bytes,
    *,
    memory_kib: int,
    random: Callable[[int], bytes],
) -> dict[str, Any]:
    """Return a new slot that opens with *passphrase*.

    Args:
        key: the database key.
        passphrase: as the person typed it.
        context: vault id and database salt; the slot fits no other vault.
        memory_kib: memory of one derivation, from :func:`calibrate`.
        random: returns that many unpredictable bytes.

    Units: memory_kib in KiB.
    """
    slot: dict[str, Any] = {
        "type": "passphrase",
        "m_kib": memory_kib,
        "t": 3,
        "p": 4,
        "salt": encode(random(16)),
    }
    nonce = random(12)
    wrapped = AESGCM(_derive(slot, passphrase)).encrypt(nonce, key, _additional(slot, context))
    return slot | {"nonce": encode(nonce), "wrapped": encode(wrapped)}


def open_slot(slot: Mapping[str, Any], passphrase: str, context: bytes) -> bytes:
    """Return the database key.

    Raises:
        VaultError: wrong passphrase, or the slot is malformed or out of bounds.
    """
    for name, (low, high) in _BOUNDS.items():
        value = slot.get(name)
        if type(value) is not int or not low <= value <= high:
            raise VaultError("vault_slot_invalid")
    public = {name: value for name, value in slot.items() if name not in ("nonce", "wrapped")}
    try:
        nonce, wrapped = decode(slot["nonce"]), decode(slot["wrapped"])
        return AESGCM(_derive(slot, passphrase)).decrypt(
            nonce, wrapped, _additional(public, context)
        )
    except InvalidTag:
        raise VaultError("passphrase_wrong") from None
    except (KeyError, ValueError, TypeError):
        raise VaultError("vault_slot_invalid") from None


def calibrate(now: Callable[[], float] = time.perf_counter) -> int:
    """Return the memory with which one derivation takes about a second here.

    Units: KiB, between 64 and 256 MiB.
    """
    started = now()
    Argon2id(salt=bytes(16), length=32, iterations=3, lanes=4, memory_cost=FLOOR_KIB).derive(b"x")
    per_floor_s = max(now() - started, 1e-3)
    steps = int(_TARGET_S / per_floor_s)
    return min(max(steps, 1) * FLOOR_KIB, _TARGET_KIB)


def _derive(slot: Mapping[str, Any], passphrase: str) -> bytes:
    return Argon2id(
        salt=decode(slot["salt"]),
        length=KEY_BYTES,
        iterations=slot["t"],
        lanes=slot["p"],
        memory_cost=slot["m_kib"],
    ).derive(unicodedata.normalize("NFC", passphrase).encode())


def _additional(public: Mapping[str, Any], context: bytes) -> bytes:
    canonical = json.dumps(dict(public), sort_keys=True, separators=(",", ":"))
    return _PREFIX + context + canonical.encode("ascii")


def encode(data: bytes) -> str:
    """Return *data* as base64 text."""
    return base64.b64encode(data).decode("ascii")


def decode(text: str) -> bytes:
    """Return the bytes in base64 *text*.

    Raises:
        ValueError: it is not base64.
    """
    return base64.b64decode(text, validate=True)
