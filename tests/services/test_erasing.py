"""Erasing between real vaults in memory: what is gone stays gone, whatever arrives and returns."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from innolab_desktop.bootstrap import load_forms
from innolab_desktop.domain.errors import RecordError, UsageError
from innolab_desktop.journal.text_update import inserted_pieces
from innolab_desktop.journal.texts import MergeText
from innolab_desktop.services.edits import Edits
from innolab_desktop.services.revisions import Revisions
from protocol.histories import template
from protocol.world import Post

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any

    from protocol.world import Device

FIELD, TEXT, MARKER = "title", "challenge", "Frau Marker-4711"


class MemoryLedger:
    """A ledger that survives what happens to a database."""

    def __init__(self) -> None:
        self.ops: set[bytes] = set()

    def read(self) -> frozenset[bytes]:
        return frozenset(self.ops)

    def add(self, ops: Iterable[bytes]) -> None:
        self.ops |= set(ops)

    def replace(self, ops: Iterable[bytes]) -> None:
        self.ops = set(ops)


class Circle:
    """Anna, Ben and the coordinator share a mission that Anna began; each has a ledger."""

    def __init__(self) -> None:
        base = template()
        self.space, self.record = base.spaces["coordination"], base.records["coordination"]
        self.people = {name: base.devices[name].fork() for name in "ABK"}
        self.ledgers = {name: MemoryLedger() for name in "ABK"}
        post = Post()
        for name, device in self.people.items():
            device.post = device.files._post = post
            self.open(name)
        self.anna, self.ben, self.clara = self.people.values()

    def open(self, name: str) -> None:
        """Do what opening a vault does."""
        device = self.people[name]
        with device.vault.transaction():
            device.vault.journal.erasure.use(self.ledgers[name])

    def put_back(self, name: str, copy: Any) -> None:
        self.people[name].put_back(copy)
        self.open(name)

    def mail(self, sender: Device, receiver: Device) -> Any:
        return receiver.receive_again(sender.send(self.space, receiver))

    def everybody(self) -> int:
        """Let everybody write everybody; return how many commits were new."""
        return sum(
            self.mail(one, other).commits
            for one in self.people.values()
            for other in self.people.values()
            if one is not other
        )

    def knows(self, word: str) -> list[str]:
        return [name for name, one in self.people.items() if word.encode() in one.raw_bytes()]

    def held(self) -> int:
        return sum(device.vault.records.counts().held for device in self.people.values())


@pytest.fixture
def circle() -> Circle:
    return Circle()


def child(circle: Circle) -> bytes:
    return circle.anna.records.new("smart_goal", {"specific": MARKER}, parent=circle.record).record


def test_a_record_goes_with_everything_below_it(circle: Circle) -> None:
    circle.anna.records.save(circle.record, {FIELD: MARKER, TEXT: MARKER})
    goal = child(circle)
    circle.anna.records.delete(goal)
    circle.everybody()
    assert circle.knows(MARKER) == ["A", "B", "K"]
    assert [item.id for item in circle.anna.erasing.plan(circle.record).below] == [goal]
    changes = circle.anna.erasing.erase(circle.record, "request")
    assert changes.records >= {circle.record, goal}
    assert circle.knows(MARKER) == ["B", "K"]
    circle.everybody()
    assert circle.knows(MARKER) == []
    for device in circle.people.values():
        for record in (circle.record, goal):
            with pytest.raises(RecordError):
                device.records.open(record)


def test_what_arrives_late_is_erased_on_arrival_and_named_for_the_others(circle: Circle) -> None:
    circle.everybody()
    circle.anna.erasing.erase(circle.record, "request")
    circle.ben.records.save(circle.record, {FIELD: MARKER, TEXT: MARKER})
    circle.mail(circle.ben, circle.anna)
    assert circle.knows(MARKER) == ["B"]
    assert circle.anna.vault.erasures.unnamed(circle.space) != ()
    circle.mail(circle.anna, circle.clara)
    assert circle.anna.vault.erasures.unnamed(circle.space) == ()
    assert circle.held() == 0, "an empty body that somebody named is complete"
    assert {item.reason for item in circle.clara.erasing.log()} == {"request", "late"}
    for _ in range(3):
        circle.everybody()
    assert circle.knows(MARKER) == []
    assert circle.everybody() == 0, "not quiescent"


def test_a_field_goes_with_its_earlier_values(circle: Circle) -> None:
    circle.anna.records.save(circle.record, {FIELD: MARKER})
    circle.anna.records.save(circle.record, {FIELD: "harmlos", "vision": "bleibt"})
    circle.everybody()
    circle.anna.erasing.erase_field(circle.record, FIELD, "mistake")
    circle.everybody()
    assert circle.knows(MARKER) == []
    for device in circle.people.values():
        values = device.records.open(circle.record).values
        assert FIELD not in values, "no older value comes back"
        assert values["vision"] == "bleibt"


def test_a_text_begins_anew_and_late_edits_stand_beside_it(circle: Circle) -> None:
    circle.anna.records.save(circle.record, {TEXT: f"Am Dienstag kam {MARKER} zu uns."})
    circle.everybody()
    circle.anna.erasing.erase_field(circle.record, TEXT, "request", text="Am Dienstag.")
    circle.ben.records.save(
        circle.record, {TEXT: f"Am Dienstag kam {MARKER} zu uns. Sie wartete lange."}
    )
    circle.everybody()
    circle.everybody()
    assert circle.knows(MARKER) == []
    for device in circle.people.values():
        found = device.records.open(circle.record)
        assert found.values[TEXT] == "Am Dienstag."
        assert found.merged == {TEXT}
        assert device.erasing.supplements(circle.record) == {TEXT: (" Sie wartete lange.",)}
    heads = circle.anna.records.heads(circle.record)[TEXT]
    circle.anna.conflicts.review_text(
        circle.record, TEXT, "Am Dienstag.", seen=frozenset(heads.ops)
    )
    circle.everybody()
    for device in circle.people.values():
        assert device.erasing.supplements(circle.record) == {}
        live = device.dump()
        device.vault.journal.rebuild(_Quiet())
        assert device.dump() == live


def test_revisions_that_hold_it_go_as_well(circle: Circle) -> None:
    anna = circle.anna
    edits = Edits(anna.records, load_forms(), anna.conflicts)
    revisions = Revisions(anna.vault, load_forms(), anna.records, edits)
    revisions.freeze(circle.record, "Anfang", today=date(2026, 5, 1))
    anna.records.save(circle.record, {TEXT: MARKER})
    goal = child(circle)
    revisions.freeze(circle.record, "Beschluss", today=date(2026, 6, 1))
    first, second = revisions.all(circle.record)
    assert [item.id for item in anna.erasing.plan(goal).revisions] == [second.id]
    anna.erasing.erase(goal, "request")
    assert [item.id for item in revisions.all(circle.record)] == [first.id]
    anna.erasing.erase_field(circle.record, TEXT, "request")
    assert [item.id for item in revisions.all(circle.record)] == [first.id]
    assert circle.knows(MARKER) == []


def test_who_neither_wrote_nor_manages_is_refused(circle: Circle) -> None:
    circle.anna.records.save(circle.record, {TEXT: MARKER})
    circle.everybody()
    assert not circle.ben.erasing.plan(circle.record).is_allowed
    for erase in (
        lambda: circle.ben.erasing.erase(circle.record, "request"),
        lambda: circle.ben.erasing.erase_field(circle.record, TEXT, "request"),
    ):
        with pytest.raises(RecordError) as failure:
            erase()
        assert failure.value.code == "erasure_not_allowed"
    circle.ben.records.save(circle.record, {"vision": "von Ben"})
    circle.ben.erasing.erase_field(circle.record, "vision", "mistake")
    circle.clara.erasing.erase(circle.record, "request")
    assert circle.knows(MARKER) == ["A", "B"], "a coordinator manages this space"


def test_reasons_are_chosen_and_not_written(circle: Circle) -> None:
    for reason in ("", "late", "weil Frau Muster es so will"):
        with pytest.raises(UsageError):
            circle.anna.erasing.erase(circle.record, reason)


def test_the_log_says_how_much_and_where_but_not_what(circle: Circle) -> None:
    circle.anna.records.save(circle.record, {FIELD: MARKER, TEXT: MARKER})
    circle.everybody()
    circle.everybody()
    circle.anna.erasing.erase_field(circle.record, TEXT, "objection")
    (entry,) = circle.anna.erasing.log()
    assert (entry.kind, entry.reason, entry.fields, entry.is_whole) == (
        "mission",
        "objection",
        1,
        False,
    )
    assert (entry.person, entry.confirmed, len(entry.devices)) == ("A", 1, 3)
    assert circle.record.hex() not in repr(entry)
    circle.mail(circle.anna, circle.ben)
    assert circle.anna.erasing.log()[0].confirmed == 1, "sent is not confirmed"
    circle.mail(circle.ben, circle.anna)
    assert circle.anna.erasing.log()[0].confirmed == 2
    assert MARKER not in repr(circle.anna.erasing.log())


def test_drafts_lose_the_field_and_keep_the_rest(circle: Circle) -> None:
    circle.anna.records.save(circle.record, {FIELD: MARKER})
    circle.everybody()
    draft = {FIELD: MARKER, "vision": "ungespeichert"}
    circle.ben.vault.desk.keep_draft(circle.record.hex(), draft)
    circle.anna.erasing.erase_field(circle.record, FIELD, "request")
    circle.everybody()
    assert circle.ben.vault.desk.draft(circle.record.hex()) == {"vision": "ungespeichert"}
    circle.anna.erasing.erase(circle.record, "request")
    circle.everybody()
    assert circle.ben.vault.desk.draft(circle.record.hex()) is None


def test_a_backup_that_is_put_back_brings_nothing_back(circle: Circle) -> None:
    circle.anna.records.save(circle.record, {FIELD: MARKER, TEXT: MARKER})
    copy = circle.anna.copy()
    circle.anna.erasing.erase(circle.record, "request")
    circle.put_back("A", copy)
    assert circle.knows(MARKER) == [], "nobody else ever heard of it"
    with pytest.raises(RecordError):
        circle.anna.records.open(circle.record)
    circle.ben.records.save(circle.record, {FIELD: MARKER})
    for _ in range(3):
        circle.everybody()
    assert circle.knows(MARKER) == [], "the erasure that was lost is said again"
    assert circle.held() == 0


STEP = st.tuples(
    st.sampled_from(
        ("title", "vision", "vision", "mail", "mail", "erase", "copy", "back", "relay")
    ),
    st.sampled_from("ABK"),
    st.sampled_from("ABK"),
)


class History(Circle):
    """A circle to which things happen."""

    def __init__(self) -> None:
        super().__init__()
        self.copies: dict[str, Any] = {}
        self.mails: list[tuple[str, bytes]] = []
        self.is_erased = False

    def has_record(self, name: str) -> bool:
        return self.people[name].vault.records.with_prefix(self.record.hex()) != ()

    def happen(self, step: str, name: str, other: str, number: int) -> None:
        one = self.people[name]
        if step == "mail" and name != other:
            mail = one.send(self.space, self.people[other])
            self.mails.append((other, mail))
            self.people[other].receive_again(mail)
        elif step == "copy":
            self.copies[name] = one.copy()
        elif step == "back" and name in self.copies:
            self.put_back(name, self.copies[name])
        elif step == "relay" and self.mails:
            receiver, mail = self.mails[number % len(self.mails)]
            self.people[receiver].receive_again(mail)
        elif self.has_record(name):
            self.work(step, name, number)

    def work(self, step: str, name: str, number: int) -> None:
        one = self.people[name]
        if step == "title" and step in one.records.open(self.record).conflicts:
            one.conflicts.resolve(self.record, step, f"{MARKER} {number}")
        elif step in {"title", "vision"}:
            one.records.save(self.record, {step: f"{MARKER} {number}"})
        elif step == "erase" and name != "B":
            one.erasing.erase(self.record, "request")
            self.is_erased = True


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(STEP, min_size=4, max_size=18))
def test_random_histories_keep_erased_what_is_erased(steps: list[tuple[str, str, str]]) -> None:
    """Writes, relayed and late mails, restored backups; once erased, no word of it is left."""
    history = History()
    history.everybody()
    for number, (step, name, other) in enumerate(steps):
        history.happen(step, name, other, number)
    for _ in range(4):
        history.everybody()
    if history.is_erased:
        assert history.knows(MARKER) == []
        assert history.held() == 0
    assert history.everybody() == 0, "not quiescent"
    for device in history.people.values():
        live = device.dump()
        device.vault.journal.rebuild(_Quiet())
        assert device.dump() == live


@given(st.text(max_size=60), st.text(max_size=60))
def test_what_an_update_inserts_is_read_from_it_alone(before: str, after: str) -> None:
    text = MergeText(client=7)
    text.edit_to(before.replace("\0", ""))
    update = text.edit_to(after.replace("\0", ""))
    pieces = inserted_pieces(update)
    rest = after.replace("\0", "")
    for piece in pieces:
        assert piece in rest
        rest = rest[rest.index(piece) + len(piece) :]


class _Quiet:
    def report(self, done: int, total: int, step: str) -> None:
        """Nobody watches."""
