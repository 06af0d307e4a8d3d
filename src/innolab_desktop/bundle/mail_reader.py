"""Finds bundles and cards in saved mails: one (``.eml``), or a whole folder of them (mbox).

Attachments and texts are looked into. Nothing a mail says of itself is believed: names of
attachments are ignored, what a part holds is seen from its bytes. Headers, parts and nesting are
bounded, because the parser's own time grows with their square.

Source: RFC 5322, RFC 2045, RFC 4155.
"""

from __future__ import annotations

import re
from email.parser import BytesParser
from email.policy import Compat32
from typing import TYPE_CHECKING, Final

from innolab_desktop.bundle import armour
from innolab_desktop.bundle.parcels import identify
from innolab_desktop.domain.errors import BundleError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from email.message import Message

    from innolab_desktop.services.exchange_models import Parcel

_MAX_NESTING: Final = 100
_MAX_PARTS: Final = 500
_MAX_HEADER: Final = 4096
_MAX_MAILS: Final = 2000
_SNIFFED_BYTES: Final = 32_768
_FIRST_LINE: Final = re.compile(rb"(?:From |[!-9;-~]+:[ \t\r\n])")
_MIME: Final = re.compile(rb"\nMIME-Version:", re.IGNORECASE)
_BETWEEN_MAILS: Final = re.compile(rb"\n\r?\n(?=From [^\r\n]+\d{4})")
_NESTING: Final = re.compile(rb"multipart/|message/", re.IGNORECASE)


class _ShortHeaders(Compat32):
    """Cuts headers that are longer than any that matters here."""

    def header_source_parse(self, sourcelines: Sequence[str]) -> tuple[str, str]:
        """Return name and value of a header."""
        name, value = super().header_source_parse(list(sourcelines))
        return name, value[:_MAX_HEADER]


def is_mail(content: bytes) -> bool:
    """Tell whether a file begins as mails do; most programs give them no suffix to know by."""
    return bool(_FIRST_LINE.match(content) and _MIME.search(content, 0, _SNIFFED_BYTES))


def read(content: bytes) -> tuple[Parcel, ...]:
    """Return what the mails carry; each thing once, also if text and HTML both show it.

    Raises:
        BundleError: one is nested or divided beyond any real mail, or there are too many.
    """
    mails = _BETWEEN_MAILS.split(content) if content.startswith(b"From ") else [content]
    if len(mails) > _MAX_MAILS:
        raise BundleError("mail_folder_too_large", limit=_MAX_MAILS)
    return tuple(dict.fromkeys(parcel for mail in mails for parcel in _read_one(mail)))


def _read_one(content: bytes) -> list[Parcel]:
    if sum(1 for _ in _NESTING.finditer(content)) > _MAX_NESTING:
        raise BundleError("mail_too_nested")
    found: list[Parcel] = []
    pages: list[bytes] = []
    for number, part in enumerate(BytesParser(policy=_ShortHeaders()).parsebytes(content).walk()):
        if number > _MAX_PARTS:
            raise BundleError("mail_too_nested")
        payload = _payload(part)
        if part.get_content_type() == "text/html":
            pages.append(payload)
        else:
            found += identify(payload)
    if not found:  # the HTML of a mail repeats its text, often less faithfully
        for page in pages:
            found += armour.read(_without_tags(armour.decode_text(page)))
    return found


def _payload(part: Message) -> bytes:
    payload = None if part.is_multipart() else part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""


def _without_tags(page: str) -> str:
    return "".join(piece.partition(">")[2] for piece in ("<>" + page).split("<"))
