"""A form goes out of the window and comes back, with a look at it in between."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QLabel

from innolab_desktop import paths
from innolab_desktop.formdefs.loader import load_forms
from innolab_desktop.services.paper_forms import FormAnswer, FormPreview
from innolab_desktop.ui.dialogs.form_answers_dialog import FormAnswersDialog
from innolab_desktop.ui.pages.record_editor import RecordEditor
from services.test_paper_forms import fill
from ui.accessibility import audit

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from innolab_desktop.services.error_catalogue import ErrorCatalogue
    from innolab_desktop.services.session import Session
    from innolab_desktop.ui.main_window import MainWindow
    from innolab_desktop.ui.theme.theme import Theme
    from ui.vaults import Lane


@pytest.fixture
def mission(lane: Lane, session: Session) -> bytes:
    values = {"title": "Wege", "challenge": "Schlangen"}
    return lane.call(lambda: session.records.new("mission", values)).record


def editor_of(window: MainWindow, lane: Lane, record: bytes) -> RecordEditor:
    window.open_record(record)
    lane.settle()
    return next(e for e in window.findChildren(RecordEditor) if e.record_id == record)


def test_chosen_answers_are_taken_over(
    window: MainWindow, lane: Lane, session: Session, mission: bytes, tmp_path: Path
) -> None:
    editor = editor_of(window, lane, mission)
    form = tmp_path / "form.pdf"
    editor.paper_forms.write(form)
    lane.settle()
    fill(form, vision="Alle gehen gern hin.", risks="Keine Zeit", budget="viel")
    editor.paper_forms.read(form)
    lane.settle()
    dialog = window.findChild(FormAnswersDialog)
    assert dialog is not None
    assert set(dialog.lines) == {"vision", "risks"}
    texts = [label.text() for label in dialog.findChildren(QLabel)]
    assert "Im Formular: viel" in texts
    assert "Neu: Keine Zeit" in texts
    dialog.lines["vision"].set_checked(False)
    dialog.take.click()
    lane.settle()
    values = lane.call(lambda: session.records.open(mission)).values
    assert values["risks"] == "Keine Zeit"
    assert "vision" not in values
    assert "budget" not in values


def test_a_file_that_is_no_form_is_no_fault_of_the_mission(
    window: MainWindow, lane: Lane, mission: bytes, tmp_path: Path
) -> None:
    editor = editor_of(window, lane, mission)
    letter = tmp_path / "brief.pdf"
    letter.write_bytes(b"%PDF-1.7 kein Formular")
    editor.paper_forms.read(letter)
    lane.settle()
    texts = [label.text() for label in editor.findChildren(QLabel) if label.isVisible()]
    assert any("PDF" in text for text in texts)
    assert "Diese Angabe fehlt noch." not in texts


def test_everybody_can_use_the_dialog(
    window: MainWindow, theme: Theme, catalogue: ErrorCatalogue, qtbot: QtBot, qapp: QApplication
) -> None:
    form = load_forms(paths.forms_dir())["mission"]
    title, vision, budget = (form.field(name) for name in ("title", "vision", "budget"))
    assert title is not None
    assert vision is not None
    assert budget is not None
    answers = (
        FormAnswer(title, "Wege", "Neue Wege", "Neue Wege"),
        FormAnswer(vision, "", "Alle gehen gern hin. " * 30, "x"),
        FormAnswer(budget, "", "viel", problem="value_not_a_number"),
    )
    dialog = FormAnswersDialog(window, theme, FormPreview(form, None, answers), catalogue)
    dialog.open()
    qtbot.waitExposed(dialog)
    assert audit(dialog, qapp) == []
    dialog.grab().save("test-screens/form-answers.png")
    dialog.reject()


def test_nothing_new_is_said_and_nothing_can_be_taken(
    window: MainWindow, lane: Lane, mission: bytes, tmp_path: Path
) -> None:
    editor = editor_of(window, lane, mission)
    form = tmp_path / "form.pdf"
    editor.paper_forms.write(form)
    lane.settle()
    editor.paper_forms.read(form)
    lane.settle()
    dialog = window.findChild(FormAnswersDialog)
    assert dialog is not None
    assert not dialog.take.isEnabled()
    dialog.reject()


def test_what_is_no_form_has_its_error(
    window: MainWindow, lane: Lane, mission: bytes, tmp_path: Path
) -> None:
    editor = editor_of(window, lane, mission)
    told: list[object] = []
    editor.paper_forms.failed.connect(told.append)
    other = tmp_path / "x.pdf"
    other.write_bytes(b"MZ")
    editor.paper_forms.read(other)
    lane.settle()
    assert [getattr(error, "code", "") for error in told] == ["form_damaged"]
