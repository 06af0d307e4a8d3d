"""Cases 83, 84 and 87 of the catalogue: reports, and mails that are read in."""

from __future__ import annotations

from datetime import date
from email.message import EmailMessage
from typing import TYPE_CHECKING

import pypdf
import pytest

from innolab_desktop.journal.operations import Create, Set

if TYPE_CHECKING:
    from pathlib import Path

    from hostile.conftest import Target
    from hostile.workshop import Workshop
    from vaults import Pair

RECORD = b"\x07" * 16
CREATE = Create(RECORD, "mission", 1, None, "")
MARKUP = (
    "<font color=\"[[[getattr(pow,Word('__globals__'))]]]\">x</font> "
    "<img src='file:///etc/passwd'/> <a href='javascript:alert(1)'>hier</a> <para> a<b & c>d "
    "<onDraw name='x' label='y'/> &lt; &#x202e; ]]>"
)


def printed(ben: Target, folder: Path) -> pypdf.PdfReader:
    target = folder / "bericht.pdf"
    day = date(2026, 5, 4)
    ben.session.reports.print_record("mission_profile", RECORD, target, as_of=day)
    return pypdf.PdfReader(target)


def squeezed(text: str) -> str:
    return "".join(text.split())


def test_case_083_markup_in_a_report(ben: Target, forgery: Workshop, tmp_path: Path) -> None:
    written = [Set(RECORD, field, MARKUP) for field in ("title", "code", "budget_source_note")]
    assert ben.read(forgery.bundle(*forgery.log([CREATE, *written]))) == [("applied", "")]
    reader = printed(ben, tmp_path)
    text = squeezed("".join(page.extract_text() for page in reader.pages))
    assert text.count(squeezed(MARKUP)) >= 2, "shown literally and completely"
    assert all(list(page.images) == [] for page in reader.pages)
    assert all("/Annots" not in page for page in reader.pages)


def test_case_084_a_word_of_200_000_characters(
    ben: Target, forgery: Workshop, tmp_path: Path
) -> None:
    """How long that takes is bounded by the timeout of every test; it was 64 s unbroken."""
    long = Set(RECORD, "title", "W" * 200_000)
    assert ben.read(forgery.bundle(*forgery.log([CREATE, long]))) == [("applied", "")]
    reader = printed(ben, tmp_path)
    assert sum(page.extract_text().count("W") for page in reader.pages) >= 200_000


def mail(*attachments: tuple[str, bytes], text: str = "Anbei.") -> bytes:
    message = EmailMessage()
    message["Subject"] = "Paket"
    message.set_content(text)
    for name, content in attachments:
        message.add_attachment(
            content, maintype="application", subtype="octet-stream", filename=name
        )
    return message.as_bytes()


def test_case_087_only_what_is_ours_is_taken_from_a_mail(ben: Target, pair: Pair) -> None:
    bundle = pair.bundle.read_bytes()
    harmful = (
        ("rechnung.pdf.exe", b"MZ" + bytes(500)),
        ("../../autostart.lnk", b"L\0\0\0" + bytes(500)),
        ("paket.ilpaket", b"MZ" + bytes(500)),
    )
    before = {path for path in ben.folder.parent.rglob("*") if "inbox" not in path.parts}
    path = ben.put(mail(*harmful, ("bild.png", bundle)), ".eml")
    assert ben.read(path) == [("unchanged", "")], "what it is, is seen from its bytes"
    after = {path for path in ben.folder.parent.rglob("*") if "inbox" not in path.parts}
    assert after == before, "nothing is unpacked anywhere"


@pytest.mark.parametrize("suffix", [".eml", ".msg"])
def test_case_087_mails_without_anything_of_ours(target: Target, suffix: str) -> None:
    if suffix == ".msg":
        outlook = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(4096)
        target.refuses(target.put(outlook, suffix), "mail_of_outlook")
    else:
        empty = target.put(mail(("a.exe", b"MZ" + bytes(100))), suffix)
        target.refuses(empty, "bundle_not_a_bundle")


def test_case_087_mail_of_fifty_megabytes(target: Target) -> None:
    path = target.put(b"Subject: a\r\n\r\n" + b"x" * (50 << 20), ".eml")
    target.refuses(path, "bundle_too_large")
