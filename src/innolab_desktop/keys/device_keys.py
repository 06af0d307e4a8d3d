"""The secret keys of a device: signing and receiving.

Source: ``docs/formats/README.md`` (suite 1), ``card.md``, ``bundle.md``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hashes, hpke
from cryptography.hazmat.primitives.asymmetric import ec, mlkem
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from innolab_desktop.domain.errors import BundleError, VaultError
from innolab_desktop.journal import cbor, shape
from innolab_desktop.journal.card import PREFIX, Card, SignedCard, clean_name, device_id

if TYPE_CHECKING:
    from collections.abc import Callable

SUITE: Final = hpke.Suite(hpke.KEM.MLKEM1024_P384, hpke.KDF.HKDF_SHA384, hpke.AEAD.AES_256_GCM)
_SIGNATURE: Final = ec.ECDSA(hashes.SHA384(), deterministic_signing=True)
_SCALAR_BYTES: Final = 48
_SEED_BYTES: Final = 64


class DeviceKeys:
    """A signing key (P-384) and an encryption key (ML-KEM-1024 with P-384)."""

    __slots__ = ("_decryption", "_device", "_signing")

    def __init__(
        self, signing: ec.EllipticCurvePrivateKey, decryption: hpke.MLKEM1024P384PrivateKey
    ) -> None:
        self._signing = signing
        self._decryption = decryption
        self._device = device_id(_point(signing.public_key()))

    def __repr__(self) -> str:
        return "DeviceKeys(…)"

    @property
    def device(self) -> bytes:
        """The id of this device."""
        return self._device

    def sign(self, data: bytes) -> bytes:
        """Return a signature over *data* (which begins with its domain prefix)."""
        r, s = decode_dss_signature(self._signing.sign(data, _SIGNATURE))
        return r.to_bytes(_SCALAR_BYTES, "big") + s.to_bytes(_SCALAR_BYTES, "big")

    def unwrap(self, wrap: bytes, info: bytes) -> bytes:
        """Open an HPKE wrap addressed to this device.

        Raises:
            BundleError: it is damaged or not for this device.
        """
        try:
            return SUITE.decrypt(wrap, self._decryption, info=info)
        except (InvalidTag, ValueError):
            raise BundleError("bundle_damaged") from None


def generate(random: Callable[[int], bytes]) -> tuple[DeviceKeys, bytes]:
    """Return new keys and the secret from which :func:`restore` makes them again.

    Args:
        random: returns that many unpredictable bytes.
    """
    signing = ec.generate_private_key(ec.SECP384R1())
    receiving = ec.generate_private_key(ec.SECP384R1())
    secret = cbor.encode([1, _scalar(signing), random(_SEED_BYTES), _scalar(receiving)])
    return restore(secret), secret


def renew(secret: bytes, random: Callable[[int], bytes]) -> bytes:
    """Return a secret with the same signing key and a fresh encryption key."""
    version, signing, _, _ = shape.array(cbor.decode(secret), "keys", length=4)
    receiving = ec.generate_private_key(ec.SECP384R1())
    return cbor.encode([version, signing, random(_SEED_BYTES), _scalar(receiving)])


def restore(secret: bytes) -> DeviceKeys:
    """Return the keys kept in *secret*.

    Raises:
        VaultError: *secret* is malformed.
    """
    try:
        version, signing, seed, receiving = shape.array(cbor.decode(secret), "keys", length=4)
        shape.number(version, 1, 1, "keys")
        decryption = hpke.MLKEM1024P384PrivateKey(
            mlkem.MLKEM1024PrivateKey.from_seed_bytes(shape.sized(seed, _SEED_BYTES, "keys")),
            _private(shape.sized(receiving, _SCALAR_BYTES, "keys")),
        )
        return DeviceKeys(_private(shape.sized(signing, _SCALAR_BYTES, "keys")), decryption)
    except ValueError:
        raise VaultError("vault_keys_damaged") from None


def make_card(
    secret: bytes,
    *,
    person: bytes,
    name: str,
    municipality: str,
    department: str,
    role: str,
    alias: bytes,
    created_ms: int,
    is_demo: bool,
) -> SignedCard:
    """Return the signed card of the device whose keys are in *secret*."""
    _, signing, seed, receiving = shape.array(cbor.decode(secret), "keys", length=4)
    signing_key = _private(shape.the(signing, bytes, "keys"))
    kem = mlkem.MLKEM1024PrivateKey.from_seed_bytes(shape.the(seed, bytes, "keys"))
    encryption_key = kem.public_key().public_bytes_raw() + _point(
        _private(shape.the(receiving, bytes, "keys")).public_key()
    )
    public = _point(signing_key.public_key())
    card = Card(
        device=device_id(public),
        person=person,
        name=clean_name(name),
        municipality=clean_name(municipality),
        department=clean_name(department),
        role=role,
        signing_key=public,
        encryption_key=encryption_key,
        alias=alias,
        created_ms=created_ms,
        suites=(1,),
        is_demo=is_demo,
    )
    body = card.encoded()
    return SignedCard(card, body, restore(secret).sign(PREFIX + body))


def _scalar(key: ec.EllipticCurvePrivateKey) -> bytes:
    return key.private_numbers().private_value.to_bytes(_SCALAR_BYTES, "big")


def _private(scalar: bytes) -> ec.EllipticCurvePrivateKey:
    return ec.derive_private_key(int.from_bytes(scalar, "big"), ec.SECP384R1())


def _point(key: ec.EllipticCurvePublicKey) -> bytes:
    return key.public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)
