"""Whatever is typed in the window is there again after a lock, and goes when it is done with."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, TypeAlias

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QPlainTextEdit, QPushButton, QWidget

from innolab_desktop.domain.errors import VaultError
from innolab_desktop.services.exchange_models import Carrier
from innolab_desktop.services.read_models import Contact, Member, RowQuery, Space
from innolab_desktop.ui.dialogs.conflict_dialog import ConflictDialog
from innolab_desktop.ui.dialogs.erase_dialog import EraseDialog
from innolab_desktop.ui.dialogs.merged_text_dialog import MergedTextDialog
from innolab_desktop.ui.dialogs.meta_check_dialog import MetaCheckDialog
from innolab_desktop.ui.dialogs.new_record_dialog import NewRecordDialog
from innolab_desktop.ui.dialogs.reason_dialog import ReasonDialog
from innolab_desktop.ui.dialogs.send_dialog import SendDialog, SendingChoice
from innolab_desktop.ui.dialogs.space_dialog import SpaceDialog
from innolab_desktop.ui.dialogs.transfer_dialog import TransferDialog
from innolab_desktop.ui.pages.consultation.contribution_line import ContributionLine
from innolab_desktop.ui.pages.mission.sentence_card import SentenceCard
from innolab_desktop.ui.typed_draft import draft_key
from innolab_desktop.ui.widgets.choice_line import ChoiceLine
from ui.typing_text import type_text
from ui.waiting_decisions import DIFFERENCE, MERGED

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from innolab_desktop.services.session import Session
    from innolab_desktop.ui.desk import Desk
    from innolab_desktop.ui.main_window import MainWindow
    from ui.vaults import Lane

TYPED = "Früher nachfragen – auch mittwochs"

Opened: TypeAlias = "tuple[QWidget, QLineEdit | QPlainTextEdit]"
"""A window or a line in one, and the field in it that is typed into."""


@pytest.fixture
def mission(session: Session, lane: Lane) -> bytes:
    return lane.call(lambda: session.records.list_rows(RowQuery("mission"))).rows[0].id


@pytest.fixture
def case(session: Session, lane: Lane) -> bytes:
    return lane.call(lambda: session.records.list_rows(RowQuery("case_consultation"))).rows[0].id


def areas(widget: QWidget) -> list[QPlainTextEdit]:
    return [area for area in widget.findChildren(QPlainTextEdit) if not area.isReadOnly()]


def contribution(window: MainWindow, desk: Desk, record: bytes) -> Opened:
    line = ContributionLine(desk, record)
    line.setParent(window)
    return line, line.field


def sentence(window: MainWindow, desk: Desk, record: bytes) -> Opened:
    card = SentenceCard(desk, record)
    card.setParent(window)
    return card, card.parts[1]


def reason(window: MainWindow, desk: Desk, record: bytes) -> Opened:
    dialog = ReasonDialog(
        window, desk, draft_key("freeze", record), title="Fassung", question="?", action="Ja"
    )
    return dialog, areas(dialog)[0]


def conflict(window: MainWindow, desk: Desk, record: bytes) -> Opened:
    dialog = ConflictDialog(
        window, desk, replace(DIFFERENCE, place=replace(DIFFERENCE.place, record=record))
    )
    return dialog, dialog.findChildren(QLineEdit)[0]


def merged(window: MainWindow, desk: Desk, record: bytes) -> Opened:
    dialog = MergedTextDialog(
        window, desk, replace(MERGED, place=replace(MERGED.place, record=record))
    )
    return dialog, areas(dialog)[0]


def new_record(window: MainWindow, desk: Desk, _record: bytes) -> Opened:
    dialog = NewRecordDialog(window, desk, desk.session.forms.form("mission"))
    return dialog, dialog.findChildren(QLineEdit)[0]


def erasure(window: MainWindow, desk: Desk, record: bytes) -> Opened:
    dialog = EraseDialog(window, desk, desk.session.erasing.plan(record), "challenge")
    return dialog, areas(dialog)[0]


PLACES: dict[str, Callable[[MainWindow, Desk, bytes], Opened]] = {
    "contribution": contribution,
    "sentence": sentence,
    "reason": reason,
    "conflict": conflict,
    "merged": merged,
    "new_record": new_record,
    "erasure": erasure,
}


def text_of(field: QLineEdit | QPlainTextEdit) -> str:
    return field.toPlainText() if isinstance(field, QPlainTextEdit) else field.text()


def drafts(desk: Desk, lane: Lane) -> int:
    return len(lane.call(desk.session.desk.drafts))


def press(widget: QWidget, label: str) -> None:
    next(b for b in widget.findChildren(QPushButton) if b.text() == label).click()


@pytest.mark.parametrize("place", PLACES)
def test_locking_in_the_middle_of_a_word_keeps_it(
    place: str, window: MainWindow, desk: Desk, lane: Lane, mission: bytes
) -> None:
    def opened() -> Opened:
        if place == "erasure":
            plan = lane.call(lambda: desk.session.erasing.plan(mission))
            dialog = EraseDialog(window, desk, plan, "challenge")
            return dialog, areas(dialog)[0]
        return PLACES[place](window, desk, mission)

    widget, field = opened()
    widget.show()
    lane.settle()
    field.selectAll()
    type_text(field, TYPED)
    window.leave()  # what locking does, before the pause in typing is over
    lane.settle()
    assert drafts(desk, lane) == 1
    widget.close()
    again, field = opened()
    again.show()
    lane.settle()
    assert text_of(field) == TYPED


@pytest.mark.parametrize("place", ["contribution", "sentence", "reason", "conflict", "merged"])
def test_erasing_takes_the_draft_along(
    place: str, window: MainWindow, desk: Desk, lane: Lane, mission: bytes
) -> None:
    _, field = PLACES[place](window, desk, mission)
    lane.settle()
    type_text(field, TYPED)
    window.leave()
    lane.settle()
    assert drafts(desk, lane) == 1
    lane.call(lambda: desk.session.erasing.erase(mission, "request"))
    assert drafts(desk, lane) == 0


def test_erasing_a_field_takes_along_what_is_typed_about_it(
    window: MainWindow, desk: Desk, lane: Lane, mission: bytes
) -> None:
    lane.call(lambda: desk.session.records.save(mission, {"challenge": "Lange Schlangen."}))
    for place in (merged, sentence):  # the one of the field, the other of another one
        _, field = place(window, desk, mission)
        lane.settle()
        type_text(field, TYPED)
    window.leave()
    lane.settle()
    lane.call(lambda: desk.session.erasing.erase_field(mission, "challenge", "request"))
    kept = lane.call(desk.session.desk.drafts)
    assert [key.split(":")[0] for key in kept] == ["sentence"]


def test_a_contribution_is_written_once_and_its_draft_goes(
    qtbot: QtBot, window: MainWindow, desk: Desk, lane: Lane, case: bytes
) -> None:
    _, field = contribution(window, desk, case)
    lane.settle()
    type_text(field, TYPED)
    qtbot.wait(900)
    lane.settle()
    assert drafts(desk, lane) == 1, "kept by itself, for the case of a crash"
    qtbot.keyClick(field, Qt.Key.Key_Return)
    type_text(field, "Schon der nächste Ged")
    window.leave()
    lane.settle()
    found = lane.call(lambda: desk.session.records.children(case, "contribution"))
    assert [item.values["text"] for item in found] == [TYPED]
    _, field = contribution(window, desk, case)
    lane.settle()
    assert text_of(field) == "Schon der nächste Ged"


def test_a_contribution_that_cannot_be_written_comes_back(
    window: MainWindow, desk: Desk, lane: Lane, mission: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    line, field = contribution(window, desk, mission)
    assert isinstance(line, ContributionLine)
    lane.settle()
    failures: list[Exception] = []
    line.failed.connect(failures.append)

    def fail(*_: object, **__: object) -> None:
        raise VaultError("disk_full")

    monkeypatch.setattr(type(desk.session.records), "new", fail)
    type_text(field, TYPED)
    lane.qtbot.keyClick(field, Qt.Key.Key_Return)
    type_text(field, "und weiter")
    lane.settle()
    assert [str(error) for error in failures] == ["disk_full"]
    assert text_of(field) == f"{TYPED} und weiter"
    window.leave()
    lane.settle()
    assert drafts(desk, lane) == 1


def test_a_text_that_was_merged_anew_only_offers_the_draft(
    window: MainWindow, desk: Desk, lane: Lane, mission: bytes
) -> None:
    _, field = merged(window, desk, mission)
    lane.settle()
    field.selectAll()
    type_text(field, TYPED)
    window.leave()
    lane.settle()
    place = replace(MERGED.place, record=mission)
    anew = MergedTextDialog(window, desk, replace(MERGED, place=place, text="Schlangen überall."))
    anew.show()
    lane.settle()
    area = areas(anew)[0]
    assert area.toPlainText() == "Schlangen überall."
    assert TYPED in [label.text() for label in anew.findChildren(QLabel)]
    press(anew, "Entwurf anfügen")
    assert area.toPlainText() == f"Schlangen überall.\n{TYPED}"


def test_a_transfer_sheet_is_kept_for_each_mission(
    window: MainWindow, desk: Desk, lane: Lane
) -> None:
    def opened() -> TransferDialog:
        dialog = TransferDialog(window, desk)
        dialog.show()
        lane.settle()
        return dialog

    dialog = opened()
    name, area = next(iter(dialog.areas.items()))
    type_text(area, TYPED)
    changed = area.toPlainText()
    dialog.mission.setCurrentIndex(1)
    dialog.mission.activated.emit(1)
    lane.settle()
    assert dialog.areas[name].toPlainText() != changed
    dialog.reject()
    lane.settle()
    again = opened()
    assert again.areas[name].toPlainText() == changed
    press(again, "Vorschläge neu holen")
    lane.settle()
    assert TYPED not in again.areas[name].toPlainText()
    assert drafts(desk, lane) == 0


def test_ticks_of_a_meta_check_are_kept(window: MainWindow, desk: Desk, lane: Lane) -> None:
    values = {"title": "Herbst", "question_set": "meta_check"}
    wave = lane.call(lambda: desk.session.records.new("evaluation_wave", values)).record

    def opened() -> MetaCheckDialog:
        dialog = MetaCheckDialog(
            window, desk, lane.call(lambda: desk.session.evaluations.wave(wave))
        )
        dialog.show()
        lane.settle()
        return dialog

    dialog = opened()
    dialog.findChildren(ChoiceLine)[1].button.click()
    ticked = dialog.block.editor.value()
    assert ticked
    dialog.reject()
    lane.settle()
    again = opened()
    assert again.block.editor.value() == ticked
    press(again, "Speichern")
    lane.settle()
    assert drafts(desk, lane) == 0
    saved = lane.call(lambda: desk.session.evaluations.wave(wave))
    assert saved.record.values["meta_check"] == ticked


def test_a_space_that_is_not_made_yet_is_kept_with_its_members(
    window: MainWindow, desk: Desk, lane: Lane
) -> None:
    ids = [bytes([number]) * 16 for number in range(3)]
    people = [
        Contact(own, own, "Müller", "Ort", "Amt", "official", "1" * 30, 1, is_introduced=False)
        for own in ids
    ]

    def opened() -> SpaceDialog:
        dialog = SpaceDialog(window, desk, people)
        dialog.show()
        lane.settle()
        return dialog

    dialog = opened()
    type_text(dialog.findChildren(QLineEdit)[0], TYPED)
    dialog.keep()
    combo = dialog.findChildren(QComboBox)[0]
    combo.setCurrentIndex(2)
    combo.activated.emit(2)
    dialog.keep()
    lane.settle()
    dialog.findChildren(ChoiceLine)[1].button.click()
    window.leave()
    lane.settle()
    dialog.done(0)
    again = opened()
    assert text_of(again.findChildren(QLineEdit)[0]) == TYPED
    assert again.findChildren(QComboBox)[0].currentIndex() == 2
    assert [line.is_checked for line in again.findChildren(ChoiceLine)] == [False, True, False]
    press(again, "Abbrechen")
    lane.settle()
    assert drafts(desk, lane) == 0


def test_mail_addresses_that_are_not_used_yet_are_kept(
    window: MainWindow, desk: Desk, lane: Lane
) -> None:
    people = [Member(bytes([n]) * 16, bytes(16), f"Weiß {n}", "member") for n in range(2)]
    space = Space(b"s" * 16, "Raum", "tandem", tuple(people))
    before = SendingChoice(Carrier.MAIL, 3_000_000, {people[0].person_id: "weiss@ort.de"})

    def opened() -> SendDialog:
        dialog = SendDialog(window, desk, space, people, before)
        dialog.show()
        lane.settle()
        return dialog

    def shown(dialog: SendDialog) -> list[str]:
        return [text_of(line) for line in dialog.findChildren(QLineEdit)]

    dialog = opened()
    type_text(dialog.findChildren(QLineEdit)[1], "jonas.wei")
    window.leave()
    lane.settle()
    dialog.done(0)
    again = opened()
    assert shown(again) == ["weiss@ort.de", "jonas.wei"]
    press(again, "Schreiben …")
    lane.settle()
    assert drafts(desk, lane) == 0


def test_a_title_that_was_cancelled_is_gone(window: MainWindow, desk: Desk, lane: Lane) -> None:
    dialog, field = new_record(window, desk, b"")
    dialog.show()
    lane.settle()
    type_text(field, TYPED)
    press(dialog, "Abbrechen")
    lane.settle()
    assert drafts(desk, lane) == 0


def test_who_types_at_once_is_not_interrupted_by_the_draft(
    window: MainWindow, desk: Desk, lane: Lane, mission: bytes
) -> None:
    key = draft_key("freeze", mission)
    lane.call(lambda: desk.session.desk.keep_draft(key, {"text": "von gestern"}))
    _, field = reason(window, desk, mission)  # the draft is still being read
    type_text(field, TYPED)
    lane.settle()
    assert text_of(field) == TYPED
