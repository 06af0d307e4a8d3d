"""CSV as German offices write it: semicolons, and UTF-8 or what Windows calls ANSI."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, Final

from innolab_desktop.domain.errors import FormError
from innolab_desktop.tabular.cell_text import LONGEST_CELL, armed_cell

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_SEPARATORS: Final = ";\t,"
_ZERO: Final = "\0"


def separated_rows(content: bytes) -> Iterator[Sequence[str]]:
    """Yield the rows of a file.

    Raises:
        FormError: it is no text, or a cell is longer than a spreadsheet holds.
    """
    text = _decoded(content)
    heading = text.partition("\n")[0]
    separator = max(_SEPARATORS, key=heading.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    try:
        for row in reader:
            if any(len(cell) > LONGEST_CELL for cell in row):
                raise FormError("table_damaged")
            yield [armed_cell(cell) for cell in row]
    except csv.Error as failure:
        raise FormError("table_damaged") from failure


def _decoded(content: bytes) -> str:
    """Return the text of a file.

    Raises:
        FormError: it holds what no text holds.
    """
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        try:
            text = content.decode("cp1252")
        except UnicodeDecodeError as failure:
            raise FormError("table_damaged") from failure
    if _ZERO in text:
        raise FormError("table_damaged")
    return text
