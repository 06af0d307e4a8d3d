"""Reads tables that people filled elsewhere; whatever stands in a cell stays a text."""

from __future__ import annotations

import stat
from typing import TYPE_CHECKING, Final

from innolab_desktop.domain.errors import FormError, UsageError
from innolab_desktop.services.table_import import RawRow, RawTable
from innolab_desktop.tabular.separated_source import separated_rows

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

MAX_FILE_BYTES: Final = 20_000_000
MAX_ROWS: Final = 5_000
MAX_COLUMNS: Final = 200


def _workbook_rows(content: bytes) -> Iterator[Sequence[str]]:
    from innolab_desktop.tabular.workbook_source import (  # noqa: PLC0415 - openpyxl is slow
        workbook_rows,
    )

    return workbook_rows(content, MAX_ROWS, MAX_COLUMNS)


_FORMATS: Final[dict[str, Callable[[bytes], Iterator[Sequence[str]]]]] = {
    ".xlsx": _workbook_rows,
    ".csv": separated_rows,
}


class TableFileReader:
    """Fills the port ``TableSource``."""

    def read(self, source: Path) -> RawTable:
        """Return what stands in the file.

        Raises:
            UsageError: its name ends like none of the formats.
            FormError: it cannot be read, is no table, or is more than a table may be.
        """
        rows_of = _FORMATS.get(source.suffix.casefold())
        if rows_of is None:
            raise UsageError("table_source_unknown", file=source.name)
        return _table(rows_of(_content(source)))


def _content(source: Path) -> bytes:
    try:
        with source.open("rb") as file:
            status = source.stat()
            if not stat.S_ISREG(status.st_mode) or status.st_size > MAX_FILE_BYTES:
                raise FormError("table_too_large", most_mb=MAX_FILE_BYTES // 1_000_000)
            return file.read(MAX_FILE_BYTES)
    except OSError as failure:
        raise FormError("table_unreadable", file=source.name) from failure


def _table(rows: Iterator[Sequence[str]]) -> RawTable:
    columns: tuple[str, ...] | None = None
    found: list[RawRow] = []
    for number, cells in enumerate(rows, 1):
        if number > MAX_ROWS + 1 or len(cells) > MAX_COLUMNS:
            raise FormError("table_too_long", rows=MAX_ROWS, columns=MAX_COLUMNS)
        texts = tuple(cells)
        if columns is None:
            columns = texts
        elif any(text.strip() for text in texts):
            found.append(RawRow(number, texts))
    if columns is None:
        raise FormError("table_empty")
    return RawTable(columns, tuple(found))
