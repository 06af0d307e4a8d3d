"""Members come and go while mails are lost and late: stories, and random histories.

The rules themselves are judged in ``tests/domain/test_membership.py``; here the real tables follow
them, on devices that learn of changes at different times.
"""

from __future__ import annotations

from itertools import combinations
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule

from innolab_desktop.domain.errors import SpaceError
from protocol.circle import FIELD, NAMES, Circle, NoReport, circle_of
from protocol.world import Device


@pytest.fixture
def circle() -> Circle:
    return circle_of("network").copied()


def test_a_new_member_receives_everything(circle: Circle) -> None:
    circle.write("C", "5")
    circle.send("C", "A", "B")
    circle["A"].spaces.add(circle.space, circle.person("D"))
    (result,) = circle.send("A", "D")
    assert (result.status, circle.members("D")) == ("applied", "ABCD")
    assert circle["D"].visible(circle.record, FIELD) == {"5"}


def test_who_was_put_back_to_before_joining_says_so_and_gets_everything(circle: Circle) -> None:
    a, d = circle["A"], circle["D"]
    before = d.copy()
    a.spaces.add(circle.space, circle.person("D"))
    circle.send("A", "D")
    circle.send("D", "A")  # now A counts what D has
    d.put_back(before)
    circle.write("A", "5")
    result = d.receive(a.send(circle.space, d))
    assert (result.status, result.code) == ("held", "space_unknown")
    (owed,) = d.acknowledgement.receipts()
    assert (owed.space, owed.name, owed.is_of_unknown_space) == (circle.space, "A", True)
    (missing,) = d.acknowledgement.unknown_spaces()
    assert (missing.id, [m.name for m in missing.members]) == (circle.space, ["A"])
    with pytest.raises(SpaceError, match="space_unknown"):
        d.send(circle.space)
    mail = d.send_receipt(circle.space)
    assert circle.post.bundles[mail].manifest.announced == {}
    a.receive(mail)
    assert d.acknowledgement.receipts() == ()
    result = d.receive(a.send(circle.space, d))
    assert (result.status, circle.members("D")) == ("applied", "ABCD")
    assert d.visible(circle.record, FIELD) == {"5"}
    with pytest.raises(SpaceError, match="space_unknown"):
        d.send_receipt(b"x" * 16)  # nobody ever sent anything of it


def test_a_newcomer_receives_what_an_earlier_newcomer_erased() -> None:
    """What explains an empty body may stand behind an addition in the very log it is empty in."""
    circle = circle_of("tandem").copied()
    late = Device.new("E", circle.post)
    for device in circle.devices.values():
        device.knows(late)
        late.knows(device)
    circle.write("A", "5")
    circle["A"].spaces.add(circle.space, circle.person("D"))
    circle.talk()
    circle["D"].erase_ops(circle.record, circle["D"].records.heads(circle.record)[FIELD].ops)
    circle.talk()
    circle["A"].spaces.add(circle.space, late.card.card.person)
    result = late.receive(circle["A"].send(circle.space))
    assert (result.status, result.held) == ("applied", 0)
    assert late.visible(circle.record, FIELD) == set()


def test_what_a_new_member_writes_reaches_those_who_missed_the_addition(circle: Circle) -> None:
    circle["A"].spaces.add(circle.space, circle.person("D"))
    circle.send("A", "D")  # the mails to B and C get lost
    circle.write("D", "9")
    circle.send("D", "C")
    assert circle.members("C") == "ABCD"
    assert circle["C"].visible(circle.record, FIELD) == {"9"}


def test_who_was_removed_gets_nothing_more_and_is_kept_in_quarantine(circle: Circle) -> None:
    circle.write("C", "1")
    circle.send("C", "A")
    circle["A"].spaces.remove(circle.space, circle.device("C"))
    circle.write("C", "2")  # C does not know yet, nor does B
    circle.send("C", "B")
    assert circle["B"].visible(circle.record, FIELD) == {"2"}
    circle.send("A", "B", "C")
    assert circle.members("B") == "AB"
    assert circle["B"].visible(circle.record, FIELD) == {"1"}
    (author,) = circle["B"].spaces.quarantined(circle.space)
    assert (author.name, author.commits) == ("C", 1)
    aliases = circle.post.bundles[circle["A"].send(circle.space)].manifest.aliases
    assert circle["B"].card.card.alias in aliases
    assert circle["C"].card.card.alias not in aliases
    assert [r.code for r in circle.send("C", "A")] == ["sender_not_member"]
    assert "C" not in circle.members("A")


def test_who_comes_back_counts_again_with_everything(circle: Circle) -> None:
    circle["A"].spaces.remove(circle.space, circle.device("C"))
    circle.write("C", "3")
    circle.send("C", "B")
    circle.talk()
    assert circle["B"].visible(circle.record, FIELD) == set()
    circle["A"].spaces.add(circle.space, circle.person("C"))
    circle.talk()
    for name in "ABC":
        assert circle.members(name) == "ABC"
        assert circle[name].visible(circle.record, FIELD) == {"3"}
        assert circle[name].spaces.quarantined(circle.space) == ()


