"""The members of a space in the window: nobody comes or goes without a second question."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit, QPushButton, QToolButton

from innolab_desktop.services.read_models import Contact, Space
from innolab_desktop.services.space_people import SpacePeople, SpacePerson
from innolab_desktop.ui.dialogs.forget_dialog import ForgetDialog
from innolab_desktop.ui.dialogs.members_dialog import MembersDialog
from innolab_desktop.ui.dialogs.message_dialog import MessageDialog
from innolab_desktop.ui.pages.exchange_page import ExchangePage
from innolab_desktop.ui.pages.record_editor import RecordEditor
from innolab_desktop.ui.theme.theme import Appearance
from innolab_desktop.ui.widgets.scroll_page import ScrollPage
from ui.accessibility import audit
from ui.typing_text import type_text
from ui.vaults import create_session

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from innolab_desktop.services.session import Session
    from innolab_desktop.ui.desk import Desk
    from innolab_desktop.ui.main_window import MainWindow
    from ui.vaults import Lane


class Journey:
    """One person who manages a tandem."""

    def __init__(self, window: MainWindow, session: Session, lane: Lane) -> None:
        self.window = window
        self.session = session
        self.lane = lane

    def press(self, name: str, where: QWidget | None = None) -> None:
        buttons = (where or self.window).findChildren(QPushButton)
        found = [b for b in buttons if name in (b.text(), b.accessibleName()) and b.isVisible()]
        found[0].click()
        self.lane.settle()

    def confirm(self, name: str) -> str:
        found = [d for d in self.window.findChildren(MessageDialog) if d.isVisible()]
        text = " ".join(label.text() for label in found[0].findChildren(QLabel))
        self.press(name, found[0])
        return text

    @property
    def dialog(self) -> MembersDialog:
        return next(d for d in self.window.findChildren(MembersDialog) if d.isVisible())

    def texts(self) -> str:
        return " ".join(x.text() for x in self.dialog.findChildren(QLabel) if x.isVisible())


@pytest.fixture
def journey(window: MainWindow, session: Session, lane: Lane, tmp_path: Path) -> Journey:
    def prepare() -> None:
        people: list[bytes] = []
        for name in ("Jonas", "Petra"):
            other = create_session(tmp_path / name, name)
            other.contacts.write_card(tmp_path / f"{name}.ilkarte")
            people.append(session.contacts.add(tmp_path / f"{name}.ilkarte").id)
            other.close()
        session.spaces.create("Team", "tandem", people[:1])

    lane.call(prepare)
    window.show_page("exchange")
    page = window.page("exchange")
    assert isinstance(page, ExchangePage)
    page.show_tab(1)
    lane.settle()
    found = Journey(window, session, lane)
    found.press("Mitglieder von „Team“")
    return found


def person(number: int) -> Contact:
    key = number.to_bytes(16, "big")
    return Contact(
        key, key, f"Person {number:03}", "Köln", "Amt", "official", "1" * 30, 1, is_introduced=False
    )


def members(journey: Journey) -> list[str]:
    space = journey.lane.call(lambda: journey.session.spaces.find("Team"))
    return [member.name for member in space.members]


def test_somebody_comes_and_somebody_goes(journey: Journey) -> None:
    assert "Aylin Demir (Sie)" in journey.texts()
    assert members(journey) == ["Aylin Demir", "Jonas"]
    journey.press("Petra aufnehmen", journey.dialog)
    assert members(journey) == ["Aylin Demir", "Jonas"], "nothing without a second question"
    assert "alles lesen" in journey.confirm("Aufnehmen")
    assert members(journey) == ["Aylin Demir", "Jonas", "Petra"]
    assert "Senden Sie ein Paket" in journey.texts()
    journey.press("Jonas herausnehmen", journey.dialog)
    journey.confirm("Herausnehmen")
    assert members(journey) == ["Aylin Demir", "Petra"]


def test_no_title_names_the_space(journey: Journey) -> None:
    titles = [window.windowTitle() for window in QApplication.topLevelWidgets()]
    assert not [title for title in titles if "Team" in title]
    assert "Team" in journey.dialog.heading.text()


def test_a_question_can_be_declined(journey: Journey) -> None:
    journey.press("Jonas herausnehmen", journey.dialog)
    journey.confirm("Abbrechen")
    journey.press("Raum verlassen …", journey.dialog)
    journey.confirm("Abbrechen")
    assert members(journey) == ["Aylin Demir", "Jonas"]


def test_many_people_are_narrowed_down_and_reached_by_keyboard(
    journey: Journey, desk: Desk, session: Session, lane: Lane, qapp: QApplication
) -> None:
    journey.dialog.reject()
    found = lane.call(lambda: session.spaces.people(session.spaces.find("Team").id))
    many = tuple(map(person, range(400)))
    dialog = MembersDialog(journey.window, desk, replace(found, candidates=many))
    dialog.show()
    lane.settle()

    def offered() -> list[str]:
        buttons = dialog.candidates.findChildren(QPushButton)
        return [b.accessibleName() for b in buttons if b.isVisible() and b.accessibleName()]

    assert len(offered()) == 5
    dialog.candidates.field.setFocus()
    type_text(dialog.candidates.field, "person 399")
    lane.qtbot.keyClick(dialog.candidates.field, Qt.Key.Key_Return)
    lane.settle()
    assert dialog.isVisible(), "Return ends nothing"
    assert offered() == ["Person 399 aufnehmen"]
    lane.qtbot.keyClick(dialog.candidates.field, Qt.Key.Key_Tab)
    if isinstance(dialog.focusWidget(), QToolButton):  # empties the filter
        lane.qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
    add = dialog.focusWidget()
    assert isinstance(add, QPushButton)
    assert add.accessibleName() == "Person 399 aufnehmen"
    lane.qtbot.keyClick(add, Qt.Key.Key_Tab)
    assert dialog.focusWidget() is dialog._leave
    assert audit(dialog, qapp) == []


def test_nothing_lies_beside_a_narrow_window(window: MainWindow, desk: Desk, lane: Lane) -> None:
    desk.theme.apply(Appearance.LIGHT, 200)
    key = bytes(16)
    people = (
        SpacePerson(key, "Aylin Demir", "founder", 1, 0, 0, True, False),
        SpacePerson(b"1" * 16, "Wilhelmine Schröder-Großmann", "coordinator", 3, 1, 1, False, True),
    )
    space = Space(key, "Bürgerbüro", "coordination", ())
    found = SpacePeople(space, people, (person(1),), ())
    dialog = MembersDialog(window, desk, found)
    dialog.resize(760, 560)
    dialog.show()
    lane.settle()
    page = dialog.findChild(ScrollPage)
    assert isinstance(page, ScrollPage)
    assert page.horizontalScrollBar().maximum() == 0


def test_leaving(journey: Journey) -> None:
    journey.press("Raum verlassen …", journey.dialog)
    assert "wieder aufnehmen" in journey.confirm("Verlassen")
    assert members(journey) == ["Jonas"]
    assert "nicht mehr Mitglied. Was da ist, können Sie weiter lesen." in journey.texts()
    visible = [b.text() for b in journey.dialog.findChildren(QPushButton) if b.isVisible()]
    assert visible == ["Raum hier löschen …", "Schließen"]


def test_who_left_deletes_the_space_here(
    journey: Journey, desk: Desk, qapp: QApplication, tmp_path: Path
) -> None:
    session, lane = journey.session, journey.lane
    team = lane.call(lambda: session.spaces.find("Team")).id
    record = lane.call(lambda: session.records.new("mission", {"title": "Zugang"}, space=team))
    editor = RecordEditor(desk)
    journey.press("Raum verlassen …", journey.dialog)
    journey.confirm("Verlassen")
    journey.press("Raum hier löschen …", journey.dialog)
    assert "Senden Sie zuerst das letzte Paket" in journey.confirm("Schließen")
    lane.call(lambda: session.exporting.run(team, tmp_path / "post"))
    editor.open_record(record.record)
    lane.settle()

    journey.press("Raum hier löschen …", journey.dialog)
    dialog = next(d for d in journey.window.findChildren(ForgetDialog) if d.isVisible())
    said = " ".join(label.text() for label in dialog.findChildren(QLabel))
    assert "Team (Tandem)" in said
    assert "1 Eintrag, mit allen Anhängen, Fassungen und Entwürfen" in said
    assert "Bei den anderen bleibt alles, wie es ist" in said
    assert audit(dialog, qapp) == []
    journey.press("Endgültig löschen", dialog)
    assert dialog.isVisible(), "nothing without a reason"
    assert "Bitte wählen Sie einen Grund." in " ".join(
        label.text() for label in dialog.findChildren(QLabel)
    )
    reasons = dialog.findChild(QComboBox)
    assert isinstance(reasons, QComboBox)
    reasons.setCurrentIndex(reasons.findData("unneeded"))
    journey.press("Endgültig löschen", dialog)
    assert not [d for d in journey.window.findChildren(MembersDialog) if d.isVisible()]
    names = [space.name for space in lane.call(session.spaces.all)]
    assert names == ["Nur ich"]
    (logged,) = lane.call(session.erasing.log)
    assert (logged.reason, logged.records) == ("unneeded", 1)
    assert lane.call(session.erasing.backups_due) == 0
    texts = [label.text() for label in journey.window.findChildren(QLabel) if label.isVisible()]
    assert not [text for text in texts if "Team" in text]


def test_what_is_in_a_space_that_was_left_stays_readable(journey: Journey, desk: Desk) -> None:
    session, lane = journey.session, journey.lane
    team = lane.call(lambda: session.spaces.find("Team")).id
    records = [
        lane.call(
            lambda place=place: session.records.new("mission", {"title": "Zugang"}, space=place)
        )
        for place in (team, None)
    ]
    journey.press("Raum verlassen …", journey.dialog)
    journey.confirm("Verlassen")
    is_read_only: list[bool] = []
    for created in (*records, records[0]):
        editor = RecordEditor(desk)
        editor.open_record(created.record)
        lane.settle()
        assert editor.form is not None
        line = editor.form.blocks["title"].editor.first_widget
        assert isinstance(line, QLineEdit)
        assert line.text() == "Zugang"
        is_read_only.append(line.isReadOnly())
    assert is_read_only == [True, False, True]
