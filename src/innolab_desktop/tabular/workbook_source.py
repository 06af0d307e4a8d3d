"""Excel files from outside: the first sheet, as texts; nothing in the file is run or followed."""

from __future__ import annotations

import struct
import warnings
import zlib
from datetime import date, datetime
from decimal import Decimal
from io import BytesIO
from typing import TYPE_CHECKING, Any, Final
from zipfile import BadZipFile, ZipFile

from openpyxl import load_workbook

from innolab_desktop.domain.errors import FormError
from innolab_desktop.formdefs.german_dates import format_date
from innolab_desktop.tabular.cell_text import LONGEST_CELL

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_MOST_PARTS: Final = 2_000
_MOST_UNPACKED_BYTES: Final = 100_000_000
_CHUNK_BYTES: Final = 1 << 16
_ANY_FAILURE: Final = (
    ArithmeticError,
    AttributeError,
    BadZipFile,
    EOFError,
    LookupError,
    OSError,
    RuntimeError,
    SyntaxError,
    TypeError,
    ValueError,
    struct.error,
    zlib.error,
)
"""What openpyxl and its readers of XML and ZIP raise for files that are not as they expect."""


def workbook_rows(content: bytes, most_rows: int, most_columns: int) -> Iterator[Sequence[str]]:
    """Return the rows of the first sheet, one more and wider by one than allowed at most.

    Raises:
        FormError: it is no workbook, or unpacks to more than a table may be.
    """
    _check(content)
    try:
        with warnings.catch_warnings(action="ignore"):  # about looks that nobody asks for here
            book: Any = load_workbook(BytesIO(content), read_only=True, keep_links=False)
            sheet: Any = book.worksheets[0]
            sheet.reset_dimensions()  # what a file says of its size need not be so
            rows = sheet.iter_rows(
                max_row=most_rows + 2, max_col=most_columns + 1, values_only=True
            )
            found = [_trimmed([_text(value) for value in row]) for row in rows]
    except _ANY_FAILURE as failure:
        raise FormError("table_damaged") from failure
    return iter(found)


def _check(content: bytes) -> None:
    """Make sure that nothing unpacks to more than it may, and that no part defines entities.

    Raises:
        FormError: it does, or is no workbook.
    """
    unpacked = 0
    try:
        with ZipFile(BytesIO(content)) as archive:
            if len(archive.infolist()) > _MOST_PARTS:
                raise FormError("table_damaged")
            for part in archive.infolist():
                unpacked += _checked_bytes(archive, part.filename, unpacked)
    except _ANY_FAILURE as failure:
        raise FormError("table_damaged") from failure


def _checked_bytes(archive: ZipFile, name: str, before: int) -> int:
    size, tail = 0, b""
    with archive.open(name) as part:
        while chunk := part.read(_CHUNK_BYTES):
            size += len(chunk)
            if before + size > _MOST_UNPACKED_BYTES:
                raise FormError("table_too_unpacked", most_mb=_MOST_UNPACKED_BYTES // 1_000_000)
            searched = (tail + chunk).replace(b"\0", b"")  # UTF-16, too
            if b"<!DOCTYPE" in searched or b"<!ENTITY" in searched:
                raise FormError("table_damaged")
            tail = chunk[-32:]
    return size


def _trimmed(cells: list[str]) -> list[str]:
    while cells and not cells[-1].strip():
        cells.pop()
    return cells


def _text(value: Any) -> str:  # noqa: ANN401 - openpyxl has no types
    """Return a cell as people here write it.

    Raises:
        FormError: it is longer than a spreadsheet holds.
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return "ja" if value else "nein"
    if isinstance(value, datetime):
        value = value.date() if value.time() == datetime.min.time() else value
    if isinstance(value, datetime):
        return f"{format_date(value.date().isoformat())} {value:%H:%M}"
    if isinstance(value, date):
        return format_date(value.isoformat())
    if isinstance(value, (int, float)):
        return _number(value)
    text = str(getattr(value, "text", value))  # a formula over several cells keeps it there
    if len(text) > LONGEST_CELL:
        raise FormError("table_damaged")
    return text


def _number(value: float) -> str:
    return f"{Decimal(repr(value)):f}".replace(".", ",")