def test_a_file_of_a_removed_person_waits_until_it_is_added_again(circle: Circle) -> None:
    circle["A"].spaces.remove(circle.space, circle.device("C"))
    circle.write("C", "4")
    assert [r.status for r in circle.send("C", "A")] == ["held"]
    circle["A"].spaces.add(circle.space, circle.person("C"))
    retried = circle["A"].importing.retry_waiting().bundles
    assert [r.status for r in retried] == ["applied"]
    assert circle["A"].visible(circle.record, FIELD) == {"4"}


def test_leaving_ends_writing_but_not_reading(circle: Circle) -> None:
    circle.write("C", "6")
    circle["C"].spaces.leave(circle.space)
    circle.post.bundles.clear()
    with pytest.raises(SpaceError) as failure:
        circle.write("C", "7")
    assert failure.value.code == "space_left"
    assert circle["C"].visible(circle.record, FIELD) == {"6"}
    mail = circle["C"].send(circle.space)
    for name in "AB":
        assert circle[name].receive(mail).status == "applied"
        assert circle.members(name) == "AB"
        assert circle[name].visible(circle.record, FIELD) == {"6"}


@pytest.mark.parametrize(("name", "code"), [("C", "space_not_managed"), ("B", "")])
def test_only_who_manages_removes_others(circle: Circle, name: str, code: str) -> None:
    others = {"C": "B", "B": "C"}
    if code:
        with pytest.raises(SpaceError) as failure:
            circle[name].spaces.remove(circle.space, circle.device(others[name]))
        assert failure.value.code == code
    else:
        circle[name].spaces.remove(circle.space, circle.device(others[name]))
        assert circle.members(name) == "AB"


def test_the_founder_stays(circle: Circle) -> None:
    with pytest.raises(SpaceError) as failure:
        circle["B"].spaces.remove(circle.space, circle.device("A"))
    assert failure.value.code == "space_founder_stays"


def test_the_projection_from_the_log_is_the_live_one(circle: Circle) -> None:
    circle["A"].spaces.remove(circle.space, circle.device("C"))
    circle.write("C", "2")
    circle.send("C", "B")
    circle.send("A", "B")
    live = circle["B"].dump()
    circle["B"].vault.journal.rebuild(NoReport())
    assert circle["B"].dump() == live


class Comings(RuleBasedStateMachine):
    """Random additions, removals, writings and mails; in the end all members agree."""

    name = st.sampled_from(NAMES)

    @initialize(space_type=st.sampled_from(["network", "tandem", "coordination"]))
    def begin(self, space_type: str) -> None:
        self.circle = circle_of(space_type).copied()
        self.count = 0
        self.words: dict[str, str] = {}
        self.removed: set[str] = set()

    @rule(author=name, other=name)
    def add(self, author: str, other: str) -> None:
        self._try(
            lambda: self.circle[author].spaces.add(self.circle.space, self.circle.person(other))
        )

    @rule(author=name, other=name)
    def remove(self, author: str, other: str) -> None:
        self.removed.add(other)
        self._try(
            lambda: self.circle[author].spaces.remove(self.circle.space, self.circle.device(other))
        )

    @rule(author=name)
    def write(self, author: str) -> None:
        if author in self.circle.members(author):
            self.count += 1
            self.circle.write(author, str(self.count))

    @rule(author=name)
    def type(self, author: str) -> None:
        if author in self.circle.members(author):
            self.count += 1
            self.words[f"w{self.count}."] = author
            self.circle.type(author, f"w{self.count}.")

    @rule(sender=name, receivers=st.sets(name, min_size=1))
    def send(self, sender: str, receivers: set[str]) -> None:
        if sender in self.circle.members(sender):
            self._try(lambda: self.circle.send(sender, *sorted(receivers - {sender})))

    def _try(self, act: Any) -> None:
        try:
            act()
        except SpaceError as refusal:
            assert refusal.code in {  # noqa: PT017 - which refusals are right depends on the history
                "space_left",
                "space_unknown",
                "space_not_managed",
                "space_member_unknown",
                "space_member_already",
                "space_founder_stays",
                "space_without_members",
            }

    def teardown(self) -> None:
        if not hasattr(self, "circle"):
            return
        self.circle.talk()
        known = {name: self.circle.members(name) for name in NAMES}
        inside = [name for name in NAMES if name in known[name]]
        for one, other in combinations(inside, 2):
            if other in known[one] and one in known[other]:  # who is removed is not told
                assert known[one] == known[other]
                assert self.circle[one].dump() == self.circle[other].dump()
        for name in inside:
            self.circle.assert_rebuilds(name)
            if all(name in known[other] for other in inside):
                self._look_for_words_of_those_who_stayed(name)

    def _look_for_words_of_those_who_stayed(self, name: str) -> None:
        text = self.circle.text(name)
        for word, author in self.words.items():
            assert author in self.removed or word in text


Comings.TestCase.settings = settings(
    max_examples=40,
    stateful_step_count=12,
    derandomize=True,
    database=None,
    phases=(Phase.explicit, Phase.generate),
    deadline=None,
    suppress_health_check=tuple(HealthCheck),  # pyright: ignore[reportArgumentType] - its metaclass hides the members
)
TestComings = Comings.TestCase
