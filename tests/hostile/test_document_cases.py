"""Case 85 of the catalogue: what foreign texts do to text documents."""

from __future__ import annotations

import zipfile
from datetime import date
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import docx

from innolab_desktop.journal.operations import Create, Set

if TYPE_CHECKING:
    from pathlib import Path

    from hostile.conftest import Target
    from hostile.workshop import Workshop

RECORD = b"\x07" * 16
XML = (
    "</w:t></w:r><w:r><w:instrText>DDEAUTO c:\\\\calc</w:instrText><!-- ]]> & < > \" ' &amp; &#x0; "
    '<!ENTITY x SYSTEM "file:///etc/passwd"> {{x}} ${x} '
)
CONTROLS = "A\x01B\x08C\x0bD\x1fE\x7fF\ufffeG\uffffH\u202egnp.exe"


def test_case_085_special_characters_in_a_text_document(
    ben: Target, forgery: Workshop, tmp_path: Path
) -> None:
    operations = [
        Create(RECORD, "mission", 1, None, ""),
        Set(RECORD, "title", XML + CONTROLS),
        Set(RECORD, "budget_source_note", XML),
        Set(RECORD, "code", CONTROLS),
    ]
    assert ben.read(forgery.bundle(*forgery.log(operations))) == [("applied", "")]
    target = tmp_path / "t.docx"
    for name in ("mission_profile", "record_sheet"):
        ben.session.reports.write_text(name, RECORD, target, as_of=date(2026, 5, 4))
        document = docx.Document(str(target))
        cells = [c.text for table in document.tables for row in table.rows for c in row.cells]
        text = "\n".join([*(p.text for p in document.paragraphs), *cells])
        assert "".join(XML.split()) in "".join(text.split()), "shown literally and completely"
        assert "ABC" in text
        assert "EFGH[U+202E]gnp.exe" in text
        with zipfile.ZipFile(target) as archive:
            for part in archive.namelist():
                if part.endswith((".xml", ".rels")):
                    content = archive.read(part)
                    ET.fromstring(content)  # noqa: S314 - our own file
                    assert b"<w:instrText" not in content
                    assert b'TargetMode="External"' not in content
