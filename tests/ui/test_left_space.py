"""In a space that was left nothing is offered that would be refused: everything is pressed."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QRadioButton, QTabWidget, QToolButton

from innolab_desktop.services.changes import Changes
from innolab_desktop.services.evaluations import WAVE
from innolab_desktop.ui.dialogs.child_dialog import ChildDialog
from innolab_desktop.ui.pages.board.board import Board
from innolab_desktop.ui.pages.children.child_table import ChildTable
from innolab_desktop.ui.pages.evaluation_page import EvaluationPage
from innolab_desktop.ui.pages.exchange.conflicts_panel import ConflictsPanel
from innolab_desktop.ui.pages.record_editor import RecordEditor
from innolab_desktop.ui.pages.record_header import RecordHeader
from innolab_desktop.ui.pages.records_page import RecordsPage
from innolab_desktop.ui.pages.retention_panel import RetentionPanel
from innolab_desktop.ui.pages.trash_panel import TrashPanel
from innolab_desktop.ui.widgets.row_list import RowList
from ui.left_space import Finger, Refusals, button_names, fill_space, is_open, open_editors

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from innolab_desktop.services.session import Session
    from innolab_desktop.ui.desk import Desk
    from innolab_desktop.ui.main_window import MainWindow
    from innolab_desktop.ui.pages.page import Page
    from ui.vaults import Lane

TODAY = date(2026, 11, 1)
CHANGING = (
    "Abweichung lösen …",
    "Texte vergleichen …",
    "Kommune: neu anlegen …",
    "Schritt für Schritt",
    "In den Papierkorb legen",
    "Endgültig löschen",
    "Fassung festhalten …",
    "Fassung 1 vom 01.11.2026 wiederherstellen",
    "Kennung: diesen Wert wieder einsetzen",
    "Datei anhängen …",
    "„Brief.txt“ in den Papierkorb",
    "„Darunter“ löschen",
    "Neue Maßnahme",
)
"""What a member is offered on the page of a mission, and nobody else."""


class Place:
    """A window over a vault with a full space, which its owner can leave."""

    def __init__(
        self, window: MainWindow, desk: Desk, lane: Lane, folder: Path, refusals: Refusals
    ) -> None:
        self.window, self.desk, self.lane = window, desk, lane
        self.session: Session = desk.session
        self.refusals = refusals
        self.finger = Finger(lane, refusals)
        self.space, self.records = lane.call(lambda: fill_space(self.session, folder, TODAY))
        refusals.tried = 0

    def leave(self) -> None:
        self.lane.call(lambda: self.session.spaces.leave(self.space))
        self.desk.notifier.announce(Changes(everything=True))
        self.lane.settle()
        self.refusals.tried = 0

    def open(self, kind: str) -> RecordEditor:
        editor = RecordEditor(self.desk)
        editor.setParent(self.window)
        editor.resize(1200, 700)
        editor.show()
        editor.open_record(self.records[kind])
        self.lane.settle()
        return editor

    def show(self, name: str) -> Page:
        self.window.show_page(name)
        self.lane.settle()
        return self.window.front

    def mission_page(self) -> RecordsPage:
        page = self.show("mission")
        assert isinstance(page, RecordsPage)
        return page


def parts(editor: RecordEditor, lane: Lane) -> Iterator[tuple[QWidget, str]]:
    """Bring each part of an open record to the front, one after the other; its head is first."""
    (tabs,), (header,) = editor.findChildren(QTabWidget), editor.findChildren(RecordHeader)
    yield header, "Kopf"
    for index in range(tabs.count()):
        if tabs.isTabVisible(index):
            tabs.setCurrentIndex(index)
            lane.settle()
            part = tabs.widget(index)
            assert part is not None
            yield part, tabs.tabText(index)


@pytest.fixture
def place(
    window: MainWindow, desk: Desk, lane: Lane, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Place:
    return Place(window, desk, lane, tmp_path, Refusals(monkeypatch))


def press_through(place: Place, kind: str) -> list[str]:
    """Press everything on the page of a record, and return what was offered there."""
    editor, names = place.open(kind), list[str]()
    for part, name in parts(editor, place.lane):
        names += place.finger.press_all(part, f"{kind}, {name}")
    editor.commit()
    place.lane.settle()
    editor.hide()
    editor.deleteLater()
    return names


def test_nothing_on_the_page_of_any_record_changes_it(place: Place) -> None:
    place.leave()
    offered: set[str] = set()
    for kind in place.records:
        editor = place.open(kind)
        assert list(open_editors(editor)) == [], kind
        editor.hide()
        offered |= set(press_through(place, kind))
    assert place.refusals.refused == []
    assert place.refusals.tried == 0
    assert offered.isdisjoint(CHANGING)
    assert {"Als PDF oder Textdokument ausgeben", "„Brief.txt“ speichern unter …"} <= offered
    mission = place.lane.call(lambda: place.session.records.open(place.records["mission"]))
    assert set(mission.conflicts) == {"title"}
    assert set(mission.merged) == {"challenge"}


def test_a_member_is_offered_all_of_it(place: Place) -> None:
    editor, offered = place.open("mission"), set[str]()
    assert len(list(open_editors(editor))) > 10
    for part, _name in parts(editor, place.lane):
        offered |= set(button_names(part))
    assert set(CHANGING) - offered == set()
    editor.hide()
    press_through(place, "tandem_note")
    assert place.refusals.tried > 0


def test_a_table_is_read_and_its_rows_open(place: Place) -> None:
    place.leave()
    editor = place.open("mission")
    table = next(t for t in editor.findChildren(ChildTable) if t.model.rowCount() == 2)
    assert all(
        not table.model.flags(table.model.index(row, column)) & Qt.ItemFlag.ItemIsEditable
        for row in range(2)
        for column in range(table.model.columnCount())
    )
    table.table.setCurrentIndex(table.model.index(0, 0))
    assert button_names(table) == ["Ganzen Eintrag öffnen"]
    for key in (Qt.Key.Key_F2, Qt.Key.Key_Return, Qt.Key.Key_X):
        QTest.keyClick(table.table, key)
    QTest.keyClick(table.table, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert not table.table.findChildren(QLineEdit)
    place.lane.settle()
    assert place.refusals.tried == 0
    QTest.keyClick(table.table, Qt.Key.Key_Return, Qt.KeyboardModifier.AltModifier)
    place.lane.settle()
    dialog = next(d for d in place.window.findChildren(ChildDialog) if d.isVisible())
    assert list(open_editors(dialog)) == []
    assert [b.text() for b in dialog.findChildren(QPushButton) if is_open(b)] == ["Schließen"]


def test_what_was_typed_before_is_kept_and_not_sent(place: Place) -> None:
    editor = place.open("tandem_note")
    assert editor.form is not None
    field = editor.form.blocks["title"].editor.first_widget
    assert isinstance(field, QLineEdit)
    field.selectAll()
    QTest.keyClicks(field, "Noch nicht gesichert")
    assert _colour(field) == place.desk.theme.tokens.base
    place.leave()
    editor.commit()
    place.lane.settle()
    assert place.refusals.tried == 0
    assert field.isReadOnly()
    assert field.text() == "Noch nicht gesichert"
    assert _colour(field) == place.desk.theme.tokens.window
    key = place.records["tandem_note"].hex()
    kept = place.lane.call(lambda: place.session.desk.draft(key))
    assert kept == {"title": "Noch nicht gesichert"}


def _colour(field: QLineEdit) -> str:
    """Return what a field is filled with, beside its text."""
    return field.grab().toImage().pixelColor(field.width() // 2, field.height() - 6).name()


@pytest.mark.parametrize("front", ["mission", "exchange"])
@pytest.mark.parametrize("kind", ["mission", "case_consultation"])
def test_what_leads_through_a_record_makes_way(place: Place, kind: str, front: str) -> None:
    page = place.show(kind)
    assert isinstance(page, RecordsPage)
    page.lead(place.records[kind])
    place.lane.settle()
    assert page.flow is not None
    assert page.flow.isVisible()
    if front == "exchange":
        place.show("exchange")
    place.leave()
    place.show(kind)
    assert not page.flow.isVisible()
    (editor,) = page.findChildren(RecordEditor)
    assert editor.isVisible()
    assert not set(CHANGING) & set(button_names(editor))
    place.window.action_set.action(f"lead_{kind}").run()
    place.lane.settle()
    assert not page.flow.isVisible()
    for name in ("save", "undo", "redo"):
        place.window.action_set.action(name).run()
        place.lane.settle()
    assert place.refusals.tried == 0


def test_the_board_moves_no_card_of_it(place: Place) -> None:
    place.leave()
    page = place.mission_page()
    next(b for b in page.findChildren(QToolButton) if b.toolTip().startswith("Als Tafel")).click()
    place.lane.settle()
    assert isinstance(page.board, Board)
    drag = Qt.ItemFlag.ItemIsDragEnabled
    offered: dict[str, tuple[bool, bool, bool]] = {}
    for column in page.board.columns:
        model = column.cards.model()
        for row in range(model.rowCount()):
            column.cards.select_row(row)
            place.lane.settle()
            card = column.selected
            assert card is not None
            offered[card.title] = (
                bool(model.flags(model.index(row, 0)) & drag),
                page.board.change.isEnabled(),
                not page.board.offer_states().isEmpty(),
            )
    assert offered.pop("A") == (False, False, False)
    assert set(offered.values()) == {(True, True, True)}


def test_no_other_page_offers_to_change_it(place: Place) -> None:
    place.leave()
    decisions, evaluation = ConflictsPanel(place.desk), EvaluationPage(place.desk)
    for page in (decisions, evaluation):
        page.setParent(place.window)
        page.resize(1200, 700)
        page.show()
    decisions.refresh()
    evaluation.activate()
    place.lane.settle()
    assert button_names(decisions) == []
    offered = place.finger.press_all(evaluation, "Auswertung")
    assert "Ansehen: Erhebung im Team" in offered
    assert place.refusals.refused == []


def test_a_sheet_is_put_away_and_kept(place: Place) -> None:
    page, wave = place.show("evaluation"), place.records[WAVE]
    assert isinstance(page, EvaluationPage)
    page.answer(wave)
    place.lane.settle()
    next(b for b in page.sheet.findChildren(QRadioButton) if is_open(b)).click()
    assert page.sheet.isVisible()
    place.leave()
    assert not page.sheet.isVisible()
    assert not any("ausfüllen" in name for name in button_names(page))
    kept = place.lane.call(lambda: place.session.evaluations.wave(wave).sheet)
    assert len(kept) == 1
    assert place.refusals.tried == 0


def test_the_trash_and_what_is_due_leave_it_alone(place: Place) -> None:
    place.leave()
    trash = TrashPanel(place.desk)
    trash.setParent(place.window)
    trash.show()
    trash.activate()
    place.lane.settle()
    rows = trash.findChild(RowList)
    assert isinstance(rows, RowList)
    rows.select_row(0)
    assert button_names(trash) == []
    assert "nicht mehr Mitglied" in " ".join(
        x.text() for x in trash.findChildren(QLabel) if x.isVisible()
    )
    due = RetentionPanel(place.desk)
    due.setParent(place.window)
    due.resize(1200, 700)
    due.show()
    due.show_due(place.lane.call(lambda: place.session.retention.due(date(2046, 1, 1))))
    place.lane.settle()
    erasing = [name for name in button_names(due) if name.startswith("Löschen")]
    assert erasing
    assert not any("im Team" in name for name in erasing)
    assert any("im Team" in name for name in button_names(due))
