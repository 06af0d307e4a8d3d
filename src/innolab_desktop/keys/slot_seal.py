"""What all key slots share: their public fields are bound to the wrapped database key.

Source: ``docs/formats/vault.md``, Slots.
"""

from __future__ import annotations

import base64
import json
from typing import TYPE_CHECKING, Any, Final

from cryptography.hazmat.primitives.ciphers.aead import AESGCM

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

KEY_BYTES: Final = 32
ID_BYTES: Final = 8
_NONCE_BYTES: Final = 12
_PREFIX: Final = b"INNOLAB-slot-1\0"


def begin(slot_type: str, made: str, random: Callable[[int], bytes]) -> dict[str, Any]:
    """Return the fields with which every new slot begins.

    Args:
        slot_type: ``passphrase``, ``keyring``, ``recovery`` or ``escrow``.
        made: the day, ``YYYY-MM-DD``.
        random: returns that many unpredictable bytes.
    """
    return {"type": slot_type, "id": encode(random(ID_BYTES)), "made": made}


def seal(
    slot: Mapping[str, Any],
    slot_key: bytes,
    key: bytes,
    context: bytes,
    random: Callable[[int], bytes],
) -> dict[str, Any]:
    """Return *slot* with *key* wrapped by *slot_key*.

    Args:
        slot: the public fields.
        slot_key: 32 bytes.
        key: the database key.
        context: vault id and database salt; the slot fits no other vault.
        random: returns that many unpredictable bytes.
    """
    nonce = random(_NONCE_BYTES)
    wrapped = AESGCM(slot_key).encrypt(nonce, key, bound(slot, context))
    return {**slot, "nonce": encode(nonce), "wrapped": encode(wrapped)}


def unseal(slot: Mapping[str, Any], slot_key: bytes, context: bytes) -> bytes:
    """Return the database key in *slot*.

    Raises:
        InvalidTag: wrong key, or a field was changed.
        KeyError, TypeError, ValueError: the slot is malformed.
    """
    nonce, wrapped = decode(slot["nonce"]), decode(slot["wrapped"])
    return AESGCM(slot_key).decrypt(nonce, wrapped, bound(slot, context))


def bound(slot: Mapping[str, Any], context: bytes) -> bytes:
    """Return the additional data: vault, salt and all public fields of *slot*."""
    public = {name: value for name, value in slot.items() if name not in ("nonce", "wrapped")}
    canonical = json.dumps(public, sort_keys=True, separators=(",", ":"))
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
