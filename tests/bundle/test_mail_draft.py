"""Mail drafts: ready to be sent, neutral, and read back by our own reader and the library's."""

from __future__ import annotations

from email import policy
from email.parser import BytesParser
from typing import TYPE_CHECKING

import pytest

from bundle.sealing import Person
from innolab_desktop.bundle import mail_reader
from innolab_desktop.bundle.bundle_files import BundleFileAdapter
from innolab_desktop.bundle.container import MAGIC
from innolab_desktop.services.exchange_models import Carrier, Envelope, Parcel, ParcelKind

if TYPE_CHECKING:
    from email.message import EmailMessage

BUNDLE = MAGIC + bytes(range(256)) * 20
FILES = BundleFileAdapter(Person().keys, bytes)


def draft(carrier: Carrier, part: int = 1, of: int = 1, *addresses: str) -> bytes:
    return FILES.pack(BUNDLE, Envelope(carrier, "paket-2026-11-22-a1b2c3", part, of, addresses))


def parsed(data: bytes) -> EmailMessage:
    return BytesParser(policy=policy.default).parsebytes(data)


@pytest.mark.parametrize("carrier", [Carrier.MAIL, Carrier.MAIL_WITH_TEXT])
def test_a_draft_opens_for_writing_and_carries_the_bundle(carrier: Carrier) -> None:
    data = draft(carrier)
    mail = parsed(data)
    assert mail["X-Unsent"] == "1"
    assert mail["To"] is None
    assert data.replace(b"\r\n", b"").count(b"\n") == 0
    assert all(len(line) <= 78 for line in data.split(b"\r\n"))
    assert mail_reader.read(data) == (Parcel(ParcelKind.BUNDLE, BUNDLE),)


def test_what_is_attached() -> None:
    (binary,) = parsed(draft(Carrier.MAIL)).iter_attachments()
    assert binary.get_filename() == "paket-2026-11-22-a1b2c3.ilpaket"
    assert binary.get_content() == BUNDLE
    (text,) = parsed(draft(Carrier.MAIL_WITH_TEXT)).iter_attachments()
    assert text.get_filename() == "paket-2026-11-22-a1b2c3.txt"
    assert text.get_content_type() == "text/plain"
    assert "BEGIN INNOLAB PAKET 1" in text.get_content()


def test_parts_and_addresses() -> None:
    mail = parsed(draft(Carrier.MAIL, 2, 3, "a.oez@musterstadt.de", "b@kreis.de"))
    body = mail.get_body()
    assert body is not None
    assert mail["Subject"] == "InnoLab Desktop: Paket (Teil 2 von 3)"
    assert "(Teil 2 von 3)" in body.get_content()
    assert [address.addr_spec for address in mail["To"].addresses] == [
        "a.oez@musterstadt.de",
        "b@kreis.de",
    ]


def test_a_whole_bundle_says_nothing_of_parts() -> None:
    mail = parsed(draft(Carrier.MAIL))
    assert mail["Subject"] == "InnoLab Desktop: Paket"
    body = mail.get_body()
    assert body is not None
    assert "Teil" not in body.get_content()
