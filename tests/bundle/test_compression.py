"""Hostile frames (security reference, 29 to 34)."""

from __future__ import annotations

import time
import tracemalloc
from typing import Any

import pytest
import zstandard
from hypothesis import given
from hypothesis import strategies as st

from innolab_desktop.bundle import compression
from innolab_desktop.domain.errors import BundleError

TEXT = b"Wir oeffnen laenger. " * 500
FRAME = compression.compress(TEXT)


@given(st.binary(max_size=20_000))
def test_what_was_compressed_comes_back(data: bytes) -> None:
    assert compression.decompress(compression.compress(data)) == data


def test_large_contents_stay_within_the_window() -> None:
    data = bytes(range(256)) * 100_000
    assert compression.decompress(compression.compress(data)) == data


def windowed(log: int) -> bytes:
    parameters = zstandard.ZstdCompressionParameters(
        window_log=log, write_content_size=False, enable_ldm=True
    )
    stream = zstandard.ZstdCompressor(compression_params=parameters).compressobj()
    return stream.compress(TEXT) + stream.flush()


def with_dictionary() -> bytes:
    samples: list[Any] = [f"Abschnitt {i} von vielen, {i * 7}".encode() for i in range(2000)]
    dictionary = zstandard.train_dictionary(2048, samples)
    return zstandard.ZstdCompressor(dict_data=dictionary).compress(TEXT)


def lying_size() -> bytes:
    """Return a frame whose header claims 2^38 bytes."""
    raw = zstandard.ZstdCompressor(write_content_size=False).compress(b"kurz")
    block = raw[6:] if raw[4] & 0x20 == 0 else raw[5:]
    return raw[:4] + b"\xe0" + (2**38).to_bytes(8, "little") + block


HOSTILE = {
    "no frame": b"no frame at all",
    "nothing": b"",
    "30 window of 1 GiB": windowed(30),
    "31 lying content size": lying_size(),
    "32 cut frame": FRAME[:-1],
    "32 half a frame": FRAME[: len(FRAME) // 2],
    "33 two frames": FRAME + FRAME,
    "33 skippable frame behind": FRAME + b"\x50\x2a\x4d\x18\4\0\0\0abcd",
    "33 skippable frame alone": b"\x50\x2a\x4d\x18\4\0\0\0abcd",
    "34 dictionary": with_dictionary(),
    "44 trailing byte": FRAME + b"\0",
    "44 trailing bytes beyond a portion": FRAME + bytes(5000),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_frames(name: str) -> None:
    with pytest.raises(BundleError) as failure:
        compression.decompress(HOSTILE[name])
    assert failure.value.code == "bundle_damaged"


def bomb(size_bytes: int) -> bytes:
    stream = zstandard.ZstdCompressor(level=3).compressobj()
    block = bytes(1024 * 1024)
    return b"".join(stream.compress(block) for _ in range(size_bytes >> 20)) + stream.flush()


def test_a_bomb_stops_early_and_small() -> None:
    frame = bomb(4 << 30)
    tracemalloc.start()
    started = time.process_time()
    with pytest.raises(BundleError) as failure:
        compression.decompress(frame, limit_bytes=64 << 20)
    used_s = time.process_time() - started
    _, peak_bytes = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert failure.value.code == "bundle_too_large"
    assert used_s < 1
    assert peak_bytes < 150 << 20


def test_the_limit_is_exact() -> None:
    assert compression.decompress(FRAME, limit_bytes=len(TEXT)) == TEXT
    with pytest.raises(BundleError):
        compression.decompress(FRAME, limit_bytes=len(TEXT) - 1)
