from __future__ import annotations

import secrets

import pytest

from innolab_desktop.domain.errors import BundleError, FormatError, VaultError
from innolab_desktop.journal import card as cards
from innolab_desktop.journal import cbor
from innolab_desktop.keys import device_keys
from innolab_desktop.keys.signatures import PublicKeyChecks

KEYS, SECRET = device_keys.generate(secrets.token_bytes)
SIGNED = device_keys.make_card(
    SECRET,
    person=bytes(16),
    name="Aylin\u202e  Demir\n",
    municipality="Musterstadt",
    department="Amt",
    role="official",
    alias=bytes(8),
    created_ms=1,
    is_demo=False,
)
CARD = SIGNED.card
CHECKS = PublicKeyChecks()


def test_a_signature_fits_its_bytes_and_key_alone() -> None:
    signature = KEYS.sign(b"INNOLAB-tip-1\0abc")
    other, _ = device_keys.generate(secrets.token_bytes)
    assert CHECKS.verify(CARD.signing_key, b"INNOLAB-tip-1\0abc", signature)
    assert not CHECKS.verify(CARD.signing_key, b"INNOLAB-card-1\0abc", signature)
    assert not CHECKS.verify(
        CARD.signing_key, b"INNOLAB-tip-1\0abc", other.sign(b"INNOLAB-tip-1\0abc")
    )
    assert KEYS.sign(b"x") == KEYS.sign(b"x"), "deterministic (RFC 6979)"


@pytest.mark.parametrize("bad", [b"", bytes(96), b"\xff" * 96, bytes(95), bytes(97)])
def test_malformed_signatures_are_false(bad: bytes) -> None:
    assert not CHECKS.verify(CARD.signing_key, b"x", bad)
    assert not CHECKS.verify(b"\4" + bytes(96), b"x", KEYS.sign(b"x"))


def test_every_flipped_bit_of_a_signature_is_noticed() -> None:
    signature = KEYS.sign(b"x")
    for at in range(96):
        mutant = bytearray(signature)
        mutant[at] ^= 1 << at % 8
        assert not CHECKS.verify(CARD.signing_key, b"x", bytes(mutant))


HOSTILE_KEYS = {
    "71 all zero ML-KEM": {"encryption_key": bytes(1568) + CARD.encryption_key[1568:]},
    "71 ML-KEM out of range": {"encryption_key": b"\xff" * 1568 + CARD.encryption_key[1568:]},
    "71 point off the curve": {"encryption_key": CARD.encryption_key[:-1] + b"\0"},
    "71 point at infinity": {"encryption_key": CARD.encryption_key[:1568] + bytes(97)},
    "71 short": {"encryption_key": CARD.encryption_key[:-1]},
    "signing key off the curve": {"signing_key": CARD.signing_key[:-1] + b"\0"},
    "signing key of zeros": {"signing_key": bytes(97)},
}


@pytest.mark.parametrize("name", HOSTILE_KEYS)
def test_unusable_keys(name: str) -> None:
    assert CHECKS.is_usable(CARD)
    assert not CHECKS.is_usable(CARD._replace(**HOSTILE_KEYS[name]))


def test_an_own_card_is_clean_and_signed() -> None:
    assert CARD.name == "Aylin Demir"
    assert cards.decode(SIGNED.encoded()) == SIGNED
    assert CHECKS.verify(CARD.signing_key, SIGNED.signed_bytes, SIGNED.signature)


def test_keys_come_back_from_their_secret() -> None:
    assert device_keys.restore(SECRET).device == KEYS.device == CARD.device
    assert SECRET.hex() not in repr(KEYS)


@pytest.mark.parametrize(
    "secret",
    [
        b"",
        b"\x80",
        cbor.encode([2, bytes(48), bytes(64), bytes(48)]),
        cbor.encode([1, b"", b"", b""]),
    ],
)
def test_damaged_secrets_are_refused(secret: bytes) -> None:
    with pytest.raises((VaultError, FormatError)):
        device_keys.restore(secret)


def test_a_zero_scalar_is_no_key() -> None:
    with pytest.raises(VaultError):
        device_keys.restore(cbor.encode([1, bytes(48), bytes(64), bytes(48)]))


@pytest.mark.parametrize("wrap", [b"", bytes(1713), b"\xff" * 1713, bytes(1712)])
def test_damaged_wraps_are_refused(wrap: bytes) -> None:
    with pytest.raises(BundleError) as failure:
        KEYS.unwrap(wrap, b"info")
    assert failure.value.code == "bundle_damaged"
