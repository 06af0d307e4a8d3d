"""A release that is not done comes back, and no decision outlives the text it was about."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QPushButton

from innolab_desktop.services.release_plan import ReleaseChoices
from innolab_desktop.ui.dialogs.release.begun_release import (
    Answer,
    BegunRelease,
    Ticks,
    begun_release,
)
from innolab_desktop.ui.dialogs.release.finding_card import FindingCard
from innolab_desktop.ui.dialogs.release.release_dialog import ReleaseDialog
from innolab_desktop.ui.typed_draft import draft_sentence
from innolab_desktop.ui.widgets.marked_text import MarkedText
from ui.release_stage import copy_of
from ui.typing_text import type_text

if TYPE_CHECKING:
    from collections.abc import Mapping

    from innolab_desktop.domain.values import Value
    from ui.release_stage import Stage

_ids = st.binary(min_size=16, max_size=16)
_keys = st.tuples(_ids, st.sampled_from(["title", "challenge", "case_text"]))
_words = st.text(max_size=20)
_writes = st.lists(st.binary(min_size=18, max_size=18), max_size=3).map(tuple)


@st.composite
def begun(draw: st.DrawFn) -> BegunRelease:
    wording = draw(st.dictionaries(_keys, _words, max_size=3))
    places = st.tuples(_keys, _words).map(lambda place: (*place[0], place[1]))
    accepted = draw(st.frozensets(places, max_size=4))
    says = st.builds(Answer, st.sampled_from(["change", "keep", ""]), _words)
    answers = draw(st.dictionaries(places, says, max_size=4))
    keys = {*wording, *((a, b) for a, b, _ in (*accepted, *answers))}
    about = {key: draw(_writes) for key in keys}
    ids = st.frozensets(_ids, max_size=3)
    ticks = Ticks(draw(st.frozensets(_keys, max_size=3)), draw(ids), draw(ids))
    decided = ReleaseChoices(wording=wording, accepted=accepted, about=about)
    return BegunRelease(draw(_ids), ticks, decided, answers)


@given(begun())
def test_a_draft_tells_everything(release: BegunRelease) -> None:
    assert begun_release(release.as_values()) == release


def drafts(stage: Stage) -> Mapping[str, Mapping[str, Value]]:
    return stage.lane.call(stage.session.desk.drafts)


def cards(stage: Stage) -> dict[str, FindingCard]:
    return {card.findings[0].words: card for card in stage.dialog.findChildren(FindingCard)}


def line(card: FindingCard) -> QLineEdit:
    return card.findChildren(QLineEdit)[0]


def choose(stage: Stage, space: str) -> None:
    buttons = stage.dialog.findChildren(QAbstractButton)
    next(button for button in buttons if button.accessibleName() == space).click()


def go_to_check(stage: Stage) -> None:
    stage.press("Weiter")
    stage.press("Weiter")


def begin(stage: Stage) -> None:
    """Tick the challenge, leave the date as it is, and type words for the name."""
    stage.open()
    choose(stage, "Koordination (mit der Koordinierungsstelle)")
    stage.press("Weiter")
    stage.press("Herausforderung")
    stage.press("Weiter")
    stage.dialog.keep()  # the ticks are written already when somebody types
    stage.lane.settle()
    found = cards(stage)
    found["12.03.2026"].keep.button.click()
    stage.dialog.keep()
    line(found["Kowalski"]).selectAll()
    type_text(line(found["Kowalski"]), "eine Bürgerin – ält")


def lock_and_return(stage: Stage) -> None:
    """Do what locking does, and open the dialog again."""
    stage.window.leave()
    stage.lane.settle()
    stage.dialog.done(0)
    stage.lane.settle()
    stage.open()


def test_locking_in_the_middle_of_a_word_keeps_all_three_steps(stage: Stage) -> None:
    begin(stage)
    lock_and_return(stage)
    assert draft_sentence() in stage.texts()
    assert "Schritt 1 von 3" in stage.texts(), "who reads it is seen once more"
    stage.press("Weiter")
    assert {name for _, name in stage.dialog._what.ticks.fields} == {"challenge"}
    stage.press("Weiter")
    found = cards(stage)
    assert line(found["Kowalski"]).text() == "eine Bürgerin – ält"
    assert found["Kowalski"].change.is_checked
    assert found["12.03.2026"].keep.is_checked
    stage.press("Übernehmen")
    stage.press("Freigeben")
    assert str(copy_of(stage).values["challenge"]).startswith("Frau eine Bürgerin – ält 😀 rief")
    assert drafts(stage) == {}


def test_what_was_taken_over_comes_back_too(stage: Stage) -> None:
    begin(stage)
    stage.press("Übernehmen")
    stage.type_key(Qt.Key.Key_Escape)
    stage.open()
    go_to_check(stage)
    assert cards(stage) == {}
    (marked,) = stage.dialog.findChildren(MarkedText)
    assert "eine Bürgerin – ält" in marked.toPlainText()
    stage.press("Freigeben")
    assert "eine Bürgerin" in str(copy_of(stage).values["challenge"])


@pytest.mark.parametrize("taken", [False, True])
def test_the_check_asks_again_about_a_text_that_has_changed(
    stage: Stage,
    taken: bool,  # noqa: FBT001 - a case
) -> None:
    begin(stage)
    if taken:
        stage.press("Übernehmen")
    stage.dialog.reject()
    text = "Am 12.03.2026 zog Frau Kowalski in den Gartenweg 3."
    stage.lane.call(lambda: stage.session.records.save(stage.mission, {"challenge": text}))
    stage.open()
    go_to_check(stage)
    found = cards(stage)
    assert found.keys() == {"Kowalski", "12.03.2026", "Gartenweg 3"}
    assert not any(card.is_decided for card in found.values())
    assert line(found["Kowalski"]).text() != "eine Bürgerin – ält"


def test_what_changes_while_words_are_decided_is_asked_about_again(stage: Stage) -> None:
    begin(stage)
    stage.press("Übernehmen")
    text = "Am 12.03.2026 zog Frau Kowalski in den Gartenweg 3."
    stage.lane.call(lambda: stage.session.records.save(stage.mission, {"challenge": text}))
    stage.press("Freigeben")
    assert "Seit der Vorschau hat sich etwas geändert" in stage.texts()
    assert cards(stage).keys() == {"Kowalski", "12.03.2026", "Gartenweg 3"}


def test_other_readers_are_decided_for_anew(stage: Stage) -> None:
    contact = stage.lane.call(stage.session.contacts.all)[0].id
    create = stage.session.spaces.create
    stage.lane.call(lambda: create("Netz", "network", [contact]))
    begin(stage)
    stage.press("Übernehmen")
    for _ in range(2):
        stage.press("Zurück")
    choose(stage, "Netz (Netzwerk)")
    go_to_check(stage)
    assert cards(stage).keys() == {"Kowalski", "12.03.2026"}
    assert not any(card.is_decided for card in cards(stage).values())


def test_going_back_keeps_what_was_decided(stage: Stage) -> None:
    begin(stage)
    stage.press("Zurück")
    stage.press("Weiter")
    assert line(cards(stage)["Kowalski"]).text() == "eine Bürgerin – ält"
    stage.press("Übernehmen")
    stage.press("Zurück")
    stage.press("Weiter")
    assert cards(stage) == {}


def test_a_draft_can_be_thrown_away(stage: Stage) -> None:
    begin(stage)
    stage.dialog.reject()
    stage.open()
    stage.press("Neu beginnen")
    assert draft_sentence() not in stage.texts()
    assert drafts(stage) == {}
    stage.press("Weiter")
    assert stage.dialog._what.ticks.fields == frozenset()
    stage.press("Herausforderung")
    stage.press("Weiter")
    assert not any(card.is_decided for card in cards(stage).values())


def test_a_space_one_does_not_belong_to_any_more_takes_the_draft_along(stage: Stage) -> None:
    begin(stage)
    stage.dialog.reject()
    stage.lane.settle()
    dialog = ReleaseDialog(stage.window, stage.window._desk, stage.mission, ())
    dialog.show()
    stage.lane.settle()
    assert draft_sentence() not in stage.texts()
    buttons = {button.text(): button for button in dialog.findChildren(QPushButton)}
    assert not buttons["Weiter"].isEnabled()


def test_who_only_looked_leaves_no_draft(stage: Stage) -> None:
    stage.open()
    stage.press("Weiter")
    stage.press("Weiter")
    stage.dialog.reject()
    stage.lane.settle()
    assert drafts(stage) == {}


def test_erasing_takes_along_what_was_decided(stage: Stage) -> None:
    begin(stage)
    stage.dialog.reject()
    stage.lane.settle()
    erasing = stage.session.erasing
    stage.lane.call(lambda: erasing.erase_field(stage.mission, "challenge", "request"))
    (draft,) = drafts(stage).values()
    assert "Kowalski" not in str(draft)
    assert "Bürgerin" not in str(draft)
    stage.lane.call(lambda: erasing.erase(stage.mission, "request"))
    assert drafts(stage) == {}
