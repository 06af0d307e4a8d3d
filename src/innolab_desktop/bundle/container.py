"""The encrypted container: header, key commitment and chunks.

Source: ``docs/formats/bundle.md``.
"""

from __future__ import annotations

import hmac
from hashlib import sha384
from typing import TYPE_CHECKING, Final, NamedTuple

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hashes, hpke
from cryptography.hazmat.primitives.asymmetric import ec, mlkem
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from innolab_desktop.domain.errors import BundleError, FormatError
from innolab_desktop.journal import cbor, shape

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from innolab_desktop.journal.card import Card
    from innolab_desktop.services.bundle_ports import Identity

MAGIC: Final = b"\x89ILP\r\n\x1a\n"
FORMAT_VERSION: Final = 1
SUITE_ID: Final = 1
CHUNK_BYTES: Final = 65536
MAX_RECIPIENTS: Final = 512
_MAX_HEADER_BYTES: Final = 1024 * 1024
_PREFIX_BYTES: Final = 14
_MAC_BYTES: Final = 48
_TAG_BYTES: Final = 16
_WRAP_BYTES: Final = 1713
_KEM_BYTES: Final = 1568
_SUITE: Final = hpke.Suite(hpke.KEM.MLKEM1024_P384, hpke.KDF.HKDF_SHA384, hpke.AEAD.AES_256_GCM)


class Opened(NamedTuple):
    """A decrypted container."""

    bundle_id: bytes
    aliases: tuple[bytes, ...]
    plaintext: bytes


def seal(
    plaintext: bytes,
    bundle_id: bytes,
    recipients: Sequence[Card],
    random: Callable[[int], bytes],
) -> bytes:
    """Return *plaintext* encrypted to *recipients*.

    Raises:
        BundleError: too many recipients, or none.
    """
    if not 0 < len(recipients) <= MAX_RECIPIENTS:
        raise BundleError("bundle_recipients", limit=MAX_RECIPIENTS)
    key = random(32)
    wraps = sorted(
        (random(8), card.alias, _wrap(key, card, bundle_id)) for card in recipients
    )  # the random first element shuffles them
    header = cbor.encode(
        {1: SUITE_ID, 2: bundle_id, 3: CHUNK_BYTES, 4: [[alias, wrap] for _, alias, wrap in wraps]}
    )
    if len(header) > _MAX_HEADER_BYTES:
        raise BundleError("bundle_recipients", limit=MAX_RECIPIENTS)
    top = MAGIC + FORMAT_VERSION.to_bytes(2, "big") + len(header).to_bytes(4, "big") + header
    top += hmac.digest(_header_key(key, bundle_id), top, "sha384")
    cipher = AESGCM(_payload_key(key, bundle_id, top))
    starts = range(0, max(len(plaintext), 1), CHUNK_BYTES)
    chunks = [
        cipher.encrypt(_nonce(i, last=i == len(starts) - 1), plaintext[s : s + CHUNK_BYTES], None)
        for i, s in enumerate(starts)
    ]
    return top + b"".join(chunks)


def unseal(content: bytes, alias: bytes, identity: Identity) -> Opened:
    """Decrypt a container addressed to *alias*.

    Raises:
        BundleError: damaged, cut, hostile, too new, or not for this device.
    """
    end = _header_end(content)
    top, body = content[: end + _MAC_BYTES], content[end + _MAC_BYTES :]
    bundle_id, wraps = _header(content[_PREFIX_BYTES:end])
    if alias not in wraps:
        raise BundleError("bundle_not_for_me")
    key = identity.unwrap(wraps[alias], wrap_info(bundle_id, alias))
    expected = hmac.digest(_header_key(key, bundle_id), content[:end], "sha384")
    if len(key) != 32 or not hmac.compare_digest(expected, content[end : end + _MAC_BYTES]):  # noqa: PLR2004 - AES-256
        raise BundleError("bundle_damaged")
    cipher = AESGCM(_payload_key(key, bundle_id, top))
    size = CHUNK_BYTES + _TAG_BYTES
    starts = range(0, len(body), size)
    try:
        parts = [
            cipher.decrypt(_nonce(i, last=i == len(starts) - 1), body[s : s + size], None)
            for i, s in enumerate(starts)
        ]
    except (InvalidTag, ValueError):
        raise BundleError("bundle_damaged") from None
    if not parts or not parts[-1]:
        raise BundleError("bundle_damaged")
    return Opened(bundle_id, tuple(wraps), b"".join(parts))


