"""The model of a table of child records, without a window."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QModelIndex, QObject, Qt

from innolab_desktop import bootstrap
from innolab_desktop.domain.records import Record, Variant
from innolab_desktop.ui.pages.children.child_rows import CellRole, ChildRowsModel

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.modeltest import ModelTester
    from pytestqt.qtbot import QtBot

    from innolab_desktop.ui.pages.children.cells import ChildRow

TITLE, DAY, REACHED = 0, 1, 2


def milestone(number: int, title: str = "", **values: str | bool) -> Record:
    return Record(
        bytes([number]) * 16,
        "milestone",
        b"s" * 16,
        1,
        values={"title": title or f"Nummer {number}", **values},
    )


@pytest.fixture
def model(qtbot: QtBot) -> Iterator[ChildRowsModel]:
    owner = QObject()
    assert qtbot is not None
    yield ChildRowsModel(bootstrap.load_forms().form("milestone"), owner)
    owner.deleteLater()


@pytest.fixture
def checked(model: ChildRowsModel, qtmodeltester: ModelTester) -> ChildRowsModel:
    qtmodeltester.check(model)
    return model


def titles(model: ChildRowsModel) -> list[object]:
    return [model.index(row, TITLE).data() for row in range(model.rowCount())]


def test_the_last_row_begins_a_new_record(model: ChildRowsModel) -> None:
    assert titles(model) == ["Neuer Meilenstein …"]
    assert model.row_at(0).is_blank
    assert model.index(0, TITLE).data(CellRole.IS_HINT)
    assert [model.headerData(n, Qt.Orientation.Horizontal) for n in range(3)] == [
        "Bezeichnung",
        "Datum",
        "Erreicht?",
    ]
    assert model.headerData(9, Qt.Orientation.Horizontal) is None


def test_values_are_shown_and_read_out_with_column_and_row(model: ChildRowsModel) -> None:
    model.show([milestone(1, due_date="2027-02-01", reached=False)])
    day = model.index(0, DAY)
    assert day.data() == "01.02.2027"
    assert day.data(Qt.ItemDataRole.AccessibleTextRole) == "Datum, Zeile 1: 01.02.2027"
    empty = model.index(1, DAY)
    assert empty.data(Qt.ItemDataRole.AccessibleTextRole) == "Datum, Zeile 2: leer"
    assert model.index(0, REACHED).data() == "nein"


def test_what_is_added_moved_and_gone_leaves_the_other_rows_alone(
    checked: ChildRowsModel,
) -> None:
    first, second, third, fourth = (milestone(number) for number in range(1, 5))
    checked.show([first, second, third])
    kept = checked.row_at(1)
    checked.show([fourth, third, second])
    assert checked.records == [fourth, third, second]
    assert checked.row_at(2) is kept, "moved, not made anew"
    assert checked.row_at(3).is_blank
    checked.show([second])
    assert checked.row_at(0) is kept
    assert checked.rowCount() == 2


def test_a_value_waits_until_it_is_saved(checked: ChildRowsModel) -> None:
    checked.show([milestone(1)])
    waiting: list[ChildRow] = []
    checked.accepted.connect(waiting.append)
    checked.accept(checked.index(0, TITLE), "Nummer 1")
    assert not waiting, "what stands there already is no change"
    checked.accept(checked.index(0, TITLE), "Neu")
    checked.accept(checked.index(0, DAY), "2027-05-01")
    (row,) = set(waiting)
    assert row.typed == {"title": "Neu", "due_date": "2027-05-01"}
    checked.saved(row, milestone(1, "Neu"), {"title": "Neu"})
    assert row.typed == {"due_date": "2027-05-01"}, "typed while the first was saved"
    checked.show([milestone(1, "Neu")])
    assert checked.index(0, DAY).data() == "01.05.2027"


def test_typing_in_the_empty_row_leaves_another_one_below(checked: ChildRowsModel) -> None:
    checked.accept(checked.index(0, TITLE), "Der erste")
    assert titles(checked) == ["Der erste", "Neuer Meilenstein …"]
    checked.accept(checked.index(1, TITLE), None)
    assert checked.rowCount() == 2, "nothing typed begins nothing"
    row = checked.row_at(0)
    checked.saved(row, milestone(1, "Der erste"), {"title": "Der erste"})
    checked.show([milestone(1, "Der erste")])
    assert titles(checked) == ["Der erste", "Neuer Meilenstein …"]


def test_what_cannot_be_taken_stays_with_its_reason(checked: ChildRowsModel) -> None:
    checked.show([milestone(1, due_date="2027-02-01")])
    day = checked.index(0, DAY)
    checked.refuse(day, "morgen", "Das ist kein Datum.")
    assert day.data() == "morgen"
    assert day.data(CellRole.NOTE) == "Das ist kein Datum."
    assert day.data(Qt.ItemDataRole.AccessibleDescriptionRole) == "Das ist kein Datum."
    checked.show([milestone(1, "Von anderen", due_date="2027-02-01")])
    assert day.data() == "morgen", "nothing typed is lost when others write"
    assert checked.index(0, TITLE).data() == "Von anderen"
    checked.forget(day)
    assert day.data() == "01.02.2027"
    assert not day.data(CellRole.NOTE)


def test_what_could_not_be_saved_stays_with_its_reason(checked: ChildRowsModel) -> None:
    checked.show([milestone(1)])
    checked.accept(checked.index(0, DAY), "2027-05-01")
    row = checked.row_at(0)
    checked.failed(row, dict(row.typed), "Der Datenträger ist voll.")
    day = checked.index(0, DAY)
    assert (day.data(), day.data(CellRole.NOTE)) == ("01.05.2027", "Der Datenträger ist voll.")
    waiting: list[ChildRow] = []
    checked.accepted.connect(waiting.append)
    checked.accept(day, "2027-05-01")
    assert waiting == [row], "taking it once more tries again"


def test_a_cell_in_abweichung_is_only_read(checked: ChildRowsModel) -> None:
    variants = tuple(Variant(text, "Jonas", "Rechner", 0, b"") for text in ("a", "b"))
    checked.show([replace(milestone(1), conflicts={"title": variants})])
    title, day = checked.index(0, TITLE), checked.index(0, DAY)
    assert not title.flags() & Qt.ItemFlag.ItemIsEditable
    assert day.flags() & Qt.ItemFlag.ItemIsEditable
    assert "verschiedene Angaben" in title.data(CellRole.NOTE)
    assert title.data(CellRole.TONE) == "warn"


def test_another_record_begins_with_nothing(checked: ChildRowsModel) -> None:
    checked.show([milestone(1)])
    checked.clear()
    assert titles(checked) == ["Neuer Meilenstein …"]
    assert checked.rowCount(checked.index(0, 0)) == 0
    assert checked.flags(QModelIndex()) == Qt.ItemFlag.NoItemFlags
