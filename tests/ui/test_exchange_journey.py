"""Two people, two windows, one mission: cards, a space, packages, an Abweichung."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QDialog, QLabel, QLineEdit, QPushButton

from innolab_desktop.ui.desk import Desk
from innolab_desktop.ui.dialogs.conflict_dialog import ConflictDialog
from innolab_desktop.ui.dialogs.digits_dialog import DigitsDialog
from innolab_desktop.ui.dialogs.import_dialog import ImportDialog
from innolab_desktop.ui.dialogs.space_dialog import SpaceDialog
from innolab_desktop.ui.main_window import MainWindow
from innolab_desktop.ui.notifier import Notifier
from innolab_desktop.ui.pages.exchange_page import ExchangePage
from innolab_desktop.ui.settings import Settings
from innolab_desktop.ui.widgets.chip import Chip
from innolab_desktop.ui.widgets.choice_line import ChoiceLine
from ui.typing_text import type_text
from ui.vaults import HINTS, Lane, create_session

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from innolab_desktop.services.error_catalogue import ErrorCatalogue
    from innolab_desktop.services.session import Session
    from innolab_desktop.ui.theme.theme import Theme


@dataclass
class Official:
    session: Session
    window: MainWindow
    lane: Lane

    @property
    def exchange(self) -> ExchangePage:
        page = self.window.page("exchange")
        assert isinstance(page, ExchangePage)
        return page

    def show_tab(self, index: int) -> None:
        self.window.show_page("exchange")
        self.exchange.show_tab(index)
        self.lane.settle()

    def press(self, text: str) -> None:
        next(b for b in self.window.findChildren(QPushButton) if b.text() == text).click()
        self.lane.settle()

    def dialog(self, kind: type[QDialog]) -> QDialog:
        return next(d for d in self.window.findChildren(kind) if d.isVisible())

    def texts(self) -> str:
        return " ".join(x.text() for x in self.window.findChildren(QLabel) if x.isVisible())


def press(dialog: QDialog, text: str, lane: Lane) -> None:
    next(b for b in dialog.findChildren(QPushButton) if b.text() == text).click()
    lane.settle()


@pytest.fixture
def official(
    qtbot: QtBot, lane: Lane, theme: Theme, catalogue: ErrorCatalogue, tmp_path: Path
) -> Iterator[Callable[[str], Official]]:
    made: list[Official] = []

    def make(name: str) -> Official:
        session = lane.call(lambda: create_session(tmp_path / name, name))
        desk = Desk(session, lane.jobs, Notifier(lane.jobs), theme, catalogue, HINTS)
        window = MainWindow(desk, Settings(tmp_path / f"{name}.ini"))
        qtbot.addWidget(window)
        window.show()
        lane.settle()
        made.append(Official(session, window, lane))
        return made[-1]

    yield make
    lane.settle()
    for one in made:
        lane.jobs.finish_with(one.session.close)


def introduce(one: Official, other: Official, folder: Path) -> None:
    card = folder / f"{other.session.info.person}.ilkarte"
    digits = one.lane.call(lambda: other.session.contacts.write_card(card))
    one.show_tab(1)
    one.exchange.people.add_card(card)
    one.lane.settle()
    ask = one.dialog(DigitsDialog)
    line = ask.findChild(QLineEdit)
    assert isinstance(line, QLineEdit)
    type_text(line, "11111 " * 6)
    press(ask, "Vergleichen", one.lane)
    assert ask.isVisible(), "wrong digits must not be accepted"
    line.clear()
    type_text(line, digits)
    press(ask, "Vergleichen", one.lane)
    chips = [chip.text for chip in one.window.findChildren(Chip)]
    assert "Prüfzeichen verglichen" in chips


def send(sender: Official, receiver: Official, folder: Path) -> None:
    space = next(s for s in sender.lane.call(sender.session.spaces.all) if s.type == "tandem")
    sender.show_tab(0)
    sender.exchange.transfer.writing.export(space, folder)
    sender.lane.settle()
    receiver.show_tab(0)
    receiver.exchange.transfer.preview(sorted(folder.glob("*.ilpaket")))
    receiver.lane.settle()
    press(receiver.dialog(ImportDialog), "Einlesen", receiver.lane)


def test_two_officials_work_at_once_and_agree(
    official: Callable[[str], Official], lane: Lane, tmp_path: Path
) -> None:
    aylin, jonas = official("Aylin"), official("Jonas")
    introduce(aylin, jonas, tmp_path)
    introduce(jonas, aylin, tmp_path)

    aylin.show_tab(1)
    aylin.press("Neuer Raum …")
    dialog = aylin.dialog(SpaceDialog)
    line = dialog.findChild(QLineEdit)
    assert isinstance(line, QLineEdit)
    type_text(line, "Bürgerbüro & Personal")
    for choice in dialog.findChildren(ChoiceLine):
        choice.set_checked(True)
    press(dialog, "Anlegen", lane)

    space = next(s for s in lane.call(aylin.session.spaces.all) if s.type == "tandem")
    values = {"title": "Öffnungszeiten", "code": "M-1"}
    mission = lane.call(lambda: aylin.session.records.new("mission", values, space=space.id)).record
    send(aylin, jonas, tmp_path / "post-1")
    assert "1 von 1 Paketen eingelesen" in jonas.texts()

    for one, code in ((aylin, "M-2"), (jonas, "M-3")):
        lane.call(lambda one=one, code=code: one.session.records.save(mission, {"code": code}))
    send(jonas, aylin, tmp_path / "post-2")
    assert "Mit Abweichung: 1 Eintrag." in aylin.texts()

    aylin.show_tab(2)
    aylin.press("Entscheiden …")
    conflict = aylin.dialog(ConflictDialog)
    press(conflict, "Übernehmen", lane)
    assert conflict.isVisible(), "nothing was chosen yet"
    texts = [label.text() for label in conflict.findChildren(QLabel)]
    assert "M-2" in texts
    assert "M-3" in texts
    lines = conflict.findChildren(ChoiceLine)
    theirs = next(line for line in lines if "Jonas" in line.button.accessibleName())
    theirs.set_checked(True)
    press(conflict, "Übernehmen", lane)
    settled = lane.call(lambda: aylin.session.records.open(mission))
    assert settled.values["code"] == "M-3"
    assert not settled.conflicts

    send(aylin, jonas, tmp_path / "post-3")
    theirs_now = lane.call(lambda: jonas.session.records.open(mission))
    assert theirs_now.values == settled.values
    assert not theirs_now.conflicts


def test_a_hostile_file_changes_nothing_and_is_explained(
    official: Callable[[str], Official], lane: Lane, catalogue: ErrorCatalogue, tmp_path: Path
) -> None:
    aylin = official("Aylin")
    bad = tmp_path / "rechnung.ilpaket"
    bad.write_bytes(b"MZ" + bytes(5000))
    before = lane.call(aylin.session.vault.records.counts)
    aylin.show_tab(0)
    aylin.exchange.transfer.preview([bad])
    lane.settle()
    dialog = aylin.dialog(ImportDialog)
    texts = " ".join(label.text() for label in dialog.findChildren(QLabel))
    code = lane.call(lambda: aylin.session.importing.preview([bad])).bundles[0].code
    assert str(catalogue.describe_code(code, {})) in texts
    assert not any(b.text() == "Einlesen" for b in dialog.findChildren(QPushButton))
    assert lane.call(aylin.session.vault.records.counts) == before