def wrap_info(bundle_id: bytes, alias: bytes) -> bytes:
    """Return the context that binds a wrap to its bundle and recipient."""
    return b"INNOLAB-wrap-1\0" + bundle_id + alias


def _header_end(content: bytes) -> int:
    """Return where the header ends, after checking everything before it."""
    if content[:8] != MAGIC:
        raise BundleError("bundle_not_a_bundle")
    if len(content) < _PREFIX_BYTES:
        raise BundleError("bundle_cut_short")
    version = int.from_bytes(content[8:10], "big")
    if version == 0:
        raise BundleError("bundle_damaged")
    if version > FORMAT_VERSION:
        raise BundleError("bundle_too_new")
    length = int.from_bytes(content[10:14], "big")
    if not 0 < length <= _MAX_HEADER_BYTES:
        raise BundleError("bundle_damaged")
    if len(content) < _PREFIX_BYTES + length + _MAC_BYTES + _TAG_BYTES + 1:
        raise BundleError("bundle_cut_short")
    return _PREFIX_BYTES + length


def _header(data: bytes) -> tuple[bytes, dict[bytes, bytes]]:
    try:
        return _read_header(data)
    except BundleError:
        raise
    except FormatError:
        raise BundleError("bundle_damaged") from None


def _read_header(data: bytes) -> tuple[bytes, dict[bytes, bytes]]:
    known = shape.mapping(cbor.decode_deterministic(data), "bundle header", known=4)
    if shape.number(known.get(1), 1, 255, "suite") != SUITE_ID:
        raise BundleError("bundle_too_new")
    bundle_id = shape.sized(known.get(2), 16, "bundle id")
    shape.number(known.get(3), CHUNK_BYTES, CHUNK_BYTES, "chunk size")
    entries = shape.array(known.get(4), "recipients")
    if not 0 < len(entries) <= MAX_RECIPIENTS:
        raise BundleError("bundle_recipients", limit=MAX_RECIPIENTS)
    wraps: dict[bytes, bytes] = {}
    for entry in entries:
        alias, wrap = shape.array(entry, "recipient", length=2)
        wraps[shape.sized(alias, 8, "alias")] = shape.sized(wrap, _WRAP_BYTES, "wrap")
    if len(wraps) != len(entries):
        raise BundleError("bundle_damaged")
    return bundle_id, wraps


def _wrap(key: bytes, card: Card, bundle_id: bytes) -> bytes:
    data = card.encryption_key
    public = hpke.MLKEM1024P384PublicKey(
        mlkem.MLKEM1024PublicKey.from_public_bytes(data[:_KEM_BYTES]),
        ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP384R1(), data[_KEM_BYTES:]),
    )
    return _SUITE.encrypt(key, public, info=wrap_info(bundle_id, card.alias))


def _header_key(key: bytes, bundle_id: bytes) -> bytes:
    info = b"INNOLAB-bundle-header-1\0"
    return HKDF(hashes.SHA384(), _MAC_BYTES, salt=bundle_id, info=info).derive(key)


def _payload_key(key: bytes, bundle_id: bytes, top: bytes) -> bytes:
    info = b"INNOLAB-bundle-payload-1\0" + sha384(top).digest()
    return HKDF(hashes.SHA384(), 32, salt=bundle_id, info=info).derive(key)


def _nonce(counter: int, *, last: bool) -> bytes:
    return bytes(7) + counter.to_bytes(4, "big") + bytes((last,))
