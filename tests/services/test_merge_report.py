"""The report of an import says what really changed, shortly, and forgets what was erased."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from innolab_desktop.bootstrap import load_forms
from innolab_desktop.domain.errors import Cancelled
from innolab_desktop.domain.records import DELETED
from innolab_desktop.services import merge_report
from innolab_desktop.services.changes import CancelToken
from innolab_desktop.services.merge_report import MergeReports
from innolab_desktop.services.merge_report_models import Fate, FieldFate
from protocol.histories import template
from protocol.world import Post
from services.test_conflicts import FIELD, TEXT, Tandem
from vaults import ANNA, open_vault

if TYPE_CHECKING:
    from pathlib import Path

    from innolab_desktop.services.merge_report_models import MergeReport, RecordChange
    from protocol.world import Device
    from vaults import Pair


@pytest.fixture
def tandem() -> Tandem:
    return Tandem()


def reports(device: Device) -> MergeReports:
    return MergeReports(device.vault, load_forms())


def report_of(tandem: Tandem, sender: Device, receiver: Device) -> MergeReport:
    result = receiver.receive(sender.send(tandem.space, receiver))
    return reports(receiver).write([result], 1_800_000_000_000)


def only(report: MergeReport) -> RecordChange:
    (change,) = report.records
    return change


# --- what is told ---------------------------------------------------------------------------


def test_a_new_record_is_told_with_its_author_and_values(tandem: Tandem) -> None:
    values = {"vision": "Weit", "code": "M-9", "title": "Neu"}
    tandem.anna.records.new("mission", values, space=tandem.space)
    report = report_of(tandem, tandem.anna, tandem.ben)
    change = only(report)
    assert (change.fate, change.kind_label, change.title) == (Fate.NEW, "Mission", "Neu")
    assert change.people == ("A",)
    assert {
        (f.field, f.before, f.after) for f in change.fields if f.field in {"title", "code"}
    } == {
        ("title", (), ("Neu",)),
        ("code", (), ("M-9",)),
    }
    as_in_the_form = [f.id for f in load_forms().form("mission").fields()]
    told = [f.field for f in change.fields]
    assert told == [name for name in as_in_the_form if name in told]
    assert (report.totals.new, report.totals.changed, report.more_records) == (1, 0, 0)


def test_who_said_what_in_a_consultation_is_told_nowhere(tandem: Tandem) -> None:
    case = tandem.anna.records.new("case_consultation", {"title": "Fall"}, space=tandem.space)
    tandem.anna.records.new("contribution", {"text": "Nachfragen"}, parent=case.record)
    report = report_of(tandem, tandem.anna, tandem.ben)
    said = next(change for change in report.records if change.kind_label == "Beitrag")
    assert [field.after for field in said.fields] == [("Nachfragen",)]
    assert said.people == ()
    assert {people for field in said.fields for people in field.people} == set()
    assert next(c for c in report.records if c.kind_label != "Beitrag").people == ("A",)


def test_a_package_that_was_kept_here_has_no_name(tandem: Tandem) -> None:
    tandem.anna.records.new("mission", {"title": "Neu"}, space=tandem.space)
    result = tandem.ben.receive(tandem.anna.send(tandem.space, tandem.ben))
    kept = replace(result, path=bytes(32).hex(), digest=bytes(32))
    assert [note.name for note in reports(tandem.ben).write([kept], 1).files] == [""]
    named = replace(result, path="post/paket.ilpaket")
    assert [note.name for note in reports(tandem.ben).write([named], 2).files] == ["paket.ilpaket"]


def test_a_change_is_told_with_old_and_new(tandem: Tandem) -> None:
    tandem.write(tandem.anna, FIELD, "Zwischenstand")
    tandem.write(tandem.anna, FIELD, "Neuer Titel")
    (field,) = only(report_of(tandem, tandem.anna, tandem.ben)).fields
    assert (field.before, field.after, field.people) == (
        ("Mission tandem",),
        ("Neuer Titel",),
        ("A",),
    )
    assert (field.label, field.fate) == ("Titel der Mission", FieldFate.CHANGED)


def test_abweichung_and_its_settling_are_told(tandem: Tandem) -> None:
    tandem.write(tandem.anna, FIELD, "von Anna")
    tandem.write(tandem.ben, FIELD, "von Ben")
    report = report_of(tandem, tandem.anna, tandem.ben)
    (field,) = only(report).fields
    assert (field.fate, field.before) == (FieldFate.CONFLICT, ("von Ben",))
    assert set(field.after) == {"von Anna", "von Ben"}
    assert report.totals.conflicts == 1
    tandem.mail(tandem.ben, tandem.anna)
    tandem.ben.conflicts.resolve(tandem.record, FIELD, "gemeinsam")
    (field,) = only(report_of(tandem, tandem.ben, tandem.anna)).fields
    assert (field.fate, field.after) == (FieldFate.SETTLED, ("gemeinsam",))


def test_merged_texts_and_their_review_are_told(tandem: Tandem) -> None:
    tandem.write(tandem.anna, TEXT, "Mitte")
    tandem.meet()
    tandem.write(tandem.anna, TEXT, "Anfang Mitte")
    tandem.write(tandem.ben, TEXT, "Mitte Ende")
    report = report_of(tandem, tandem.anna, tandem.ben)
    (field,) = only(report).fields
    assert (field.fate, field.before) == (FieldFate.MERGED, ("Mitte Ende",))
    assert field.after == ("Anfang Mitte Ende",)
    assert report.totals.merged == 1
    tandem.mail(tandem.ben, tandem.anna)
    tandem.ben.conflicts.review_text(tandem.record, TEXT, "Anfang Mitte Ende")
    (field,) = only(report_of(tandem, tandem.ben, tandem.anna)).fields
    assert field.fate is FieldFate.REVIEWED


def test_deleting_and_restoring_are_told(tandem: Tandem) -> None:
    tandem.anna.records.delete(tandem.record)
    assert only(report_of(tandem, tandem.anna, tandem.ben)).fate is Fate.DELETED
    tandem.anna.records.restore(tandem.record)
    assert only(report_of(tandem, tandem.anna, tandem.ben)).fate is Fate.RESTORED
    tandem.ben.records.delete(tandem.record)
    tandem.write(tandem.anna, FIELD, "noch gebraucht")
    change = only(report_of(tandem, tandem.anna, tandem.ben))
    assert (DELETED, FieldFate.CONFLICT) in {(f.field, f.fate) for f in change.fields}


@settings(max_examples=15, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.sampled_from(("A", "B", "A", "B", "BA", "AB")), min_size=2, max_size=12))
def test_before_and_after_are_what_the_vault_showed(steps: list[str]) -> None:
    tandem = Tandem()
    for number, step in enumerate(steps):
        device = tandem.people[step[0]]
        if len(step) == 1:
            if len(device.visible(tandem.record, FIELD)) > 1:
                device.conflicts.resolve(tandem.record, FIELD, f"{step}{number}")
            else:
                tandem.write(device, FIELD, f"{step}{number}")
            continue
        receiver = tandem.people[step[1]]
        before = receiver.visible(tandem.record, FIELD)
        report = report_of(tandem, device, receiver)
        after = receiver.visible(tandem.record, FIELD)
        told = [field for change in report.records for field in change.fields]
        if before == after:
            assert told == []
        else:
            (field,) = told
            assert (set(field.before), set(field.after)) == (before, after)
            assert (field.fate is FieldFate.CONFLICT) == (len(after) > 1)


# --- kept, bounded, forgotten ---------------------------------------------------------------


def test_reports_are_kept_as_they_were_and_only_the_last_ones(
    tandem: Tandem, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(merge_report, "_KEPT", 3)
    written: list[MergeReport] = []
    for number in range(5):
        tandem.write(tandem.anna, FIELD, f"Titel {number}")
        written.append(report_of(tandem, tandem.anna, tandem.ben))
    assert reports(tandem.ben).latest() == tuple(reversed(written[-3:]))


def test_a_report_is_unread_until_somebody_looks_at_it(tandem: Tandem) -> None:
    kept = reports(tandem.ben)
    assert kept.unread() == 0
    for number, title in enumerate(("Eins", "Zwei"), start=1):
        tandem.anna.records.new("mission", {"title": title}, space=tandem.space)
        result = tandem.ben.receive(tandem.anna.send(tandem.space, tandem.ben))
        kept.write([result], number)
    newest, oldest = kept.latest()
    assert kept.unread() == 2
    kept.mark_read(oldest)
    assert kept.unread() == 1
    kept.mark_read(newest)
    kept.mark_read(oldest)
    assert kept.unread() == 0


def test_an_import_without_news_leaves_no_report(tandem: Tandem) -> None:
    tandem.write(tandem.anna, FIELD, "neu")
    mail = tandem.anna.send(tandem.space, tandem.ben)
    tandem.ben.receive(mail)
    reports(tandem.ben).write([tandem.ben.receive_again(mail)], 1)
    assert reports(tandem.ben).latest() == ()


def test_a_large_import_is_told_in_part(tandem: Tandem, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(merge_report, "MOST_RECORDS", 4)
    monkeypatch.setattr(merge_report, "MOST_SAVES", 5)
    for number in range(9):
        tandem.anna.records.new("mission", {"title": f"M {number}"}, space=tandem.space)
    tandem.write(tandem.anna, FIELD, "von Anna")
    tandem.write(tandem.ben, FIELD, "von Ben")
    report = report_of(tandem, tandem.anna, tandem.ben)
    assert (len(report.records), report.more_records) == (4, 6)
    assert report.totals.new == 9
    assert report.records[0].record == tandem.record, "what needs a person comes first"
    assert [change.is_listed for change in report.records] == [True, True, True, False]


def test_a_merged_text_comes_first_as_well(tandem: Tandem, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(merge_report, "MOST_RECORDS", 2)
    tandem.write(tandem.anna, TEXT, "Mitte")
    tandem.meet()
    for number in range(5):
        tandem.anna.records.new("mission", {"title": f"M {number}"}, space=tandem.space)
    tandem.write(tandem.anna, TEXT, "Anfang Mitte")
    tandem.write(tandem.ben, TEXT, "Mitte Ende")
    report = report_of(tandem, tandem.anna, tandem.ben)
    assert (report.totals.new, report.totals.merged) == (5, 1)
    assert report.records[0].record == tandem.record


def test_what_is_erased_goes_from_reports_too(tandem: Tandem) -> None:
    marker = "Frau Marker-4711"
    tandem.write(tandem.anna, FIELD, marker)
    tandem.write(tandem.anna, TEXT, marker)
    report_of(tandem, tandem.anna, tandem.ben)
    assert marker.encode() in tandem.ben.raw_bytes()
    tandem.anna.erasing.erase(tandem.record, "request")
    report = report_of(tandem, tandem.anna, tandem.ben)
    assert only(report).fate is Fate.ERASED
    assert marker.encode() not in tandem.ben.raw_bytes()
    assert [len(kept.records) for kept in reports(tandem.ben).latest()] == [1, 0]


# --- with real files ------------------------------------------------------------------------


def test_the_import_brings_its_report_and_says_what_is_held(pair: Pair, tmp_path: Path) -> None:
    anna, ben = open_vault(pair.anna), open_vault(pair.ben)
    bad = tmp_path / "bad.ilpaket"
    bad.write_bytes(b"no bundle")
    assert ben.importing.preview([pair.bundle]).changes is None
    changes = ben.importing.run([pair.bundle, bad]).changes
    assert changes is not None
    assert [(note.name, note.status, note.code) for note in changes.files] == [
        (pair.bundle.name, "applied", ""),
        ("bad.ilpaket", "rejected", "bundle_not_a_bundle"),
    ]
    assert (changes.files[0].sender, changes.files[0].space) == (ANNA, "Tandem")
    assert ben.merge_reports.latest() == (changes,)
    assert changes.totals.new == 1
    anna.close()
    ben.close()


def test_a_cancelled_import_tells_what_it_had_done(pair: Pair, tmp_path: Path) -> None:
    ben = open_vault(pair.ben)
    token = CancelToken()

    class StopAfterFirst:
        def report(self, done: int, total: int, step: str) -> None:
            del total, step
            if done == 1:
                token.cancel()

    other = tmp_path / "other.ilpaket"
    other.write_bytes(b"no bundle")
    with pytest.raises(Cancelled):
        ben.importing.run([pair.bundle, other], progress=StopAfterFirst(), cancel=token)
    (report,) = ben.merge_reports.latest()
    assert [note.status for note in report.files] == ["applied"]
    ben.close()


def test_changes_of_somebody_who_was_removed_are_counted_and_stay_outside() -> None:
    base = template()
    space, record = base.spaces["coordination"], base.records["coordination"]
    anna, ben, relay = (base.devices[name].fork() for name in "ABK")
    post = Post()
    for device in (anna, ben, relay):
        device.post = device.files._post = post
    anna.spaces.remove(space, ben.card.card.device)
    ben.records.save(record, {FIELD: "zu spät"})
    relay.receive(ben.send(space, relay))
    before = anna.visible(record, FIELD)
    report = reports(anna).write([anna.receive(relay.send(space, anna))], 1)
    assert report.totals.quarantined == 1
    assert report.records == ()
    assert anna.visible(record, FIELD) == before
