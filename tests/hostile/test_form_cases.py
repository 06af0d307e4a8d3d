"""Case 86 of the catalogue: filled forms that want more than to be read."""

from __future__ import annotations

import subprocess
import sys
import zlib
from datetime import date
from io import BytesIO
from typing import TYPE_CHECKING, Any

import pypdf
import pytest
from pypdf.generic import (
    ArrayObject,
    DictionaryObject,
    NameObject,
    NumberObject,
    TextStringObject,
)

from innolab_desktop.domain.errors import FormError
from innolab_desktop.reports.fillable.form_reader import FilledFormReader

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from hostile.conftest import Target

HEAD = b"%PDF-1.7\n"
KIND = b"<</FT/Tx/T(innolab.kind)/V(mission)>> <</FT/Tx/T(innolab.version)/V(2)>> "


def pdf(*objects: bytes, root: bytes = b"1 0 R") -> bytes:
    """Return a file of numbered objects with a table of where they are."""
    body, places = bytearray(HEAD), list[int]()
    for number, content in enumerate(objects, 1):
        places.append(len(body))
        body += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    start = len(body)
    body += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    body += b"".join(b"%010d 00000 n \n" % place for place in places)
    body += b"trailer<</Size %d/Root %s>>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, root, start)
    return bytes(body)


def catalogue(fields: bytes, more: bytes = b"") -> bytes:
    return b"<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[%s]>>%s>>" % (KIND + fields, more)


PAGES = b"<</Type/Pages/Kids[]/Count 0>>"


def nested() -> bytes:
    """A hundred thousand arrays in each other where the fields belong."""
    deep = b"[" * 100_000 + b"]" * 100_000
    return pdf(b"<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields %s>>>>" % deep, PAGES)


def nested_fields() -> bytes:
    deep = b"<</T(a)/Kids[" * 500 + b"]>>" * 500
    return pdf(catalogue(deep), PAGES)


def loop() -> bytes:
    return pdf(catalogue(b"3 0 R"), PAGES, b"<</T(a)/Kids[3 0 R]>>")


def mutual_references() -> bytes:
    return pdf(b"<</Type/Catalog/AcroForm 3 0 R>>", PAGES, b"4 0 R", b"3 0 R")


def bomb() -> bytes:
    """A table of objects that is a gigabyte of zeros when it is unpacked."""
    packer = zlib.compressobj(9)
    block = bytes(1 << 20)
    packed = b"".join(packer.compress(block) for _ in range(1024)) + packer.flush()
    head = b"<</Type/XRef/W[1 4 2]/Size 2/Root 1 0 R/Filter/FlateDecode/Length %d>>" % len(packed)
    stream = b"1 0 obj\n" + head + b"\nstream\n" + packed + b"\nendstream\nendobj\n"
    return HEAD + stream + b"startxref\n%d\n%%%%EOF" % len(HEAD)


def many_fields() -> bytes:
    return pdf(catalogue(b"".join(b"<</T(a%d)/V(x)>>" % n for n in range(20_000))), PAGES)


def encrypted() -> bytes:
    writer = pypdf.PdfWriter()
    writer.add_blank_page(10, 10)
    writer.encrypt("geheim", algorithm="RC4-128")
    return written(writer)


def written(writer: Any) -> bytes:
    buffer = BytesIO()
    writer.write(buffer)
    return buffer.getvalue()


def cut() -> bytes:
    return pdf(catalogue(b""), PAGES)[:90]


@pytest.mark.parametrize(
    ("make", "codes"),
    [
        (encrypted, {"form_encrypted"}),
        (nested, {"form_damaged", "form_not_ours"}),
        (nested_fields, {"form_damaged", "form_not_ours"}),
        (loop, {"form_damaged"}),
        (mutual_references, {"form_damaged", "form_not_ours"}),
        (bomb, {"form_damaged", "form_too_large", "form_takes_too_long"}),
        (many_fields, {"form_damaged"}),
        (cut, {"form_damaged", "form_not_ours"}),
        (lambda: b"", {"form_damaged"}),
        (lambda: b"MZ" + bytes(5000), {"form_damaged"}),
        (lambda: HEAD + bytes(21 << 20), {"form_too_large"}),
    ],
)
def test_case_086_files_that_harm_their_reader(
    target: Target, make: Callable[[], bytes], codes: set[str]
) -> None:
    path, before = target.put(make(), ".pdf"), target.files()
    with pytest.raises(FormError) as refused:
        target.session.paper_forms.look(path, None)
    assert refused.value.code in codes
    assert target.files() == before, "not one byte of the vault is another"


