"""A space that was left and forgotten: gone here, whole at the others, whole again on return."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from innolab_desktop.domain.errors import SpaceError, UsageError
from innolab_desktop.storage import schema
from protocol.circle import FIELD, Circle, circle_of

if TYPE_CHECKING:
    from protocol.world import Device

MARKER = "Kanarienvogel"


@pytest.fixture
def circle() -> Circle:
    """A tandem in which everybody wrote, and of which C knows everything."""
    found = circle_of("tandem").copied()
    for number, name in enumerate("ABC"):
        found.write(name, str(number))
        found.type(name, f"{MARKER}{name}")
    found.talk()
    found["C"].records.save(found.record, {"title": MARKER})
    found.talk()
    return found


def whole(circle: Circle, sender: str, receiver: str) -> bytes:
    """Return a package with everything that *sender* has, which *receiver* can open."""
    circle[sender]._connection.execute("DELETE FROM acknowledged")
    mail = circle[sender].send(circle.space)
    opened, alias = circle.post.bundles[mail], circle[receiver].card.card.alias
    manifest = replace(opened.manifest, aliases=(*opened.manifest.aliases, alias))
    circle.post.bundles[mail] = replace(opened, manifest=manifest)
    return mail


def leave(circle: Circle) -> Device:
    """Let C leave, tell everybody, and forget the space."""
    leaving = circle["C"]
    leaving.spaces.leave(circle.space)
    mail = leaving.send(circle.space)
    for name in "AB":
        assert circle[name].receive(mail).status == "applied"
    leaving.forgetting.forget(circle.space, "unneeded")
    return leaving


def test_who_has_two_branches_tells_of_both(circle: Circle) -> None:
    """A profile that ran twice: both ends were sent, so nothing is left to be told."""
    leaving = circle["C"]
    twin = leaving.fork()
    leaving.records.save(circle.record, {"title": "hier"})
    twin.records.save(circle.record, {"title": "dort"})
    circle["A"].receive(twin.send(circle.space))
    leaving.receive(circle["A"].send(circle.space))
    leaving.spaces.leave(circle.space)
    assert untold(circle) == {"A": 2, "B": 3}, "A has what the twin wrote"
    leaving.send(circle.space)  # both mails are lost
    assert untold(circle) == {}
    leaving.forgetting.forget(circle.space, "unneeded")
    assert leaving.vault.people.space(circle.space) is None


def untold(circle: Circle) -> dict[str, int]:
    """Return how many of its own commits C still has to send, and to whom."""
    open_to = [p for p in circle["C"].acknowledgement.partners() if p.space == circle.space]
    return {partner.name: partner.unsent_commits for partner in open_to}


def take_in_again(circle: Circle) -> None:
    """Let A take C in again, and C say that nothing of it is here."""
    circle["A"].spaces.add(circle.space, circle.person("C"))
    refused = circle["C"].receive(circle["A"].send(circle.space, circle["C"]))
    assert (refused.status, refused.code) == ("rejected", "space_forgotten")
    assert circle["A"].receive(circle["C"].send_receipt(circle.space)).status == "unchanged"
    assert circle["C"].receive(circle["A"].send(circle.space, circle["C"])).status == "applied"


def test_what_was_erased_before_is_erased_everywhere_after_coming_back(circle: Circle) -> None:
    """The mail that says it was lost, and the words that said it were deleted with the space."""
    leaving = circle["C"]
    leaving.erasing.erase_field(circle.record, "title", "mistake")
    leaving.spaces.leave(circle.space)
    leaving.send(circle.space)
    leaving.forgetting.forget(circle.space, "unneeded")
    circle["A"].spaces.remove(circle.space, leaving.card.card.device)
    take_in_again(circle)
    assert leaving.records.open(circle.record).values.get("title") is None
    assert circle["A"].records.open(circle.record).values["title"] == MARKER
    circle["A"].receive(leaving.send(circle.space))
    circle["B"].receive(circle["A"].send(circle.space))
    for name in "ABC":
        assert circle[name].records.open(circle.record).values.get("title") is None, name
        circle.assert_rebuilds(name)


def test_nothing_of_it_is_left(circle: Circle) -> None:
    assert MARKER in circle["C"].raw_bytes().decode()
    plan = circle["C"].spaces.get(circle.space)
    leaving = leave(circle)
    left = leaving.raw_bytes()
    assert MARKER not in left.decode()
    assert plan.name not in leaving.raw_bytes().decode()
    for known in (circle.record, circle["A"].vault.journal.logs(circle.space)[0].log):
        assert repr(known).encode() not in left
    assert leaving.vault.people.space(circle.space) is None
    circle.assert_rebuilds("C")


def test_no_table_is_overlooked(circle: Circle) -> None:
    """Every table, also those that only accidents fill; a new one has to be thought of here."""
    leaving = circle["C"]
    leaving.spaces.leave(circle.space)
    leaving.send(circle.space)
    fill_every_table(leaving, circle)
    of_vault = {"owner", "retired_key", "card", "field", "digest", "waiting", "key_event"}
    # In these stands more than the space: its private one, the report, what is noted of it.
    partly = {"space", "member", "membership", "log", "entry", "import_report", "setting", "erased"}
    emptied = schema.metadata.tables.keys() - of_vault - partly
    assert {name for name in emptied if not leaving.table(name)} == set()
    leaving.forgetting.forget(circle.space, "unneeded")
    assert {name: rows for name in emptied if (rows := leaving.table(name))} == {}
    assert [len(leaving.table(name)) for name in ("space", "member", "log", "entry")] == [1] * 4
    assert {row[0][:6] for row in leaving.table("setting")} == {
        "clock",
        "forgot",
        "heard ",
        "vacuum",
    }
    assert [row[2:] for row in leaving.table("erased")] == [(None, None, None)] * 3
    assert json.loads(leaving.table("import_report")[0][2])["files"] == [{"space": ""}]


def fill_every_table(device: Device, circle: Circle) -> None:
    """Put a row about the space into every table that has none yet."""
    (number,) = (row[0] for row in device.table("space") if row[1] == circle.space)
    (log, log_id), *_ = (row[:2] for row in device.table("log") if row[2] == number)
    entry, commit = next(row[:2] for row in device.table("entry") if row[0] >> 32 == log)
    (record,) = (row[0] for row in device.table("record"))
    uid, some = circle.record, bytes(17)
    device.vault.desk.keep_draft(uid.hex(), {"title": "getippt"})
    device.vault.desk.keep_setting(f"retention {uid.hex()}", "{}")
    for table, row in (
        ("quarantine", (entry, number)),
        ("gap", (commit,)),
        ("held", (commit, log_id, circle.space, b"")),
        ("erased", (some, 0, number, uid, log_id)),
        ("erased", (bytes(16) + b"1", 1, number, None, None)),
        ("erasure_claim", (some, log_id, number, 1, uid, "request")),
        ("erasure", (entry << 7, number, uid, "mission", "request", 1, 1, 1)),
        ("tag", (record, "a", "A")),
        ("unread", (entry, number, uid)),
        ("notice", (1, 1, "doubled", circle.device("C"), log_id, 0)),
        ("owed_receipt", (circle.space, circle.device("A"), 1, 0)),
        ("import_report", (1, 1, json.dumps({"files": [{"space": "Netz"}]}))),
        ("import_report_record", (1, 0, uid, "{}")),
        ("replaced", (number, some)),
    ):
        device.insert(table, row)


def test_a_private_record_beside_it_stays_and_time_goes_on(circle: Circle) -> None:
    leaving = circle["C"]
    own = leaving.records.new("tandem_note", {"title": "Für mich"}).record
    leaving.spaces.leave(circle.space)
    newest = leaving.vault.journal.last_instant()
    leaving.send(circle.space)
    leaving.forgetting.forget(circle.space, "unneeded")
    leaving.put_back(leaving.copy())  # nothing in memory remembers what time it was
    assert leaving.records.open(own).values["title"] == "Für mich"
    leaving.clock.ms = 1
    leaving.records.save(own, {"title": "Noch für mich"})
    assert leaving.vault.journal.last_instant() > newest
    leaving.vault.journal.verify()


def test_a_new_space_gets_nothing_of_the_old_one(circle: Circle) -> None:
    """Numbers are given out again."""
    assert circle["C"].records.open(circle.record).space == circle.space
    leaving = leave(circle)
    space = leaving.spaces.create("Anderer", "tandem", [circle.person("A")]).id
    record = leaving.records.new("mission", {"title": "Neu"}, space=space).record
    assert circle["A"].receive(leaving.send(space)).status == "applied"
    assert leaving.records.open(record).values["title"] == "Neu"
    assert leaving.records.open(record).space == space
    assert leaving.vault.erasures.unnamed(space) == ()
    assert circle["A"].vault.people.space(space) is not None


def test_who_belongs_to_it_cannot_forget_it(circle: Circle) -> None:
    private = next(space.id for space in circle["C"].spaces.all() if space.type == "private")
    for space in (circle.space, private):
        with pytest.raises(SpaceError) as caught:
            circle["C"].forgetting.forget(space, "unneeded")
        assert caught.value.code == "space_still_member"
    with pytest.raises(SpaceError) as caught:
        circle["C"].forgetting.forget(bytes(16), "unneeded")
    assert caught.value.code == "space_unknown"


def test_the_others_are_told_first(circle: Circle) -> None:
    leaving = circle["C"]
    leaving.spaces.leave(circle.space)
    with pytest.raises(SpaceError) as caught:
        leaving.forgetting.plan(circle.space)
    assert (caught.value.code, caught.value.params["names"]) == ("space_departure_untold", "A, B")
    leaving.send(circle.space, circle["A"])
    with pytest.raises(SpaceError) as caught:
        leaving.forgetting.forget(circle.space, "unneeded")
    assert caught.value.params["names"] == "B"
    leaving.send(circle.space)
    assert leaving.forgetting.plan(circle.space).records == 1
    with pytest.raises(UsageError):
        leaving.forgetting.forget(circle.space, "weil ich will")
    leaving.forgetting.forget(circle.space, "unneeded")


def test_who_was_taken_out_has_nobody_to_tell(circle: Circle) -> None:
    removed = circle["C"]
    circle["A"].spaces.remove(circle.space, circle.device("C"))
    circle.write("C", "9")
    assert removed.receive(whole(circle, "A", "C")).status == "applied"
    removed.forgetting.forget(circle.space, "request")
    assert removed.vault.people.space(circle.space) is None


def test_late_packages_bring_nothing_back(circle: Circle) -> None:
    late = circle["A"].send(circle.space, circle["C"])
    circle.write("B", "9")
    unheard = whole(circle, "B", "C")
    leaving = leave(circle)
    before = leaving.raw_bytes()
    assert leaving.receive(late).status == "rejected"
    assert leaving.receive(late).code == "space_forgotten"
    found = leaving.receive(unheard)
    assert (found.status, found.code) == ("rejected", "space_departure_unheard")
    leaving.vault.receipts.forget_owed(circle.space, [circle.device("A")])
    assert leaving.raw_bytes() == before


def test_whoever_comes_back_has_everything_again(circle: Circle) -> None:
    expected = circle["A"].dump()["cells"]
    leaving = leave(circle)
    circle.write("B", "7")
    circle.talk()
    take_in_again(circle)
    assert leaving.vault.people.left_spaces() == frozenset()
    assert leaving.dump()["cells"] == circle["A"].dump()["cells"] != expected
    circle.write("C", "8")
    circle.type("C", "wieder da")
    circle.talk()
    assert circle["A"].visible(circle.record, FIELD) == {"8"}
    assert circle.text("A") == circle.text("B") == circle.text("C")
    assert "wieder da" in circle.text("A")
    for name in "ABC":
        circle.assert_rebuilds(name)
        circle[name].vault.journal.verify()


def test_what_was_erased_meanwhile_and_before_stays_erased(circle: Circle) -> None:
    gone = circle["C"].records.new("tandem_note", {"title": "Weg"}, space=circle.space).record
    later = circle["C"].records.new("tandem_note", {"title": "Auch weg"}, space=circle.space).record
    circle.talk()
    circle["C"].erasing.erase(gone, "request")
    circle.talk()
    leaving = leave(circle)
    circle["A"].erasing.erase(later, "request")
    circle.talk()
    take_in_again(circle)
    circle.talk()
    for name in "ABC":
        assert "uch weg" not in circle[name].raw_bytes().decode()
        assert "'Weg'" not in circle[name].raw_bytes().decode()
    assert leaving.commit_ids(circle.space) == circle["A"].commit_ids(circle.space)


def test_taken_in_and_out_again_nothing_comes(circle: Circle) -> None:
    leaving = leave(circle)
    circle["A"].spaces.add(circle.space, circle.person("C"))
    circle["A"].spaces.remove(circle.space, circle.device("C"))
    found = leaving.receive(whole(circle, "A", "C"))
    assert (found.status, found.code) == ("rejected", "space_departure_unheard")
    assert leaving.vault.people.space(circle.space) is None


def test_left_again_it_can_be_forgotten_again(circle: Circle) -> None:
    leave(circle)
    take_in_again(circle)
    circle.talk()
    leaving = leave(circle)
    assert MARKER not in leaving.raw_bytes().decode()
    assert leaving.vault.forgotten.holds(circle.space)
    take_in_again(circle)
    assert not leaving.vault.forgotten.holds(circle.space)


def test_the_log_says_how_much_and_never_what(circle: Circle) -> None:
    leaving = leave(circle)
    (entry,) = leaving.erasing.log()
    assert (entry.person, entry.reason, entry.records) == ("C", "unneeded", 1)
    assert entry.operations > 4
    assert entry.devices == ()
    assert circle["A"].erasing.log() == ()
