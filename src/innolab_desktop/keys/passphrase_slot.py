"""The passphrase slot: Argon2id wraps the database key.

Source: ``docs/formats/vault.md``; RFC 9106.
"""

from __future__ import annotations

import time
import unicodedata
from typing import TYPE_CHECKING, Any, Final

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from innolab_desktop.domain.errors import VaultError
from innolab_desktop.keys.slot_seal import KEY_BYTES, decode, encode, seal, unseal

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

TYPE: Final = "passphrase"
FLOOR_KIB: Final = 64 * 1024
_TARGET_KIB: Final = 256 * 1024
_TARGET_S: Final = 1.0
_BOUNDS: Final = {"m_kib": (FLOOR_KIB, 1024 * 1024), "t": (2, 10), "p": (1, 8)}


def make(
    key: bytes,
    passphrase: str,
    context: bytes,
    *,
    memory_kib: int,
    random: Callable[[int], bytes],
    begun: Mapping[str, Any] | None = None,
) -> dict[str, Any]:
    """Return a new slot that opens with *passphrase*.

    Args:
        key: the database key.
        passphrase: as the person typed it.
        context: vault id and database salt; the slot fits no other vault.
        memory_kib: memory of one derivation, from :func:`calibrate`.
        random: returns that many unpredictable bytes.
        begun: fields to begin with; the type alone if not given.

    Units: memory_kib in KiB.
    """
    slot: dict[str, Any] = {
        **(begun or {"type": TYPE}),
        "m_kib": memory_kib,
        "t": 3,
        "p": 4,
        "salt": encode(random(16)),
    }
    return seal(slot, _derive(slot, passphrase), key, context, random)


def open_slot(slot: Mapping[str, Any], passphrase: str, context: bytes) -> bytes:
    """Return the database key.

    Raises:
        VaultError: wrong passphrase, or the slot is malformed or out of bounds.
    """
    for name, (low, high) in _BOUNDS.items():
        value = slot.get(name)
        if type(value) is not int or not low <= value <= high:
            raise VaultError("vault_slot_invalid")
    try:
        return unseal(slot, _derive(slot, passphrase), context)
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
