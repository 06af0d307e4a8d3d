"""The escrow slot: the database key, encrypted to a public key of the municipality.

Source: ``docs/formats/vault.md``; RFC 9180.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from cryptography.exceptions import InvalidTag

from innolab_desktop.domain.errors import VaultError
from innolab_desktop.keys.device_keys import SUITE
from innolab_desktop.keys.escrow_key import EscrowCard, public_key
from innolab_desktop.keys.slot_seal import bound, decode, encode

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cryptography.hazmat.primitives import hpke

TYPE: Final = "escrow"


def make(
    key: bytes, card: EscrowCard, context: bytes, *, begun: Mapping[str, Any]
) -> dict[str, Any]:
    """Return a new slot that the holder of the secret key can open.

    Args:
        key: the database key.
        card: the holder.
        context: vault id and database salt.
        begun: the fields of :func:`innolab_desktop.keys.slot_seal.begin`.

    Raises:
        VaultError: the holder's key cannot be used.
    """
    slot = {**begun, "name": card.name, "key": encode(card.key)}
    wrapped = SUITE.encrypt(key, public_key(card.key), info=bound(slot, context))
    return {**slot, "wrapped": encode(wrapped)}


def card_of(slot: Mapping[str, Any]) -> EscrowCard:
    """Return who can open *slot*.

    Raises:
        VaultError: the slot is malformed.
    """
    name, key = slot.get("name"), slot.get("key")
    if not isinstance(name, str) or not isinstance(key, str):
        raise VaultError("vault_slot_invalid")
    try:
        return EscrowCard(name, decode(key))
    except ValueError:
        raise VaultError("vault_slot_invalid") from None


def open_slot(
    slot: Mapping[str, Any], secret: hpke.MLKEM1024P384PrivateKey, context: bytes
) -> bytes:
    """Return the database key.

    Raises:
        VaultError: the slot is for another key, or malformed.
    """
    try:
        return SUITE.decrypt(decode(slot["wrapped"]), secret, info=bound(slot, context))
    except InvalidTag:
        raise VaultError("escrow_key_wrong") from None
    except (KeyError, ValueError, TypeError):
        raise VaultError("vault_slot_invalid") from None
