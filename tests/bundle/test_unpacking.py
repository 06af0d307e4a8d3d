"""What a file is, is seen from its bytes; a mail also by its name."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from innolab_desktop.bundle import armour, mail_draft
from innolab_desktop.bundle.container import MAGIC
from innolab_desktop.bundle.unpacking import MAX_FILE_BYTES, unpack
from innolab_desktop.domain.errors import BundleError
from innolab_desktop.services.exchange_models import (
    Carrier,
    Envelope,
    Parcel,
    ParcelKind,
    PastedText,
)

if TYPE_CHECKING:
    from pathlib import Path

BUNDLE = MAGIC + b"content"
PARCEL = Parcel(ParcelKind.BUNDLE, BUNDLE)
TEXT = armour.write(ParcelKind.BUNDLE, BUNDLE)
MAIL = mail_draft.write(Envelope(Carrier.MAIL, "paket"), BUNDLE, "paket.ilpaket")


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("paket.ilpaket", BUNDLE),
        ("paket.txt", BUNDLE),
        ("paket.ilpaket", TEXT.encode()),
        ("mail.TXT", TEXT.encode("utf-16")),
        ("mail.EML", b"Subject: a\r\n\r\n" + TEXT.encode()),
        ("ohne", TEXT.encode()),
        ("17", MAIL),
        ("Eingang.mbox", b"From a@b.de Mon Nov 23 10:22:23 2026\n" + MAIL),
    ],
)
def test_files(name: str, content: bytes, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    assert unpack(path) == (PARCEL,)


def test_text() -> None:
    assert unpack(PastedText("Hallo " + TEXT)) == (PARCEL,)
    assert unpack(PastedText("Hallo")) == ()


def test_a_transfer_as_text_stays_visible(tmp_path: Path) -> None:
    path = tmp_path / "paket.ilpaket"
    path.write_bytes(BUNDLE.replace(b"\r\n", b"\n"))
    (parcel,) = unpack(path)
    assert parcel.content != BUNDLE


def test_outlook_messages_are_named(tmp_path: Path) -> None:
    path = tmp_path / "mail.msg"
    path.write_bytes(bytes.fromhex("d0cf11e0a1b11ae1") + bytes(4096))
    with pytest.raises(BundleError, match="mail_of_outlook"):
        unpack(path)


def test_a_bundle_may_not_be_larger_than_a_bundle(tmp_path: Path) -> None:
    path = tmp_path / "paket.ilpaket"
    path.write_bytes(MAGIC + bytes(MAX_FILE_BYTES))
    with pytest.raises(BundleError, match="bundle_too_large"):
        unpack(path)


@pytest.mark.parametrize("name", ["x" * 300, "a\0b", "missing/../missing", "\ud800"])
def test_impossible_names(name: str, tmp_path: Path) -> None:
    with pytest.raises(BundleError, match="file_unreadable"):
        unpack(tmp_path / name)
