"""The Freigabe in the window: three steps by keyboard alone, and every look accessible."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QWidget

from innolab_desktop.ui.dialogs.release.finding_card import FindingCard
from innolab_desktop.ui.dialogs.release.release_dialog import ReleaseDialog
from innolab_desktop.ui.theme.theme import Appearance
from innolab_desktop.ui.widgets.boxes import column
from innolab_desktop.ui.widgets.marked_text import MarkedText
from innolab_desktop.ui.widgets.tool_button import ToolButton
from ui.accessibility import audit
from ui.release_stage import Stage, copy_of

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from innolab_desktop.ui.desk import Desk
    from innolab_desktop.ui.main_window import MainWindow


def test_three_steps_by_keyboard_alone(stage: Stage) -> None:
    stage.open()
    assert "Schritt 1 von 3: Wohin" in stage.texts()
    stage.press("Koordination (mit der Koordinierungsstelle)")
    stage.press("Weiter")
    assert "Schritt 2 von 3: Was" in stage.texts()
    stage.press("Herausforderung")
    stage.press("Weiter")
    assert "Schritt 3 von 3: Prüfen" in stage.texts()
    assert "Kim Sommer, Musterstadt" in stage.texts()

    cards = stage.dialog.findChildren(FindingCard)
    assert [card.findings[0].words for card in cards] == ["Kowalski", "12.03.2026"]
    assert len(cards[0].findings) == 2, "equal words are asked about once"
    stage.press("Übernehmen")
    assert "Bitte entscheiden Sie über jede Stelle. Offen: 2" in stage.texts()
    stage.press("Ändern in")
    stage.type_key(Qt.Key.Key_Tab)
    line = stage.dialog.focusWidget()
    assert isinstance(line, QLineEdit)
    line.selectAll()
    QTest.keyClicks(line, "Z")
    second = cards[1].keep.button
    second.setFocus(Qt.FocusReason.TabFocusReason)
    stage.type_key(Qt.Key.Key_Space)
    stage.press("Übernehmen")

    assert stage.dialog.findChildren(FindingCard) == []
    (marked,) = stage.dialog.findChildren(MarkedText)
    expected = "Frau Z 😀 rief am 12.03.2026 an. Später kam Frau Z wieder."
    assert marked.toPlainText() == expected
    assert [s.cursor.selectedText() for s in marked.extraSelections()] == ["12.03.2026"]
    stage.press("Freigeben")
    assert not stage.window.findChildren(ReleaseDialog) or not any(
        dialog.isVisible() for dialog in stage.window.findChildren(ReleaseDialog)
    )
    copy = copy_of(stage)
    assert copy.values["challenge"] == expected
    assert "vision" not in copy.values
    labels = [label.text() for label in stage.window.findChildren(QLabel) if label.isVisible()]
    assert any("Freigegeben an Koordination" in text for text in labels)


def test_what_changes_during_the_preview_is_shown_again(stage: Stage) -> None:
    stage.open()
    stage.press("Weiter")
    stage.press("Weiter")
    stage.lane.call(lambda: stage.session.records.save(stage.mission, {"title": "Ganz neu"}))
    stage.press("Freigeben")
    assert "Seit der Vorschau hat sich etwas geändert" in stage.texts()
    assert "Ganz neu" in stage.texts()
    stage.press("Freigeben")
    assert copy_of(stage).values["title"] == "Ganz neu"


def test_a_long_text_is_shown_to_its_end(stage: Stage) -> None:
    text = "Wir öffnen am Samstag. " * 60 + "Letztes Wort"
    records = stage.session.records
    stage.lane.call(lambda: records.save(stage.mission, {"challenge": text, "vision": ""}))
    stage.open()
    stage.press("Weiter")
    stage.press("Alles auswählen")
    stage.press("Weiter")
    (shown,) = stage.dialog.findChildren(MarkedText)
    assert shown.toPlainText() == text


def test_back_keeps_what_was_ticked(stage: Stage) -> None:
    stage.open()
    stage.press("Weiter")
    stage.press("Alles auswählen")
    stage.press("Weiter")
    stage.press("Zurück")
    ticks = stage.dialog._what.ticks
    assert {name for _, name in ticks.fields} == {"challenge", "vision"}
    assert len(ticks.children) == 2
    stage.press("Nichts auswählen")
    assert stage.dialog._what.ticks.fields == frozenset()


def test_kinds_that_never_leave_have_no_button(stage: Stage) -> None:
    (hit,) = stage.lane.call(lambda: stage.session.search("Beschwerdewelle"))
    stage.window.open_record(hit.id)
    stage.lane.settle()
    tools = stage.window.findChildren(ToolButton)
    assert not [t for t in tools if t.accessibleName() == "Freigeben …" and t.isVisible()]


def test_without_a_wider_circle_the_dialog_says_so(window: MainWindow, desk: Desk) -> None:
    dialog = ReleaseDialog(window, desk, bytes(16), ())
    dialog.show()
    labels = [label.text() for label in dialog.findChildren(QLabel)]
    assert any("Es gibt keinen weiteren Kreis" in text for text in labels)
    buttons = {b.text(): b.isEnabled() for b in dialog.findChildren(QPushButton)}
    assert not buttons["Weiter"]
    dialog.close()


@pytest.mark.parametrize(
    ("appearance", "zoom_percent"),
    [(Appearance.LIGHT, 100), (Appearance.LIGHT, 200), (Appearance.DARK, 100)],
)
def test_every_step_is_accessible(
    stage: Stage, desk: Desk, qapp: QApplication, *, appearance: Appearance, zoom_percent: int
) -> None:
    desk.theme.apply(appearance, zoom_percent)
    stage.open()
    barriers = {}
    for step, action in enumerate(("Weiter", "Weiter", "")):
        if step == 1:
            stage.press("Alles auswählen")
        if found := audit(stage.dialog, qapp, looks=zoom_percent == 100):
            barriers[step] = found
        assert stage.dialog.width() <= stage.window.width()
        if action:
            stage.press(action)
    assert barriers == {}


def test_marks_fit_the_text_that_is_shown(qtbot: QtBot, desk: Desk) -> None:
    text = "\u202eFrau 😀 Müller\u202c, Az. 1-2/25"
    marked = MarkedText(desk.theme, "Text", text, [(8, 14), (21, 27)])
    qtbot.addWidget(marked)
    assert [s.cursor.selectedText() for s in marked.extraSelections()] == ["Müller", "1-2/25"]
    assert marked.accessibleDescription() == "Markiert: Müller, 1-2/25"
    assert "\u202e" not in marked.toPlainText()


def test_an_extract_is_met_on_its_own_and_needs_its_confirmation(stage: Stage) -> None:
    records = stage.session.records
    (case,) = stage.lane.call(lambda: stage.session.search("Beschwerdewelle"))
    values = {"title": "Früh fragen", "text": "Wer früh fragt, spart Zeit."}
    extract = stage.lane.call(
        lambda: records.new("learning_extract", values, parent=case.id).record
    )
    learned = replace(stage, mission=extract)
    learned.open()
    learned.press("Weiter")
    assert "noch nicht mit Ja beantwortet" in learned.texts()
    stage.lane.call(lambda: records.save(extract, {"anonymity_confirmed": True}))
    learned.press("Weiter")
    learned.press("Weiter")
    learned.press("Freigeben")
    assert copy_of(learned).values["text"] == values["text"]
    stage.window.open_record(copy_of(learned).id)
    stage.lane.settle()
    labels = [label.text() for label in stage.window.findChildren(QLabel) if label.isVisible()]
    assert any("Freigegeben aus Nur ich" in text for text in labels)


def test_what_goes_out_bears_no_name_that_was_taken_out_of_its_title(stage: Stage) -> None:
    titled = {"title": "Frau Kowalski fragt nach"}
    stage.lane.call(lambda: stage.session.records.save(stage.mission, titled))
    stage.open()
    stage.press("Weiter")
    stage.press("Weiter")
    stage.press("Ändern in")
    stage.press("Übernehmen")
    assert "Frau A fragt nach" in stage.texts()
    assert "Kowalski" not in stage.texts()


def test_a_marked_text_is_as_high_as_its_lines(qtbot: QtBot, desk: Desk) -> None:
    marked = MarkedText(desk.theme, "Text", "Müller kam und ging. " * 20, [(0, 6)])
    holder = QWidget()
    holder.setLayout(column(marked, None))
    qtbot.addWidget(holder)
    holder.resize(300, 600)
    with qtbot.waitExposed(holder):
        holder.show()

    def shows_all() -> bool:
        end = QTextCursor(marked.document())
        end.movePosition(QTextCursor.MoveOperation.End)
        return marked.cursorRect(end).bottom() <= marked.viewport().height()

    qtbot.waitUntil(shows_all)
    narrow = marked.height()
    holder.resize(900, 600)
    qtbot.waitUntil(lambda: marked.height() < narrow)
    assert shows_all()
