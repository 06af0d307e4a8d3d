"""Tables with header cells, also across pages."""

from __future__ import annotations

from contextlib import ExitStack, nullcontext
from typing import TYPE_CHECKING

from reportlab.pdfbase.pdfdoc import PDFName
from reportlab.platypus import Flowable, Table

from innolab_desktop.reports.tagging.flowables import tagged_canvas

if TYPE_CHECKING:
    from collections.abc import Sequence
    from contextlib import AbstractContextManager

    from innolab_desktop.reports.tagging.structure import StructureElement


class _TableTags:
    """Opens and closes elements as ReportLab reports what it draws.

    The pieces of one table share it, so that they stay one element. Rows that are repeated on a
    new page are artifacts.
    """

    def __init__(self, *, row_headers: bool) -> None:
        self._row_headers = row_headers
        self._element: StructureElement | None = None
        self._open: list[ExitStack] = []
        self._is_header_row = False

    def __call__(self, table: TaggedTable, event: str, *details: object) -> None:
        if not event.startswith("start"):  # every end closes the last start
            self._open.pop().close()
            return
        match event, details:
            case "startTable", _:
                self._start_table(table)
            case "startRow", (int(row), *_):
                self._is_header_row = row < table.repeatRows
                self._enter(self._row(table))
            case "startCell", (int(), int(column), *_):
                self._enter(self._cell(table, column))
            case _:
                self._enter(tagged_canvas(table).artifact())

    def _start_table(self, table: TaggedTable) -> None:
        stack = ExitStack()
        canvas = tagged_canvas(table)
        self._element = stack.enter_context(canvas.group("Table", resumed=self._element))
        self._open.append(stack)

    def _enter(self, context: AbstractContextManager[object]) -> None:
        stack = ExitStack()
        stack.enter_context(context)
        self._open.append(stack)

    def _is_repeated(self, table: TaggedTable) -> bool:
        return self._is_header_row and table.is_continued

    def _row(self, table: TaggedTable) -> AbstractContextManager[object]:
        canvas = tagged_canvas(table)
        return canvas.artifact("Pagination") if self._is_repeated(table) else canvas.group("TR")

    def _cell(self, table: TaggedTable, column: int) -> AbstractContextManager[object]:
        if self._is_repeated(table):
            return nullcontext()
        canvas = tagged_canvas(table)
        if not (self._is_header_row or (self._row_headers and column == 0)):
            return canvas.group("TD")
        scope = PDFName("Column" if self._is_header_row else "Row")
        return canvas.group("TH", attributes={"O": PDFName("Table"), "Scope": scope})


class TaggedTable(Table):
    """A table of flowables; made by :func:`tagged_table`."""

    is_continued = False

    def onSplit(self, T: Table, byRow: int = 1) -> None:  # noqa: ARG002, N802, N803 - ReportLab's names
        """Let the piece continue this table's element."""
        if isinstance(T, TaggedTable):
            T.resume(self)

    def resume(self, begun: TaggedTable) -> None:
        """Continue the element of *begun* on a new page."""
        self._renderCB, self.is_continued = begun._renderCB, True

    def split(self, aW: float, aH: float) -> Sequence[Flowable]:  # noqa: N803 - ReportLab's names
        """Split between rows; the first piece begins the table unless this one continues it."""
        pieces = super().split(aW, aH)
        if pieces and isinstance(pieces[0], TaggedTable):
            pieces[0].is_continued = self.is_continued
        return pieces


def tagged_table(
    rows: Sequence[Sequence[Sequence[Flowable]]],
    *,
    column_widths: Sequence[float],
    style: Sequence[tuple[object, ...]],
    header_rows: int = 0,
    row_headers: bool = False,
    space_around: float = 0,
) -> TaggedTable:
    """Return a table whose cells hold tagged flowables.

    Args:
        rows: for each row the flowables of each cell.
        column_widths: one for each column.
        style: ReportLab's table commands.
        header_rows: how many rows at the top are column headers, repeated on each page.
        row_headers: whether the first cell of each row is its header.
        space_around: distance to what comes before and after.

    Units: widths and distances in points.
    """
    table = TaggedTable(
        [[list(cell) for cell in row] for row in rows],
        colWidths=list(column_widths),
        style=list(style),
        repeatRows=header_rows,
        hAlign="LEFT",
        spaceBefore=space_around,
        spaceAfter=space_around,
    )
    table._renderCB = _TableTags(row_headers=row_headers)  # noqa: SLF001  # pyright: ignore[reportPrivateUsage] - the hook has no public name
    return table
