"""CSV as German offices open it: semicolons, decimal comma, UTF-8 with its mark."""

from __future__ import annotations

import csv
import io
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from innolab_desktop.formdefs.german_dates import format_date
from innolab_desktop.tabular.cell_text import unarmed_cell

if TYPE_CHECKING:
    from innolab_desktop.services.tables import Cell, Table


def separated_bytes(table: Table) -> bytes:
    """Return *table* as a file."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, delimiter=";", lineterminator="\r\n")
    writer.writerow([unarmed_cell(column) for column in table.columns])
    writer.writerows([_written(cell) for cell in row] for row in table.rows)
    return buffer.getvalue().encode("utf-8-sig")


def _written(cell: Cell) -> str:
    if cell is None:
        return ""
    if isinstance(cell, str):
        return unarmed_cell(cell)
    if isinstance(cell, date):
        return format_date(cell.isoformat())
    if isinstance(cell, Decimal):
        return f"{cell:f}".replace(".", ",")
    return str(cell)
