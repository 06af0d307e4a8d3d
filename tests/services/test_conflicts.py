"""Abweichungen and merged texts between two real vaults in memory, against a simple oracle."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from innolab_desktop.domain.errors import RecordError
from innolab_desktop.domain.records import DELETED
from innolab_desktop.services.changes import NoProgress
from protocol.histories import template
from protocol.world import Post

if TYPE_CHECKING:
    from innolab_desktop.domain.values import Value
    from protocol.world import Device

FIELD, TEXT = "title", "challenge"


class Tandem:
    """Anna and Ben share a mission."""

    def __init__(self, space: str = "tandem", names: str = "AB") -> None:
        base = template()
        self.space, self.record = base.spaces[space], base.records[space]
        self.people = {name: base.devices[name].fork() for name in names}
        post = Post()
        for device in self.people.values():
            device.post = device.files._post = post
        self.anna, self.ben = self.people["A"], self.people["B"]

    def mail(self, sender: Device, receiver: Device) -> None:
        receiver.receive(sender.send(self.space, receiver))

    def meet(self) -> None:
        self.mail(self.anna, self.ben)
        self.mail(self.ben, self.anna)

    def write(self, device: Device, field: str, value: str) -> None:
        device.records.save(self.record, {field: value})


@pytest.fixture
def tandem() -> Tandem:
    return Tandem()


# --- values ---------------------------------------------------------------------------------


@settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.sampled_from(("A", "B", "A", "B", "AB", "BA")), min_size=3, max_size=14))
def test_sides_and_base_are_what_people_saw(steps: list[str]) -> None:
    tandem = Tandem()
    saw: dict[str, set[str]] = {"Mission tandem": set()}
    for number, step in enumerate(steps):
        if len(step) == 2:
            tandem.mail(tandem.people[step[0]], tandem.people[step[1]])
            continue
        device = tandem.people[step]
        visible = device.visible(tandem.record, FIELD)
        value = f"{step}{number}"
        saw[value] = set(visible)
        if len(visible) > 1:
            device.conflicts.resolve(tandem.record, FIELD, value)
        else:
            tandem.write(device, FIELD, value)
    for device in tandem.people.values():
        visible = device.visible(tandem.record, FIELD)
        if len(visible) < 2:
            with pytest.raises(RecordError):
                device.conflicts.difference(tandem.record, FIELD)
            continue
        found = device.conflicts.difference(tandem.record, FIELD)
        assert {side.value for side in found.sides} == visible
        assert {side.person for side in found.sides} == {str(s.value)[0] for s in found.sides}
        shared = set.intersection(*(_before(saw, value) for value in visible))
        newest = {v for v in shared if not any(v in _before(saw, other) for other in shared)}
        assert found.base is not None
        assert found.base.value in newest


def _before(saw: dict[str, set[str]], value: str) -> set[str]:
    """Return everything that whoever wrote *value* had replaced, directly or not."""
    return saw[value].union(*(_before(saw, earlier) for earlier in saw[value]))


def test_there_may_be_no_base(tandem: Tandem) -> None:
    tandem.write(tandem.anna, "code", "M-1")
    tandem.write(tandem.ben, "code", "M-2")
    tandem.meet()
    found = tandem.anna.conflicts.difference(tandem.record, "code")
    assert found.base is None
    assert {side.value for side in found.sides} == {"M-1", "M-2"}
    assert found.proposal in {"M-1 / M-2", "M-2 / M-1"}
    assert (found.place.kind_label, found.place.title) == ("Mission", "Mission tandem")


def test_an_erased_base_gives_way_to_the_one_before(tandem: Tandem) -> None:
    tandem.write(tandem.anna, FIELD, "geheim")
    tandem.meet()
    secret = tandem.anna.records.heads(tandem.record)[FIELD]
    tandem.write(tandem.anna, FIELD, "von Anna")
    tandem.write(tandem.ben, FIELD, "von Ben")
    tandem.anna.erase_ops(tandem.record, secret.ops)
    tandem.meet()
    for device in tandem.people.values():
        found = device.conflicts.difference(tandem.record, FIELD)
        assert found.base is not None
        assert found.base.value == "Mission tandem"


def test_texts_with_changes_at_different_places_are_proposed_as_one(tandem: Tandem) -> None:
    tandem.write(tandem.anna, FIELD, "Das Amt öffnet um acht Uhr")
    tandem.meet()
    tandem.write(tandem.anna, FIELD, "Das Bürgeramt öffnet um acht Uhr")
    tandem.write(tandem.ben, FIELD, "Das Amt öffnet um neun Uhr")
    tandem.meet()
    found = tandem.anna.conflicts.difference(tandem.record, FIELD)
    assert found.proposal == "Das Bürgeramt öffnet um neun Uhr"
    assert tandem.anna.records.open(tandem.record).conflicts, "a proposal decides nothing"


def test_a_decision_about_less_than_there_is_now_is_refused(tandem: Tandem) -> None:
    tandem.write(tandem.anna, FIELD, "eins")
    tandem.write(tandem.ben, FIELD, "zwei")
    tandem.mail(tandem.ben, tandem.anna)
    looked_at = tandem.anna.conflicts.difference(tandem.record, FIELD)
    tandem.write(tandem.ben, FIELD, "drei")
    tandem.mail(tandem.ben, tandem.anna)
    with pytest.raises(RecordError) as failure:
        tandem.anna.conflicts.resolve(tandem.record, FIELD, "eins", seen=looked_at.seen)
    assert failure.value.code == "decision_outdated"
    again = tandem.anna.conflicts.difference(tandem.record, FIELD)
    assert {side.value for side in again.sides} == {"eins", "drei"}
    tandem.anna.conflicts.resolve(tandem.record, FIELD, "eins", seen=again.seen)
    tandem.mail(tandem.anna, tandem.ben)
    assert tandem.ben.visible(tandem.record, FIELD) == {"eins"}


def test_text_of_others_stays_as_it_is(tandem: Tandem) -> None:
    hostile = "<img src=x onerror=alert(1)> &amp; \u202e{0} %s"
    tandem.write(tandem.anna, FIELD, hostile)
    tandem.write(tandem.ben, FIELD, "harmlos")
    tandem.meet()
    found = tandem.ben.conflicts.difference(tandem.record, FIELD)
    assert hostile in {side.value for side in found.sides}


# --- deleted or edited ----------------------------------------------------------------------


@pytest.mark.parametrize("delete", [True, False])
def test_deleted_or_edited_tells_what_nobody_saw(tandem: Tandem, *, delete: bool) -> None:
    tandem.anna.records.delete(tandem.record)
    tandem.write(tandem.ben, FIELD, "Noch gebraucht")
    tandem.write(tandem.ben, TEXT, "Neuer Text")
    tandem.meet()
    found = tandem.anna.conflicts.deleted_or_edited(tandem.record)
    assert [variant.person for variant in found.deletions] == ["A"]
    assert {(e.field, e.value.value, e.value.person) for e in found.edits} == {
        (FIELD, "Noch gebraucht", "B"),
        (TEXT, "Neuer Text", "B"),
    }
    tandem.anna.conflicts.resolve(tandem.record, DELETED, delete, seen=found.seen)
    tandem.meet()
    for device in tandem.people.values():
        record = device.records.open(tandem.record)
        assert (record.deleted, record.conflicts) == (delete, {})


def test_a_deletion_never_buries_an_edit_that_came_meanwhile(tandem: Tandem) -> None:
    tandem.anna.records.delete(tandem.record)
    tandem.write(tandem.ben, FIELD, "eins")
    tandem.mail(tandem.ben, tandem.anna)
    looked_at = tandem.anna.conflicts.deleted_or_edited(tandem.record)
    tandem.write(tandem.ben, FIELD, "zwei")
    tandem.mail(tandem.ben, tandem.anna)
    with pytest.raises(RecordError) as failure:
        tandem.anna.conflicts.resolve(tandem.record, DELETED, value=True, seen=looked_at.seen)
    assert failure.value.code == "decision_outdated"


# --- merged texts ---------------------------------------------------------------------------

WORDS = st.lists(
    st.sampled_from(["Öffnung ", "am ", "Dienstag. ", "😀 ", "neu\n"]), max_size=6
).map("".join)


@settings(max_examples=20, suppress_health_check=[HealthCheck.too_slow])
@given(WORDS, st.lists(st.tuples(st.sampled_from("AB"), WORDS), min_size=2, max_size=8))
def test_each_branch_is_what_its_author_left(start: str, edits: list[tuple[str, str]]) -> None:
    tandem = Tandem()
    tandem.write(tandem.anna, TEXT, start)
    tandem.meet()
    left = {"A": start, "B": start}
    for who, text in edits:
        tandem.write(tandem.people[who], TEXT, text)
        left[who] = text
    tandem.meet()
    for device in tandem.people.values():
        record = device.records.open(tandem.record)
        if TEXT not in record.merged:
            continue
        found = device.conflicts.merged_text(tandem.record, TEXT)
        assert found.base == start
        assert {(b.person, b.text, b.is_exact) for b in found.branches} == {
            (name, text, True) for name, text in left.items()
        }
        assert found.text == record.values[TEXT]


def test_a_merged_text_waits_until_somebody_looked(tandem: Tandem) -> None:
    tandem.write(tandem.anna, TEXT, "Schlangen am Dienstag.")
    tandem.meet()
    tandem.write(tandem.anna, TEXT, "Lange Schlangen am Dienstag.")
    tandem.write(tandem.ben, TEXT, "Schlangen am Dienstag und Freitag.")
    tandem.meet()
    found = tandem.ben.conflicts.merged_text(tandem.record, TEXT)
    assert found.text == "Lange Schlangen am Dienstag und Freitag."
    tandem.write(tandem.anna, TEXT, found.text + " Auch mittwochs.")
    tandem.mail(tandem.anna, tandem.ben)
    with pytest.raises(RecordError) as failure:
        tandem.ben.conflicts.review_text(tandem.record, TEXT, found.text, seen=found.seen)
    assert failure.value.code == "field_not_merged", "Anna's version replaced both"


@pytest.mark.parametrize("decided", ["Anfang Mitte Ende", "Nur die Mitte"])
@pytest.mark.parametrize("times", [1, 2])
def test_what_was_looked_at_can_wait_for_a_person_again(
    tandem: Tandem, decided: str, times: int
) -> None:
    tandem.write(tandem.anna, TEXT, "Mitte")
    tandem.meet()
    tandem.write(tandem.anna, TEXT, "Anfang Mitte")
    tandem.write(tandem.ben, TEXT, "Mitte Ende")
    tandem.meet()
    first = tandem.ben.conflicts.merged_text(tandem.record, TEXT)
    for _ in range(times):
        tandem.ben.conflicts.review_text(tandem.record, TEXT, decided)
        tandem.meet()
        for device in tandem.people.values():
            record = device.records.open(tandem.record)
            assert (record.values[TEXT], record.merged) == (decided, frozenset())
        tandem.ben.conflicts.reopen_text(tandem.record, TEXT, first.text)
        tandem.meet()
        for device in tandem.people.values():
            again = device.conflicts.merged_text(tandem.record, TEXT)
            assert (again.text, again.base) == (first.text, "Mitte")
            assert set(again.branches) == set(first.branches)


def test_two_people_who_find_a_text_in_order_see_what_was_merged(tandem: Tandem) -> None:
    tandem.write(tandem.anna, TEXT, "Mitte")
    tandem.meet()
    tandem.write(tandem.anna, TEXT, "Anfang Mitte")
    tandem.write(tandem.ben, TEXT, "Mitte Ende")
    tandem.meet()
    for device in tandem.people.values():
        device.conflicts.review_text(tandem.record, TEXT, "Anfang Mitte Ende")
    tandem.meet()
    found = tandem.anna.conflicts.merged_text(tandem.record, TEXT)
    assert {branch.text for branch in found.branches} == {"Anfang Mitte", "Mitte Ende"}


def test_a_text_of_which_a_part_was_erased_is_not_called_exact(tandem: Tandem) -> None:
    tandem.write(tandem.anna, TEXT, "Frau Muster wartet.")
    tandem.meet()
    first = tandem.anna.records.heads(tandem.record)[TEXT]
    tandem.write(tandem.anna, TEXT, "Frau Muster wartet lange.")
    tandem.write(tandem.ben, TEXT, "Frau Muster wartet nicht.")
    tandem.meet()
    tandem.anna.erase_ops(tandem.record, first.ops)
    found = tandem.anna.conflicts.merged_text(tandem.record, TEXT)
    assert not any(branch.is_exact for branch in found.branches)
    assert not any("Muster" in branch.text for branch in found.branches)


# --- words that stand on words that are not here -----------------------------------------------


class Circle(Tandem):
    """Anna, Ben and a coordinator; what the coordinator wrote is lost on Ben's device.

    Ben had confirmed it before his device was put back, so Anna's mail builds on it without it.
    """

    def __init__(self) -> None:
        super().__init__("coordination", "ABK")
        coordinator = self.people["K"]
        self.write(self.anna, TEXT, "Schlangen.")
        for other in (self.ben, coordinator):
            self.mail(self.anna, other)
        copy = self.ben.copy()
        self.write(coordinator, TEXT, "Schlangen. Größe: 40 m.")
        for other in (self.anna, self.ben):
            self.mail(coordinator, other)
        self.mail(self.ben, self.anna)
        self.write(self.anna, TEXT, "Schlangen. Größe: 40 m. Auch freitags.")
        mail = self.anna.send(self.space, self.ben)
        self.ben.put_back(copy)
        self.ben.receive(mail)


@pytest.fixture
def incomplete() -> Circle:
    return Circle()


def of_ben(tandem: Circle) -> tuple[Value, set[str], int]:
    """Return what Ben reads, which texts he is asked to look at, and how many are counted."""
    record = tandem.ben.records.open(tandem.record)
    (asked,) = {found.merged for found in tandem.ben.conflicts.merged()} or {frozenset[str]()}
    assert asked == record.merged
    return record.values[TEXT], set(record.merged), tandem.ben.conflicts.counts()[1]


def test_words_that_stand_on_lost_ones_are_shown_and_asked_about(incomplete: Circle) -> None:
    assert of_ben(incomplete) == ("Schlangen. Auch freitags.", {TEXT}, 1)
    found = incomplete.ben.conflicts.merged_text(incomplete.record, TEXT)
    assert {(branch.text, branch.is_exact) for branch in found.branches} == {
        ("Schlangen.", True),
        (" Auch freitags.", False),
    }
    incomplete.write(incomplete.ben, FIELD, "Ein anderes Feld")
    assert of_ben(incomplete)[1:] == ({TEXT}, 1), "still asked"
    incomplete.ben.conflicts.review_text(incomplete.record, TEXT, found.text)
    assert of_ben(incomplete) == ("Schlangen. Auch freitags.", set(), 0)
    incomplete.write(incomplete.ben, FIELD, "Noch einmal")
    assert of_ben(incomplete)[1:] == (set(), 0)
    incomplete.ben.vault.journal.rebuild(NoProgress())
    assert of_ben(incomplete) == ("Schlangen. Auch freitags.", set(), 0)


def test_lost_words_that_come_after_all_stand_where_they_belong(incomplete: Circle) -> None:
    whole = "Schlangen. Größe: 40 m. Auch freitags."
    incomplete.mail(incomplete.ben, incomplete.anna)  # says what is missing
    incomplete.mail(incomplete.anna, incomplete.ben)
    assert of_ben(incomplete) == (whole, set(), 0)


@pytest.mark.parametrize(
    "decided", ["Schlangen. Auch freitags.", "Lange Schlangen. Auch freitags!"]
)
def test_what_comes_after_somebody_looked_is_asked_about_again(
    incomplete: Circle, decided: str
) -> None:
    incomplete.ben.conflicts.review_text(incomplete.record, TEXT, decided)
    incomplete.mail(incomplete.ben, incomplete.anna)
    incomplete.mail(incomplete.anna, incomplete.ben)
    shown = decided.replace(" Auch", " Größe: 40 m. Auch")
    assert of_ben(incomplete) == (shown, {TEXT}, 1)
    other = incomplete.anna.records.open(incomplete.record)
    assert (other.values[TEXT], other.merged) == (shown, {TEXT})
    incomplete.anna.conflicts.review_text(incomplete.record, TEXT, shown)
    incomplete.mail(incomplete.anna, incomplete.ben)
    assert of_ben(incomplete) == (shown, set(), 0)
