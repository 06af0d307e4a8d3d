from __future__ import annotations

import secrets

import pytest
from cryptography.hazmat.primitives import hpke
from cryptography.hazmat.primitives.asymmetric import ec, mlkem

from innolab_desktop.domain.errors import BundleError
from innolab_desktop.keys import device_keys
from innolab_desktop.keys.key_ring import KeyRing
from keys.test_device_keys import CARD, SECRET


def wrap(encryption_key: bytes) -> bytes:
    public = hpke.MLKEM1024P384PublicKey(
        mlkem.MLKEM1024PublicKey.from_public_bytes(encryption_key[:1568]),
        ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP384R1(), encryption_key[1568:]),
    )
    return device_keys.SUITE.encrypt(b"k" * 32, public, info=b"info")


def test_late_mail_opens_until_the_former_key_is_forgotten() -> None:
    ring = KeyRing(SECRET, (), secrets.token_bytes)
    late = wrap(CARD.encryption_key)
    signed, secret = ring.prepare(CARD, 2)
    assert (signed.card.device, signed.card.name) == (CARD.device, CARD.name)
    with pytest.raises(BundleError):
        ring.unwrap(wrap(signed.card.encryption_key), b"info")
    ring.switch_to(secret)
    assert ring.device == CARD.device
    assert ring.unwrap(late, b"info") == ring.unwrap(wrap(signed.card.encryption_key), b"info")
    assert KeyRing(secret, (SECRET,), secrets.token_bytes).unwrap(late, b"info") == b"k" * 32
    ring.forget_retired(())
    with pytest.raises(BundleError):
        ring.unwrap(late, b"info")
    assert repr(ring) == "KeyRing(…)"
