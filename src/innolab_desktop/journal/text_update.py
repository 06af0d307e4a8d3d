"""Reads updates of long texts without the text they belong to.

A late edit of an erased text cannot be merged any more: what it builds on is gone. What its author
typed is in the update itself. And what no author of a plain text writes is refused before the
library that merges sees it.

Source: the encoding of Yjs updates, version 1, and ``docs/formats/commit.md``, section Texts.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from innolab_desktop.domain.errors import FormatError

if TYPE_CHECKING:
    from collections.abc import Iterator

_HAS_ORIGIN: Final = 0x80
_HAS_RIGHT_ORIGIN: Final = 0x40
_HAS_KEY: Final = 0x20
_KIND: Final = 0x1F
_GONE: Final = 0
_DELETED: Final = 1
_STRING: Final = 4
_SKIPPED: Final = 10
_MAX_SHIFT: Final = 63
_ONE_PIECE: Final = b"\x01\x01"
"""One client, one piece."""
_AT_THE_ROOT: Final = b"\x00\x04\x01\x01t"
"""The client's first characters: a string beside nothing, in the text "t"."""
_NO_DELETIONS: Final = b"\x00"


class Span(NamedTuple):
    """Characters that follow each other, of one client."""

    client: int
    clock: int
    length: int


class Piece(NamedTuple):
    """One piece of an update.

    Attributes:
        client: who wrote it.
        clock: the number of its first character among all that the client wrote.
        length: how many characters it takes, in UTF-16 code units as Yjs counts them.
        text: what it inserts, empty if it inserts nothing.
        beside: the characters (client, clock) that it was written between.
        is_skipped: whether it only says that something is left out here.
    """

    client: int
    clock: int
    length: int
    text: str
    beside: tuple[tuple[int, int], ...]
    is_skipped: bool


def inserted_pieces(update: bytes) -> tuple[str, ...]:
    """Return the strings that *update* inserts, the last one written first.

    ``texts.MergeText.edit_to`` writes from the end of a text to its beginning, so that is the
    order in which they are read.

    Raises:
        FormatError: it is no update of a plain text.
    """
    return tuple(reversed([piece.text for piece in pieces(update) if piece.text]))


def pieces(update: bytes) -> Iterator[Piece]:
    """Yield the pieces of *update*.

    Raises:
        FormatError: it is no update of a plain text.
    """
    return _pieces(_Reader(update))


def plain_beginning(update: bytes) -> str | None:
    """Return the text that *update* begins if it does nothing else, as most do that come first.

    Raises:
        FormatError: it is no update of a plain text.
    """
    if not update.startswith(_ONE_PIECE):
        return None
    reader = _Reader(update)
    reader.at = len(_ONE_PIECE)
    reader.number()  # the client
    if not update.startswith(_AT_THE_ROOT, reader.at):
        return None
    reader.at += len(_AT_THE_ROOT)
    text = reader.text()
    return text if update[reader.at :] == _NO_DELETIONS else None


def refuse_malformed(update: bytes) -> None:
    """Refuse what is no update of a plain text from its first byte to its last.

    A run of pieces of no length was seen to make the library divide by nought.

    Raises:
        FormatError: it is no update of a plain text.
    """
    reader = _Reader(update)
    for _ in _pieces(reader):
        pass
    for _ in _deletions(reader):
        pass
    if not reader.is_at_end():
        raise FormatError("text_update_invalid")


def split_deletions(update: bytes) -> tuple[bytes, tuple[Span, ...]]:
    """Return the pieces of *update* as they stand, and what it deletes.

    Raises:
        FormatError: it is no update of a plain text.
    """
    reader = _Reader(update)
    for _ in _pieces(reader):
        pass
    return update[: reader.at], tuple(_deletions(reader))


def refuse_empty_promises(update: bytes) -> None:
    """Refuse an update that announces more authors than it has bytes for.

    The library makes room for all that are announced: half a gigabyte for nine bytes.

    Raises:
        FormatError: it is such an update.
    """
    if _Reader(update).number() > len(update):
        raise FormatError("text_update_invalid")


def _pieces(reader: _Reader) -> Iterator[Piece]:
    known: set[int] = set()
    for _ in range(reader.number()):
        count, client, clock = reader.number(), reader.number(), reader.number()
        if not count or client in known:
            raise FormatError("text_update_invalid")
        known.add(client)
        for _ in range(count):
            piece = _piece(reader, client, clock)
            clock += piece.length
            yield piece


def _deletions(reader: _Reader) -> Iterator[Span]:
    for _ in range(reader.number()):
        client = reader.number()
        for _ in range(reader.number()):
            yield Span(client, reader.number(), reader.number())


def _piece(reader: _Reader, client: int, clock: int) -> Piece:
    info = reader.byte()
    kind = info & _KIND
    beside = () if kind in (_GONE, _SKIPPED) else _place(reader, info)
    text = ""
    if kind == _STRING:
        text = reader.text()
        length = len(text) if text.isascii() else len(text.encode("utf-16-le")) // 2
    elif kind in (_GONE, _SKIPPED, _DELETED):
        length = reader.number()
    else:
        raise FormatError("text_update_invalid")
    if not length:
        raise FormatError("text_update_invalid")
    return Piece(client, clock, length, text, beside, kind == _SKIPPED)


def _place(reader: _Reader, info: int) -> tuple[tuple[int, int], ...]:
    """Read where the piece stands: beside which others, or below which parent."""
    beside = tuple(
        (reader.number(), reader.number())
        for flag in (_HAS_ORIGIN, _HAS_RIGHT_ORIGIN)
        if info & flag
    )
    if not beside:
        if reader.number() != 1:  # below a piece, which makes the library panic if it is a string
            raise FormatError("text_update_invalid")
        reader.text()
        if info & _HAS_KEY:
            reader.text()
    return beside


class _Reader:
    """Reads numbers and texts one after the other."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self.at = 0

    def is_at_end(self) -> bool:
        return self.at == len(self._data)

    def byte(self) -> int:
        if self.at >= len(self._data):
            raise FormatError("text_update_invalid")
        self.at += 1
        return self._data[self.at - 1]

    def number(self) -> int:
        value = shift = 0
        while True:
            byte = self.byte()
            value |= (byte & 0x7F) << shift
            shift += 7
            if byte < 0x80:  # noqa: PLR2004 - the last byte of a number
                return value
            if shift > _MAX_SHIFT:
                raise FormatError("text_update_invalid")

    def text(self) -> str:
        end = self.number() + self.at
        if end > len(self._data):
            raise FormatError("text_update_invalid")
        piece, self.at = self._data[self.at : end], end
        try:
            return piece.decode("utf-8")
        except UnicodeDecodeError as failure:
            raise FormatError("text_update_invalid") from failure
