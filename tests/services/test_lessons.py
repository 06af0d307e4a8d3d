"""What was learned is read across missions, narrowed down and counted; and can be passed on."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import pytest

from innolab_desktop.domain.errors import RecordError
from innolab_desktop.services.lessons import counted_by_entry
from vaults import open_vault

if TYPE_CHECKING:
    from collections.abc import Iterator

    from innolab_desktop.domain.records import RecordId
    from innolab_desktop.services.session import Session
    from vaults import Pair


class Story(NamedTuple):
    """An open vault with two missions."""

    session: Session
    first: RecordId
    second: RecordId


@pytest.fixture
def story(pair: Pair) -> Iterator[Story]:
    """Two missions with hurdles, a lesson and an insight about both."""
    session = open_vault(pair.anna)
    new = session.records.new
    first = new(
        "mission",
        {
            "code": "M-1",
            "title": "Wartezeiten",
            "challenge": "Ab 15 Uhr Schlangen.",
            "mission_statement": "Bis Mai haben wir Abendtermine.",
            "risks": "Mehr Spätdienste.",
        },
    ).record
    second = new("mission", {"code": "M-2", "title": "Briefe"}).record
    time = {"category": "time", "description": "Zu wenig davon."}
    new("obstacle", time, parent=first)
    new("obstacle", {**time, "state": "overcome"}, parent=second)
    new("obstacle", {"category": "budget", "description": "Keines."}, parent=second)
    new("success_condition", {"category": "trust_space", "degree": 2}, parent=first)
    new("learning", {"title": "Früh fragen"}, parent=first)
    new("insight", {"title": "Andere machen es so", "missions": (first.hex(), second.hex())})
    yield Story(session, first, second)
    session.close()


def test_lessons_of_all_missions_are_narrowed_down(story: Story) -> None:
    lessons = story.session.reflection.lessons.read()
    assert not lessons.is_cut
    assert [title for _, title in lessons.missions] == ["Briefe", "Wartezeiten"]
    assert {item.title for item in lessons.narrowed(mission=story.first)} == {
        "Zeit",
        "Geschützter Vertrauensraum, Zeit für Vertrauensaufbau",
        "Früh fragen",
        "Andere machen es so",
    }
    assert lessons.states("obstacle") == ("offen", "überwunden")
    overcome = lessons.narrowed(kind="obstacle", state="überwunden")
    assert [(item.title, item.text) for item in overcome] == [("Zeit", "Zu wenig davon.")]


def test_entries_of_the_catalogue_are_counted(story: Story) -> None:
    lessons = story.session.reflection.lessons.read()
    assert list(counted_by_entry(lessons.lessons)) == [
        ("obstacle", "Zeit", 2),
        ("obstacle", "Budget", 1),
        ("success_condition", "Geschützter Vertrauensraum, Zeit für Vertrauensaufbau", 1),
    ]


def test_every_source_of_the_transfer_sheet_is_an_entry_of_the_mission(story: Story) -> None:
    forms = story.session.forms
    entries = {entry.name for entry in forms.form("mission").entries()}
    named = {name for field in forms.form("transfer_sheet").fields() for name in field.filled_from}
    assert named
    assert named <= entries


def test_a_transfer_sheet_is_proposed_from_a_mission_and_decided_by_a_person(
    story: Story,
) -> None:
    transfer = story.session.reflection.transfer
    proposals = {item.field.id: item for item in transfer.propose(story.first)}
    assert proposals["building_block"].text == "Bis Mai haben wir Abendtermine."
    assert proposals["context"].sources == ("Herausforderung",)
    assert proposals["difficulties"].text == "– Zeit: Zu wenig davon.\nMehr Spätdienste."
    assert proposals["procedure"].text == ""
    taken = {"building_block": "Abendtermine", "context": proposals["context"].text, "effort": " "}
    made = transfer.make(story.first, taken)
    sheet = story.session.records.open(made.record)
    assert (sheet.parent, dict(sheet.values)) == (
        story.first,
        {"building_block": "Abendtermine", "context": "Ab 15 Uhr Schlangen."},
    )


def test_a_proposal_is_never_too_long(story: Story) -> None:
    session = story.session
    for number in range(20):
        values = {"category": "time", "description": f"{number} {'Wort ' * 20}"}
        session.records.new("obstacle", values, parent=story.first)
    proposals = session.reflection.transfer.propose(story.first)
    proposal = next(item for item in proposals if item.field.id == "difficulties")
    assert len(proposal.text) <= proposal.field.max_length
    assert proposal.text.endswith("…")


def test_there_is_no_transfer_without_a_mission(story: Story) -> None:
    with pytest.raises(RecordError):
        story.session.reflection.transfer.propose(bytes(16))
