"""A quick note becomes a record; its draft survives until then."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from innolab_desktop.services.quick_notes import QuickNote
from innolab_desktop.services.read_models import RowQuery
from vaults import open_vault

if TYPE_CHECKING:
    from collections.abc import Iterator

    from innolab_desktop.services.session import Session
    from vaults import Pair

TODAY = date(2026, 11, 22)


@pytest.fixture
def session(pair: Pair) -> Iterator[Session]:
    """An open vault whose owner belongs to a tandem."""
    opened = open_vault(pair.anna)
    yield opened
    opened.close()


def test_the_first_line_is_the_title(session: Session) -> None:
    note = QuickNote("Anruf im Bürgerbüro\n\nAb 15 Uhr Schlangen.", tags=("Wartezeit", "Zeit"))
    record = session.records.open(session.reflection.notes.save(note, TODAY).record)
    assert record.values["title"] == "Anruf im Bürgerbüro"
    assert record.values["text"] == "Ab 15 Uhr Schlangen."
    assert record.values["tags"] == "Wartezeit; Zeit"
    assert record.values["note_date"] == "2026-11-22"
    assert record.values["template"] == "free"
    private = session.reflection.notes.places()[0]
    assert (private.type, record.space) == ("private", private.id)


def test_a_long_first_line_is_shortened_for_the_title_only(session: Session) -> None:
    line = "Wort " * 60
    record = session.records.open(session.reflection.notes.save(QuickNote(line), TODAY).record)
    assert len(str(record.values["title"])) <= 160
    assert str(record.values["title"]).endswith("Wort …")
    assert record.values["text"] == line.strip()


def test_answers_of_a_template_reach_their_fields(session: Session) -> None:
    outline = next(
        item for item in session.reflection.notes.outlines if item.choice == "learning_journal"
    )
    text = outline.text.replace("Was nehme ich mit?\n", "Was nehme ich mit?\nFragen hilft.\n")
    saved = session.reflection.notes.save(QuickNote(text, template="learning_journal"), TODAY)
    values = session.records.open(saved.record).values
    assert values["template"] == "learning_journal"
    assert values["take_away"] == "Fragen hilft."
    assert values["title"] == "Lerntagebuch 22.11.2026"
    assert "new_to_me" not in values


def test_a_draft_waits_and_is_gone_after_saving(session: Session) -> None:
    mission = session.records.new("mission", {"title": "Wartezeiten", "code": "M-1"}).record
    tandem = session.reflection.notes.places()[-1]
    note = QuickNote("halb fertig", tandem.id, mission.hex(), "", ("Zeit",))
    session.reflection.notes.keep(note)
    assert session.reflection.notes.draft() == note
    session.reflection.notes.save(note, TODAY)
    assert session.reflection.notes.draft() == QuickNote(space=tandem.id)
    rows = session.records.list_rows(
        RowQuery(kind="tandem_note", reference=("mission", mission), tag="ZEIT", text="halb")
    ).rows
    assert [row.title for row in rows] == ["halb fertig"]


def test_an_empty_note_leaves_no_draft(session: Session) -> None:
    session.reflection.notes.keep(QuickNote("etwas"))
    session.reflection.notes.keep(QuickNote("  \n"))
    assert not session.desk.drafts()
