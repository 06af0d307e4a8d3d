from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QRadioButton,
    QWidget,
)

from innolab_desktop import paths
from innolab_desktop.domain.errors import FormError
from innolab_desktop.formdefs.definition import Choice, FieldDefinition
from innolab_desktop.formdefs.draft import unread
from innolab_desktop.formdefs.kinds import KINDS
from innolab_desktop.formdefs.loader import load_forms
from innolab_desktop.ui.forms.editors import EDITORS, create_editor
from innolab_desktop.ui.forms.field_editor import EditorContext
from innolab_desktop.ui.theme.theme import Appearance, Theme
from innolab_desktop.ui.widgets.banner import Banner
from innolab_desktop.ui.widgets.boxes import column
from ui.accessibility import audit
from ui.form_window import FormWindow
from ui.typing_text import type_text

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from innolab_desktop.domain.values import Value
    from innolab_desktop.services.error_catalogue import ErrorCatalogue

ALL_KINDS = sorted(load_forms(paths.forms_dir()))
CHOICES = (Choice("a", "Alpha"), Choice("b", "Beta", retired_in=1), Choice("c", "Gamma"))
STEPS = (Choice("0", "nie"), Choice("1", "manchmal"), Choice("2", "immer"))
VALUES: list[tuple[str, Value, dict[str, object]]] = [
    ("text", "Jörg Süß – „Öl“", {}),
    ("long_text", "Zeile eins\nZeile zwei <b>fett</b>", {}),
    ("integer", 1234, {"unit": "Personen"}),
    ("decimal", "4.8", {"unit": "%"}),
    ("money", "1234.5", {}),
    ("date", "2026-05-28", {}),
    ("date_range", ("2026-01-01", None), {}),
    ("choice", "a", {"choices": CHOICES}),
    ("choice", "b", {"choices": CHOICES}),
    ("choice", "aus_der_zukunft", {"choices": CHOICES}),
    ("multi_choice", ("a", "c"), {"choices": CHOICES}),
    ("multi_choice", ("a", "aus_der_zukunft"), {"choices": CHOICES}),
    ("checklist", ("b",), {"choices": CHOICES}),
    ("scale", 2, {"choices": STEPS}),
    ("yes_no", True, {}),
    ("yes_no", False, {}),
    ("reference", "0f" * 16, {"references": "tandem"}),
    ("reference", ("0f" * 16, "aa" * 16), {"references": "tandem", "many": True}),
    ("computed", 3, {"choices": STEPS}),
]


def test_every_kind_has_an_editor() -> None:
    assert set(EDITORS) == set(KINDS)


@pytest.mark.parametrize(("kind", "value", "options"), VALUES)
def test_editors_give_back_what_they_show(
    qtbot: QtBot, theme: Theme, kind: str, value: Value, options: dict[str, object]
) -> None:
    definition = FieldDefinition(id="feld", kind=kind, label="Feld", **options)  # pyright: ignore[reportArgumentType] - options are typed by the table above
    editor = create_editor(definition, EditorContext(theme))
    qtbot.addWidget(editor)
    fired: list[int] = []
    editor.edited.connect(lambda: fired.append(1))
    editor.set_value(value)
    assert editor.value() == value
    assert type(editor.value()) is type(value)
    editor.set_value(None)
    assert editor.value() is None
    assert fired == []


@pytest.mark.parametrize(("kind", "text"), [("date", "31.02.2026"), ("integer", "viele")])
def test_what_is_no_value_is_refused_and_stays_as_typed(
    qtbot: QtBot, theme: Theme, kind: str, text: str
) -> None:
    editor = create_editor(
        FieldDefinition(id="feld", kind=kind, label="Feld"), EditorContext(theme)
    )
    qtbot.addWidget(editor)
    line = editor.findChild(QLineEdit)
    assert isinstance(line, QLineEdit)
    type_text(line, text)
    with pytest.raises(FormError):
        editor.value()
    assert line.text() == text


def test_typing_reaches_the_draft_and_problems_are_said_in_words(
    qtbot: QtBot, theme: Theme, catalogue: ErrorCatalogue
) -> None:
    window = FormWindow(theme, catalogue, "mission")
    qtbot.addWidget(window)
    window.show()
    code = window.form.blocks["code"]
    type_text(code.editor.first_widget, "MÜS–1")
    assert window.draft.changed() == {"code": "MÜS–1"}
    type_text(code.editor.first_widget, "x" * 60)
    assert code.problem
    assert "40" in code.problem
    term = window.form.blocks["term"]
    type_text(term.editor.first_widget, "31.2.2026")
    assert term.problem
    assert [problem.field for problem in window.draft.problems()] == ["code", "term"]


@pytest.mark.parametrize(
    ("kind", "typed"),
    [
        ("date", "31.2.2026"),
        ("date", "1.3."),
        ("integer", "zwölf"),
        ("decimal", "1,5,7"),
        ("money", "12,345"),
        ("date_range", "1.1.2026 – mo"),
    ],
)
def test_what_is_no_value_yet_stands_in_the_draft_and_is_shown_again(
    qtbot: QtBot, theme: Theme, kind: str, typed: str
) -> None:
    definition = FieldDefinition(id="feld", kind=kind, label="Feld")
    first, second = (create_editor(definition, EditorContext(theme)) for _ in range(2))
    qtbot.addWidget(first)
    qtbot.addWidget(second)
    first.set_value(unread(typed))
    assert first.typed_text() == typed
    with pytest.raises(FormError) as refused:
        first.value()
    kept = unread(first.typed_text())
    assert KINDS[kind].check(definition, kept) is not None, "it is never saved"
    second.set_value(kept)
    assert second.typed_text() == typed
    with pytest.raises(FormError) as again:
        second.value()
    assert again.value.code == refused.value.code


