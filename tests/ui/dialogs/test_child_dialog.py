"""What is typed into a child record survives locking, and goes when it is saved or thrown away."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QToolButton

from innolab_desktop.services.read_models import RowQuery
from innolab_desktop.ui.dialogs.child_dialog import ChildDialog
from innolab_desktop.ui.dialogs.new_record_dialog import NewRecordDialog
from innolab_desktop.ui.widgets.combo_box import ComboBox
from ui.typing_text import type_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from innolab_desktop.ui.desk import Desk
    from innolab_desktop.ui.main_window import MainWindow
    from ui.vaults import Lane

TYPED = "Wartezeit halbieren"


@pytest.fixture
def mission(desk: Desk, lane: Lane) -> bytes:
    rows = lane.call(lambda: desk.session.records.list_rows(RowQuery("mission"))).rows
    return rows[0].id


@pytest.fixture
def opened(window: MainWindow, desk: Desk, lane: Lane, mission: bytes) -> Callable[[], ChildDialog]:
    def show() -> ChildDialog:
        form = desk.session.forms.form("smart_goal")
        dialog = ChildDialog(window, desk, form, {}, parent_id=mission)
        dialog.show()
        lane.settle()
        return dialog

    return show


def field(dialog: ChildDialog) -> QWidget:
    return dialog.form.blocks["specific"].editor.first_widget


def text(dialog: ChildDialog) -> object:
    return dialog._draft.value("specific")


def press(widget: QWidget, label: str) -> None:
    next(b for b in widget.findChildren(QPushButton) if b.text() == label).click()


def drafts(desk: Desk, lane: Lane) -> list[object]:
    return [dict(values) for values in lane.call(desk.session.desk.drafts).values()]


def test_locking_in_the_middle_of_a_word_keeps_it(
    window: MainWindow, desk: Desk, lane: Lane, opened: Callable[[], ChildDialog]
) -> None:
    type_text(field(opened()), TYPED)
    window.leave()  # what locking does before the vault is closed, and before the pause is over
    lane.settle()
    assert drafts(desk, lane) == [{"specific": TYPED}]
    again = opened()
    assert text(again) == TYPED
    shown = [label.text() for label in again.findChildren(QLabel) if label.isVisible()]
    assert "Ihr Entwurf vom letzten Mal ist wieder da." in shown


def test_half_a_date_survives_a_lock_and_is_not_saved(
    window: MainWindow, desk: Desk, lane: Lane, mission: bytes, opened: Callable[[], ChildDialog]
) -> None:
    dialog = opened()
    type_text(field(dialog), TYPED)
    type_text(dialog.form.blocks["due_date"].editor.first_widget, "1.12.")
    window.leave()
    lane.settle()
    dialog = opened()
    block = dialog.form.blocks["due_date"]
    assert block.editor.typed_text() == "1.12."
    assert block.problem
    press(dialog, "Speichern")
    lane.settle()
    assert not lane.call(lambda: desk.session.records.children(mission, "smart_goal"))[2:]
    type_text(block.editor.first_widget, "2027")
    press(dialog, "Speichern")
    lane.settle()
    made = lane.call(lambda: desk.session.records.children(mission, "smart_goal"))[-1]
    assert made.values["due_date"] == "2027-12-01"
    assert drafts(desk, lane) == []


def test_it_is_kept_by_itself_and_goes_when_saved(
    desk: Desk, lane: Lane, opened: Callable[[], ChildDialog]
) -> None:
    dialog = opened()
    type_text(field(dialog), TYPED)
    lane.qtbot.wait(900)
    lane.settle()
    assert drafts(desk, lane) == [{"specific": TYPED}]
    press(dialog, "Speichern")
    lane.settle()
    assert drafts(desk, lane) == []
    assert text(opened()) is None


def test_what_is_thrown_away_is_gone(
    desk: Desk, lane: Lane, opened: Callable[[], ChildDialog]
) -> None:
    dialog = opened()
    type_text(field(dialog), TYPED)
    lane.qtbot.wait(900)
    dialog.reject()
    press(dialog, "Verwerfen")
    lane.settle()
    assert drafts(desk, lane) == []


def test_erasing_the_parent_takes_the_draft_along(
    desk: Desk, lane: Lane, opened: Callable[[], ChildDialog], mission: bytes
) -> None:
    dialog = opened()
    type_text(field(dialog), TYPED)
    dialog.keep()
    lane.settle()
    lane.call(lambda: desk.session.erasing.erase(mission, "request"))
    assert drafts(desk, lane) == []


def test_what_a_field_names_is_made_on_the_way(
    opened: Callable[[], ChildDialog], desk: Desk, lane: Lane, mission: bytes
) -> None:
    dialog = opened()
    plus = next(
        button
        for button in dialog.findChildren(QToolButton)
        if button.accessibleName().endswith("neu anlegen …")
    )
    plus.click()
    lane.settle()
    (asking,) = dialog.findChildren(NewRecordDialog)
    line = asking.findChildren(QLineEdit)[0]
    type_text(line, "Wartezeit am Schalter")
    lane.qtbot.keyClick(line, Qt.Key.Key_Return)
    lane.settle()
    chosen = dialog.form.blocks["indicator"].editor.first_widget
    assert isinstance(chosen, ComboBox)
    assert chosen.currentText() == "Wartezeit am Schalter"
    press(dialog, "Speichern")
    lane.settle()
    goals = lane.call(lambda: desk.session.records.children(mission, "smart_goal"))
    named = bytes.fromhex(str(goals[-1].values["indicator"]))
    made = lane.call(lambda: desk.session.records.open(named))
    assert (made.kind, made.space) == ("indicator", goals[-1].space)


def test_a_lesson_begins_with_the_day_of_today(
    window: MainWindow, desk: Desk, lane: Lane, mission: bytes
) -> None:
    dialog = ChildDialog(window, desk, desk.session.forms.form("learning"), {}, parent_id=mission)
    dialog.show()
    lane.settle()
    today = datetime.now(tz=UTC).astimezone().date().isoformat()
    assert dialog._draft.value("learned_date") == today
    assert not dialog._draft.is_changed, "closing it throws nothing away"
