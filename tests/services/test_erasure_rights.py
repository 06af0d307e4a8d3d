"""Who may erase what, also when another program says so: nobody destroys what others wrote."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from innolab_desktop.journal.commit import Draft
from innolab_desktop.journal.erasure_marks import whole_record
from innolab_desktop.journal.operations import Erase
from innolab_desktop.services.erasure_reasons import LATE
from innolab_desktop.storage.doomed import Doomed
from services.test_erasing import FIELD, MARKER, TEXT, Circle
from simulation.later_version import FutureRemark

if TYPE_CHECKING:
    from protocol.world import Device

OWN = "Bens eigene Worte 0815"


@pytest.fixture
def circle() -> Circle:
    """Anna founded the space, Clara coordinates it, Ben is a member: only Ben does not manage."""
    found = Circle()
    found.anna.records.save(found.record, {TEXT: MARKER})
    found.ben.records.save(found.record, {FIELD: OWN})
    found.everybody()
    return found


def say(device: Device, circle: Circle, *targets: bytes, reason: str = "request") -> None:
    """Write an erasure past what the program allows."""
    erase = Erase(tuple(sorted(targets)), reason, circle.record)
    device._writer.write(circle.space, (Draft(erase),))


def empty_bodies(device: Device, circle: Circle, ops: tuple[bytes, ...]) -> None:
    """Do on the disk what the program refuses."""
    journal = device.vault.journal
    with device.vault.transaction():
        space = journal._logs.space_number(circle.space)
        destruction = journal.erasure._destruction
        destruction.destroy(space, destruction.candidates(space, None, ops), Doomed.of(ops))


def test_a_member_erases_only_their_own_words(circle: Circle) -> None:
    everything = circle.ben.vault.records.op_ids(circle.record)
    say(circle.ben, circle, *everything, whole_record(circle.record))
    assert circle.knows(OWN) == ["A", "K"]
    for _ in range(3):
        circle.everybody()
    assert circle.knows(MARKER) == ["A", "B", "K"]
    assert circle.knows(OWN) == []
    assert circle.held() == 0
    assert circle.everybody() == 0, "not quiescent"


def test_the_log_tells_what_was_erased_and_not_what_somebody_wanted(circle: Circle) -> None:
    ops = circle.anna.vault.records.heads(circle.record)[TEXT].ops
    say(circle.ben, circle, *ops)
    circle.everybody()
    assert [device.erasing.log() for device in circle.people.values()] == [(), (), ()]


def test_an_empty_body_without_the_right_to_it_waits_for_a_full_one(circle: Circle) -> None:
    """Ben says that Anna's words are erased, and hands them on empty to Clara's new vault."""
    copy = circle.clara.copy()
    circle.anna.records.save(circle.record, {"vision": MARKER})
    circle.mail(circle.anna, circle.ben)
    ops = circle.ben.vault.records.heads(circle.record)["vision"].ops
    say(circle.ben, circle, *ops)
    empty_bodies(circle.ben, circle, ops)
    circle.put_back("K", copy)
    circle.mail(circle.ben, circle.clara)
    assert circle.clara.vault.records.counts().held > 0
    assert "vision" not in circle.clara.records.open(circle.record).values
    circle.mail(circle.anna, circle.clara)
    assert circle.clara.records.open(circle.record).values["vision"] == MARKER
    assert circle.held() == 0


def test_a_false_claim_of_lateness_destroys_nothing(circle: Circle) -> None:
    """Another record is erased by right; Ben says that this one's words were about that one."""
    other = circle.anna.records.new("mission", {FIELD: "weg"}, space=circle.space).record
    circle.anna.erasing.erase(other, "request")
    circle.everybody()
    ops = circle.ben.vault.records.heads(circle.record)[TEXT].ops
    erase = Erase(ops, LATE, other)
    circle.ben._writer.write(circle.space, (Draft(erase),))
    circle.everybody()
    assert circle.knows(MARKER) == ["A", "B", "K"]


def test_what_is_late_is_named_by_whoever_hands_it_on(circle: Circle) -> None:
    """Clara erases the record; Anna, who does not know, writes on; Ben gets both and tells."""
    circle.clara.erasing.erase(circle.record, "request")
    circle.mail(circle.clara, circle.ben)
    copy = circle.clara.copy()
    circle.anna.records.save(circle.record, {FIELD: MARKER})
    circle.mail(circle.anna, circle.ben)
    circle.put_back("K", copy)
    assert circle.mail(circle.ben, circle.clara).status == "applied"
    assert circle.held() == 0
    for _ in range(3):
        circle.everybody()
    assert circle.knows(MARKER) == []
    assert circle.everybody() == 0, "not quiescent"


def test_content_of_a_newer_version_goes_too(circle: Circle) -> None:
    """An operation that this version cannot read names the record as all later ones do."""
    text = "Inhalt der Zukunft 4712"
    later = Draft(FutureRemark(circle.record, text))  # pyright: ignore[reportArgumentType] - of a later version
    circle.anna._writer.write(circle.space, (later,))
    circle.everybody()
    assert circle.knows(text) == ["A", "B", "K"]
    circle.anna.erasing.erase(circle.record, "request")
    circle.everybody()
    assert circle.knows(text) == []