def test_foreign_text_is_shown_literally(
    qtbot: QtBot, theme: Theme, catalogue: ErrorCatalogue
) -> None:
    bad = "<img src='file:///etc/passwd'><b>fett</b> & Co"
    window = FormWindow(theme, catalogue, "mission", {"title": bad, "challenge": bad})
    qtbot.addWidget(window)
    window.show()
    area = window.form.blocks["challenge"].editor.first_widget
    assert isinstance(area, QPlainTextEdit)
    assert area.toPlainText() == bad
    for label in window.findChildren(QLabel):
        assert label.textFormat() == Qt.TextFormat.PlainText


def test_the_wheel_never_changes_a_value(
    qtbot: QtBot, qapp: QApplication, theme: Theme, catalogue: ErrorCatalogue
) -> None:
    window = FormWindow(theme, catalogue, "mission", {"status": "idea"})
    qtbot.addWidget(window)
    window.show()
    combo = window.form.blocks["status"].editor.findChild(QComboBox)
    assert isinstance(combo, QComboBox)
    combo.clearFocus()
    event = QWheelEvent(
        QPointF(5, 5),
        combo.mapToGlobal(QPointF(5, 5)),
        QPoint(0, 0),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    qapp.sendEvent(combo, event)
    assert window.draft.value("status") == "idea"
    assert combo.currentData() == "idea"


def test_no_combo_box_is_editable(qtbot: QtBot, theme: Theme, catalogue: ErrorCatalogue) -> None:
    for kind in ALL_KINDS:
        window = FormWindow(theme, catalogue, kind)
        qtbot.addWidget(window)
        assert not any(combo.isEditable() for combo in window.findChildren(QComboBox)), kind


@pytest.mark.parametrize("kind", ALL_KINDS)
def test_every_form_is_accessible(
    qtbot: QtBot, qapp: QApplication, theme: Theme, catalogue: ErrorCatalogue, kind: str
) -> None:
    window = FormWindow(theme, catalogue, kind)
    window.resize(700, 500)
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    assert audit(window, qapp, looks=kind in {"mission", "case_consultation"}) == []


@pytest.mark.parametrize("appearance", [Appearance.DARK, Appearance.CONTRAST])
def test_the_mission_form_is_accessible_in(
    qtbot: QtBot,
    qapp: QApplication,
    theme: Theme,
    catalogue: ErrorCatalogue,
    appearance: Appearance,
) -> None:
    theme.apply(appearance)
    window = FormWindow(theme, catalogue, "mission")
    window.resize(700, 500)
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    assert audit(window, qapp) == []


def test_the_mission_form_is_usable_at_200_percent(
    qtbot: QtBot, qapp: QApplication, theme: Theme, catalogue: ErrorCatalogue
) -> None:
    theme.apply(Appearance.LIGHT, 200)
    window = FormWindow(theme, catalogue, "mission")
    window.resize(700, 500)
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    assert audit(window, qapp, looks=False) == []
    assert window.horizontalScrollBar().maximum() == 0


def test_advice_comes_while_the_goal_is_written_and_goes_with_the_next_field(
    theme: Theme, catalogue: ErrorCatalogue, qtbot: QtBot
) -> None:
    goal = FormWindow(theme, catalogue, "smart_goal", {"baseline_value": "40 Minuten"})
    qtbot.addWidget(goal)
    sentence, day = goal.form.blocks["statement"], goal.form.blocks["due_date"]
    assert not sentence.advice
    type_text(sentence.editor.first_widget, "Wir wollen schneller werden.")
    assert "„wollen“" in sentence.advice
    assert "bis wann" in sentence.advice
    assert sentence.advice.split()[1] in sentence.editor.first_widget.accessibleDescription()
    type_text(day.editor.first_widget, "31.12.2027")
    assert "bis wann" not in sentence.advice


def test_a_form_opens_at_its_beginning_whatever_is_to_be_settled_in_it(
    qtbot: QtBot, theme: Theme, catalogue: ErrorCatalogue
) -> None:
    window = FormWindow(theme, catalogue, "mission", {"review_date": "2026-12-10"})
    qtbot.addWidget(window)
    window.resize(700, 400)
    with qtbot.waitExposed(window):
        window.show()
    window.form.show_draft(window.draft, conflicts={"review_date"}, merged={"challenge"})
    qtbot.wait(50)
    assert window.form.blocks["review_date"].findChildren(Banner)
    assert window.verticalScrollBar().maximum() > 0
    assert window.verticalScrollBar().value() == 0


@pytest.mark.parametrize("answer", [True, False, None])
def test_tab_reaches_the_chosen_answer_from_either_side_and_goes_on(
    qtbot: QtBot, theme: Theme, answer: Value
) -> None:
    definition = FieldDefinition(id="feld", kind="yes_no", label="Feld")
    editor = create_editor(definition, EditorContext(theme))
    before, after, window = QLineEdit(), QLineEdit(), QWidget()
    window.setLayout(column(before, editor, after))
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    editor.set_value(answer)
    for start, key, end in (
        (before, Qt.Key.Key_Tab, after),
        (after, Qt.Key.Key_Backtab, before),
        (before, Qt.Key.Key_Tab, after),
    ):
        start.setFocus()
        qtbot.keyClick(start, key)
        reached = window.focusWidget()
        assert isinstance(reached, QRadioButton)
        assert reached.isChecked()
        qtbot.keyClick(reached, key)
        assert window.focusWidget() is end
        assert editor.value() == answer
