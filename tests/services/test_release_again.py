"""Releasing again, stale plans, and the trail that releases leave."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from innolab_desktop.domain.errors import RecordError
from innolab_desktop.journal.commit import Draft
from innolab_desktop.journal.operations import Create, Set
from innolab_desktop.services.changes import NoProgress
from innolab_desktop.services.read_models import RowQuery
from services.releases import (
    Stage,
    chosen,
    commits,
    decided,
    field,
    operations,
    released,
    send,
)
from vaults import rows

if TYPE_CHECKING:
    from pathlib import Path


# --- stale plans ----------------------------------------------------------------------------

STALE = {
    "the record changed": lambda s: s.anna.records.save(s.mission, {"vision": "Neu"}),
    "a child came": lambda s: s.anna.records.new("milestone", {"title": "x"}, parent=s.mission),
    "a reader came": lambda s: s.anna.spaces.add(s.coordination, s.ben.info.person_id),
    "it was released meanwhile": lambda s: released(s.anna, s.mission, s.coordination),
    "it was deleted": lambda s: s.anna.records.delete(s.mission),
}


@pytest.mark.parametrize("name", STALE)
def test_what_changed_since_the_preview_is_not_released(stage: Stage, name: str) -> None:
    plan = stage.anna.releasing.plan(stage.mission, stage.coordination)
    STALE[name](stage)
    before = rows(stage.anna)
    with pytest.raises(RecordError) as failure:
        stage.anna.releasing.run(plan)
    assert failure.value.code in {"release_plan_stale", "record_deleted"}
    assert rows(stage.anna) == before


# --- again ----------------------------------------------------------------------------------


def test_releasing_again_updates_only_what_changed(stage: Stage) -> None:
    anna = stage.anna
    copy = released(anna, stage.mission, stage.coordination, "challenge")
    plan = anna.releasing.plan(
        stage.mission, stage.coordination, chosen(stage.mission, "challenge")
    )
    assert not plan.root.is_new
    with pytest.raises(RecordError) as failure:
        anna.releasing.run(plan)
    assert failure.value.code == "release_nothing_new"
    anna.records.save(
        stage.mission, {"challenge": "Kürzere Schlangen", "review_date": "2027-01-01"}
    )
    plan = anna.releasing.plan(
        stage.mission, stage.coordination, chosen(stage.mission, "challenge")
    )
    challenge = field(plan, "challenge")
    assert (challenge.released, challenge.shown) == (
        "Lange Schlangen am Dienstag",
        "Kürzere Schlangen",
    )
    anna.releasing.run(plan)
    said = operations(commits(anna, stage.coordination)[-1])
    assert [getattr(item, "field", None) for item in said] == [
        "challenge",
        "review_date",
        "_origin",
    ]
    record = anna.records.open(copy)
    assert record.values["challenge"] == "Kürzere Schlangen"
    assert record.merged == frozenset()
    assert not record.conflicts


def test_edits_of_others_are_never_overwritten_silently(stage: Stage, tmp_path: Path) -> None:
    anna, clara = stage.anna, stage.clara
    copy = released(anna, stage.mission, stage.coordination, "challenge")
    send(anna, clara, stage.coordination, tmp_path / "post")
    clara.records.save(copy, {"title": "Von Clara"})
    send(clara, anna, stage.coordination, tmp_path / "post")
    anna.records.save(stage.mission, {"title": "Von Anna"})
    assert [c.is_edited_there for c in anna.trail.of(anna.records.open(stage.mission)).copies] == [
        True
    ]
    plan = anna.releasing.plan(stage.mission, stage.coordination)
    title = field(plan, "title")
    assert (title.is_edited_there, title.is_fixed, title.leaves) == (True, False, False)
    assert (title.released, title.shown) == ("Von Clara", "Von Anna")
    assert plan.written == ()
    plan = anna.releasing.plan(stage.mission, stage.coordination, chosen(stage.mission, "title"))
    anna.releasing.run(decided(anna, plan))
    assert anna.records.open(copy).values["title"] == "Von Anna"
    assert anna.trail.of(anna.records.open(stage.mission)).copies[0].is_edited_there is False


def test_a_field_in_abweichung_there_is_left_alone(stage: Stage, tmp_path: Path) -> None:
    anna, clara = stage.anna, stage.clara
    copy = released(anna, stage.mission, stage.coordination)
    send(anna, clara, stage.coordination, tmp_path / "post")
    clara.records.save(copy, {"title": "Von Clara"})
    anna.records.save(copy, {"title": "Von Anna"})
    send(clara, anna, stage.coordination, tmp_path / "post")
    plan = anna.releasing.plan(stage.mission, stage.coordination)
    assert "title" not in {item.field.id for item in plan.root.fields}
    assert any("Zielraum besteht eine Abweichung" in item.why for item in plan.root.stays)


def test_a_deleted_copy_is_made_anew(stage: Stage) -> None:
    first = released(stage.anna, stage.mission, stage.coordination)
    stage.anna.records.delete(first)
    assert released(stage.anna, stage.mission, stage.coordination) != first


# --- the trail ------------------------------------------------------------------------------


def test_the_release_level_follows_the_copies(stage: Stage) -> None:
    anna = stage.anna
    network = anna.spaces.create("Netzwerk", "network", [stage.clara.info.person_id]).id
    assert anna.trail.circles(stage.mission) == frozenset()
    copy = released(anna, stage.mission, stage.coordination)
    assert anna.trail.circles(stage.mission) == {"coordination"}
    released(anna, copy, network)
    assert anna.trail.circles(stage.mission) == {"coordination", "network"}
    sheet = anna.reports.sheet(stage.mission, as_of=date(2026, 1, 1))
    assert sheet.computed["release_level"] == "network"


def test_the_trail_shows_only_spaces_that_are_here(stage: Stage, tmp_path: Path) -> None:
    anna, clara, ben = stage.anna, stage.clara, stage.ben
    copy = released(anna, stage.mission, stage.coordination)
    send(anna, clara, stage.coordination, tmp_path / "post")
    send(anna, ben, stage.tandem, tmp_path / "post")
    origin = anna.trail.of(anna.records.open(copy)).origin
    assert origin is not None
    assert origin.space.id == stage.tandem
    received = clara.records.open(copy)
    assert received.origin == stage.mission
    assert clara.trail.of(received).origin is None
    assert ben.trail.of(ben.records.open(stage.mission)).copies == ()


def test_an_origin_that_others_invent_does_no_harm(stage: Stage) -> None:
    anna = stage.anna
    writer = anna.records._writer
    record = writer.new_record_id()
    for value in ("kein Verweis", record.hex(), None, True):
        writer.write(
            stage.coordination,
            [Draft(Create(record, "mission", 1, None, "")), Draft(Set(record, "_origin", value))],
        )
    found = anna.records.open(record)
    assert found.conflicts == {}
    assert anna.trail.circles(record) <= {"coordination"}
    assert anna.trail.of(found).copies == ()


def test_lists_tell_a_release_from_its_record(stage: Stage) -> None:
    copy = released(stage.anna, stage.mission, stage.coordination)
    found = stage.anna.records.list_rows(RowQuery(kind="mission")).rows
    assert {row.id: row.is_release for row in found} == {stage.mission: False, copy: True}


def test_a_rebuilt_vault_knows_the_same_trail(stage: Stage) -> None:
    released(stage.anna, stage.mission, stage.coordination, "challenge")
    before = rows(stage.anna)["record"]
    stage.anna.vault.journal.rebuild(NoProgress())
    assert rows(stage.anna)["record"] == before
    assert len(stage.anna.trail.of(stage.anna.records.open(stage.mission)).copies) == 1


def test_texts_that_two_released_at_once_are_not_overwritten(stage: Stage, tmp_path: Path) -> None:
    anna, clara = stage.anna, stage.clara
    copy = released(anna, stage.mission, stage.coordination, "challenge")
    send(anna, clara, stage.coordination, tmp_path / "post")
    clara.records.save(copy, {"challenge": "Sehr lange Schlangen am Dienstag"})
    anna.records.save(copy, {"challenge": "Lange Schlangen am Dienstag und Mittwoch"})
    send(clara, anna, stage.coordination, tmp_path / "post")
    assert anna.records.open(copy).merged == {"challenge"}
    plan = anna.releasing.plan(stage.mission, stage.coordination)
    assert field(plan, "challenge").is_edited_there
    assert not field(plan, "challenge").leaves


def test_an_erased_copy_leaves_no_trail(stage: Stage) -> None:
    copy = released(stage.anna, stage.mission, stage.coordination)
    stage.anna.erasing.erase(copy, "request")
    assert stage.anna.trail.of(stage.anna.records.open(stage.mission)).copies == ()
    assert stage.anna.trail.circles(stage.mission) == frozenset()


def test_an_erased_record_takes_its_copies_along_if_asked_to(stage: Stage) -> None:
    copy = released(stage.anna, stage.mission, stage.coordination)
    plan = stage.anna.erasing.plan(stage.mission)
    assert [found.record for found in plan.copies] == [copy]
    stage.anna.erasing.erase(stage.mission, "request", with_copies=True)
    for record in (stage.mission, copy):
        with pytest.raises(RecordError):
            stage.anna.records.open(record)
