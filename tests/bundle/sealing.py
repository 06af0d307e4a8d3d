"""Real keys, and bundles that are wrong in exactly one way."""

from __future__ import annotations

import hmac
import secrets
from hashlib import sha384
from typing import TYPE_CHECKING, Any

from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from innolab_desktop.bundle import container
from innolab_desktop.journal import cbor
from innolab_desktop.keys import device_keys

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from innolab_desktop.journal.card import Card
    from innolab_desktop.keys.device_keys import DeviceKeys

BUNDLE_ID = b"\x0b" * 16


class Person:
    """A device with fresh keys and its card."""

    def __init__(self, name: str = "Anna Weiß") -> None:
        self.keys: DeviceKeys
        self.keys, self.secret = device_keys.generate(secrets.token_bytes)
        self.signed = device_keys.make_card(
            self.secret,
            person=secrets.token_bytes(16),
            name=name,
            municipality="Musterstadt",
            department="Amt",
            role="official",
            alias=secrets.token_bytes(8),
            created_ms=1,
            is_demo=False,
        )
        self.card: Card = self.signed.card


class RememberingKeys:
    """The keys of a device that open the same wrap only once: a mutant costs no key agreement."""

    def __init__(self, keys: DeviceKeys) -> None:
        self._keys = keys
        self._opened: dict[tuple[bytes, bytes], bytes] = {}

    @property
    def device(self) -> bytes:
        return self._keys.device

    def sign(self, data: bytes) -> bytes:
        return self._keys.sign(data)

    def unwrap(self, wrap: bytes, info: bytes) -> bytes:
        if (wrap, info) not in self._opened:
            self._opened[wrap, info] = self._keys.unwrap(wrap, info)
        return self._opened[wrap, info]


def wrap_entry(key: bytes, card: Card, bundle_id: bytes = BUNDLE_ID) -> list[bytes]:
    """Return ``[alias, wrap]`` of the bundle *key*."""
    return [card.alias, container._wrap(key, card, bundle_id)]


def assemble(
    chunks: Callable[[bytes, bytes], Sequence[bytes]],
    entries: object,
    *,
    key: bytes = b"\x0c" * 32,
    change: Callable[[dict[int, Any]], object] = lambda header: header,
    encode: Callable[[object], bytes] = cbor.encode,
) -> bytes:
    """Return a container with a header, right in everything but what a caller changes.

    Args:
        chunks: from (payload key, bundle id) the encrypted chunks.
        entries: recipients.
        key: the bundle key.
        change: alters the header's map.
        encode: writes it.
    """
    header = encode(change({1: 1, 2: BUNDLE_ID, 3: container.CHUNK_BYTES, 4: entries}))
    top = container.MAGIC + b"\0\1" + len(header).to_bytes(4, "big") + header
    top += hmac.digest(container._header_key(key, BUNDLE_ID), top, "sha384")
    return top + b"".join(chunks(container._payload_key(key, BUNDLE_ID, top), BUNDLE_ID))


def encrypted(*parts: bytes, last: Sequence[bool] | None = None) -> Callable[..., list[bytes]]:
    """Return a maker of chunks; *last* overrides which of them says that it is the last."""
    marks = last if last is not None else [i == len(parts) - 1 for i in range(len(parts))]

    def chunks(payload_key: bytes, _: bytes) -> list[bytes]:
        cipher = AESGCM(payload_key)
        return [
            cipher.encrypt(container._nonce(i, last=mark), part, None)
            for i, (part, mark) in enumerate(zip(parts, marks, strict=True))
        ]

    return chunks


def sequence(manifest: dict[int, Any], rest: bytes, keys: DeviceKeys) -> bytes:
    """Return a signed sequence with any manifest; key 8 is filled in."""
    content = cbor.encode({**manifest, 8: sha384(rest).digest()})
    signature = keys.sign(b"INNOLAB-bundle-1\0" + content)
    return cbor.encode(content) + cbor.encode(signature) + rest
