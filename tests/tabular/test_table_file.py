"""Tables as files, read back by what other programs read them with."""

from __future__ import annotations

import csv
from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING

import openpyxl
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from innolab_desktop.domain.errors import ReportError, UsageError
from innolab_desktop.services.tables import Cell, Table
from innolab_desktop.tabular.cell_text import LONGEST_CELL, clean_cell, unarmed_cell
from innolab_desktop.tabular.table_file import TableFileWriter

if TYPE_CHECKING:
    from pathlib import Path

MISSIONS = Table(
    "Missionen",
    ("Titel", "Stunden", "Betrag (€)", "Bis", "Öffentlich"),
    (
        ("Wege für alle; „jetzt“\nzweite Zeile", 12, Decimal("1234.5"), date(2026, 12, 3), "ja"),
        ("", None, Decimal(-7), None, "nein"),
    ),
)
GOALS = Table("SMART-Ziele: [2026]/27", ("Gehört zu", "Ziel"), (("Wege", "Ziel 1"),))


def rows(path: Path, sheet: str = "") -> list[tuple[object, ...]]:
    book = openpyxl.load_workbook(path)
    return list((book[sheet] if sheet else book.worksheets[0]).values)


def test_a_workbook_has_numbers_and_dates_as_such(tmp_path: Path) -> None:
    path = tmp_path / "t.xlsx"
    TableFileWriter().write([MISSIONS, GOALS], path)
    book = openpyxl.load_workbook(path)
    assert book.sheetnames == ["Missionen", "SMART-Ziele   2026  27"]
    assert rows(path)[:2] == [
        MISSIONS.columns,
        (MISSIONS.rows[0][0], 12, 1234.5, datetime(2026, 12, 3), "ja"),  # noqa: DTZ001 - a day in Excel has no time zone
    ]
    sheet = book.worksheets[0]
    assert sheet["D2"].number_format == "DD.MM.YYYY"
    assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("A2", "A1:E3")


def test_a_csv_file_opens_in_german_offices(tmp_path: Path) -> None:
    path = tmp_path / "t.CSV"
    TableFileWriter().write([MISSIONS, GOALS], path)
    assert path.read_bytes().startswith(b"\xef\xbb\xbfTitel;Stunden;")
    with path.open(encoding="utf-8-sig", newline="") as file:
        found = list(csv.reader(file, delimiter=";"))
    assert found == [
        list(MISSIONS.columns),
        ["Wege für alle; „jetzt“\nzweite Zeile", "12", "1234,5", "03.12.2026", "ja"],
        ["", "", "-7", "", "nein"],
    ]


def test_an_empty_table_has_its_columns(tmp_path: Path) -> None:
    for name in ("t.xlsx", "t.csv"):
        TableFileWriter().write([Table("Leer", ("A", "B"), ())], tmp_path / name)
    assert rows(tmp_path / "t.xlsx") == [("A", "B")]
    assert (tmp_path / "t.csv").read_text("utf-8-sig") == "A;B\n"


def test_sheets_of_one_name_are_told_apart(tmp_path: Path) -> None:
    name = "Ein sehr langer Name einer Tabelle, den Excel nicht mag"
    tables = [Table(title, ("A",), ()) for title in (name, name.upper(), "'", name)]
    TableFileWriter().write(tables, tmp_path / "t.xlsx")
    names = openpyxl.load_workbook(tmp_path / "t.xlsx").sheetnames
    assert len({sheet.casefold() for sheet in names}) == 4
    assert max(len(sheet) for sheet in names) <= 31


def test_other_formats_are_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="table_format_unknown"):
        TableFileWriter().write([MISSIONS], tmp_path / "t.xlsm")
    with pytest.raises(ReportError, match="report_unwritable"):
        TableFileWriter().write([MISSIONS], tmp_path / "fehlt" / "t.csv")
    assert list(tmp_path.iterdir()) == []


def test_what_a_cell_cannot_hold_is_said() -> None:
    cut = clean_cell("x" * 40_000)
    assert len(cut) == LONGEST_CELL
    assert cut.endswith("(gekürzt)")
    assert clean_cell("x" * LONGEST_CELL) == "x" * LONGEST_CELL


@given(st.text())
@example(" \r")
def test_no_text_is_ever_a_formula(text: str) -> None:
    written = unarmed_cell(text)
    assert not written.lstrip(" ").startswith(("=", "+", "-", "@", "|", "\t", "\r", "\n"))
    assert clean_cell(clean_cell(text)) == clean_cell(text)


@given(st.lists(st.text(max_size=30), min_size=1, max_size=5))
def test_any_text_comes_back_from_a_workbook(
    tmp_path_factory: pytest.TempPathFactory, texts: list[str]
) -> None:
    path = tmp_path_factory.mktemp("book") / "t.xlsx"
    row: tuple[Cell, ...] = tuple(texts)
    TableFileWriter().write([Table("T", tuple("abcde"[: len(row)]), (row,))], path)
    found = openpyxl.load_workbook(path).worksheets[0]
    read = [cell.value or "" for cell in found[2]] if found.max_row > 1 else [""] * len(row)
    assert read == [clean_cell(text) for text in texts]
    assert all(cell.data_type in ("s", "n", "inlineStr") for cells in found for cell in cells)
