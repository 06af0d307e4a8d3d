"""Writes tables in the format that the name of the file asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from innolab_desktop import atomic_file
from innolab_desktop.domain.errors import UsageError
from innolab_desktop.services.reporting import unwritable
from innolab_desktop.tabular.separated import separated_bytes

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from innolab_desktop.services.tables import Table


def _workbook_bytes(tables: Sequence[Table]) -> bytes:
    from innolab_desktop.tabular.workbook import workbook_bytes  # noqa: PLC0415 - openpyxl is slow

    return workbook_bytes(tables)


_FORMATS: Final[dict[str, Callable[[Sequence[Table]], bytes]]] = {
    ".xlsx": _workbook_bytes,
    ".csv": lambda tables: separated_bytes(tables[0]),
}


class TableFileWriter:
    """Fills the port ``TableFile``."""

    def write(self, tables: Sequence[Table], target: Path) -> None:
        """Write *tables*; a CSV file holds the first one.

        Raises:
            UsageError: the name of *target* ends like none of the formats.
            ReportError: the file cannot be written.
        """
        encode = _FORMATS.get(target.suffix.casefold())
        if encode is None:
            raise UsageError("table_format_unknown", file=target.name)
        content = encode(tables)
        try:
            atomic_file.write(target, content)
        except OSError as failure:
            raise unwritable(target) from failure
