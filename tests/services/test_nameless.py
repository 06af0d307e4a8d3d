"""Who gave a contribution or an answer is told nowhere: no history, no Abweichung, no open file."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Mapping
from contextlib import ExitStack
from typing import TYPE_CHECKING, Final

import pytest

from innolab_desktop.bootstrap import load_forms
from innolab_desktop.domain.records import DELETED
from innolab_desktop.services.changes import CancelToken, NoProgress
from innolab_desktop.services.merge_report import MergeReports
from innolab_desktop.services.read_models import RowQuery
from innolab_desktop.services.record_ports import RecordStore
from innolab_desktop.services.review_ports import KeptReport, ReviewStore
from services.test_conflicts import Tandem
from services.waves import SHEETS, make_people, open_wave, post

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from innolab_desktop.domain.values import Value
    from innolab_desktop.services.store_ports import Vault

READERS: Final[Mapping[type, Mapping[str, Callable[[Vault, bytes, bytes], object]]]] = {
    RecordStore: {
        "get": lambda vault, record, _: vault.records.get(record),
        "with_prefix": lambda vault, record, _: vault.records.with_prefix(record.hex()[:6]),
        "get_with_heads": lambda vault, record, _: vault.records.get_with_heads(record),
        "heads": lambda vault, record, _: vault.records.heads(record),
        "rows": lambda vault, _record, _: vault.records.rows(RowQuery(has_excerpts=True)),
        "children": lambda vault, _, parent: vault.records.children(parent),
        "released_from": lambda vault, record, _: vault.records.released_from(record),
        "history": lambda vault, record, _: vault.records.history(record),
        "commit_ids": lambda vault, record, _: vault.records.commit_ids(record),
        "op_ids": lambda vault, record, _: vault.records.op_ids(record),
        "in_conflict": lambda vault, _record, _: vault.records.in_conflict(),
        "merged": lambda vault, _record, _: vault.records.merged(),
        "search": lambda vault, _record, _: vault.records.search("text", 50),
        "known_tags": lambda vault, _record, _: vault.records.known_tags(50),
        "counts": lambda vault, _record, _: vault.records.counts(),
        "count_by_kind": lambda vault, _record, _: vault.records.count_by_kind(),
    },
    ReviewStore: {
        "writes": lambda vault, record, _: vault.review.writes((record,)),
        "contents": lambda vault, record, _: vault.review.contents(record),
        "count_undecided": lambda vault, _record, _: vault.review.count_undecided(()),
        "unsettled": lambda vault, record, _: vault.review.unsettled((record,)),
        "quarantined": lambda vault, _record, _: vault.review.quarantined((1, 2, 3)),
        "save_counts": lambda vault, record, _: vault.review.save_counts((record,)),
        "rows": lambda vault, record, _: vault.review.rows((record,)),
        "keep_report": lambda vault, _record, _: vault.review.keep_report(_NO_REPORT, 20),
        "reports": lambda vault, _record, _: [
            content for kept in vault.review.reports() for _, content in kept.records
        ],
    },
}
"""Everything that hands out records and what stands behind them, asked about one record.

The sender of a package stands in the head of a report, which is about no record.
"""
_NO_REPORT: Final = KeptReport(0, 0, "", ())


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


def trouble(
    tandem: Tandem, kind: str, text: str, field: str, sides: tuple[Value, Value]
) -> list[bytes]:
    """Let Anna and Ben meet over records of a kind: an Abweichung, a merged text, a deletion.

    Returns:
        What the records are below, and the records.
    """
    new, space = tandem.anna.records.new, tandem.space
    above = new("case_consultation", {"title": "Fall"}, space=space).record
    parent = None if kind == "mission" else above
    values = {text: "Ein Text"} | ({"title": "Mission"} if kind == "mission" else {})
    apart, doomed = (new(kind, values, space=space, parent=parent).record for _ in range(2))
    tandem.mail(tandem.anna, tandem.ben)
    for device, side in zip((tandem.anna, tandem.ben), sides, strict=True):
        device.records.save(apart, {field: side, text: f"Ein Text: {side}"})
    tandem.anna.records.delete(doomed)
    tandem.ben.records.save(doomed, {text: "Ein neuer Text"})
    result = tandem.ben.receive(tandem.anna.send(space, tandem.ben))
    MergeReports(tandem.ben.vault, load_forms()).write([result], 1)
    found = tandem.ben.records.open(apart)
    assert (found.conflicts.keys(), found.merged) == ({field}, {text})
    assert tandem.ben.records.open(doomed).conflicts.keys() == {DELETED}
    return [above, apart, doomed]


def said_names(tandem: Tandem, records: list[bytes]) -> set[str]:
    """Return the readers that name Anna or Ben, or the device of one of them."""
    parent, *asked = records
    devices = {person.identity.device.hex() for person in tandem.people.values()}
    return {
        f"{port.__name__}.{name}"
        for port, readers in READERS.items()
        for name, read in readers.items()
        for record in asked
        for text in strings(read(tandem.ben.vault, record, parent))
        if text in {"A", "B"} | devices or '"A"' in text or '"B"' in text
    }


def strings(found: object) -> Iterator[str]:
    """Yield every text inside of what a reader handed out."""
    if isinstance(found, str):
        yield found
    elif dataclasses.is_dataclass(found):
        for field in dataclasses.fields(found):
            yield from strings(getattr(found, field.name))
    elif isinstance(found, Mapping):
        for item in (*found.keys(), *found.values()):
            yield from strings(item)
    elif isinstance(found, tuple | list | frozenset):
        for item in found:
            yield from strings(item)


def test_every_reader_of_a_port_is_asked() -> None:
    for port, readers in READERS.items():
        assert readers.keys() == {name for name in vars(port) if not name.startswith("_")}


def test_no_port_names_who_gave_a_contribution(tandem: Tandem) -> None:
    records = trouble(tandem, "contribution", "text", "marked", (True, False))
    assert said_names(tandem, records) == set()


def test_the_same_readers_name_who_wrote_a_mission(tandem: Tandem) -> None:
    records = trouble(tandem, "mission", "challenge", "code", ("M-1", "M-2"))
    assert said_names(tandem, records) == {
        "RecordStore.get",
        "RecordStore.get_with_heads",
        "RecordStore.history",
        "RecordStore.in_conflict",
        "RecordStore.merged",
        "ReviewStore.writes",
        "ReviewStore.reports",
    }


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
