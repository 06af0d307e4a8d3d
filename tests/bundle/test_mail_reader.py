"""Saved mails: whatever program wrote them, and whoever wants to harm with them."""

from __future__ import annotations

from contextlib import closing
from email.message import EmailMessage
from email.policy import SMTP
from functools import reduce
from mailbox import mbox
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bundle.mail_mangling import MANGLINGS, as_html
from innolab_desktop.bundle import armour, mail_reader
from innolab_desktop.bundle.container import MAGIC
from innolab_desktop.domain.errors import BundleError
from innolab_desktop.journal.card import FILE_MAGIC
from innolab_desktop.services.exchange_models import Parcel, ParcelKind

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

BUNDLE, CARD = MAGIC + b"\x00\r\n\xff" * 99, FILE_MAGIC + b"\xfe\n" * 99
BUNDLE_PARCEL, CARD_PARCEL = Parcel(ParcelKind.BUNDLE, BUNDLE), Parcel(ParcelKind.CARD, CARD)
BUNDLE_TEXT = armour.write(ParcelKind.BUNDLE, BUNDLE)
CARD_TEXT = armour.write(ParcelKind.CARD, CARD)


def mail(text: str, cte: str = "quoted-printable", charset: str = "utf-8") -> EmailMessage:
    message = EmailMessage(policy=SMTP)
    message["From"] = "Ada Öz <ada@musterstadt.de>"
    message["Subject"] = "Unser Paket für Sie"
    message.set_content(text, cte=cte, charset=charset)
    return message


def attach(message: EmailMessage, content: bytes, name: str = "a.bin") -> None:
    message.add_attachment(content, maintype="application", subtype="octet-stream", filename=name)


def test_attachments_are_known_by_their_bytes() -> None:
    message = mail("Anbei.")
    for content, name in (
        (BUNDLE, "../../../etc/passwd"),
        (CARD, "Rechnung.pdf.exe"),
        (b"%PDF-1.7 anything", "a.ilpaket"),
        (BUNDLE, "noch einmal.ilpaket"),
    ):
        attach(message, content, name)
    assert mail_reader.read(message.as_bytes()) == (BUNDLE_PARCEL, CARD_PARCEL)


@pytest.mark.parametrize("cte", ["quoted-printable", "base64", "8bit"])
@given(chosen=st.lists(st.sampled_from(MANGLINGS), max_size=3))
def test_a_body_with_blocks(cte: str, chosen: list[Callable[[str], str]]) -> None:
    text = reduce(lambda text, mangle: mangle(text), chosen, BUNDLE_TEXT + CARD_TEXT)
    assert mail_reader.read(mail(text, cte).as_bytes()) == (BUNDLE_PARCEL, CARD_PARCEL)


def test_a_text_attachment_in_any_encoding() -> None:
    message = mail("Anbei.")
    attach(message, BUNDLE_TEXT.encode("utf-16"), "paket.txt")
    assert mail_reader.read(message.as_bytes()) == (BUNDLE_PARCEL,)


@pytest.mark.parametrize("line_end", [b"\n", b"\r\n"])
def test_a_folder_of_mails(line_end: bytes, tmp_path: Path) -> None:
    """The quoted line of the first one begins no mail; the HTML of the last is looked at."""
    first, last = mail("Guten Tag\n\nFrom heute an"), EmailMessage(policy=SMTP)
    attach(first, BUNDLE)
    page = CARD_TEXT.replace("\n", "<br>\n")
    last.set_content(f"<p>{page}</p>", subtype="html")
    with closing(mbox(tmp_path / "Eingang")) as folder:
        for message in (first, mail("Nichts dabei"), last):
            folder.add(message)
    lines = (tmp_path / "Eingang").read_bytes().replace(b"\r\n", b"\n")
    data = lines.replace(b"\n", line_end)
    assert mail_reader.is_mail(data)
    assert mail_reader.read(data) == (BUNDLE_PARCEL, CARD_PARCEL)


def test_the_number_of_mails_is_bounded() -> None:
    many = b"From a Mon Nov 23 10:22:23 2026\nSubject: a\n\n\n" * 2001
    with pytest.raises(BundleError, match="mail_folder_too_large") as refused:
        mail_reader.read(many)
    assert refused.value.params == {"limit": 2000}


@pytest.mark.parametrize("text", ["", "Betreff: Paket\n\n", "From here\n\n", "Hallo\n"])
def test_texts_are_no_mails(text: str) -> None:
    assert not mail_reader.is_mail((text + BUNDLE_TEXT).encode())
    assert not mail_reader.is_mail(BUNDLE)


