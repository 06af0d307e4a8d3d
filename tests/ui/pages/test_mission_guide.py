"""The guided path of a mission, in a real vault."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton

from innolab_desktop.services.read_models import RowQuery
from innolab_desktop.ui.dialogs.child_dialog import ChildDialog
from innolab_desktop.ui.pages.children.child_list import ChildList
from innolab_desktop.ui.pages.mission.guide import MissionGuide
from innolab_desktop.ui.pages.mission.steps import guide_steps
from innolab_desktop.ui.pages.records_page import RecordsPage
from innolab_desktop.ui.theme.theme import Appearance
from ui.accessibility import audit
from ui.typing_text import type_text

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from innolab_desktop.domain.values import Value
    from innolab_desktop.services.session import Session
    from innolab_desktop.ui.desk import Desk
    from innolab_desktop.ui.pages.mission.step_view import StepView
    from innolab_desktop.ui.theme.theme import Theme
    from ui.vaults import Lane

CHALLENGE, VISION, GOALS, MISSION, CHECK, AGREEMENT = range(6)


@pytest.fixture
def mission(session: Session, lane: Lane) -> bytes:
    rows = lane.call(lambda: session.records.list_rows(RowQuery(kind="mission"))).rows
    return next(row.id for row in rows if row.title.startswith("Öffnungszeiten"))


@pytest.fixture
def page(qtbot: QtBot, desk: Desk, lane: Lane, mission: bytes) -> RecordsPage:
    widget = RecordsPage(desk, desk.session.forms.form("mission"))
    qtbot.addWidget(widget)
    widget.setWindowTitle("Missionen")
    widget.resize(1000, 760)
    with qtbot.waitExposed(widget):
        widget.show()
    widget.activate()
    widget.activateWindow()
    lane.settle()
    widget.open_record("mission", mission)
    lane.settle()
    return widget


@pytest.fixture
def guide(page: RecordsPage, lane: Lane) -> MissionGuide:
    buttons = page.findChildren(QPushButton)
    next(b for b in buttons if b.text() == "Schritt für Schritt" and b.isVisible()).click()
    lane.settle()
    assert isinstance(page.flow, MissionGuide)
    return page.flow


def view(guide: MissionGuide) -> StepView:
    assert guide.view is not None
    return guide.view


def go_to(guide: MissionGuide, lane: Lane, number: int) -> StepView:
    guide.go_to(number)
    lane.settle()
    return view(guide)


def value(lane: Lane, session: Session, mission: bytes, field: str) -> Value:
    return lane.call(lambda: session.records.open(mission)).values.get(field)


def test_every_step_asks_for_entries_of_the_form(session: Session) -> None:
    names = [name for step in guide_steps() for name in step.names]
    assert len(names) == len(set(names))
    assert set(names) <= {entry.name for entry in session.forms.form("mission").entries()}


def test_it_begins_where_something_is_missing_and_the_cursor_is_there(
    guide: MissionGuide, page: RecordsPage, lane: Lane, mission: bytes
) -> None:
    assert guide.step == CHALLENGE, "nobody said whom it concerns"
    block = view(guide).form.blocks["challenge"]
    assert guide.window().focusWidget() is block.editor.first_widget
    concerned = view(guide).form.blocks["affected_parties"].editor.first_widget
    concerned.setFocus()
    type_text(concerned, "Menschen, die arbeiten")
    view(guide).form.blocks["participation"].editor.set_value("informed")
    view(guide).form.blocks["participation"].editor.edited.emit()
    guide.leave()
    lane.settle()
    assert not guide.isVisible()
    page.lead(mission)
    lane.settle()
    assert guide.step == MISSION, "challenge, vision and goals are there"


def test_every_step_saves_what_was_typed(
    guide: MissionGuide, lane: Lane, session: Session, mission: bytes, qtbot: QtBot
) -> None:
    area = go_to(guide, lane, VISION).form.blocks["vision"].editor.first_widget
    area.setFocus()
    type_text(area, "Alle kommen sofort an die Reihe. ")
    qtbot.keyClick(guide._next, Qt.Key.Key_Return)
    lane.settle()
    assert guide.step == GOALS
    assert str(value(lane, session, mission, "vision")).startswith("Alle kommen sofort")
    guide._back.click()
    lane.settle()
    assert guide.step == VISION


def test_goals_are_added_in_place(guide: MissionGuide, lane: Lane) -> None:
    goals = go_to(guide, lane, GOALS)
    new = guide.window().focusWidget()
    assert isinstance(new, QPushButton)
    new.click()
    lane.settle()
    dialog = next(d for d in guide.window().findChildren(ChildDialog) if d.isVisible())
    block = dialog.form.blocks["statement"]
    type_text(block.editor.first_widget, "Wir wollen schneller werden.")
    assert "„wollen“" in block.advice
    dialog._submit()
    lane.settle()
    assert goals is view(guide), "the page stays"
    shown = goals._lists["smart_goal"]
    assert isinstance(shown, ChildList)
    assert len(shown._children) == 3


def test_the_sentence_is_built_from_its_parts(
    guide: MissionGuide, lane: Lane, session: Session, mission: bytes
) -> None:
    step = go_to(guide, lane, MISSION)
    card = step.sentence
    assert card is not None
    assert card.sentence == "Bis … haben wir … für …, damit …"
    assert not card.take.isEnabled()
    for part, text in zip(
        card.parts,
        (
            "31.12.2027",
            "ein Formular in Leichter Sprache",
            "für alle Antragsteller*innen",
            "damit jede Person ihr Recht wahrnimmt.",
        ),
        strict=True,
    ):
        type_text(part, text)
    wanted = (
        "Bis 31.12.2027 haben wir ein Formular in Leichter Sprache für alle "
        "Antragsteller*innen, damit jede Person ihr Recht wahrnimmt."
    )
    assert card.sentence == wanted
    card.take.click()
    block = step.form.blocks["mission_statement"]
    assert block.editor.value() == wanted
    assert not block.advice
    assert guide.window().focusWidget() is block.editor.first_widget
    guide.commit()
    lane.settle()
    assert value(lane, session, mission, "mission_statement") == wanted


def test_the_check_leads_to_what_is_missing(
    guide: MissionGuide, lane: Lane, page: RecordsPage, qtbot: QtBot
) -> None:
    missing = go_to(guide, lane, CHECK).missing
    assert missing is not None
    assert "mission_check" in missing.links
    view(guide).form.blocks["mission_check"].editor.set_value(("bold",))
    view(guide).form.blocks["mission_check"].editor.edited.emit()
    assert "mission_check" not in missing.links
    qtbot.keyClick(missing.links["review_role"].button, Qt.Key.Key_Space)
    lane.settle()
    assert guide.step == AGREEMENT
    assert (
        guide.window().focusWidget() is view(guide).form.blocks["review_role"].editor.first_widget
    )
    missing = go_to(guide, lane, CHECK).missing
    assert missing is not None
    missing.links["budget_source"].button.click()
    lane.settle()
    assert not guide.isVisible()
    form = page._editor.form
    assert form is not None
    field = form.blocks["budget_source"].editor.first_widget
    assert guide.window().focusWidget() is field
    assert not field.visibleRegion().isEmpty(), "it was scrolled to"


def test_every_step_is_accessible(
    guide: MissionGuide, lane: Lane, page: RecordsPage, qapp: QApplication
) -> None:
    for number in range(6):
        go_to(guide, lane, number)
        assert audit(page, qapp, looks=number in {MISSION, CHECK}) == []


def test_it_fits_at_twice_the_size(
    guide: MissionGuide, lane: Lane, page: RecordsPage, qapp: QApplication, theme: Theme
) -> None:
    theme.apply(Appearance.LIGHT, 200)
    page.resize(1226, 640)
    for number in (MISSION, CHECK, AGREEMENT):
        go_to(guide, lane, number)
        assert audit(page, qapp, looks=False) == []
