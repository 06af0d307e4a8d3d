"""A note from anywhere, by keyboard alone; its draft survives Esc and a crash."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from innolab_desktop.services.edit_history import NOTHING_TO_UNDO
from innolab_desktop.services.read_models import RowQuery
from innolab_desktop.ui.dialogs.new_record_dialog import NewRecordDialog
from innolab_desktop.ui.dialogs.quick_note_dialog import QuickNoteDialog
from innolab_desktop.ui.main_window import MainWindow
from innolab_desktop.ui.pages.records_page import RecordsPage
from innolab_desktop.ui.settings import Settings
from innolab_desktop.ui.theme.theme import Appearance
from innolab_desktop.ui.widgets.banner import Banner
from innolab_desktop.ui.widgets.combo_box import ComboBox
from ui.accessibility import audit
from ui.typing_text import type_text

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from innolab_desktop.domain.records import Record
    from innolab_desktop.ui.desk import Desk
    from ui.vaults import Lane

CONTROL = Qt.KeyboardModifier.ControlModifier


def open_dialog(window: MainWindow, lane: Lane) -> QuickNoteDialog:
    window.activateWindow()
    lane.qtbot.waitUntil(window.isActiveWindow)
    QTest.keySequence(window, QKeySequence("Ctrl+N"))
    lane.settle()
    dialog = next(d for d in window.findChildren(QuickNoteDialog) if d.isVisible())
    dialog.activateWindow()
    lane.qtbot.waitUntil(dialog.isActiveWindow)
    return dialog


def notes(desk: Desk, lane: Lane) -> list[Record]:
    records = desk.session.records
    query = RowQuery(kind="tandem_note", sort="changed", descending=True)
    return lane.call(lambda: [records.open(row.id) for row in records.list_rows(query).rows])


def test_a_note_is_written_saved_and_opened_by_keyboard(
    window: MainWindow, lane: Lane, qtbot: QtBot, desk: Desk
) -> None:
    dialog = open_dialog(window, lane)
    assert dialog.focusWidget() is dialog.text
    type_text(dialog.text, "Gespräch über Öffnungszeiten")
    qtbot.keyClick(dialog.text, Qt.Key.Key_Return)
    type_text(dialog.text, "Wer nachmittags arbeitet, kommt nicht vor 18 Uhr.")
    while dialog.focusWidget() is not dialog.mission:
        qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
    qtbot.keyClick(dialog.mission, Qt.Key.Key_Down)
    qtbot.keyClick(dialog.mission, Qt.Key.Key_Tab)
    type_text(dialog.tags.line, "Zeit,Wartezeit")
    qtbot.keyClick(dialog.tags.line, Qt.Key.Key_Return, CONTROL)
    lane.settle()
    note = notes(desk, lane)[0]
    assert note.values["title"] == "Gespräch über Öffnungszeiten"
    assert note.values["text"] == "Wer nachmittags arbeitet, kommt nicht vor 18 Uhr."
    assert note.values["tags"] == "Zeit; Wartezeit"
    assert note.values["mission"]
    banner = next(b for b in window.findChildren(Banner) if b.text == "Notiz gespeichert.")
    assert banner.isVisible()
    banner.findChildren(QPushButton)[0].click()
    lane.settle()
    assert not banner.isVisible()
    assert window.page("tandem_note").isVisible()


def test_escape_keeps_the_draft_for_the_next_time(
    window: MainWindow, lane: Lane, qtbot: QtBot, desk: Desk
) -> None:
    before = len(notes(desk, lane))
    dialog = open_dialog(window, lane)
    type_text(dialog.text, "halb fertig")
    qtbot.keyClick(dialog.text, Qt.Key.Key_Escape)
    lane.settle()
    assert len(notes(desk, lane)) == before
    again = open_dialog(window, lane)
    assert again.text.toPlainText() == "halb fertig"
    throw_away = next(b for b in again.findChildren(QPushButton) if "verwerfen" in b.text())
    throw_away.click()
    lane.settle()
    assert lane.call(desk.session.reflection.notes.draft).text == ""
    again.close()


def test_a_draft_survives_a_crash(
    window: MainWindow, lane: Lane, qtbot: QtBot, desk: Desk, tmp_path: Path
) -> None:
    dialog = open_dialog(window, lane)
    type_text(dialog.text, "mitten im Satz")
    qtbot.wait(900)  # nothing else is done: the program ends here
    lane.settle()
    other = MainWindow(desk, Settings(tmp_path / "other.ini"))
    qtbot.addWidget(other)
    other.show()
    lane.settle()
    other.begin_note()
    lane.settle()
    assert other.findChildren(QuickNoteDialog)[0].text.toPlainText() == "mitten im Satz"


def test_a_template_asks_its_questions_and_gets_its_answers(
    window: MainWindow, lane: Lane, qtbot: QtBot, desk: Desk
) -> None:
    dialog = open_dialog(window, lane)
    dialog.choose_template("tandem_reflection")
    assert dialog.text.toPlainText().startswith("Was ist seit dem letzten Mal passiert?")
    dialog.choose_template("after_action_review")
    text = dialog.text.toPlainText()
    assert text.startswith("Was war geplant?")
    qtbot.keyClick(dialog.text, Qt.Key.Key_Return, CONTROL)
    lane.settle()
    assert dialog.isVisible()  # questions alone are no note
    qtbot.keyClick(dialog.text, Qt.Key.Key_Down)
    type_text(dialog.text, "Zwei Stunden.")
    qtbot.keyClick(dialog.text, Qt.Key.Key_Return, CONTROL)
    lane.settle()
    values = notes(desk, lane)[0].values
    assert (values["template"], values["planned"]) == ("after_action_review", "Zwei Stunden.")
    assert "text" not in values or not values["text"]


def test_a_new_note_offers_the_templates_too(
    window: MainWindow, lane: Lane, desk: Desk, qtbot: QtBot
) -> None:
    dialog = NewRecordDialog(window, desk, desk.session.forms.form("tandem_note"))
    dialog.open()
    lane.settle()
    box = next(b for b in dialog.findChildren(ComboBox) if b.accessibleName() == "Vorlage")
    box.setCurrentIndex(box.findText("Lerntagebuch"))
    type_text(dialog.focusWidget(), "Woche 47")
    qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)
    lane.settle()
    assert notes(desk, lane)[0].values["template"] == "learning_journal"
    plain = NewRecordDialog(window, desk, desk.session.forms.form("mission"))
    plain.open()
    lane.settle()
    named = [b for b in plain.findChildren(ComboBox) if b.accessibleName() == "Vorlage"]
    assert not named[0].isVisible()


@pytest.mark.parametrize(
    ("appearance", "zoom"),
    [
        (Appearance.LIGHT, 100),
        (Appearance.DARK, 100),
        (Appearance.CONTRAST, 100),
        (Appearance.LIGHT, 200),
    ],
)
def test_the_dialog_passes_the_audit(
    window: MainWindow, lane: Lane, qapp: QApplication, *, appearance: Appearance, zoom: int
) -> None:
    window.page("overview").desk.theme.apply(appearance, zoom)
    dialog = open_dialog(window, lane)
    found = audit(dialog, qapp)
    assert found == [], found


def write_note(window: MainWindow, lane: Lane, text: str) -> Banner:
    dialog = open_dialog(window, lane)
    type_text(dialog.text, text)
    lane.qtbot.keyClick(dialog.text, Qt.Key.Key_Return, CONTROL)
    lane.settle()
    return next(b for b in window.findChildren(Banner) if b.text == "Notiz gespeichert.")


def press(window: MainWindow, lane: Lane, keys: str) -> None:
    window.activateWindow()
    lane.qtbot.waitUntil(window.isActiveWindow)
    QTest.keySequence(window, QKeySequence(keys))
    lane.settle()


def titles(desk: Desk, lane: Lane) -> list[object]:
    return [note.values["title"] for note in notes(desk, lane)]


def test_a_note_is_taken_back_and_made_again_from_anywhere(
    window: MainWindow, lane: Lane, desk: Desk
) -> None:
    banner = write_note(window, lane, "Zu schnell notiert")
    assert window.action_set.action("undo").shown_label == "Rückgängig: Tandem-Notiz hinzugefügt"
    press(window, lane, "Ctrl+Z")
    assert "Zu schnell notiert" not in titles(desk, lane)
    trash = RowQuery(kind="tandem_note", is_deleted=True)
    found = lane.call(lambda: desk.session.records.list_rows(trash)).rows
    assert [row.title for row in found] == ["Zu schnell notiert"]
    assert banner.text == "Die Notiz liegt im Papierkorb."
    press(window, lane, "Ctrl+Shift+Z")
    assert "Zu schnell notiert" in titles(desk, lane)
    assert banner.text == "Notiz gespeichert."


def test_what_is_newer_than_the_note_is_taken_back_first(
    window: MainWindow, lane: Lane, desk: Desk
) -> None:
    banner = write_note(window, lane, "Bleibt")
    mission = lane.call(lambda: desk.session.records.list_rows(RowQuery(kind="mission"))).rows[0]
    changes = lane.call(lambda: desk.session.edits.save(mission.id, {"title": "Neuer Titel"}))
    assert changes is not None
    desk.notifier.announce(changes)
    assert not banner.isVisible()
    press(window, lane, "Ctrl+Z")
    assert "Bleibt" in titles(desk, lane)


def test_an_open_note_goes_to_the_trash_and_comes_back(
    window: MainWindow, lane: Lane, desk: Desk
) -> None:
    write_note(window, lane, "Offen und zurück").findChildren(QPushButton)[0].click()
    lane.settle()
    page = window.page("tandem_note")
    assert isinstance(page, RecordsPage)
    press(window, lane, "Ctrl+Z")
    assert "Offen und zurück" not in titles(desk, lane)
    assert page._editor.record_id is None
    press(window, lane, "Ctrl+Shift+Z")
    assert "Offen und zurück" in titles(desk, lane)
    assert page._editor.record_id is not None


def test_a_note_that_somebody_changed_is_left_alone(
    window: MainWindow, lane: Lane, desk: Desk
) -> None:
    banner = write_note(window, lane, "Schon weiter")
    note = notes(desk, lane)[0].id
    lane.call(lambda: desk.session.records.save(note, {"title": "Von jemand anderem"}))
    press(window, lane, "Ctrl+Z")
    assert "Von jemand anderem" in titles(desk, lane)
    assert "nicht mehr rückgängig" in banner.text
    assert window.noting.outlook == NOTHING_TO_UNDO
