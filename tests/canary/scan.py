"""Looks for words in files: as they are, in wide characters, in base64, and compressed."""

from __future__ import annotations

import base64
import re
import zipfile
import zlib
from io import BytesIO
from typing import TYPE_CHECKING

import zstandard

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

_ZLIB = re.compile(rb"\x78[\x01\x5e\x9c\xda]|\x1f\x8b\x08")
_ZSTD = zstandard.FRAME_HEADER
_MOST_BYTES = 4 * 1024 * 1024


def forms_of(word: str) -> set[bytes]:
    """Return the bytes that *word* may stand as."""
    plain = {word.encode(), word.encode("utf-16-le"), word.encode("utf-16-be")}
    plain |= {word.encode("latin-1", errors="replace"), word.encode("unicode_escape")}
    encoded: set[bytes] = set()
    for data in plain:
        for offset in range(3):
            whole = base64.b64encode(bytes(offset) + data).rstrip(b"=")
            core = whole[4 if offset else 0 : len(whole) - 2]  # what its neighbours do not change
            encoded |= {core, core.replace(b"+", b"-").replace(b"/", b"_")}
        encoded.add(data.hex().encode())
        encoded.add(data.hex().upper().encode())
    return plain | encoded


def contents(data: bytes) -> Iterator[bytes]:
    """Yield *data* and whatever in it can be decompressed."""
    yield data
    for match in _ZLIB.finditer(data):
        try:
            wbits = 31 if match.group()[0] == 0x1F else 15
            yield zlib.decompressobj(wbits).decompress(data[match.start() :], _MOST_BYTES)
        except zlib.error:
            continue
    if zipfile.is_zipfile(BytesIO(data)):  # Excel and Word files are archives
        with zipfile.ZipFile(BytesIO(data)) as archive:
            yield from (archive.read(name) for name in archive.namelist())
    at = data.find(_ZSTD)
    while at >= 0:
        try:
            reader = zstandard.ZstdDecompressor(max_window_size=8 << 20).decompressobj()
            yield reader.decompress(data[at : at + _MOST_BYTES])
        except zstandard.ZstdError:
            pass
        at = data.find(_ZSTD, at + 1)


def hits(words: Iterable[str], *folders: Path) -> list[str]:
    """Return which words stand in which files below *folders*, also in names of files."""
    looked_for = {word: forms_of(word) for word in words}
    found: list[str] = []
    for folder in folders:
        for path in sorted(folder.rglob("*")):
            name = str(path.relative_to(folder))
            found += [f"{word} in the name {name}" for word in looked_for if word in name]
            if not path.is_file():
                continue
            for content in contents(path.read_bytes()):
                for word, forms in looked_for.items():
                    if any(form in content for form in forms):
                        found.append(f"{word} in {name}")
    return found
