"""Excel files: one sheet per table, numbers and dates as such, every text a text."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from io import BytesIO
from typing import TYPE_CHECKING, Any, Final
from zipfile import ZIP_DEFLATED, ZipFile

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.drawing.spreadsheet_drawing import SpreadsheetDrawing
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet._writer import WorksheetWriter
from openpyxl.writer.excel import ExcelWriter

from innolab_desktop.tabular.cell_text import clean_cell

if TYPE_CHECKING:
    from collections.abc import Sequence

    from innolab_desktop.services.tables import Cell, Table

_FORBIDDEN_IN_NAMES: Final = re.compile(r"[\[\]:*?/\\']")
_LONGEST_NAME: Final = 31
_NARROWEST, _WIDEST = 10, 60
_DATE_FORMAT: Final = "DD.MM.YYYY"


def workbook_bytes(tables: Sequence[Table]) -> bytes:
    """Return *tables* as a file; the first row of each sheet stays in sight and filters."""
    book: Any = Workbook()
    book.remove(book.active)
    book.properties.creator = "InnoLab Desktop"
    names: set[str] = set()
    for table in tables:
        name = _free_name(table.title, names)
        names.add(name.casefold())
        _fill(book.create_sheet(name), table)
    buffer = BytesIO()
    _WriterInMemory(book, ZipFile(buffer, "w", ZIP_DEFLATED)).save()
    return buffer.getvalue()


class _WriterInMemory(ExcelWriter):
    """Writes sheets without the temporary files in which openpyxl would leave them in clear."""

    def write_worksheet(self, ws: Any) -> None:  # noqa: ANN401 - openpyxl has no types
        """Write one sheet into the archive."""
        whole: Any = self
        ws._drawing = SpreadsheetDrawing()  # noqa: SLF001 - as the method that this one replaces
        content = BytesIO()
        writer: Any = WorksheetWriter(ws, content)
        writer.write()
        ws._rels = writer._rels  # noqa: SLF001 - the same
        whole._archive.writestr(ws.path[1:], content.getvalue())  # noqa: SLF001 - the same
        whole.manifest.append(ws)


def _fill(sheet: Any, table: Table) -> None:  # noqa: ANN401 - openpyxl has no types
    last = get_column_letter(len(table.columns))
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = f"A1:{last}{len(table.rows) + 1}"
    for number, column in enumerate(zip(table.columns, *table.rows, strict=True), 1):
        widest = max(len(_longest_line(cell)) for cell in column)
        width = min(max(widest + 2, _NARROWEST), _WIDEST)
        sheet.column_dimensions[get_column_letter(number)].width = width
    sheet.append([_heading(sheet, column) for column in table.columns])
    for row in table.rows:
        sheet.append([_cell(sheet, value) for value in row])


def _heading(sheet: Any, text: str) -> Any:  # noqa: ANN401 - the same
    cell = _cell(sheet, text)
    cell.font = Font(bold=True)
    return cell


def _cell(sheet: Any, value: Cell) -> Any:  # noqa: ANN401 - the same
    if isinstance(value, str):
        cell: Any = WriteOnlyCell(sheet, value=clean_cell(value))
        cell.data_type = "s"  # openpyxl takes what begins with = for a formula
        cell.quotePrefix = True
        cell.alignment = Alignment(vertical="top", wrap_text=True)
        return cell
    number: Any = value  # its stub does not know what openpyxl writes
    cell = WriteOnlyCell(sheet, value=number)
    cell.alignment = Alignment(vertical="top")
    if isinstance(value, date):
        cell.number_format = _DATE_FORMAT
    elif isinstance(value, Decimal):
        cell.number_format = "#,##0.###" if value % 1 else "#,##0"
    return cell


def _longest_line(cell: Cell) -> str:
    if isinstance(cell, date):
        return _DATE_FORMAT
    return max(str("" if cell is None else cell)[: _WIDEST * 4].split("\n"), key=len)


def _free_name(title: str, taken: set[str]) -> str:
    """Return a name that a sheet may have and none of the others has."""
    plain = _FORBIDDEN_IN_NAMES.sub(" ", clean_cell(title)).strip()[:_LONGEST_NAME] or "Tabelle"
    name, number = plain, 2
    while name.casefold() in taken:
        ending = f" {number}"
        name, number = plain[: _LONGEST_NAME - len(ending)] + ending, number + 1
    return name