def test_case_086_a_reader_that_hangs_is_stopped(target: Target) -> None:
    path = target.put(pdf(catalogue(b""), PAGES), ".pdf")
    with pytest.raises(FormError, match="form_takes_too_long"):
        FilledFormReader(longest_s=0.001).read(path)


@pytest.mark.skipif(sys.platform != "linux", reason="Linux tells the limits of a process")
def test_case_086_the_reader_has_little_memory_little_time_and_knows_nothing() -> None:
    program = (
        "import os, resource, sys\n"
        "from pathlib import Path\n"
        "from innolab_desktop.reports.fillable import extraction\n"
        "extraction.answer_for = lambda _data: (\n"
        "    Path('/proc/self/limits').read_bytes() + repr(dict(os.environ)).encode()\n"
        ")\n"
        "sys.exit(extraction.main())\n"
    )
    command = [sys.executable, "-c", program]
    said = subprocess.run(command, input=b"", check=True, capture_output=True)  # noqa: S603 - ours
    limits, _, environment = said.stdout.decode().rpartition("\n")
    found = {line[:26].strip(): line[26:46].strip() for line in limits.splitlines()}
    assert found["Max address space"] == str(1 << 30)
    assert found["Max cpu time"] == "20"
    assert found["Max core file size"] == "0"
    assert environment == "{}"


def test_case_086_what_is_no_plain_file_is_refused(target: Target, tmp_path: Path) -> None:
    with pytest.raises(FormError, match="form_file_unreadable"):
        target.session.paper_forms.look(tmp_path, None)


def script(code: str) -> DictionaryObject:
    return DictionaryObject(
        {
            NameObject("/S"): NameObject("/JavaScript"),
            NameObject("/JS"): TextStringObject(code),
        }
    )


def test_case_086_scripts_actions_and_attachments_are_ignored(
    target: Target, tmp_path: Path
) -> None:
    form, mark = tmp_path / "form.pdf", tmp_path / "mark"
    session = target.session
    session.paper_forms.write_empty(
        "mission", form, municipality="Musterstadt", as_of=date(2026, 5, 4)
    )
    writer: Any = pypdf.PdfWriter(clone_from=str(form))
    writer.root_object[NameObject("/Names")] = DictionaryObject(
        {NameObject("/JavaScript"): script(f"app.launchURL('file://{mark}')")}
    )
    writer.add_attachment("x.exe", b"MZ" + bytes(100))
    launch = DictionaryObject(
        {NameObject("/S"): NameObject("/Launch"), NameObject("/F"): TextStringObject(str(mark))}
    )
    root = writer.root_object
    root[NameObject("/OpenAction")] = launch
    fields = root["/AcroForm"]["/Fields"]
    title = next(f.get_object() for f in fields if f.get_object()["/T"] == "field.title")
    title[NameObject("/V")] = TextStringObject("Neu\x00\x01\u202egnp.exe <img src=file:///x>")
    title[NameObject("/AA")] = DictionaryObject({NameObject("/K"): script("app.alert(1)")})
    stream = DictionaryObject({NameObject("/T"): TextStringObject("field.vision")})
    stream[NameObject("/V")] = ArrayObject([NumberObject(1)])
    fields.append(stream)
    path, before = target.put(written(writer), ".pdf"), set(tmp_path.rglob("*"))
    preview = session.paper_forms.look(path, None)
    assert [answer.field.id for answer in preview.answers] == ["title"]
    assert preview.answers[0].after == "Neu\u202egnp.exe <img src=file:///x>"
    assert set(tmp_path.rglob("*")) - before == set()
    assert not mark.exists()
