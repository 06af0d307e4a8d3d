from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from innolab_desktop import paths
from innolab_desktop.formdefs.loader import load_forms
from innolab_desktop.services.read_models import RecordRow, RowPage, RowQuery
from innolab_desktop.ui.models.plain_rows import PlainRowsModel
from innolab_desktop.ui.models.record_rows import PAGE_ROWS, RecordRowsModel
from innolab_desktop.ui.widgets.row_delegate import ListRow, RowRole

if TYPE_CHECKING:
    from pytestqt.modeltest import ModelTester
    from pytestqt.qtbot import QtBot

    from innolab_desktop.ui.jobs import Jobs

MANY = 1_000


class Table:
    """A table that notes which of its pages were asked for."""

    def __init__(self) -> None:
        self.offsets: list[int] = []

    def list_rows(self, query: RowQuery) -> RowPage:
        self.offsets.append(query.offset)
        numbers = range(query.offset, min(query.offset + query.limit, MANY))
        rows = tuple(
            RecordRow(
                number.to_bytes(16, "big"), "mission", b"", f"Nr. {number}", "idea", 0, False, False
            )
            for number in numbers
        )
        return RowPage(rows, MANY)


@pytest.fixture
def table() -> Table:
    return Table()


@pytest.fixture
def model(qtbot: QtBot, jobs: Jobs, table: Table) -> RecordRowsModel:
    made = RecordRowsModel(jobs, load_forms(paths.forms_dir()), table.list_rows)
    with qtbot.waitSignal(made.loaded):
        made.show_query(RowQuery(kind="mission"))
    return made


def test_only_rows_that_are_looked_at_are_fetched(
    model: RecordRowsModel, table: Table, qtbot: QtBot
) -> None:
    assert model.rowCount() == MANY
    assert table.offsets == [0]
    index = model.index(777)
    assert index.data() is None
    qtbot.waitUntil(lambda: index.data() == "Nr. 777")
    assert table.offsets == [0, 600]
    assert model.row_of((777).to_bytes(16, "big")) == 777
    row = index.data(RowRole.ROW)
    assert isinstance(row, ListRow)
    assert row.status == "Idee"
    assert "Status: Idee" in str(index.data(Qt.ItemDataRole.AccessibleTextRole))


def test_reloading_the_same_rows_keeps_the_selection(
    model: RecordRowsModel, table: Table, qtbot: QtBot
) -> None:
    resets: list[int] = []
    model.modelReset.connect(lambda: resets.append(1))
    with qtbot.waitSignal(model.loaded):
        model.reload()
    assert resets == [1], "more rows than a page: begin anew"
    assert table.offsets == [0, 0]
    assert PAGE_ROWS < MANY


def test_models_keep_the_contract(model: RecordRowsModel, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(model)
    plain: PlainRowsModel[int] = PlainRowsModel()
    plain.show_rows([1, 2], [ListRow("Eins"), ListRow("Zwei")])
    qtmodeltester.check(plain)
    assert plain.thing_at(1) == 2
