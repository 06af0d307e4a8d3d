"""One zstd frame, read with bounds on window and output.

Source: RFC 8878. The one-shot reader would believe the size in the frame; this one counts.
"""

from __future__ import annotations

from typing import Final

import zstandard

from innolab_desktop.domain.errors import BundleError

MAX_OUTPUT_BYTES: Final = 256 * 1024 * 1024
_MAX_WINDOW_BYTES: Final = 8 * 1024 * 1024
_FEED_BYTES: Final = 1024
_LEVEL: Final = 6


def compress(data: bytes) -> bytes:
    """Return *data* as one frame; the level keeps the window below 8 MiB."""
    return zstandard.ZstdCompressor(level=_LEVEL).compress(data)


def decompress(frame: bytes, *, limit_bytes: int = MAX_OUTPUT_BYTES) -> bytes:
    """Return what *frame* holds.

    Raises:
        BundleError: not exactly one complete frame, or it holds more than *limit_bytes*.
    """
    try:
        parameters = zstandard.get_frame_parameters(frame)
        is_frame = frame.startswith(zstandard.FRAME_HEADER)  # not one that says: skip me
        if not is_frame or parameters.dict_id or parameters.window_size > _MAX_WINDOW_BYTES:
            raise BundleError("bundle_damaged")
        return _decompress(frame, limit_bytes)
    except zstandard.ZstdError:
        raise BundleError("bundle_damaged") from None


def _decompress(frame: bytes, limit_bytes: int) -> bytes:
    decoder = zstandard.ZstdDecompressor(max_window_size=_MAX_WINDOW_BYTES).decompressobj()
    parts: list[bytes] = []
    size_bytes = 0
    for start in range(0, len(frame), _FEED_BYTES):
        if decoder.eof:
            raise BundleError("bundle_damaged")
        part = decoder.decompress(frame[start : start + _FEED_BYTES])
        size_bytes += len(part)
        if size_bytes > limit_bytes:
            raise BundleError("bundle_too_large", limit_bytes=limit_bytes)
        parts.append(part)
    if not decoder.eof or decoder.unused_data:
        raise BundleError("bundle_damaged")
    return b"".join(parts)
