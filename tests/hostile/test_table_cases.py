"""Cases 81 and 82 of the catalogue: what foreign texts do to tables."""

from __future__ import annotations

import csv
from datetime import date
from typing import TYPE_CHECKING

import openpyxl
import pytest

from innolab_desktop.journal.operations import Create, Set
from innolab_desktop.services.changes import CancelToken, NoProgress
from innolab_desktop.services.read_models import RowQuery

if TYPE_CHECKING:
    from pathlib import Path

    from hostile.conftest import Target
    from hostile.workshop import Workshop

FORMULAS = (
    '=HYPERLINK("http://example.org";"hier")',
    "+1+cmd|' /C calc'!A0",
    "-2+3",
    "@SUM(1;1)",
    "\t=1+1",
    "\r=1+1",
    "|cmd",
    "  =1+1",
    "＝1+1",
)
CONTROLS = "AB\x01C\x08D\x0bE\x1fF\x7fG\x85H\ufffeI\uffffJ\u202egnp.exe"


def tables(ben: Target, forgery: Workshop, titles: tuple[str, ...], folder: Path) -> list[Path]:
    """Let Ben take missions of these titles, and write them as tables."""
    operations: list[Create | Set] = []
    for number, title in enumerate(titles):
        record = bytes([number + 1]) * 16
        operations += [Create(record, "mission", 1, None, ""), Set(record, "title", title)]
    assert ben.read(forgery.bundle(*forgery.log(operations))) == [("applied", "")]
    targets = [folder / "t.csv", folder / "t.xlsx"]
    for target in targets:
        ben.session.tables.write(
            RowQuery(kind="mission"), target, NoProgress(), CancelToken(), as_of=date(2026, 5, 4)
        )
    return targets


def csv_cells(path: Path) -> list[str]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return [cell for row in csv.reader(file, delimiter=";") for cell in row]


def test_case_081_cells_that_begin_like_a_formula(
    ben: Target, forgery: Workshop, tmp_path: Path
) -> None:
    separated, workbook = tables(ben, forgery, FORMULAS, tmp_path)
    cells = csv_cells(separated)
    assert not any(cell.lstrip().startswith(("=", "+", "@", "|", "＝")) for cell in cells)
    assert not any(cell.startswith(("-2", "\t", "\r")) for cell in cells)
    assert {"'" + text.replace("\r", "\n") for text in FORMULAS} <= set(cells), "and complete"
    sheet = openpyxl.load_workbook(workbook).worksheets[0]
    assert all(cell.data_type != "f" for row in sheet for cell in row)
    found = {str(cell.value) for row in sheet for cell in row}
    assert {text.replace("\r", "\n") for text in FORMULAS} <= found, "texts as they are"


@pytest.mark.parametrize("ending", ["t.csv", "t.xlsx"])
def test_case_082_control_characters_in_a_table(
    ben: Target, forgery: Workshop, tmp_path: Path, ending: str
) -> None:
    tables(ben, forgery, (CONTROLS,), tmp_path)
    clean = "ABCD\nEFG\nHIJ[U+202E]gnp.exe"
    if ending == "t.csv":
        assert clean in csv_cells(tmp_path / ending)
    else:
        sheet = openpyxl.load_workbook(tmp_path / ending).worksheets[0]
        assert clean in [cell.value for row in sheet for cell in row]
