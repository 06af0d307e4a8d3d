"""The scan finds what was put there, in every form."""

from __future__ import annotations

import base64
import gzip
import zipfile
import zlib
from typing import TYPE_CHECKING

import pytest
import zstandard

from canary.scan import hits

if TYPE_CHECKING:
    from pathlib import Path

WORD = "Kanarienvogel-Grüße"
FORMS = {
    "UTF-8": WORD.encode(),
    "UTF-16-LE": WORD.encode("utf-16-le"),
    "UTF-16-BE": WORD.encode("utf-16-be"),
    "JSON": b'{"text": "Kanarienvogel-Gr\\xfc\\xdfe"}',
    "hex": WORD.encode().hex().encode(),
    **{
        f"base64 after {n}": base64.b64encode(b"x" * n + WORD.encode() + b"dahinter")
        for n in range(6)
    },
    "base64 for URLs": base64.urlsafe_b64encode(b"\xff\xfe" + WORD.encode() + b"\xff"),
    "zlib": b"davor" + zlib.compress(b"Text " + WORD.encode()),
    "gzip": gzip.compress(WORD.encode("utf-16-le")),
    "zstd": b"davor" + zstandard.compress(b"Text " + WORD.encode()),
}


@pytest.mark.parametrize("name", FORMS)
def test_a_planted_word_is_found(name: str, tmp_path: Path) -> None:
    (tmp_path / "tief" / "drin").mkdir(parents=True)
    (tmp_path / "tief" / "drin" / "datei").write_bytes(bytes(100) + FORMS[name] + bytes(100))
    assert hits([WORD], tmp_path) != []
    assert hits(["Zeisig-Grüße"], tmp_path) == []


def test_names_and_archives_are_looked_at(tmp_path: Path) -> None:
    (tmp_path / f"{WORD}.txt").write_bytes(b"")
    assert len(hits([WORD], tmp_path)) == 1


@pytest.mark.parametrize("packing", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
def test_archives_hold_nothing_back(tmp_path: Path, packing: int) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w", packing) as archive:
        archive.writestr("inhalt.txt", WORD)
    assert hits([WORD], tmp_path) != []
