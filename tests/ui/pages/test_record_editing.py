"""What is typed is kept closely, also what cannot be saved as it stands: half a date."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QComboBox, QLineEdit

from innolab_desktop.services.read_models import RowQuery
from innolab_desktop.ui.pages.record_editing import RecordEditing
from innolab_desktop.ui.pages.record_editor import RecordEditor
from ui.typing_text import type_into, type_text

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from innolab_desktop.services.session import Session
    from innolab_desktop.ui.desk import Desk
    from ui.vaults import Lane

EDITED, KEPT = "Wird bearbeitet …", "Entwurf gesichert"
LONGER_THAN_A_DRAFT_WAITS_S = 1.6


def test_what_is_invalid_stays_a_draft_and_the_rest_is_saved(
    editor: RecordEditor, desk: Desk, lane: Lane, mission: bytes
) -> None:
    type_into(editor, "code", "x" * 60)
    type_into(editor, "out_of_scope", "Nichts")
    editor.commit()
    lane.settle()
    record = lane.call(lambda: desk.session.records.open(mission))
    assert record.values["code"] == "MUS-2026-01"
    assert record.values["out_of_scope"] == "Nichts"
    kept = lane.call(lambda: desk.session.desk.draft(mission.hex())) or {}
    assert set(kept) == {"code"}, "saving the rest does not lose it"


def test_half_a_date_survives_a_lock_and_what_others_write(
    editor: RecordEditor, desk: Desk, lane: Lane, qtbot: QtBot, mission: bytes
) -> None:
    assert editor.form is not None
    line = editor.form.blocks["review_date"].editor.first_widget
    assert isinstance(line, QLineEdit)
    line.clear()
    type_into(editor, "review_date", "1.12.20")  # would be 2020, if it were taken
    type_into(editor, "review_date", "2")
    changes = lane.call(lambda: desk.session.records.save(mission, {"code": "M-7"}))
    assert changes is not None
    desk.notifier.announce(changes)
    lane.settle()
    assert line.text() == "1.12.202"
    editor.commit()  # what a lock does
    lane.settle()
    record = lane.call(lambda: desk.session.records.open(mission))
    assert record.values["review_date"] == "2026-12-10"
    second = RecordEditor(desk)
    qtbot.addWidget(second)
    second.open_record(mission)
    lane.settle()
    assert second.form is not None
    block = second.form.blocks["review_date"]
    line = block.editor.first_widget
    assert isinstance(line, QLineEdit)
    assert line.text() == "1.12.202"
    assert block.problem
    type_into(second, "review_date", "7")
    second.commit()
    lane.settle()
    record = lane.call(lambda: desk.session.records.open(mission))
    assert record.values["review_date"] == "2027-12-01"
    assert lane.call(lambda: desk.session.desk.draft(mission.hex())) is None


def test_a_saved_state_offers_its_next_steps_at_once(
    editor: RecordEditor, desk: Desk, lane: Lane, mission: bytes
) -> None:
    assert editor.form is not None
    combo = editor.form.blocks["status"].editor.first_widget
    assert isinstance(combo, QComboBox)

    def offered() -> list[str]:
        return [str(combo.itemData(row)) for row in range(1, combo.count())]

    combo.setCurrentIndex(combo.findData("draft"))
    combo.activated.emit(combo.currentIndex())
    assert offered() == ["idea", "draft", "ended_without_result"], "nothing is saved yet"
    editor.commit()
    lane.settle()
    assert lane.call(lambda: desk.session.records.open(mission)).values["status"] == "draft"
    assert combo.currentData() == "draft"
    assert "coordinated" in offered()


def test_what_is_typed_while_a_save_runs_survives_a_lock(
    editor: RecordEditor, desk: Desk, lane: Lane, mission: bytes
) -> None:
    type_into(editor, "out_of_scope", "Nichts")
    editor.commit()
    type_into(editor, "out_of_scope", " davon")
    editor.commit()  # the first save is still under way
    lane.settle()
    record = lane.call(lambda: desk.session.records.open(mission))
    assert record.values["out_of_scope"] == "Nichts"
    kept = lane.call(lambda: desk.session.desk.draft(mission.hex()))
    assert kept == {"out_of_scope": "Nichts davon"}


def test_what_was_taken_back_at_once_leaves_no_draft(
    editor: RecordEditor, desk: Desk, lane: Lane, qtbot: QtBot, mission: bytes
) -> None:
    assert editor.form is not None
    code = editor.form.blocks["code"].editor.first_widget
    assert isinstance(code, QLineEdit)
    type_text(code, "X")
    qtbot.wait(900)
    lane.settle()
    assert lane.call(lambda: desk.session.desk.draft(mission.hex()))
    code.backspace()
    editor.commit()
    lane.settle()
    assert lane.call(lambda: desk.session.desk.draft(mission.hex())) is None


def test_typing_on_keeps_the_draft_and_says_so_once(
    desk: Desk, session: Session, lane: Lane
) -> None:
    record = lane.call(lambda: session.records.list_rows(RowQuery("mission"))).rows[0].id
    editing = RecordEditing(desk)
    editing.open(record)
    lane.settle()
    draft, states = editing.draft, list[str]()
    assert draft is not None
    editing.state_changed.connect(states.append)
    end_s = time.monotonic() + LONGER_THAN_A_DRAFT_WAITS_S
    while time.monotonic() < end_s:
        draft.set("vision", f"Niemand wartet {time.monotonic()}")
        editing.touch()
        lane.qtbot.wait(20)
    kept = lane.call(lambda: session.desk.draft(record.hex())) or {}
    assert str(kept.get("vision")).startswith("Niemand wartet")
    assert list(dict.fromkeys(states)) == [EDITED, KEPT]
    assert EDITED not in states[states.index(KEPT) :], "the sentences do not take turns"
    editing.save()
    lane.settle()
    assert states[-1].startswith("Gespeichert")
    editing.touch()
    assert states[-1] == EDITED
    editing.close()
    editing.deleteLater()
