"""Signed tips: one signature covers a log.

Source: ``docs/formats/tip.md``.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from innolab_desktop.domain.errors import FormatError
from innolab_desktop.journal import cbor, shape
from innolab_desktop.journal import commit as commits

PREFIX: Final = b"INNOLAB-tip-1\0"
SIGNATURE_BYTES: Final = 96
_MAX_TIP_BYTES: Final = 4096


class SignedTip(NamedTuple):
    """A decoded signed tip with its original bytes; whether it is genuine is another question."""

    log: bytes
    tip: commits.Tip
    body: bytes
    signature: bytes

    @property
    def signed_bytes(self) -> bytes:
        """What the signature was made over."""
        return PREFIX + self.body

    def encoded(self) -> bytes:
        """Return the signed tip as it is stored and sent."""
        return cbor.encode((self.body, self.signature))


def body_of(log: bytes, tip: commits.Tip) -> bytes:
    """Return the bytes that the owner of *log* signs (after :data:`PREFIX`)."""
    return cbor.encode({1: 1, 2: log, 3: tip.seq, 4: tip.commit})


def decode_item(item: object) -> SignedTip:
    """Check a decoded ``[tip, signature]`` array.

    Raises:
        FormatError: it does not follow the format.
    """
    body, signature = shape.array(item, "signed tip", length=2)
    data = shape.the(body, bytes, "tip")
    if len(data) > _MAX_TIP_BYTES:
        raise FormatError("format_shape", what="tip")
    known = shape.mapping(cbor.decode(data), "tip", known=4)
    shape.version(known.get(1), 1, "tip")
    return SignedTip(
        shape.sized(known.get(2), 16, "log id"),
        commits.tip(known.get(3), known.get(4)),
        data,
        shape.sized(signature, SIGNATURE_BYTES, "signature"),
    )


def decode(data: bytes) -> SignedTip:
    """Decode a stored signed tip.

    Raises:
        FormatError: it does not follow the format.
    """
    return decode_item(cbor.decode(data))
