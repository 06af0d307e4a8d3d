"""Use cases of attachments: files that belong to a record, encrypted like everything else.

The bytes of a file are operations of the journal: they are signed, sent, healed and erased
as every other word of the record is.
"""

from __future__ import annotations

import os
import stat
from dataclasses import dataclass
from hashlib import sha256
from itertools import islice, product
from typing import TYPE_CHECKING, Final

from innolab_desktop import atomic_file
from innolab_desktop.domain.errors import RecordError
from innolab_desktop.domain.file_names import clean_file_name, may_run
from innolab_desktop.journal.commit import Draft
from innolab_desktop.journal.operations import MAX_PIECE_BYTES, Content
from innolab_desktop.services.changes import Changes

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from innolab_desktop.domain.records import Record, RecordId
    from innolab_desktop.services.records import Records
    from innolab_desktop.services.store_ports import Vault
    from innolab_desktop.services.writing import CommitWriter

ATTACHMENT: Final = "attachment"
LARGEST_BYTES: Final = 20 * 1024 * 1024
_MOST_TRIES: Final = 64
_FROM_ELSEWHERE: Final = b"[ZoneTransfer]\r\nZoneId=3\r\n"


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file of a record, without its content.

    Attributes:
        is_complete: whether all its bytes are here; they may still be on their way.
        may_run: whether opening it may run something.
    """

    id: RecordId
    name: str
    size_bytes: int
    is_complete: bool
    may_run: bool


class Attachments:
    """Adds, lists and hands out the files of records."""

    def __init__(self, vault: Vault, records: Records, writer: CommitWriter) -> None:
        self._vault = vault
        self._records = records
        self._writer = writer

    def of(self, record: RecordId) -> tuple[Attachment, ...]:
        """Return the files of a record, in the order in which they were added."""
        with self._vault.transaction():
            return tuple(
                self._described(item) for item in self._records.children(record, ATTACHMENT)
            )

    def add(self, record: RecordId, path: Path) -> Changes:
        """Take a copy of the file at *path* into the vault.

        Raises:
            RecordError: not a regular file, empty, too large, or it cannot be read.
        """
        data = _read(path)
        values = {
            "name": clean_file_name(path.name),
            "size_bytes": len(data),
            "sha256": sha256(data).hexdigest(),
        }
        with self._vault.transaction():
            saved = self._records.new(ATTACHMENT, values, parent=record)
            space = self._vault.records.get(saved.record).space
            changes = saved.changes
            for number, piece in enumerate(_pieces(data)):
                changes = self._writer.write(space, (Draft(Content(saved.record, number, piece)),))
            return Changes(saved.changes.records | {record}, changes.commit)

    def content(self, attachment: RecordId) -> bytes:
        """Return the bytes of a file.

        Raises:
            RecordError: no such record, some of it did not arrive yet, or it does not fit its hash.
        """
        with self._vault.transaction():
            record = self._vault.records.get(attachment)
            pieces = self._vault.review.contents(attachment)
        wanted, size_bytes = record.values.get("sha256"), _size(record)
        if len(pieces) != _count(size_bytes) or sorted(pieces) != list(range(len(pieces))):
            raise RecordError("attachment_incomplete", name=_name(record))
        choices = [pieces[number] for number in range(len(pieces))]
        for chosen in islice(product(*choices), _MOST_TRIES):
            data = b"".join(chosen)
            if len(data) == size_bytes and sha256(data).hexdigest() == wanted:
                return data
        raise RecordError("attachment_damaged", name=_name(record))

    def save(self, attachment: RecordId, target: Path) -> int:
        """Write the bytes of a file to *target*, in clear, and return how many they are.

        Windows is told that the file came from elsewhere, as it is of downloads.

        Raises:
            RecordError: it is not complete, does not fit its hash, or cannot be written.
        """
        data = self.content(attachment)
        try:
            atomic_file.write(target, data)
            if os.name == "nt":
                target.with_name(f"{target.name}:Zone.Identifier").write_bytes(_FROM_ELSEWHERE)
        except OSError as failure:
            raise RecordError("attachment_not_written", name=target.name) from failure
        return len(data)

    def _described(self, record: Record) -> Attachment:
        name, size_bytes = _name(record), _size(record)
        pieces = self._vault.review.contents(record.id)
        return Attachment(
            record.id, name, size_bytes, len(pieces) == _count(size_bytes), may_run(name)
        )


def _read(path: Path) -> bytes:
    """Return the bytes of a regular file within the limit; links are not followed."""
    name = clean_file_name(path.name)
    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
    try:
        number = os.open(path, flags | getattr(os, "O_BINARY", 0))
        try:
            if not stat.S_ISREG(os.fstat(number).st_mode):
                raise RecordError("attachment_no_file", name=name)
            data = _read_up_to(number, LARGEST_BYTES + 1)
        finally:
            os.close(number)
    except OSError as failure:
        raise RecordError("attachment_unreadable", name=name) from failure
    if len(data) > LARGEST_BYTES:
        raise RecordError("attachment_too_large", name=name, limit_mb=LARGEST_BYTES >> 20)
    if not data:
        raise RecordError("attachment_empty", name=name)
    return data


def _read_up_to(number: int, most_bytes: int) -> bytes:
    with os.fdopen(number, "rb", closefd=False) as file:
        return file.read(most_bytes)


def _pieces(data: bytes) -> Iterator[bytes]:
    return (data[start : start + MAX_PIECE_BYTES] for start in range(0, len(data), MAX_PIECE_BYTES))


def _count(size_bytes: int) -> int:
    return -(-size_bytes // MAX_PIECE_BYTES)


def _name(record: Record) -> str:
    return clean_file_name(str(record.values.get("name") or ""))


def _size(record: Record) -> int:
    size_bytes = record.values.get("size_bytes")
    return size_bytes if isinstance(size_bytes, int) else 0
