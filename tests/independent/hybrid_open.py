"""HPKE base mode with the KEM MLKEM1024-P384, from raw primitives.

Source: RFC 9180; the combiner is that of draft-irtf-cfrg-hybrid-kems, found by experiment to be
what the library of the application does: SHA3-256(ss_M | ss_T | ct_T | pk_T | label).
"""

from __future__ import annotations

import hashlib
import hmac
from typing import NamedTuple

from cryptography.hazmat.primitives.asymmetric import ec, mlkem
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

KEM_ID, KDF_ID, AEAD_ID = 0x0051, 0x0002, 0x0002
LABEL = b"MLKEM1024-P384"
CIPHERTEXT_BYTES = 1568
POINT_BYTES = 97
_SUITE = b"HPKE" + b"".join(number.to_bytes(2, "big") for number in (KEM_ID, KDF_ID, AEAD_ID))


class Receiver(NamedTuple):
    """The two secret keys of a recipient."""

    kem: mlkem.MLKEM1024PrivateKey
    point: ec.EllipticCurvePrivateKey

    @classmethod
    def of(cls, seed: bytes, scalar: bytes) -> Receiver:
        """Return the keys that *seed* and *scalar* stand for."""
        return cls(mlkem.MLKEM1024PrivateKey.from_seed_bytes(seed), private_key(scalar))

    @property
    def public(self) -> bytes:
        """The public encryption key of a card."""
        return self.kem.public_key().public_bytes_raw() + public_point(self.point)


def private_key(scalar: bytes) -> ec.EllipticCurvePrivateKey:
    """Return the P-384 key with the secret *scalar*."""
    return ec.derive_private_key(int.from_bytes(scalar, "big"), ec.SECP384R1())


def public_point(key: ec.EllipticCurvePrivateKey) -> bytes:
    """Return the uncompressed public point."""
    return key.public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)


def hkdf_extract(salt: bytes, material: bytes) -> bytes:
    """RFC 5869, 2.2 with SHA-384."""
    return hmac.new(salt or bytes(48), material, hashlib.sha384).digest()


def hkdf_expand(key: bytes, info: bytes, length: int) -> bytes:
    """RFC 5869, 2.3 with SHA-384."""
    block, output, counter = b"", b"", 1
    while len(output) < length:
        block = hmac.new(key, block + info + bytes((counter,)), hashlib.sha384).digest()
        output += block
        counter += 1
    return output[:length]


def open_wrap(receiver: Receiver, wrap: bytes, info: bytes) -> bytes:
    """Return what ``enc | ciphertext`` holds."""
    cut = CIPHERTEXT_BYTES + POINT_BYTES
    shared = _shared_secret(receiver, wrap[:CIPHERTEXT_BYTES], wrap[CIPHERTEXT_BYTES:cut])
    context = b"\0" + _extract(b"", b"psk_id_hash", b"") + _extract(b"", b"info_hash", info)
    secret = _extract(shared, b"secret", b"")
    key = _expand(secret, b"key", context, 32)
    nonce = _expand(secret, b"base_nonce", context, 12)
    return AESGCM(key).decrypt(nonce, wrap[cut:], b"")


def _shared_secret(receiver: Receiver, ciphertext: bytes, point: bytes) -> bytes:
    first = receiver.kem.decapsulate(ciphertext)
    ephemeral = ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP384R1(), point)
    second = receiver.point.exchange(ec.ECDH(), ephemeral)
    own = public_point(receiver.point)
    return hashlib.sha3_256(first + second + point + own + LABEL).digest()


def _extract(salt: bytes, label: bytes, material: bytes) -> bytes:
    return hkdf_extract(salt, b"HPKE-v1" + _SUITE + label + material)


def _expand(key: bytes, label: bytes, info: bytes, length: int) -> bytes:
    return hkdf_expand(key, length.to_bytes(2, "big") + b"HPKE-v1" + _SUITE + label + info, length)
