"""Text armour: files as 7-bit text that survives mail programs.

Source: ``docs/formats/armour.md``.
"""

from __future__ import annotations

import binascii
import re
from base64 import b64decode, b64encode
from typing import TYPE_CHECKING, Final
from zlib import crc32

from innolab_desktop.bundle import base45
from innolab_desktop.domain.errors import BundleError
from innolab_desktop.services.exchange_models import Parcel, ParcelKind

if TYPE_CHECKING:
    from collections.abc import Iterator

MAX_TEXT_BYTES: Final = 48 * 1024 * 1024
MAX_BLOCKS: Final = 200
MAX_CONTENT_BYTES: Final = 32 * 1024 * 1024
_VERSION: Final = "1"
_LINE: Final = 64
_WORDS: Final = {ParcelKind.BUNDLE: "PAKET", ParcelKind.CARD: "KARTE"}
_KINDS: Final = {word: kind for kind, word in _WORDS.items()}
_SENTENCES: Final = {
    ParcelKind.BUNDLE: """\
Dies ist ein verschluesseltes Paket aus InnoLab Desktop. Lesen koennen es
nur die Menschen, fuer die es geschrieben wurde.

So geht es: diese Datei in InnoLab Desktop unter "Austausch" einlesen. Oder
den ganzen Text kopieren und dort "Aus Zwischenablage einfuegen" waehlen.
""",
    ParcelKind.CARD: """\
Dies ist eine Kontaktkarte aus InnoLab Desktop.

So geht es: diese Datei in InnoLab Desktop unter "Austausch", "Kontakte und
Raeume" aufnehmen. Danach am Telefon das Pruefzeichen vergleichen.
""",
}
_CARD_LINE: Final = "ILKARTE1:"
_MAX_CARD_LINE: Final = 4296
"""What the largest QR code holds in alphanumeric mode."""

_DASHES: Final = re.compile(r"[-\u2010-\u2015\u2212]+")
_INVISIBLE: Final = re.compile(
    r"(?:[\s>|\x00-\x20\x7f-\xa0\xad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]"
    r"|&gt;|&nbsp;|&#62;|&#160;)+"
)
_BEGIN: Final = re.compile(r"BEGININNOLAB(PAKET|KARTE)([0-9]{1,4})")
_CHECK: Final = re.compile(r"[0-9A-Fa-f]{8}")
_CHECK_NAME: Final = "CRC32"
_CHECK_BYTES: Final = 4
_SNIFFED_BYTES: Final = 512


def write(kind: ParcelKind, content: bytes) -> str:
    """Return the file *content* as text that says what it is; lines end with CRLF."""
    word, encoded = _WORDS[kind], b64encode(content).decode("ascii")
    lines = (
        *_SENTENCES[kind].splitlines(),
        "",
        f"-----BEGIN INNOLAB {word} {_VERSION}-----",
        *(encoded[at : at + _LINE] for at in range(0, len(encoded), _LINE)),
        f"{_CHECK_NAME}: {crc32(content):08X}",
        f"-----END INNOLAB {word} {_VERSION}-----",
        "",
    )
    return "\r\n".join(lines)


def write_card_line(content: bytes) -> str:
    """Return a card file as one line for a QR code."""
    check = crc32(content).to_bytes(_CHECK_BYTES, "big")
    return _CARD_LINE + base45.encode(content + check)


def decode_text(data: bytes) -> str:
    """Return the text of a file in one of the encodings that mail programs write."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", errors="replace")
    start = data[:_SNIFFED_BYTES]
    for zeros, encoding in ((start[1::2], "utf-16-le"), (start[::2], "utf-16-be")):
        if zeros.count(0) > len(zeros) // 2:
            return data.decode(encoding, errors="replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def read(text: str) -> tuple[Parcel, ...]:
    """Return what the blocks and card lines of *text* hold, in their order of kinds.

    A block in trouble becomes a parcel with a refusal; with one of a later version goes the text
    itself, so that it can be read again after an update.

    Raises:
        BundleError: more text or more blocks than any mail has.
    """
    if len(text) > MAX_TEXT_BYTES:
        raise BundleError("armour_too_large", limit_bytes=MAX_TEXT_BYTES)
    found = [*_blocks(text), *_card_lines(text)]
    return tuple(dict.fromkeys(found))


def _blocks(text: str) -> Iterator[Parcel]:
    pieces = _DASHES.sub("-", _INVISIBLE.sub("", text)).split("-")
    begins = [(at, match) for at, piece in enumerate(pieces) if (match := _BEGIN.fullmatch(piece))]
    if len(begins) > MAX_BLOCKS:
        raise BundleError("armour_too_many_blocks", limit=MAX_BLOCKS)
    ends = [*(at for at, _ in begins), len(pieces)][1:]
    for (at, match), end in zip(begins, ends, strict=False):
        word, version = match.groups()
        kind = _KINDS[word]
        try:
            yield Parcel(kind, _content(pieces[at + 1 : end], word, version))
        except BundleError as refusal:
            kept = text.encode(errors="replace") if refusal.code == "armour_too_new" else b""
            yield Parcel(kind, kept, refusal.code)


def _content(pieces: list[str], word: str, version: str) -> bytes:
    """Return the file in the *pieces* between one beginning and the next.

    Raises:
        BundleError: too new, incomplete or damaged.
    """
    if version != _VERSION:
        raise BundleError("armour_too_new")
    end_mark = f"ENDINNOLAB{word}{version}"
    if end_mark not in pieces:
        raise BundleError("armour_incomplete")
    if pieces.index(end_mark) > 1:
        raise BundleError("armour_damaged")
    encoded, _, check = pieces[0].rpartition(":")
    if not encoded.endswith(_CHECK_NAME):
        raise BundleError("armour_incomplete")
    content = _decode(encoded.removesuffix(_CHECK_NAME))
    if not _CHECK.fullmatch(check) or int(check, 16) != crc32(content):
        raise BundleError("armour_damaged")
    return content


def _decode(encoded: str) -> bytes:
    if len(encoded) > MAX_CONTENT_BYTES // 3 * 4 + 4:
        raise BundleError("bundle_too_large", limit_bytes=MAX_CONTENT_BYTES)
    try:
        content = b64decode(encoded, validate=True)
    except (binascii.Error, ValueError):
        raise BundleError("armour_damaged") from None
    if b64encode(content).decode("ascii") != encoded:
        raise BundleError("armour_damaged")
    return content


def _card_lines(text: str) -> Iterator[Parcel]:
    at = text.find(_CARD_LINE)
    for _ in range(MAX_BLOCKS):
        if at < 0:
            return
        start = at + len(_CARD_LINE)
        rest = text[start : start + _MAX_CARD_LINE + 1]
        line = rest.replace("\xa0", " ").splitlines()[0] if rest else ""
        try:
            yield Parcel(ParcelKind.CARD, _card_of(line))
        except BundleError as refusal:
            yield Parcel(ParcelKind.CARD, b"", refusal.code)
        at = text.find(_CARD_LINE, start)
    raise BundleError("armour_too_many_blocks", limit=MAX_BLOCKS)


def _card_of(line: str) -> bytes:
    if len(line) > _MAX_CARD_LINE:
        raise BundleError("armour_damaged")
    data = base45.decode(line.rstrip())  # no base45 ends with a blank
    content, check = data[:-_CHECK_BYTES], data[-_CHECK_BYTES:]
    if not content or int.from_bytes(check, "big") != crc32(content):
        raise BundleError("armour_damaged")
    return content
