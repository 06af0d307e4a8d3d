"""Who gave a contribution or an answer is told nowhere: no history, no Abweichung, no open file."""

from __future__ import annotations

import json
from contextlib import ExitStack
from typing import TYPE_CHECKING

import pytest

from innolab_desktop.domain.records import DELETED
from innolab_desktop.services.changes import CancelToken, NoProgress
from services.test_conflicts import Tandem
from services.waves import SHEETS, make_people, open_wave, post

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def tandem() -> Tandem:
    return Tandem()


def contribution(tandem: Tandem) -> bytes:
    """Let Anna write a contribution that Ben has as well."""
    new = tandem.anna.records.new
    case = new("case_consultation", {"title": "Fall"}, space=tandem.space).record
    said = new("contribution", {"text": "Nachfragen", "marked": False}, parent=case).record
    tandem.mail(tandem.anna, tandem.ben)
    return said


def test_no_history_names_who_gave_a_contribution(tandem: Tandem) -> None:
    said = contribution(tandem)
    named = tandem.ben.records.history(tandem.record)
    assert {entry.person for entry in named} == {"A"}
    nameless = tandem.ben.records.history(said)
    assert {(entry.person, entry.device) for entry in nameless} == {("", "")}
    assert nameless[-1].fields["text"] == (None, "Nachfragen")


def test_no_decision_about_a_contribution_names_anybody(tandem: Tandem) -> None:
    said = contribution(tandem)
    for device, text, marked in ((tandem.anna, "Fragen", True), (tandem.ben, "Hören", None)):
        device.records.save(said, {"text": f"Nachfragen. {text}", "marked": marked})
    tandem.meet()
    conflicts = tandem.ben.conflicts
    difference = conflicts.difference(said, "marked")
    assert difference.base is not None
    sides = (*difference.sides, difference.base)
    assert {(side.person, side.device) for side in sides} == {("", "")}
    branches = conflicts.merged_text(said, "text").branches
    assert {(branch.person, branch.device) for branch in branches} == {("", "")}
    assert {branch.text for branch in branches} == {"Nachfragen. Fragen", "Nachfragen. Hören"}


def test_no_deletion_of_a_contribution_names_anybody(tandem: Tandem) -> None:
    said = contribution(tandem)
    tandem.anna.records.delete(said)
    tandem.ben.records.save(said, {"text": "Nachgefragt"})
    tandem.meet()
    found = tandem.ben.conflicts.deleted_or_edited(said)
    assert found.deletions
    assert found.edits
    told = (*found.deletions, *(edit.value for edit in found.edits))
    assert {(variant.person, variant.device) for variant in told} == {("", "")}
    sides = tandem.ben.records.open(said).conflicts[DELETED]
    assert {side.person for side in sides} == {""}


def test_an_open_export_holds_ones_own_answers_and_names_nobody(tmp_path: Path) -> None:
    with ExitStack() as stack:
        anna, ben = make_people(tmp_path, 2)
        stack.callback(anna.close)
        stack.callback(ben.close)
        space = anna.spaces.create("Programm", "network", [ben.info.person_id]).id
        wave = open_wave(anna, space)
        case = anna.records.new("case_consultation", {"title": "Fall"}, space=space).record
        post(anna, space, tmp_path / "out", [ben])
        ben.evaluations.submit(wave, SHEETS[0])
        ben.records.new("contribution", {"text": "Einfach fragen"}, parent=case)
        post(ben, space, tmp_path / "in", [anna])
        anna.evaluations.submit(wave, SHEETS[1])
        written = anna.safekeeping.open_export.run(tmp_path / "offen", NoProgress(), CancelToken())
    assert written.answers_left_out == 2
    everything = "".join(
        path.read_text(encoding="utf-8") for path in (tmp_path / "offen").rglob("*.json")
    )
    assert "Geheim B" in everything
    assert "Geheim A" not in everything
    (said,) = (tmp_path / "offen" / "records" / "contribution").iterdir()
    content = json.loads(said.read_bytes())
    assert "Einfach fragen" in said.read_text(encoding="utf-8")
    assert {entry["person"] for entry in content["history"]} == {""}
