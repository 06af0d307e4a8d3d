"""Reads commits straight from the pages of a damaged database, past its broken structure.

Only pages whose seal is whole are read, and only commits whose id is the hash of their header and
whose bodies fit that header are returned: nothing false is taken.

Source: the SQLite file format, chapters 1.6 (b-tree pages), 2.1 (records) and 4 (write-ahead log).
"""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING, Final, NamedTuple, Protocol

from innolab_desktop.domain.errors import FormatError
from innolab_desktop.journal import commit as commits
from innolab_desktop.storage.connection import PAGE_BYTES

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from innolab_desktop.journal.commit import Commit
    from innolab_desktop.services.changes import CancelToken, Progress

_RESERVED_BYTES: Final = 80
"""SQLCipher keeps room for the largest seal in every page; byte 20 of the first page says so."""
_USABLE_BYTES: Final = PAGE_BYTES - _RESERVED_BYTES
_TABLE_LEAF: Final = 0x0D
_LOG_HEADER_BYTES: Final = 32
_FRAME_HEADER_BYTES: Final = 24
_FIXED_SIZES: Final = (0, 1, 2, 3, 4, 6, 8, 8, 0, 0)
_BLOB_FROM: Final = 12
_COMMIT_ID_BYTES: Final = 32
_COLUMNS: Final = 4
"""Both ``entry`` and ``held`` have a commit id, a commit, and two more columns."""


class PageOpener(Protocol):
    """Opens sealed pages; ``keys`` fills it."""

    def open(self, number: int, page: bytes) -> bytes | None:
        """Return the content of page *number*, None if it is not as it was written."""
        ...


class _Cell(NamedTuple):
    size_bytes: int
    local: bytes
    overflow: int


class SealedPages:
    """All whole versions of all pages: those of the file, then those of its write-ahead log."""

    def __init__(self) -> None:
        self._versions: dict[int, list[bytes]] = {}
        self.total = 0
        self.broken = 0

    def read(
        self, database: Path, seal: PageOpener, progress: Progress, cancel: CancelToken
    ) -> None:
        """Read every page that is there.

        Raises:
            OSError: the file cannot be read at all.
            Cancelled: the person stopped it.
        """
        size_bytes = database.stat().st_size
        with database.open("rb") as file:
            for number in range(1, -(-size_bytes // PAGE_BYTES) + 1):
                cancel.raise_if_cancelled()
                progress.report(number * PAGE_BYTES, size_bytes, "salvage_pages")
                self._keep(number, seal.open(number, file.read(PAGE_BYTES)))
        log = database.with_name(f"{database.name}-wal")
        if not log.exists():
            return
        with log.open("rb") as file:
            file.read(_LOG_HEADER_BYTES)
            while len(header := file.read(_FRAME_HEADER_BYTES)) == _FRAME_HEADER_BYTES:
                number = int.from_bytes(header[:4], "big")
                self._keep(number, seal.open(number, file.read(PAGE_BYTES)))

    def _keep(self, number: int, content: bytes | None) -> None:
        self.total += 1
        if content is None:
            self.broken += 1
        else:
            self._versions.setdefault(number, []).append(content)

    def commits(self) -> Iterator[Commit]:
        """Yield every commit that verifies; the same one perhaps several times."""
        for number, versions in self._versions.items():
            for page in versions:
                for cell in _cells(page, 100 if number == 1 else 0):
                    found = self._commit(cell)
                    if found is not None:
                        yield found

    def _commit(self, cell: _Cell) -> Commit | None:
        for newest_first in (True, False):
            payload = self._payload(cell, newest_first=newest_first)
            found = None if payload is None else _commit_in(payload)
            if found is not None:
                return found
        return None

    def _payload(self, cell: _Cell, *, newest_first: bool) -> bytes | None:
        parts, missing, number = [cell.local], cell.size_bytes - len(cell.local), cell.overflow
        while missing > 0:
            versions = self._versions.get(number)
            if versions is None:
                return None
            page = versions[-1 if newest_first else 0]
            part = page[4 : 4 + min(missing, _USABLE_BYTES - 4)]
            number = int.from_bytes(page[:4], "big")
            parts.append(part)
            missing -= len(part)
        return b"".join(parts)


def proved(raw: bytes, commit_id: bytes) -> Commit | None:
    """Return the commit in *raw* if it is the one that *commit_id* names, and whole."""
    try:
        found = commits.decode(raw)
    except FormatError:
        return None
    return found if found.id == commit_id == sha256(found.header).digest() else None


def _cells(page: bytes, start: int) -> Iterator[_Cell]:
    """Yield the cells of a leaf of a table; nothing for other pages."""
    if page[start] != _TABLE_LEAF:
        return
    count = int.from_bytes(page[start + 3 : start + 5], "big")
    for index in range(count):
        place = start + 8 + 2 * index
        offset = int.from_bytes(page[place : place + 2], "big")
        if not 0 < offset < _USABLE_BYTES:
            continue
        size_bytes, offset = _varint(page, offset)
        _, offset = _varint(page, offset)
        local_bytes = _local_bytes(size_bytes)
        local = page[offset : offset + local_bytes]
        after = page[offset + local_bytes : offset + local_bytes + 4]
        overflow = int.from_bytes(after, "big") if local_bytes < size_bytes else 0
        yield _Cell(size_bytes, local, overflow)


def _local_bytes(size_bytes: int) -> int:
    """Return how much of a payload lies in the leaf itself."""
    if size_bytes <= _USABLE_BYTES - 35:
        return size_bytes
    least = (_USABLE_BYTES - 12) * 32 // 255 - 23
    fitting = least + (size_bytes - least) % (_USABLE_BYTES - 4)
    return fitting if fitting <= _USABLE_BYTES - 35 else least


def _commit_in(payload: bytes) -> Commit | None:
    """Return the commit of a row of ``entry`` or ``held``, None for other rows."""
    header_bytes, place = _varint(payload, 0)
    types: list[int] = []
    while place < header_bytes and len(types) <= _COLUMNS:
        serial, place = _varint(payload, place)
        types.append(serial)
    if len(types) != _COLUMNS:
        return None
    blobs: list[bytes] = []
    place = header_bytes
    for serial in types:
        size = _size(serial)
        if serial >= _BLOB_FROM:
            blobs.append(payload[place : place + size])
        place += size
    ids = [blob for blob in blobs[:-1] if len(blob) == _COMMIT_ID_BYTES]
    return proved(blobs[-1], ids[0]) if ids else None


def _size(serial: int) -> int:
    return _FIXED_SIZES[serial] if serial < len(_FIXED_SIZES) else max(0, serial - _BLOB_FROM) // 2


def _varint(data: bytes, place: int) -> tuple[int, int]:
    """Return an integer of one to nine bytes and the place after it."""
    value = 0
    for index, byte in enumerate(data[place : place + 9]):
        if index == 8:  # noqa: PLR2004 - the ninth byte counts in full
            return value << 8 | byte, place + 9
        value = value << 7 | byte & 0x7F
        if byte < 0x80:  # noqa: PLR2004 - the last one has no flag
            return value, place + index + 1
    return value, place + 9


def best_of(found: Mapping[bytes, Commit], commit: Commit) -> Commit:
    """Return the copy of a commit with more bodies: of two whole ones either is true."""
    known = found.get(commit.id)
    if known is None:
        return commit
    return commit if commit.bodies.count(None) < known.bodies.count(None) else known
