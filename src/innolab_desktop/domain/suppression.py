"""Suppression of small cells in a table of counts that is shown with its totals.

A small cell is left out; what could be subtracted to find it is left out as well. A table with
totals is a circulation: every cell flows from its row to its column, every total flows back. A
left-out cell stays unknown exactly if another circulation with the same visible numbers exists,
that is, if a cycle of left-out numbers runs through it along which one person can be moved.
"""

from __future__ import annotations

from heapq import heappop, heappush
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

Table: TypeAlias = "Sequence[Sequence[int]]"
ProtectedTable: TypeAlias = tuple[tuple[int | None, ...], ...]
"""With the totals as last row and column; None stands for a number that is left out."""

_Cell: TypeAlias = tuple[int, int]
_Node: TypeAlias = tuple[bool, int]
"""Whether it is a column, and its number."""


def protect(counts: Table, minimum: int) -> ProtectedTable:
    """Return *counts* with totals, without the numbers from 1 to *minimum* - 1.

    No number that is left out for being small can be found from those that stay, not even by
    somebody who knows that zeros are never left out.

    Raises:
        ValueError: the rows differ in length, or a count is negative.
    """
    full = _with_totals(counts)
    small = {cell for cell, count in _cells(full) if 0 < count < minimum}
    hidden = set(small)
    for cell in sorted(small):
        hidden |= _cover(full, hidden, cell)
    return tuple(
        tuple(None if (row, column) in hidden else count for column, count in enumerate(counts_))
        for row, counts_ in enumerate(full)
    )


def _with_totals(counts: Table) -> list[list[int]]:
    if any(len(row) != len(counts[0]) or min(row, default=0) < 0 for row in counts):
        raise ValueError("counts")
    full = [[*row, sum(row)] for row in counts]
    full.append([sum(column) for column in zip(*full, strict=True)])
    return full


def _cells(full: Table) -> Iterator[tuple[_Cell, int]]:
    for row, counts in enumerate(full):
        for column, count in enumerate(counts):
            yield (row, column), count


def _cover(full: Table, hidden: set[_Cell], cell: _Cell) -> set[_Cell]:
    """Return the cells to leave out, so that *cell* may hold another number.

    They are the cheapest cycle through the cell, measured by how many people vanish from view.
    """
    arcs = _arcs(full, hidden, cell)
    tail, head = _ends(full, cell)
    best: list[tuple[int, _Node, tuple[_Cell, ...]]] = [(0, head, ())]
    done: set[_Node] = set()
    while best:
        cost, node, used = heappop(best)
        if node == tail:
            return set(used)
        if node in done:
            continue
        done.add(node)
        for target, price, crossed in arcs.get(node, ()):
            heappush(best, (cost + price, target, (*used, crossed)))
    raise AssertionError("every flow of a circulation lies on a cycle")


def _arcs(
    full: Table, hidden: set[_Cell], without: _Cell
) -> dict[_Node, list[tuple[_Node, int, _Cell]]]:
    """Return where one person more can be sent: along a flow, or against one of two or more."""
    arcs: dict[_Node, list[tuple[_Node, int, _Cell]]] = {}
    for cell, count in _cells(full):
        if count == 0 or cell == without:
            continue
        tail, head = _ends(full, cell)
        price = 0 if cell in hidden else count
        arcs.setdefault(tail, []).append((head, price, cell))
        if count > 1:
            arcs.setdefault(head, []).append((tail, price, cell))
    return arcs


def _ends(full: Table, cell: _Cell) -> tuple[_Node, _Node]:
    """Return where the flow of a cell begins and ends; totals flow back."""
    row, column = cell
    ends = ((False, row), (True, column))
    is_total = (row == len(full) - 1) != (column == len(full[0]) - 1)
    return (ends[1], ends[0]) if is_total else ends
