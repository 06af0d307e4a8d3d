"""Releases between real vaults: exactly what the plan shows leaves, and nothing else."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from innolab_desktop.domain.errors import InnolabError, RecordError, SpaceError
from innolab_desktop.journal import cbor
from innolab_desktop.journal.operations import Create, Set, TextEdit, encode_body
from innolab_desktop.services.release_plan import ReleaseChoices
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
from vaults import CLARA, rows

if TYPE_CHECKING:
    from pathlib import Path


def refused(error: type[InnolabError], stage: Stage, record: bytes, space: bytes) -> str:
    before = rows(stage.anna)
    with pytest.raises(error) as failure:
        stage.anna.releasing.plan(record, space)
    assert rows(stage.anna) == before
    return failure.value.code


# --- where to -------------------------------------------------------------------------------


def test_only_wider_circles_of_ones_own_are_offered(stage: Stage) -> None:
    anna = stage.anna
    anna.spaces.create("Zweites Tandem", "tandem", [stage.ben.info.person_id])
    network = anna.spaces.create("Netzwerk", "network", [stage.clara.info.person_id]).id
    found = {item.space.id for item in anna.releasing.targets(stage.mission)}
    assert found == {stage.coordination, network}
    private = anna.records.new("mission", {"title": "Nur ich"}).record
    assert len(anna.releasing.targets(private)) == 4
    copy = released(anna, stage.mission, stage.coordination)
    assert [item.space.id for item in anna.releasing.targets(copy)] == [network]


def test_never_narrower_and_never_into_unknown_spaces(stage: Stage) -> None:
    wide = stage.anna.records.new("mission", {"title": "x"}, space=stage.coordination).record
    private = next(space.id for space in stage.anna.spaces.all() if space.type == "private")
    for target in (stage.tandem, private, stage.coordination):
        assert refused(SpaceError, stage, wide, target) == "release_not_wider"
    assert refused(SpaceError, stage, stage.mission, bytes(16)) == "space_unknown"
    assert refused(RecordError, stage, bytes(16), stage.coordination) == "record_unknown"


def test_what_was_learned_may_go_home_from_a_case_group(stage: Stage) -> None:
    anna = stage.anna
    group = anna.spaces.create("Fallgruppe", "case_group", [stage.clara.info.person_id]).id
    case = anna.records.new("case_consultation", {"title": "Fall"}, space=group).record
    extract = anna.records.new(
        "learning_extract", {"title": "Gelernt", "anonymity_confirmed": True}, parent=case
    ).record
    targets = {item.space.id: item.is_aside for item in anna.releasing.targets(extract)}
    assert targets == {stage.tandem: True, stage.coordination: False}
    assert anna.releasing.plan(extract, stage.tandem).is_aside


def test_who_left_a_space_releases_nothing_to_it(stage: Stage) -> None:
    stage.clara.spaces.leave(stage.coordination)
    case = stage.clara.records.new("mission", {"title": "x"}).record
    assert stage.clara.releasing.targets(case) == ()


# --- what -----------------------------------------------------------------------------------


def test_a_plan_writes_nothing_and_a_run_writes_the_plan_byte_by_byte(stage: Stage) -> None:
    anna = stage.anna
    goal = anna.records.new(
        "smart_goal", {"statement": "60 Prozent", "specific": "Bürgerbüro"}, parent=stage.mission
    ).record
    before = rows(anna)
    known = {commit.id for commit in commits(anna, stage.coordination)}
    plan = anna.releasing.plan(
        stage.mission, stage.coordination, chosen(stage.mission, "challenge", children=(goal,))
    )
    assert rows(anna) == before
    anna.releasing.run(plan)
    written = [c for c in commits(anna, stage.coordination) if c.id not in known]
    assert len(written) == len(plan.written) == 2
    for commit, planned in zip(written, plan.written, strict=True):
        assert [e.preds for e in commit.entries] == [
            tuple(sorted(draft.preds)) for draft in planned.drafts
        ]
        for body, draft in zip(commit.bodies, planned.drafts, strict=True):
            parts: Any = cbor.decode(body or b"")
            assert body == encode_body(draft.operation, parts[0])
    assert {c.id for c in commits(anna, stage.tandem)} & {c.id for c in written} == set()


def test_a_released_record_names_its_origin_and_nothing_else(stage: Stage) -> None:
    anna = stage.anna
    copy = released(anna, stage.mission, stage.coordination, "challenge")
    said = operations(commits(anna, stage.coordination)[-1])
    assert [type(operation) for operation in said] == [Create, Set, Set, TextEdit, Set]
    assert said[-1] == Set(copy, "_origin", stage.mission.hex())
    assert {getattr(operation, "record", None) for operation in said} == {copy}
    record = anna.records.open(copy)
    assert record.origin == stage.mission
    assert record.unknown == {}
    assert dict(record.values) == {
        "status": "idea",
        "title": "Öffnungszeiten",
        "challenge": "Lange Schlangen am Dienstag",
    }


def test_two_who_release_the_same_at_once_make_one_copy(stage: Stage, tmp_path: Path) -> None:
    anna, ben = stage.anna, stage.ben
    network = anna.spaces.create("Netzwerk", "network", [ben.info.person_id]).id
    send(anna, ben, network, tmp_path)
    copy = released(anna, stage.mission, network)
    assert released(ben, stage.mission, network) == copy
    send(anna, ben, network, tmp_path)
    send(ben, anna, network, tmp_path)
    for session in (anna, ben):
        found = session.vault.records.released_from(stage.mission)
        assert [record.id for record in found] == [copy]
        assert not session.records.open(copy).conflicts
        assert session.releasing.plan(stage.mission, network).written == ()


def test_what_was_erased_where_it_went_is_released_under_a_new_id(stage: Stage) -> None:
    anna = stage.anna
    copy = released(anna, stage.mission, stage.coordination)
    anna.erasing.erase(copy, "request")
    again = released(anna, stage.mission, stage.coordination)
    assert again != copy
    title = anna.records.open(stage.mission).values["title"]
    assert anna.records.open(again).values["title"] == title


def test_texts_leave_without_their_history(stage: Stage) -> None:
    anna = stage.anna
    anna.records.save(stage.mission, {"challenge": "GEHEIMNIS von gestern"})
    anna.records.save(stage.mission, {"challenge": "Lange Schlangen"})
    released(anna, stage.mission, stage.coordination, "challenge")
    assert all(
        b"GEHEIMNIS" not in (body or b"")
        for commit in commits(anna, stage.coordination)
        for body in commit.bodies
    )


def test_asked_fields_leave_only_when_chosen(stage: Stage) -> None:
    plan = stage.anna.releasing.plan(stage.mission, stage.coordination)
    assert field(plan, "title").is_fixed
    assert field(plan, "title").leaves
    assert not field(plan, "challenge").leaves
    assert [(s.what, s.why) for s in plan.root.stays] == [("Herausforderung", "Nicht ausgewählt.")]
    copy = released(stage.anna, stage.mission, stage.coordination)
    values = dict(stage.anna.records.open(copy).values)
    assert values == {"status": "idea", "title": "Öffnungszeiten"}


def test_a_note_never_releases_what_it_says_about_sharing(stage: Stage) -> None:
    note = stage.anna.records.new(
        "tandem_note", {"title": "Notiz", "sharing": "mit niemandem"}, space=stage.tandem
    ).record
    plan = stage.anna.releasing.plan(note, stage.coordination, chosen(note, "sharing"))
    assert [item.field.id for item in plan.root.fields] == ["title", "template"]
    assert plan.root.stays[0].what.startswith("Was aus dieser Notiz")


@pytest.mark.parametrize("kind", ["case_consultation", "person"])
def test_some_kinds_never_leave(stage: Stage, kind: str) -> None:
    title = {"case_consultation": "title", "person": "name"}[kind]
    record = stage.anna.records.new(kind, {title: "x"}, space=stage.tandem).record
    assert refused(RecordError, stage, record, stage.coordination) == "release_barred"
    with pytest.raises(RecordError):
        stage.anna.releasing.targets(record)


def test_parts_of_a_consultation_stay_and_its_extract_goes_alone(stage: Stage) -> None:
    anna = stage.anna
    case = anna.records.new("case_consultation", {"title": "Fall"}, space=stage.tandem).record
    part = anna.records.new("contribution", {"text": "Beitrag"}, parent=case).record
    extract = anna.records.new(
        "learning_extract",
        {"title": "Früh fragen", "text": "Wer früh fragt …", "mission": stage.mission.hex()},
        parent=case,
    ).record
    assert refused(RecordError, stage, part, stage.coordination) == "release_barred"
    assert refused(RecordError, stage, extract, stage.coordination) == "release_unconfirmed"
    anna.records.save(extract, {"anonymity_confirmed": True})
    copy = anna.records.open(released(anna, extract, stage.coordination, "mission"))
    assert copy.parent is None
    assert copy.order == ""
    assert "mission" not in copy.values


def test_a_child_goes_with_its_parent(stage: Stage) -> None:
    anna = stage.anna
    goal = anna.records.new("smart_goal", {"statement": "Ziel"}, parent=stage.mission).record
    assert refused(RecordError, stage, goal, stage.coordination) == "release_parent_first"
    copy = released(anna, stage.mission, stage.coordination)
    released(anna, goal, stage.coordination)
    (child,) = anna.records.children(copy, "smart_goal")
    assert child.origin == goal


def test_a_transfer_sheet_goes_without_its_mission_and_below_it_once_that_is_there(
    stage: Stage,
) -> None:
    anna = stage.anna
    sheet = {"building_block": "Abendtermine", "context": "Kleine Stadt"}
    first = anna.records.new("transfer_sheet", sheet, parent=stage.mission).record
    alone = anna.records.open(released(anna, first, stage.coordination))
    assert (alone.parent, alone.origin) == (None, first)
    assert alone.values["building_block"] == "Abendtermine"
    copy = released(anna, stage.mission, stage.coordination)
    second = anna.records.new("transfer_sheet", sheet, parent=stage.mission).record
    assert anna.records.open(released(anna, second, stage.coordination)).parent == copy


@pytest.mark.parametrize(
    ("kind", "values"),
    [
        ("learning", {"title": "Früh fragen, wer fehlt"}),
        ("obstacle", {"category": "time", "description": "Keine Stunden dafür."}),
        ("success_condition", {"category": "trust_space", "degree": 3}),
    ],
)
def test_what_was_learned_goes_without_its_mission(
    stage: Stage, kind: str, values: dict[str, Any]
) -> None:
    lesson = stage.anna.records.new(kind, values, parent=stage.mission).record
    alone = stage.anna.records.open(released(stage.anna, lesson, stage.coordination))
    assert (alone.kind, alone.parent, alone.origin) == (kind, None, lesson)


def test_a_child_that_was_deleted_since_is_named_and_stays_there(stage: Stage) -> None:
    anna = stage.anna
    goals = ("Wartezeit halbieren", "Öffnung am Samstag")
    children = tuple(
        anna.records.new("smart_goal", {"specific": words}, parent=stage.mission).record
        for words in goals
    )
    choices = chosen(stage.mission, children=children)
    plan = decided(anna, anna.releasing.plan(stage.mission, stage.coordination, choices))
    anna.releasing.run(plan)
    anna.records.delete(children[1])
    again = anna.releasing.plan(stage.mission, stage.coordination)
    named = [item.what for item in again.root.stays if item.why.startswith("Hier gelöscht")]
    assert len(named) == 1
    assert named[0].startswith("SMART-Ziel")
    assert len(anna.vault.records.children(plan.root.copy, "smart_goal")) == 2


def test_a_revision_stays_behind_and_is_named(stage: Stage) -> None:
    stage.anna.revisions.freeze(stage.mission, "Auftakt", today=date(2026, 5, 12))
    plan = stage.anna.releasing.plan(stage.mission, stage.coordination)
    assert "Fassungen (1)" in [item.what for item in plan.root.stays]
    assert all(record.form.id != "revision" for record in plan.records)


def test_a_field_in_abweichung_stays_behind(stage: Stage, tmp_path: Path) -> None:
    stage.ben.records.save(stage.mission, {"title": "Von Ben"})
    stage.anna.records.save(stage.mission, {"title": "Von Anna"})
    send(stage.ben, stage.anna, stage.tandem, tmp_path / "post")
    plan = stage.anna.releasing.plan(stage.mission, stage.coordination)
    assert [item.field.id for item in plan.root.fields] == ["status", "challenge"]
    assert "Abweichung" in plan.root.stays[0].why


def test_references_lead_to_what_the_target_knows(stage: Stage) -> None:
    anna = stage.anna
    city = anna.records.new("municipality", {"name": "Musterstadt"}, space=stage.tandem).record
    anna.records.save(stage.mission, {"municipality": city.hex()})
    choice = chosen(stage.mission, "municipality")
    plan = anna.releasing.plan(stage.mission, stage.coordination, choice)
    assert "municipality" not in {item.field.id for item in plan.root.fields}
    there = released(anna, city, stage.coordination)
    plan = anna.releasing.plan(stage.mission, stage.coordination, choice)
    assert field(plan, "municipality").value == there.hex()
    assert field(plan, "municipality").shown == "Musterstadt"


# --- to whom --------------------------------------------------------------------------------


def test_recipients_are_named_with_their_verified_state(stage: Stage) -> None:
    (recipient,) = stage.anna.releasing.plan(stage.mission, stage.coordination).recipients
    assert (recipient.name, recipient.municipality) == (CLARA, "Musterstadt")
    assert recipient.is_verified


# --- what the check finds -------------------------------------------------------------------


def test_findings_must_be_decided_one_by_one(stage: Stage) -> None:
    anna, text = stage.anna, "Frau Kowalski rief am 12.03.2026 an."
    anna.records.save(stage.mission, {"challenge": text})
    plan = anna.releasing.plan(
        stage.mission, stage.coordination, chosen(stage.mission, "challenge")
    )
    assert [finding.words for _, _, finding in plan.undecided] == ["Kowalski", "12.03.2026"]
    before = rows(anna)
    with pytest.raises(RecordError) as failure:
        anna.releasing.run(plan)
    assert failure.value.code == "release_findings_undecided"
    assert rows(anna) == before
    half = replace(
        plan.choices,
        wording={(stage.mission, "challenge"): "Person A rief am 12.03.2026 an."},
        accepted=frozenset({(stage.mission, "challenge", "12.03.2026")}),
    )
    anna.releasing.run(anna.releasing.plan(stage.mission, stage.coordination, half))
    (copy,) = anna.trail.of(anna.records.open(stage.mission)).copies
    assert anna.records.open(copy.record).values["challenge"] == "Person A rief am 12.03.2026 an."
    assert anna.records.open(stage.mission).values["challenge"] == text


def test_names_of_members_contacts_and_persons_are_found(stage: Stage) -> None:
    anna = stage.anna
    anna.records.new("person", {"name": "Emre Yılmaz"})
    text = "Öztürk, Clara und yilmaz waren da."
    note = anna.records.new("tandem_note", {"title": "x", "text": text}, space=stage.tandem).record
    plan = anna.releasing.plan(note, stage.coordination, chosen(note, "text"))
    assert [f.words for _, _, f in plan.undecided] == ["Öztürk", "Clara", "yilmaz"]


def test_what_does_not_leave_is_not_asked_about(stage: Stage) -> None:
    stage.anna.records.save(stage.mission, {"challenge": "Frau Kowalski"})
    assert stage.anna.releasing.plan(stage.mission, stage.coordination).undecided == ()


def test_a_wording_must_be_a_value(stage: Stage) -> None:
    choices = ReleaseChoices(wording={(stage.mission, "title"): "x" * 10_000})
    with pytest.raises(RecordError) as failure:
        stage.anna.releasing.plan(stage.mission, stage.coordination, choices)
    assert failure.value.code == "value_too_long"


def test_what_was_decided_about_a_text_falls_away_with_the_text(stage: Stage) -> None:
    anna, mission, space = stage.anna, stage.mission, stage.coordination
    anna.records.save(mission, {"challenge": "Frau Kowalski rief an.", "vision": "Herr Yildiz."})
    plan = anna.releasing.plan(mission, space, chosen(mission, "challenge", "vision"))
    choices = replace(
        plan.choices,
        wording={(mission, "vision"): "Person A."},
        accepted=frozenset({(mission, "challenge", "Kowalski")}),
    )
    assert anna.releasing.plan(mission, space, choices).undecided == ()
    stale = anna.releasing.plan(mission, space, choices)
    anna.records.save(mission, {"challenge": "Frau Kowalski, Gartenweg 3, rief nochmals an."})
    with pytest.raises(RecordError, match="release_plan_stale"):
        anna.releasing.run(stale)
    again = anna.releasing.plan(mission, space, stale.choices)
    assert "Kowalski" in [finding.words for _, _, finding in again.undecided]
    assert again.choices.accepted == frozenset()
    assert field(again, "vision").value == "Person A.", "nobody changed that one"
    anna.records.save(mission, {"vision": "Herr Yildiz und Frau Kowalski."})
    again = anna.releasing.plan(mission, space, again.choices)
    assert field(again, "vision").value == "Herr Yildiz und Frau Kowalski."
    assert again.choices.wording == {}
