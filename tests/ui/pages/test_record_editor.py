"""Writing in a real vault: drafts, saves, Abweichungen, child records, Fassungen."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, cast

from PySide6.QtWidgets import QFileDialog, QLabel, QPushButton, QToolButton

from innolab_desktop.services.read_models import RowQuery
from innolab_desktop.ui.dialogs.child_dialog import ChildDialog
from innolab_desktop.ui.dialogs.message_dialog import MessageDialog
from innolab_desktop.ui.dialogs.reason_dialog import ReasonDialog
from innolab_desktop.ui.pages.record_editor import RecordEditor
from innolab_desktop.ui.theme.fonts import em_px
from innolab_desktop.ui.theme.theme import Appearance
from innolab_desktop.ui.widgets.banner import Banner
from innolab_desktop.ui.widgets.combo_box import ComboBox
from innolab_desktop.ui.widgets.compared_text import ComparedText
from innolab_desktop.ui.widgets.text_area import TextArea
from ui.accessibility import SMALLEST_SCREEN, audit
from ui.typing_text import type_into, type_text
from ui.vaults import TITLE

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from innolab_desktop.services.session import Session
    from innolab_desktop.ui.desk import Desk
    from innolab_desktop.ui.main_window import MainWindow
    from innolab_desktop.ui.pages.records_page import RecordsPage
    from ui.vaults import Lane


def button(widget: RecordEditor, name: str) -> QToolButton | QPushButton:
    buttons = [*widget.findChildren(QToolButton), *widget.findChildren(QPushButton)]
    return next(b for b in buttons if name in (b.accessibleName(), b.text()))


def dialog(editor: RecordEditor, kind: type) -> object:
    return next(d for d in editor.window().findChildren(kind) if d.isVisible())


def shown_banners(editor: RecordEditor) -> list[Banner]:
    return [banner for banner in editor.findChildren(Banner) if banner.isVisible()]


def test_typing_is_kept_as_a_draft_and_survives_the_editor(
    editor: RecordEditor, desk: Desk, lane: Lane, qtbot: QtBot, mission: bytes
) -> None:
    type_into(editor, "out_of_scope", "Kein neues Gebäude – versprochen")
    qtbot.wait(900)
    lane.settle()
    kept = lane.call(lambda: desk.session.desk.draft(mission.hex()))
    assert kept == {"out_of_scope": "Kein neues Gebäude – versprochen"}
    assert not lane.call(lambda: desk.session.records.open(mission)).values.get("out_of_scope")
    second = RecordEditor(desk)
    qtbot.addWidget(second)
    second.open_record(mission)
    lane.settle()
    assert second.form is not None
    area = second.form.blocks["out_of_scope"].editor.first_widget
    assert isinstance(area, TextArea)
    assert area.toPlainText() == "Kein neues Gebäude – versprochen"


def test_saving_makes_one_commit_and_drops_the_draft(
    editor: RecordEditor, desk: Desk, lane: Lane, mission: bytes
) -> None:
    before = len(lane.call(lambda: desk.session.records.history(mission)))
    type_into(editor, "code", "X")
    type_into(editor, "out_of_scope", "Nichts")
    editor.commit()
    lane.settle()
    history = lane.call(lambda: desk.session.records.history(mission))
    assert len(history) == before + 1
    assert set(history[-1].fields) == {"code", "out_of_scope"}
    assert lane.call(lambda: desk.session.desk.draft(mission.hex())) is None
    editor.commit()
    lane.settle()
    assert len(lane.call(lambda: desk.session.records.history(mission))) == before + 1


def test_a_former_value_is_put_back_from_the_history(
    editor: RecordEditor, desk: Desk, lane: Lane, mission: bytes
) -> None:
    for words in ("Kein neues Gebäude", "Nichts"):
        type_into(editor, "out_of_scope", words)
        editor.commit()
        lane.settle()
        assert editor.form is not None
        area = editor.form.blocks["out_of_scope"].editor.first_widget
        assert isinstance(area, TextArea)
        area.selectAll()
    editor.show_tab(2)
    label = desk.session.forms.field("mission", "out_of_scope").label
    name = f"{label}: diesen Wert wieder einsetzen"
    buttons = [b for b in editor.findChildren(QPushButton) if b.accessibleName() == name]
    assert len(buttons) == 1  # not for what stands there now
    type_into(editor, "code", "NEU-1")  # typed and not yet saved: must not be lost
    buttons[0].click()
    lane.settle()
    values = lane.call(lambda: desk.session.records.open(mission)).values
    assert values["out_of_scope"] == "Kein neues Gebäude"
    assert str(values["code"]).startswith("NEU-1")
    assert editor.form is not None
    shown = editor.form.blocks["out_of_scope"].editor.first_widget
    assert isinstance(shown, TextArea)
    assert shown.toPlainText() == "Kein neues Gebäude"


def test_reports_of_the_open_record_are_written_and_told(
    editor: RecordEditor, lane: Lane, tmp_path: Path
) -> None:
    told: list[str] = []
    editor.tools.succeeded.connect(told.append)
    editor.tools.print_report("mission_profile", tmp_path / "Steckbrief.pdf")
    editor.tools.write_text("mission_profile", tmp_path / "Steckbrief.docx")
    lane.settle()
    assert (tmp_path / "Steckbrief.pdf").read_bytes().startswith(b"%PDF")
    assert (tmp_path / "Steckbrief.docx").read_bytes().startswith(b"PK")
    assert told[0].startswith("PDF mit ")
    assert told[1] == "Textdokument geschrieben: Steckbrief.docx"


def test_the_cursor_stays_while_a_save_comes_back(
    editor: RecordEditor, lane: Lane, qtbot: QtBot
) -> None:
    type_into(editor, "out_of_scope", "Erstens ")
    editor.commit()
    type_into(editor, "out_of_scope", "zweitens")
    lane.settle()
    assert editor.form is not None
    area = editor.form.blocks["out_of_scope"].editor.first_widget
    assert isinstance(area, TextArea)
    assert area.toPlainText() == "Erstens zweitens"
    assert area.textCursor().position() == len("Erstens zweitens")
    editor.commit()
    lane.settle()
    qtbot.wait(10)


def test_a_refused_step_is_explained_and_the_rest_is_saved(
    editor: RecordEditor, desk: Desk, lane: Lane, mission: bytes
) -> None:
    opened = lane.call(lambda: desk.session.records.save(mission, {"status": "draft"}))
    assert opened is not None
    editor.open_record(mission)
    lane.settle()
    assert editor.form is not None
    combo = editor.form.blocks["status"].editor.first_widget
    assert isinstance(combo, ComboBox)
    combo.setCurrentIndex(combo.findData("coordinated"))
    combo.activated.emit(combo.currentIndex())
    type_into(editor, "out_of_scope", "Nichts")
    editor.commit()
    lane.settle()
    record = lane.call(lambda: desk.session.records.open(mission))
    assert record.values["status"] == "draft"
    assert record.values["out_of_scope"] == "Nichts"
    texts = [label.text() for label in editor.findChildren(QLabel) if label.isVisible()]
    described = str(desk.catalogue.describe_code("status_incomplete", {}))
    assert any(text[:20] == described[:20] for text in texts)


def test_child_records_are_added_ordered_and_deleted_in_place(
    editor: RecordEditor, desk: Desk, lane: Lane, qtbot: QtBot, mission: bytes
) -> None:
    def titles() -> list[str]:
        form = desk.session.forms.form("smart_goal")
        found = lane.call(lambda: desk.session.records.children(mission, "smart_goal"))
        return [form.title_of(child.values) for child in found]

    assert titles() == ["Wartezeit unter 15 Minuten", "60 % mit Termin"]
    button(editor, "„60 % mit Termin“ nach oben").click()
    lane.settle()
    assert titles() == ["60 % mit Termin", "Wartezeit unter 15 Minuten"]
    button(editor, desk.session.forms.form("smart_goal").label_new).click()
    lane.settle()
    child = dialog(editor, ChildDialog)
    assert isinstance(child, ChildDialog)
    name = desk.session.forms.form("smart_goal").title_field
    type_text(child.form.blocks[name].editor.first_widget, "Süße Grüße")
    next(b for b in child.findChildren(QPushButton) if b.text() == "Speichern").click()
    lane.settle()
    assert titles()[-1] == "Süße Grüße"
    button(editor, "„Süße Grüße“ löschen").click()
    lane.settle()
    question = dialog(editor, MessageDialog)
    assert isinstance(question, MessageDialog)
    question.accept()
    lane.settle()
    assert "Süße Grüße" not in titles()
    qtbot.wait(10)


def test_a_closed_dialog_asks_before_it_throws_typing_away(
    editor: RecordEditor, desk: Desk, lane: Lane, qtbot: QtBot
) -> None:
    form = desk.session.forms.form("smart_goal")
    button(editor, form.label_new).click()
    lane.settle()
    child = dialog(editor, ChildDialog)
    assert isinstance(child, ChildDialog)
    type_text(child.form.blocks[form.title_field].editor.first_widget, "Nur getippt")
    for close in (child.reject, child.close):
        close()
        question = dialog(editor, MessageDialog)
        assert isinstance(question, MessageDialog)
        assert child.isVisible()
        question.reject()
        qtbot.wait(10)
    child.reject()
    question = dialog(editor, MessageDialog)
    assert isinstance(question, MessageDialog)
    with qtbot.waitSignal(child.destroyed):
        question.accept()


def test_fassungen_are_frozen_compared_and_restored(
    editor: RecordEditor, desk: Desk, lane: Lane, mission: bytes, qapp: QApplication
) -> None:
    for reason, text in (("Erster Stand", "Eins"), ("Zweiter Stand", " Zwei")):
        editor.show_tab(0)
        type_into(editor, "out_of_scope", text)
        editor.show_tab(1)  # nobody saves by hand
        lane.settle()
        button(editor, "Fassung festhalten …").click()
        lane.settle()
        freeze = dialog(editor, ReasonDialog)
        assert isinstance(freeze, ReasonDialog)
        area = freeze.findChild(TextArea)
        assert isinstance(area, TextArea)
        type_text(area, reason)
        next(b for b in freeze.findChildren(QPushButton) if b.text() == "Festhalten").click()
        lane.settle()
        assert [banner.text for banner in shown_banners(editor)] == [
            "Die Fassung ist festgehalten."
        ]
    assert len(lane.call(lambda: desk.session.revisions.all(mission))) == 2
    button(editor, "Vergleichen").click()
    lane.settle()
    before, after = (text for text in editor.findChildren(ComparedText) if text.isVisible())
    assert (before.toPlainText(), after.toPlainText()) == ("Eins", "Eins Zwei")
    assert after.accessibleDescription() == "Neu: Zwei"
    editor.setWindowTitle("Mission")
    assert audit(editor, qapp) == []
    buttons = editor.findChildren(QPushButton)
    next(b for b in buttons if b.accessibleName().startswith("Fassung 1 vom")).click()
    question = dialog(editor, MessageDialog)
    assert isinstance(question, MessageDialog)
    question.accept()
    lane.settle()
    assert any("gilt wieder" in banner.text for banner in shown_banners(editor))
    editor.show_tab(0)
    assert editor.form is not None
    assert editor.form.blocks["out_of_scope"].editor.value() == "Eins"
    editor.show_tab(1)
    later = next(
        b for b in editor.findChildren(ComboBox) if b.accessibleName() == "Spätere Fassung"
    )
    later.setCurrentIndex(later.count() - 1)
    assert later.currentText() == "Stand jetzt"
    button(editor, "Vergleichen").click()
    lane.settle()
    assert "Die Angaben sind gleich." in [label.text() for label in editor.findChildren(QLabel)]


def test_a_report_is_written(editor: RecordEditor, desk: Desk, lane: Lane, tmp_path: Path) -> None:
    report = desk.session.reports.available("mission")[0]
    target = tmp_path / "steckbrief.pdf"
    editor.tools.print_report(report.name, target)
    lane.settle()
    assert target.read_bytes().startswith(b"%PDF-")


def test_a_text_document_is_written(
    editor: RecordEditor, desk: Desk, lane: Lane, tmp_path: Path
) -> None:
    menus = [button.menu() for button in editor.findChildren(QToolButton) if button.menu()]
    offered = [action for menu in menus for action in menu.actions() if "Word" in action.text()]
    assert [action.text() for action in offered] == [
        f"{info.title} als Textdokument (Word)"
        for info in desk.session.reports.available_texts("mission")
    ]
    offered[0].trigger()
    chooser = editor.findChild(QFileDialog)
    assert chooser is not None
    target = tmp_path / "steckbrief.docx"
    chooser.fileSelected.emit(str(target))
    lane.settle()
    chooser.close()
    assert target.read_bytes().startswith(b"PK")


def test_the_tenth_fassung_follows_the_ninth(
    editor: RecordEditor, desk: Desk, lane: Lane, mission: bytes
) -> None:
    today = date(2026, 5, 12)
    for _ in range(10):
        lane.call(lambda: desk.session.revisions.freeze(mission, "Stand", today=today))
    editor.open_record(mission)
    lane.settle()
    box = next(b for b in editor.findChildren(ComboBox) if b.accessibleName() == "Spätere Fassung")
    assert box.currentText().startswith("Fassung 10 ")


def test_answers_of_a_wave_are_not_listed_one_by_one(
    editor: RecordEditor, session: Session, lane: Lane
) -> None:
    def answer() -> bytes:
        values = {"title": "Puls", "question_set": "pulse_after_event", "state": "open"}
        wave = session.records.new("evaluation_wave", values).record
        session.evaluations.submit(wave, {"pulse_after_event_5": "Nur für alle zusammen"})
        return wave

    editor.open_record(lane.call(answer))
    lane.settle()
    shown = " ".join(label.text() for label in editor.findChildren(QLabel) if label.isVisible())
    assert "Antworten stehen nur zusammengezählt unter „Auswertung“." in shown
    assert "Nur für alle zusammen" not in shown


def test_a_low_window_leaves_room_for_the_form(window: MainWindow, lane: Lane) -> None:
    window.show_page("mission")
    lane.settle()
    page = cast("RecordsPage", window.page("mission"))
    session = page.desk.session
    query = RowQuery(kind="mission", words="Bürger")
    mission = lane.call(lambda: session.records.list_rows(query).rows[0].id)
    window.open_record(mission)
    lane.settle()
    header = page._editor._header
    assert "Lesen können" in header._space.text()
    page.desk.theme.apply(Appearance.LIGHT, 200)
    window.resize(SMALLEST_SCREEN)
    lane.settle()
    assert not header._space.isVisible()
    assert "Lesen können" in header._state.accessibleName(), "it is still said"
    assert header._title.text().endswith("…")
    assert header._title.accessibleName() == header._title.toolTip() == TITLE
    assert page._editor._form_page.viewport().height() > em_px(8)
