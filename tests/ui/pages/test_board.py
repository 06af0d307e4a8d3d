"""The board of the missions, in a real vault, by keyboard and by dragging."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication, QToolButton

from innolab_desktop.services.read_models import RecordRow, RowPage, RowQuery
from innolab_desktop.ui.pages.board.card_list import CARD_TYPE
from innolab_desktop.ui.pages.records_page import RecordsPage
from innolab_desktop.ui.theme.theme import Appearance
from innolab_desktop.ui.widgets.row_delegate import RowRole
from ui.accessibility import audit
from ui.typing_text import type_text

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from innolab_desktop.domain.values import Value
    from innolab_desktop.services.session import Session
    from innolab_desktop.ui.desk import Desk
    from innolab_desktop.ui.pages.board.board import Board
    from innolab_desktop.ui.pages.board.column import BoardColumn
    from innolab_desktop.ui.theme.theme import Theme
    from ui.vaults import Lane


@pytest.fixture
def mission(session: Session, lane: Lane) -> bytes:
    rows = lane.call(lambda: session.records.list_rows(RowQuery(kind="mission"))).rows
    return next(row.id for row in rows if row.title.startswith("Öffnungszeiten"))


@pytest.fixture
def page(qtbot: QtBot, desk: Desk, lane: Lane) -> RecordsPage:
    widget = RecordsPage(desk, desk.session.forms.form("mission"))
    qtbot.addWidget(widget)
    widget.setWindowTitle("Missionen")
    widget.resize(1090, 700)
    with qtbot.waitExposed(widget):
        widget.show()
    widget.activate()
    lane.settle()
    return widget


@pytest.fixture
def board(page: RecordsPage, lane: Lane) -> Board:
    button(page, "Als Tafel zeigen").click()
    lane.settle()
    assert page.board is not None
    return page.board


def button(page: RecordsPage, name: str) -> QToolButton:
    found = page.findChildren(QToolButton)
    return next(item for item in found if item.accessibleName() == name)


def column(board: Board, state: str) -> BoardColumn:
    return next(item for item in board.columns if item.state == state)


def status(lane: Lane, session: Session, mission: bytes) -> Value:
    return lane.call(lambda: session.records.open(mission)).values.get("status")


def drop(board: Board, mission: bytes, state: str, kind: str = CARD_TYPE) -> None:
    data = QMimeData()
    data.setData(kind, mission)
    copy = Qt.DropAction.MoveAction
    event = QDropEvent(
        QPointF(9, 9), copy, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    column(board, state).cards.dropEvent(event)


def test_every_state_has_a_column_with_its_missions(board: Board, session: Session) -> None:
    field = session.forms.form("mission").field("status")
    assert field is not None
    assert [item.state for item in board.columns] == [item.id for item in field.active_choices]
    assert column(board, "idea").title == "Idee (3)"
    assert column(board, "draft").title == "Entwurf (0)"


def test_a_card_is_moved_by_keyboard_and_stays_in_hand(
    board: Board, lane: Lane, session: Session, mission: bytes, qtbot: QtBot
) -> None:
    assert not board.change.isEnabled()
    assert column(board, "idea").select(mission)
    assert board.change.isEnabled()
    labels = [action.text() for action in board.offer_states().actions()]
    assert labels == ["Entwurf", "beendet ohne Ergebnis"]
    qtbot.keyClick(board.change, Qt.Key.Key_Return)
    menu = board._menu
    assert menu.isVisible()
    qtbot.keyClick(menu, Qt.Key.Key_Down)
    qtbot.keyClick(menu, Qt.Key.Key_Return)
    lane.settle()
    assert status(lane, session, mission) == "draft"
    draft = column(board, "draft")
    assert draft.title == "Entwurf (1)"
    assert draft.selected is not None
    assert draft.selected.id == mission
    assert board.window().focusWidget() is draft.cards
    assert column(board, "idea").selected is None


def test_a_card_is_moved_by_dragging(
    board: Board, lane: Lane, session: Session, mission: bytes
) -> None:
    source = column(board, "idea")
    index = source.cards.model().index(0, 0)
    assert source.cards.model().flags(index) & Qt.ItemFlag.ItemIsDragEnabled
    assert source.cards.model().mimeData([index]).formats() == [CARD_TYPE]
    drop(board, mission, "draft")
    lane.settle()
    assert status(lane, session, mission) == "draft"
    drop(board, mission, "idea", "text/plain")
    lane.settle()
    assert status(lane, session, mission) == "draft", "only cards are taken"


def test_a_step_that_is_refused_says_why(
    board: Board, lane: Lane, session: Session, mission: bytes
) -> None:
    drop(board, mission, "completed")
    lane.settle()
    assert status(lane, session, mission) == "idea"
    assert "Von „Idee“ aus geht es zu „Entwurf“, „beendet ohne Ergebnis“." in board._banner.text
    drop(board, mission, "draft")
    lane.settle()
    assert not board._banner.isVisible()
    drop(board, mission, "coordinated")
    lane.settle()
    assert status(lane, session, mission) == "draft"
    assert "fehlen noch Angaben" in board._banner.text


def test_the_filter_of_the_list_counts_here_too_and_a_card_opens_in_the_list(
    page: RecordsPage, board: Board, lane: Lane, mission: bytes, qtbot: QtBot
) -> None:
    board.back.click()
    assert not board.isVisible()
    page._bar.words.setText("Öffnungszeiten")
    button(page, "Als Tafel zeigen").click()
    lane.settle()
    idea = column(board, "idea")
    assert idea.title == "Idee (1)"
    assert idea.select(mission)
    qtbot.keyClick(idea.cards, Qt.Key.Key_Return)
    lane.settle()
    assert not board.isVisible()
    assert page._editor.record_id == mission


def test_the_board_is_narrowed_down_like_the_list(
    page: RecordsPage, board: Board, lane: Lane, session: Session, mission: bytes
) -> None:
    vision = {"vision": "Der Empfang versteht alle.", "tags": "Sprache"}
    lane.call(lambda: session.records.save(mission, vision))
    page.activate()
    lane.settle()
    assert board.isAncestorOf(page._bar)
    page._bar.words.setFocus()
    type_text(page._bar.words, "empfang")
    lane.qtbot.wait(250)
    lane.settle()
    idea = column(board, "idea")
    assert idea.title == "Idee (1)", "not only titles are looked at"
    shown = idea.cards.model().index(0, 0).data(RowRole.ROW)
    assert (shown.excerpt, shown.words) == ("Der Empfang versteht alle.", "empfang")
    page._bar.words.clear()
    button(page, "Weitere Filter").click()
    choose(page, lane, "tag", "Sprache")
    assert idea.title == "Idee (1)"
    choose(page, lane, "status", "Entwurf")
    assert [item.state for item in board.columns if item.isVisible()] == ["draft"]
    assert column(board, "draft").title == "Entwurf (0)"
    page._bar.filters.reset()
    lane.settle()
    assert idea.title == "Idee (3)"
    board.back.click()
    lane.settle()
    assert not board.isAncestorOf(page._bar)
    assert page._bar.isVisible()


def test_the_filters_on_the_board_are_accessible(
    board: Board, page: RecordsPage, lane: Lane, qapp: QApplication, theme: Theme
) -> None:
    button(page, "Weitere Filter").click()
    lane.settle()
    assert audit(page, qapp) == []
    board.back.click()
    lane.settle()
    assert audit(page, qapp) == []
    button(page, "Als Tafel zeigen").click()
    theme.apply(Appearance.LIGHT, 200)
    page.resize(1226, 640)
    lane.settle()
    assert audit(page, qapp, looks=False) == []


def choose(page: RecordsPage, lane: Lane, name: str, label: str) -> None:
    box = page._bar.filters.boxes[name]
    box.setCurrentIndex(box.findText(label))
    box.activated.emit(box.currentIndex())
    lane.settle()


def test_what_the_list_changes_is_seen_on_the_board(
    page: RecordsPage, board: Board, lane: Lane, session: Session, mission: bytes
) -> None:
    board.back.click()
    lane.call(lambda: session.records.save(mission, {"status": "draft"}))
    button(page, "Als Tafel zeigen").click()
    lane.settle()
    assert column(board, "draft").title == "Entwurf (1)"


def test_a_column_shows_two_hundred_cards_and_says_how_many_more(board: Board) -> None:
    rows = [
        RecordRow(number.to_bytes(16), "mission", b"", f"Nr. {number}", "idea", 0, False, False)
        for number in range(200)
    ]
    idea = column(board, "idea")
    idea.show_page(RowPage(tuple(rows), 1_234))
    assert idea.title == "Idee (1234)"
    assert idea.cards.model().rowCount() == 200
    assert idea._more.text() == "… und 1034 weitere in der Liste"


def test_notes_have_no_board(qtbot: QtBot, desk: Desk) -> None:
    notes = RecordsPage(desk, desk.session.forms.form("tandem_note"))
    qtbot.addWidget(notes)
    assert button(notes, "Als Tafel zeigen").isHidden()


def test_the_board_is_accessible(
    board: Board, page: RecordsPage, mission: bytes, qapp: QApplication
) -> None:
    assert column(board, "idea").select(mission)
    assert audit(page, qapp) == []


def test_it_fits_at_twice_the_size(
    board: Board, page: RecordsPage, lane: Lane, qapp: QApplication, theme: Theme
) -> None:
    theme.apply(Appearance.LIGHT, 200)
    page.resize(1226, 640)
    lane.settle()
    assert board.isVisible()
    assert audit(page, qapp, looks=False) == []
