"""Tables from outside: texts as they stand there, and nothing that opens more than a table."""

from __future__ import annotations

import io
import os
import zipfile
from contextlib import suppress
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

import openpyxl
import pytest
from openpyxl.worksheet.formula import ArrayFormula

from innolab_desktop.domain.errors import FormError, UsageError
from innolab_desktop.tabular.table_source import MAX_COLUMNS, MAX_ROWS, TableFileReader

if TYPE_CHECKING:
    from pathlib import Path

    from innolab_desktop.services.table_import import RawTable

SHEET = "xl/worksheets/sheet1.xml"


def read(path: Path) -> RawTable:
    return TableFileReader().read(path)


def cells(table: RawTable) -> list[tuple[str, ...]]:
    return [table.columns, *(row.cells for row in table.rows)]


def refusal(path: Path) -> str:
    with pytest.raises(FormError) as failure:
        read(path)
    return failure.value.code


def workbook(path: Path, *rows: tuple[Any, ...]) -> Path:
    book = openpyxl.Workbook()
    sheet: Any = book.active
    for row in rows:
        sheet.append(row)
    book.save(path)
    return path


def changed(path: Path, name: str, content: bytes) -> Path:
    """Replace one part of a workbook."""
    target = io.BytesIO()
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.infolist():
            new.writestr(part, content if part.filename == name else old.read(part.filename))
    path.write_bytes(target.getvalue())
    return path


def test_values_of_a_workbook_are_written_as_people_here_write(tmp_path: Path) -> None:
    path = workbook(
        tmp_path / "t.xlsx",
        ("Text", "Zahl", "Tag", "Ja", "Zeit", "Leer"),
        ("ä\nb", 1234.5, date(2027, 2, 1), True, datetime(2027, 2, 1, 9, 30), None),  # noqa: DTZ001 - cells have no zone
        (None, None, None, None, None, None),
        (7, 1e-7, datetime(2027, 2, 1), False, None, None),  # noqa: DTZ001 - the same
    )
    table = read(path)
    assert cells(table)[1:] == [
        ("ä\nb", "1234,5", "01.02.2027", "ja", "01.02.2027 09:30"),
        ("7", "0,0000001", "01.02.2027", "nein"),
    ]
    assert [row.number for row in table.rows] == [2, 4]


def test_formulas_are_texts(tmp_path: Path) -> None:
    path = workbook(
        tmp_path / "t.xlsx",
        ("a", "b"),
        ('=HYPERLINK("http://x")', ArrayFormula("B2", "=SUM(1)")),
    )
    assert cells(read(path))[1] == ('=HYPERLINK("http://x")', "=SUM(1)")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
@pytest.mark.parametrize("separator", [";", ",", "\t"])
def test_separated_texts(tmp_path: Path, encoding: str, separator: str) -> None:
    path = tmp_path / "t.CSV"
    line = separator.join(('"Größe\r\nin m²"', "'=1+1", "'s Tor"))
    path.write_bytes(f"a{separator}b{separator}c\r\n{line}\r\n".encode(encoding))
    assert cells(read(path)) == [("a", "b", "c"), ("Größe\r\nin m²", "=1+1", "'s Tor")]


def test_a_bomb_is_not_unpacked(tmp_path: Path) -> None:
    path = workbook(tmp_path / "t.xlsx", ("a",))
    changed(path, SHEET, b" " * 150_000_000)
    assert path.stat().st_size < 1_000_000
    assert refusal(path) == "table_too_unpacked"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_entities_are_not_followed(tmp_path: Path, encoding: str) -> None:
    secret = tmp_path / "geheim.txt"
    secret.write_text("GEHEIM", encoding="utf-8")
    text = (
        f'<?xml version="1.0" encoding="{encoding}"?>'
        f'<!DOCTYPE w [<!ENTITY e SYSTEM "file://{secret}">]>'
        '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
        '<row r="1"><c r="A1" t="inlineStr"><is><t>&e;</t></is></c></row></sheetData></worksheet>'
    )
    path = changed(workbook(tmp_path / "t.xlsx", ("a",)), SHEET, text.encode(encoding))
    assert refusal(path) == "table_damaged"


def test_what_a_file_says_of_its_size_is_not_believed(tmp_path: Path) -> None:
    text = (
        '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
        '<dimension ref="A1:XFD1048576"/><sheetData>'
        '<row r="1"><c r="A1" t="inlineStr"><is><t>a</t></is></c></row>'
        '<row r="2"><c r="A2" t="inlineStr"><is><t>b</t></is></c></row>'
        "</sheetData></worksheet>"
    )
    path = changed(workbook(tmp_path / "t.xlsx", ("a",)), SHEET, text.encode())
    assert cells(read(path)) == [("a",), ("b",)]


@pytest.mark.parametrize(
    "rows",
    [
        (("a",), *((number,) for number in range(MAX_ROWS + 1))),
        (tuple(range(MAX_COLUMNS + 1)),),
    ],
)
def test_more_than_a_table_holds(tmp_path: Path, rows: tuple[tuple[Any, ...], ...]) -> None:
    assert refusal(workbook(tmp_path / "t.xlsx", *rows)) == "table_too_long"


def test_a_cell_far_out_is_too_far(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet: Any = book.active
    sheet["A1"] = "a"
    sheet["XFD1048576"] = "b"
    book.save(tmp_path / "t.xlsx")
    assert refusal(tmp_path / "t.xlsx") == "table_too_long"


def test_damaged_workbooks(tmp_path: Path) -> None:
    whole = workbook(tmp_path / "ganz.xlsx", ("a",), ("b",)).read_bytes()
    path = tmp_path / "t.xlsx"
    for size in range(0, len(whole), 257):
        path.write_bytes(whole[:size])
        assert refusal(path) == "table_damaged"
    for at in range(0, len(whole), 401):
        path.write_bytes(whole[:at] + bytes([whole[at] ^ 0x55]) + whole[at + 1 :])
        with suppress(FormError):
            assert read(path).columns


def test_no_table_at_all(tmp_path: Path) -> None:
    (tmp_path / "t.ods").write_bytes(b"")
    with pytest.raises(UsageError) as failure:
        read(tmp_path / "t.ods")
    assert failure.value.code == "table_source_unknown"
    assert refusal(tmp_path / "fehlt.csv") == "table_unreadable"
    assert refusal(workbook(tmp_path / "leer.xlsx")) == "table_empty"
    big = tmp_path / "groß.csv"
    with big.open("wb") as file:
        os.truncate(file.fileno(), 20_000_001)
    assert refusal(big) == "table_too_large"
    (tmp_path / "ordner.csv").mkdir()
    assert refusal(tmp_path / "ordner.csv") == "table_unreadable"
