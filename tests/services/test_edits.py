"""Undo and redo write new commits, and give way to the changes of others."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from innolab_desktop.domain.errors import RecordError
from innolab_desktop.domain.records import DELETED
from innolab_desktop.services.edit_history import EditKind, EditLabel, Outlook
from innolab_desktop.services.read_models import RowQuery
from vaults import open_vault

if TYPE_CHECKING:
    from pathlib import Path

    from innolab_desktop.domain.values import Value
    from innolab_desktop.services.session import Session
    from vaults import Pair


def values(session: Session, record: bytes) -> dict[str, object]:
    return {name: value for name, value in session.records.open(record).values.items() if value}


def test_each_undo_is_a_new_commit(anna: Session, pair: Pair) -> None:
    first = values(anna, pair.mission)
    anna.edits.save(pair.mission, {"title": "Zweiter Titel"})
    anna.edits.save(pair.mission, {"vision": "Weit", "title": "Dritter Titel"})
    third = values(anna, pair.mission)
    commits = anna.vault.records.counts().commits
    assert anna.edits.outlook(pair.mission).undo == EditLabel(EditKind.VALUES, "Mission", 2)
    anna.edits.undo(pair.mission)
    assert values(anna, pair.mission)["title"] == "Zweiter Titel"
    anna.edits.undo(pair.mission)
    assert values(anna, pair.mission) == first
    assert anna.edits.undo(pair.mission) is None
    anna.edits.redo(pair.mission)
    anna.edits.redo(pair.mission)
    assert values(anna, pair.mission) == third
    assert anna.edits.redo(pair.mission) is None
    assert anna.vault.records.counts().commits == commits + 4
    assert [len(entry.fields) for entry in anna.records.history(pair.mission)[-4:]] == [2, 1, 1, 2]


def test_a_change_in_between_is_never_overwritten(anna: Session, pair: Pair) -> None:
    anna.edits.save(pair.mission, {"title": "Meiner"})
    anna.edits.save(pair.mission, {"vision": "Weit"})
    anna.records.save(pair.mission, {"vision": "Von einem Paket"})
    with pytest.raises(RecordError) as failure:
        anna.edits.undo(pair.mission)
    assert failure.value.code == "edit_overtaken"
    assert values(anna, pair.mission)["vision"] == "Von einem Paket"
    anna.edits.undo(pair.mission)  # the change below it has nothing to do with that
    assert values(anna, pair.mission)["title"] != "Meiner"


def test_an_undo_that_the_method_forbids_is_refused(anna: Session, pair: Pair) -> None:
    anna.edits.save(pair.mission, {"status": "ended_without_result"})
    with pytest.raises(RecordError) as failure:
        anna.edits.undo(pair.mission)
    assert failure.value.code == "status_step_not_allowed"
    assert anna.edits.outlook(pair.mission) == Outlook()


def test_what_was_set_back_by_hand_can_be_made_again(anna: Session, pair: Pair) -> None:
    before = anna.records.open(pair.mission).values.get("vision")
    anna.edits.save(pair.mission, {"vision": "Weit"})
    anna.edits.save(pair.mission, {"vision": before})
    assert anna.edits.outlook(pair.mission).undo is None
    anna.edits.redo(pair.mission)
    assert values(anna, pair.mission)["vision"] == "Weit"


def test_a_new_change_ends_what_could_be_redone(anna: Session, pair: Pair) -> None:
    anna.edits.save(pair.mission, {"title": "Eins"})
    anna.edits.undo(pair.mission)
    anna.edits.save(pair.mission, {"title": "Zwei"})
    assert anna.edits.redo(pair.mission) is None


def titles(session: Session, parent: bytes) -> list[object]:
    return [c.values.get("statement") for c in session.records.children(parent, "smart_goal")]


def test_children_come_go_and_move_back(anna: Session, pair: Pair) -> None:
    goals = [
        anna.edits.add("smart_goal", {"statement": name}, pair.mission).record
        for name in ("A", "B")
    ]
    anna.edits.move(goals[1], goals[0])
    anna.edits.delete(goals[0])
    assert titles(anna, pair.mission) == ["B"]
    seen: list[list[object]] = []
    labels: list[EditKind] = []
    while (label := anna.edits.outlook(pair.mission).undo) is not None:
        labels.append(label.kind)
        anna.edits.undo(pair.mission)
        seen.append(titles(anna, pair.mission))
    assert seen == [["B", "A"], ["A", "B"], ["A"], []]
    assert labels == [EditKind.TRASH, EditKind.ORDER, EditKind.ADDITION, EditKind.ADDITION]
    while anna.edits.outlook(pair.mission).redo is not None:
        anna.edits.redo(pair.mission)
    assert titles(anna, pair.mission) == ["B"]


def test_a_child_that_others_worked_on_is_not_taken_away(anna: Session, pair: Pair) -> None:
    goal = anna.edits.add("smart_goal", {"statement": "A"}, pair.mission).record
    anna.records.save(goal, {"statement": "Von Ben ergänzt"})
    with pytest.raises(RecordError):
        anna.edits.undo(pair.mission)
    assert titles(anna, pair.mission) == ["Von Ben ergänzt"]


def test_the_last_deletion_of_a_kind_comes_back(anna: Session, pair: Pair) -> None:
    anna.edits.delete(pair.mission)
    assert anna.edits.undo_deletion("tandem_note") is None
    found = anna.edits.undo_deletion("mission")
    assert found is not None
    assert found[0] == pair.mission
    assert not anna.records.open(pair.mission).deleted


@settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(texts=st.lists(st.text("äß €\nabc", max_size=12), min_size=1, max_size=5))
def test_any_texts_are_undone_and_redone(texts: list[str], anna: Session) -> None:
    note = anna.records.new("tandem_note", {"title": "Notiz"}).record
    for number, text in enumerate(texts):
        anna.edits.save(note, {"text": f"{number} {text}"})  # never set back by hand
    last = anna.records.open(note).values["text"]
    while anna.edits.undo(note) is not None:
        assert anna.records.open(note).values.get("text") != last
    assert not anna.records.open(note).values.get("text")
    while anna.edits.redo(note) is not None:
        assert anna.records.open(note).values.get("text")
    assert anna.records.open(note).values["text"] == last


def test_a_new_record_goes_to_the_trash_and_comes_back(anna: Session) -> None:
    note = anna.records.new("tandem_note", {"title": "Eben notiert"}).record
    anna.edits.take_note_of(note)
    assert anna.edits.outlook(note).undo == EditLabel(EditKind.ADDITION, "Tandem-Notiz")
    anna.edits.undo(note)
    assert in_trash(anna, note)
    anna.edits.redo(note)
    assert not in_trash(anna, note)
    anna.records.save(note, {"text": "Nachgetragen"})
    assert anna.edits.undo(note) is not None, "a field that was empty is no change of another's"


def in_trash(session: Session, record: bytes) -> bool:
    found = session.records.list_rows(RowQuery(is_deleted=True)).rows
    return record in {row.id for row in found}


def disagree(pair: Pair, folder: Path, *, anna: dict[str, Value], ben: dict[str, Value]) -> Session:
    """Return the vault of Anna, after both wrote something of their own."""
    first, second = open_vault(pair.anna), open_vault(pair.ben)
    begun = first.exporting.run(pair.space, folder)
    second.importing.run([file.path for file in begun.files])
    first.records.save(pair.mission, anna)
    if ben:
        second.records.save(pair.mission, ben)
    else:
        second.records.delete(pair.mission)
    receipt = second.exporting.run(pair.space, folder)
    first.importing.run([file.path for file in receipt.files])
    second.close()
    return first


def shown(session: Session, record: bytes, field: str) -> set[object]:
    return {variant.value for variant in session.records.open(record).conflicts.get(field, ())}


def test_a_settled_discrepancy_stands_again_and_is_settled_again(
    pair: Pair, tmp_path: Path
) -> None:
    anna = disagree(pair, tmp_path / "out", anna={"title": "Annas"}, ben={"title": "Bens"})
    assert shown(anna, pair.mission, "title") == {"Annas", "Bens"}
    anna.edits.settle(pair.mission, "title", "Beider")
    assert anna.edits.outlook(pair.mission).undo == EditLabel(
        EditKind.DECISION, "Titel der Mission"
    )
    commits = anna.vault.records.counts().commits
    anna.edits.undo(pair.mission)
    assert anna.vault.records.counts().commits == commits + 1, "nothing is rewritten"
    assert shown(anna, pair.mission, "title") == {"Annas", "Bens"}
    anna.edits.redo(pair.mission)
    assert anna.records.open(pair.mission).values["title"] == "Beider"
    anna.edits.undo(pair.mission)
    anna.conflicts.resolve(pair.mission, "title", "Anderswo geklärt")
    with pytest.raises(RecordError, match="edit_overtaken"):
        anna.edits.redo(pair.mission)
    ben = open_vault(pair.ben)
    receipt = anna.exporting.run(pair.space, tmp_path / "back")
    ben.importing.run([file.path for file in receipt.files])
    assert ben.records.open(pair.mission).values["title"] == "Anderswo geklärt"
    anna.close()
    ben.close()


@pytest.mark.parametrize("decided", ["Anfang Mitte Ende", "Nur die Mitte"])
def test_a_merged_text_waits_again_and_is_in_order_again(
    pair: Pair, tmp_path: Path, decided: str
) -> None:
    anna = disagree(
        pair,
        tmp_path / "out",
        anna={"challenge": "Sehr lange Schlangen am Dienstag"},
        ben={"challenge": "Lange Schlangen am Dienstag und Freitag"},
    )
    found = anna.conflicts.merged_text(pair.mission, "challenge")
    anna.edits.review(pair.mission, "challenge", decided, seen=found.seen)
    assert not anna.records.open(pair.mission).merged
    assert anna.edits.outlook(pair.mission).undo == EditLabel(EditKind.REVIEW, "Herausforderung")
    anna.edits.undo(pair.mission)
    again = anna.conflicts.merged_text(pair.mission, "challenge")
    assert (again.text, again.branches) == (found.text, found.branches)
    anna.edits.redo(pair.mission)
    record = anna.records.open(pair.mission)
    assert (record.values["challenge"], record.merged) == (decided, frozenset())
    anna.edits.undo(pair.mission)
    assert anna.records.open(pair.mission).merged == {"challenge"}
    anna.close()


@pytest.mark.parametrize("delete", [True, False])
def test_deleted_or_edited_is_asked_again(pair: Pair, tmp_path: Path, *, delete: bool) -> None:
    anna = disagree(pair, tmp_path / "out", anna={"title": "Annas"}, ben={})
    assert DELETED in anna.records.open(pair.mission).conflicts
    anna.edits.settle(pair.mission, DELETED, delete)
    assert in_trash(anna, pair.mission) is delete
    assert not anna.records.open(pair.mission).conflicts
    anna.edits.undo(pair.mission)
    assert DELETED in anna.records.open(pair.mission).conflicts
    (edit,) = anna.conflicts.deleted_or_edited(pair.mission).edits
    assert edit.value.value == "Annas"
    anna.close()


def test_putting_a_fassung_back_is_one_edit(anna: Session, pair: Pair) -> None:
    anna.edits.save(pair.mission, {"title": "Vereinbart", "vision": "Weit"})
    today = date(2026, 11, 23)
    frozen = anna.revisions.freeze(pair.mission, "Vereinbart im Tandem", today=today).record
    anna.edits.save(pair.mission, {"title": "Verändert", "vision": "Weiter"})
    anna.revisions.restore(frozen)
    restored = values(anna, pair.mission)
    assert (restored["title"], restored["vision"]) == ("Vereinbart", "Weit")
    assert anna.edits.outlook(pair.mission).undo == EditLabel(EditKind.REVISION, "1")
    anna.edits.undo(pair.mission)
    assert values(anna, pair.mission)["title"] == "Verändert"
    anna.edits.redo(pair.mission)
    assert values(anna, pair.mission) == restored
    assert anna.revisions.restore(frozen) is None
    assert anna.edits.outlook(pair.mission).undo == EditLabel(EditKind.REVISION, "1")
