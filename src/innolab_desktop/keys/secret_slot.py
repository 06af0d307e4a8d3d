"""Slots that open with a secret no one can guess: keyring entry and recovery code.

The secret is random already, so HKDF suffices; a slow derivation would protect nothing.

Source: ``docs/formats/vault.md``; RFC 5869.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from innolab_desktop.domain.errors import VaultError
from innolab_desktop.keys.slot_seal import KEY_BYTES, decode, encode, seal, unseal

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

KEYRING: Final = "keyring"
RECOVERY: Final = "recovery"
KEYRING_SECRET_BYTES: Final = 32
_SALT_BYTES: Final = 16


def make(
    key: bytes,
    secret: bytes,
    context: bytes,
    *,
    begun: Mapping[str, Any],
    random: Callable[[int], bytes],
) -> dict[str, Any]:
    """Return a new slot that opens with *secret*.

    Args:
        key: the database key.
        secret: at least 20 random bytes.
        context: vault id and database salt.
        begun: the fields of :func:`innolab_desktop.keys.slot_seal.begin`.
        random: returns that many unpredictable bytes.
    """
    slot = {**begun, "salt": encode(random(_SALT_BYTES))}
    return seal(slot, _derive(slot, secret), key, context, random)


def open_slot(slot: Mapping[str, Any], secret: bytes, context: bytes) -> bytes:
    """Return the database key.

    Raises:
        VaultError: the secret belongs to another slot, or the slot is malformed.
    """
    try:
        return unseal(slot, _derive(slot, secret), context)
    except InvalidTag:
        is_code = slot.get("type") == RECOVERY
        raise VaultError("recovery_code_wrong" if is_code else "keyring_entry_wrong") from None
    except (KeyError, ValueError, TypeError):
        raise VaultError("vault_slot_invalid") from None


def _derive(slot: Mapping[str, Any], secret: bytes) -> bytes:
    info = f"INNOLAB-slot-{slot['type']}-1\0".encode("ascii")
    return HKDF(hashes.SHA384(), KEY_BYTES, salt=decode(slot["salt"]), info=info).derive(secret)
