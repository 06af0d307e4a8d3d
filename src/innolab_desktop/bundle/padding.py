"""Padding to lengths that tell little: Padmé.

Source: Nikitin et al., Reducing Metadata Leakage from Encrypted Files (2019), section 4.
"""

from __future__ import annotations

from typing import Final

from innolab_desktop.domain.errors import BundleError

_LENGTH_BYTES: Final = 8


def padded_length(length: int) -> int:
    """Return the length that *length* is padded to: at most 12 % more.

    Units: bytes.
    """
    if length < 2:  # noqa: PLR2004 - the logarithms need at least 2
        return length
    exponent = length.bit_length() - 1
    low_bits = exponent - exponent.bit_length()
    mask = (1 << max(low_bits, 0)) - 1
    return (length + mask) & ~mask


def pad(frame: bytes) -> bytes:
    """Return *frame* with its length before and zeros behind it."""
    total = padded_length(_LENGTH_BYTES + len(frame))
    return (len(frame).to_bytes(_LENGTH_BYTES, "big") + frame).ljust(total, b"\0")


def unpad(plaintext: bytes) -> bytes:
    """Return the frame inside *plaintext*.

    Raises:
        BundleError: length or padding are not what :func:`pad` writes.
    """
    length = int.from_bytes(plaintext[:_LENGTH_BYTES], "big")
    end = _LENGTH_BYTES + length
    if len(plaintext) != padded_length(end) or plaintext[end:].strip(b"\0"):
        raise BundleError("bundle_damaged")
    return plaintext[_LENGTH_BYTES:end]
