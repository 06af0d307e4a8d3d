"""Checks with public keys alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes, hpke
from cryptography.hazmat.primitives.asymmetric import ec, mlkem
from cryptography.hazmat.primitives.asymmetric.utils import encode_dss_signature

from innolab_desktop.journal.signed_tip import SIGNATURE_BYTES
from innolab_desktop.keys.device_keys import SUITE

if TYPE_CHECKING:
    from innolab_desktop.journal.card import Card

_HALF: Final = SIGNATURE_BYTES // 2
_KEM_BYTES: Final = 1568


class PublicKeyChecks:
    """Verifies signatures and judges the keys on cards."""

    def verify(self, signing_key: bytes, data: bytes, signature: bytes) -> bool:
        """Tell whether *signature* over *data* is genuine."""
        if len(signature) != SIGNATURE_BYTES:
            return False
        r, s = (int.from_bytes(part, "big") for part in (signature[:_HALF], signature[_HALF:]))
        if not r or not s:
            return False
        try:
            key = ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP384R1(), signing_key)
            key.verify(encode_dss_signature(r, s), data, ec.ECDSA(hashes.SHA384()))
        except (InvalidSignature, ValueError):
            return False
        return True

    def is_usable(self, card: Card) -> bool:
        """Tell whether the keys on a card are valid points that can be encrypted to."""
        try:
            ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP384R1(), card.signing_key)
            SUITE.encrypt(b"probe", encryption_key(card.encryption_key), info=b"probe")
        except ValueError:
            return False
        return any(card.encryption_key[:_KEM_BYTES])


def encryption_key(data: bytes) -> hpke.MLKEM1024P384PublicKey:
    """Return the public encryption key in *data*.

    Raises:
        ValueError: it is none.
    """
    return hpke.MLKEM1024P384PublicKey(
        mlkem.MLKEM1024PublicKey.from_public_bytes(data[:_KEM_BYTES]),
        ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP384R1(), data[_KEM_BYTES:]),
    )