def test_html_is_looked_at_only_where_there_is_nothing_else() -> None:
    lines = as_html("\n".join("> " + line for line in BUNDLE_TEXT.splitlines()))
    page = "<p>" + lines.replace("\n", "<br>\n") + "</p>"
    only = EmailMessage(policy=SMTP)
    only.set_content(f"<html><style>p>a {{}}</style>{page}</html>", subtype="html")
    assert mail_reader.read(only.as_bytes()) == (BUNDLE_PARCEL,)
    both = mail(BUNDLE_TEXT)
    both.add_alternative(page.replace("A", "B"), subtype="html")
    assert mail_reader.read(both.as_bytes()) == (BUNDLE_PARCEL,)


def test_a_mail_inside_a_mail() -> None:
    inner = mail("innen")
    attach(inner, BUNDLE)
    outer = mail("außen")
    outer.add_attachment(inner)
    assert mail_reader.read(outer.as_bytes()) == (BUNDLE_PARCEL,)


def test_a_mail_without_anything() -> None:
    assert mail_reader.read(mail("Guten Tag – keine Pakete").as_bytes()) == ()
    assert mail_reader.read(b"") == ()


@given(st.binary(max_size=2000))
def test_any_bytes_are_read_without_a_crash(data: bytes) -> None:
    assert isinstance(mail_reader.read(data), tuple)


FRAGMENTS = st.sampled_from(
    [
        b"Content-Type: multipart/mixed; boundary=x\r\n", b"Content-Type: message/rfc822\r\n",
        b"Content-Type: text/html; charset=utf-7\r\n", b"Content-Transfer-Encoding: base64\r\n",
        b"Content-Transfer-Encoding: uuencode\r\n", b"Content-Type: text/plain; charset*=a'b'%\r\n",
        b"\r\n", b"--x\r\n", b"--x--\r\n", b"begin 644 a\r\n", b"=?utf-8?B?/?=", b"iUlMUA==\r\n",
        b'Content-Type: multipart/digest; boundary="y"\r\n', b"--y\r\n", b"=\r\n", b"\xff\x00",
    ]
)  # fmt: skip


@given(st.lists(FRAGMENTS, max_size=40).map(b"".join))
def test_broken_mails_are_read_without_a_crash(data: bytes) -> None:
    assert isinstance(mail_reader.read(data), tuple)


def test_nesting_is_bounded() -> None:
    deep = b"".join(
        b'Content-Type: multipart/mixed; boundary="%d"\r\n\r\n--%d\r\n' % (i, i)
        for i in range(5000)
    )
    with pytest.raises(BundleError, match="mail_too_nested"):
        mail_reader.read(deep)


def test_the_number_of_parts_is_bounded() -> None:
    many = b"Content-Type: multipart/mixed; boundary=x\r\n\r\n" + b"--x\r\n\r\na\r\n" * 100_000
    with pytest.raises(BundleError, match="mail_too_nested"):
        mail_reader.read(many)


HOSTILE = {
    "semicolons": b"Content-Type: multipart/mixed" + b";" * 3_000_000 + b"\r\n\r\n",
    "quotes": b'Content-Type: multipart/mixed; a="' + b';"' * 1_500_000 + b"\r\n\r\n",
    "continuations": b"Content-Type: text/html;\r\n" + b" a*0=b;\r\n" * 300_000 + b"\r\n\r\n",
    "encoded words": b"Subject: " + b"=?utf-8?q?=20?= " * 200_000 + b"\r\n\r\n",
    "headers": b"X-A: b\r\n" * 300_000,
    "one line": b"Content-Transfer-Encoding: base64\r\n\r\n" + b"A" * 4_000_000,
    "tags": b"Content-Type: text/html\r\n\r\n" + b"<" * 4_000_000,
    "empty lines": b"From a\n" + b"\n" * 4_000_000,
    "beginnings": b"From a\n" + b"\n\nFrom " * 500_000,
    "boundaries": b"Content-Type: multipart/mixed; boundary=x\r\n\r\n" + b"--x-\r\n" * 500_000,
}


@pytest.mark.timeout(60)  # a second if time grows with length, hours if with its square
@pytest.mark.parametrize("name", HOSTILE)
def test_no_mail_takes_forever(name: str) -> None:
    assert mail_reader.read(HOSTILE[name]) == ()
