"""Random histories of three devices, with an oracle that knows nothing of the implementation.

Two officials share a tandem space; both and the coordinator share a coordination space. Mails get
lost, doubled, late and out of order; backups are put back silently; a profile runs twice; clocks
are wrong by years; values are erased. The oracle keeps only: who wrote which unique number, and
which numbers that person saw in the field at that moment.

Source: the properties follow ADR 0004 and ``docs/formats/``.
"""

from __future__ import annotations

from functools import cache
from typing import Any, NamedTuple

from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from innolab_desktop.journal.commit import operations_of
from innolab_desktop.journal.operations import Erase
from protocol.world import Device, Post

YEAR_MS = 365 * 24 * 3600 * 1000
FIELDS = ("time_budget", "budget")
NAMES = "ABK"


MANAGERS = ("A", "K")
"""Who manages the coordination space: its founder and the coordinator."""


class Written(NamedTuple):
    """A number that somebody wrote, in which commit, and what they saw before."""

    commit: bytes
    author: str
    saw: frozenset[int]


class Template(NamedTuple):
    """Three devices that know each other, ready to be copied for each history."""

    devices: dict[str, Device]
    spaces: dict[str, bytes]
    records: dict[str, bytes]


@cache
def template() -> Template:
    """Return devices after their first exchange."""
    post = Post()
    devices = {
        name: Device.new(name, post, "coordinator" if name == "K" else "official") for name in NAMES
    }
    for one in devices.values():
        for other in devices.values():
            if one is not other:
                one.knows(other)
    first = devices["A"]
    persons = {name: device.card.card.person for name, device in devices.items()}
    spaces = {
        "tandem": first.spaces.create("Tandem", "tandem", [persons["B"]]).id,
        "coordination": first.spaces.create(
            "Koordination", "coordination", [persons["B"], persons["K"]]
        ).id,
    }
    records = {
        name: first.records.new("mission", {"title": f"Mission {name}"}, space=space).record
        for name, space in spaces.items()
    }
    devices["B"].receive(first.send(spaces["tandem"], devices["B"]))
    mail = first.send(spaces["coordination"], devices["B"], devices["K"])
    for name in "BK":
        devices[name].receive(mail)
    return Template(devices, spaces, records)


class Histories(RuleBasedStateMachine):
    """One history; Hypothesis chooses the steps."""

    device = st.sampled_from(NAMES)
    official = st.sampled_from("AB")
    space = st.sampled_from(("coordination", "coordination", "tandem"))
    field = st.sampled_from(FIELDS)

    @initialize()
    def begin(self) -> None:
        base = template()
        self.spaces, self.records = base.spaces, base.records
        self.devices: dict[str, Device] = {}
        post = Post()
        for name, device in base.devices.items():
            copy = device.fork()
            copy.post = copy.files._post = post
            self.devices[name] = copy
        self.mails: list[tuple[str, bytes]] = []
        self.copies: dict[str, Any] = {}
        self.written: dict[tuple[str, str], dict[int, Written]] = {}
        self.erased: list[tuple[bytes, str, frozenset[int]]] = []
        self.tokens: dict[str, bytes] = {}
        self.rolled_back: set[tuple[str, str]] = set()
        self.last = 0

    # --- people write -----------------------------------------------------------------------

    @rule(name=device, space=space, field=field, years=st.sampled_from((-10, 0, 0, 10)))
    def edit(self, name: str, space: str, field: str, years: int) -> None:
        device, record = self.devices[name], self.records[space]
        if name == "K" and space == "tandem":
            return
        saw = frozenset(int(value) for value in device.visible(record, field) if value is not None)
        self.last += 1
        value: int | str = self.last if field == "time_budget" else f"{self.last}"
        device.clock.ms += years * YEAR_MS
        if len(saw) > 1:
            changes = device.conflicts.resolve(record, field, value)
        else:
            changes = device.records.save(record, {field: value})
        device.clock.ms -= years * YEAR_MS
        assert changes is not None
        assert changes.commit is not None
        self.written.setdefault((space, field), {})[self.last] = Written(changes.commit, name, saw)

    @rule(name=device, place=st.integers(0, 1000))
    def type_a_word(self, name: str, place: int) -> None:
        """Insert a unique word into the long text: no word may ever get lost."""
        device, record = self.devices[name], self.records["coordination"]
        text = str(device.records.open(record).values.get("vision") or "")
        words = text.split()
        self.last += 1
        word = f"wörd{self.last}ß"
        words.insert(place % (len(words) + 1), word)
        changes = device.records.save(record, {"vision": " ".join(words)})
        assert changes is not None
        assert changes.commit is not None
        self.tokens[word] = changes.commit

    @rule(name=device, field=field)
    def erase(self, name: str, field: str) -> None:
        """Try to erase every visible value of a field; B may erase only what B wrote."""
        device, record = self.devices[name], self.records["coordination"]
        head = device.records.heads(record).get(field)
        if head is None:
            return
        written = self.written.get(("coordination", field), {})
        values = frozenset(
            int(v)
            for v in device.visible(record, field)
            if v is not None and (name in MANAGERS or written[int(v)].author == name)
        )
        changes = device.erase_ops(record, head.ops)
        assert changes.commit is not None
        self.erased.append((changes.commit, field, values))

    # --- mail -------------------------------------------------------------------------------

    @rule(sender=device, receiver=device, space=space)
    def send(self, sender: str, receiver: str, space: str) -> None:
        if sender != receiver and not (space == "tandem" and "K" in (sender, receiver)):
            mail = self.devices[sender].send(self.spaces[space], self.devices[receiver])
            self.mails.append((receiver, mail))

    @rule()
    def send_to_both(self) -> None:
        mail = self.devices["A"].send(
            self.spaces["coordination"], self.devices["B"], self.devices["K"]
        )
        self.mails += [("B", mail), ("K", mail)]

    @precondition(lambda self: self.mails)
    @rule(index=st.integers(0, 50), keep=st.booleans())
    def deliver(self, index: int, keep: bool) -> None:  # noqa: FBT001 - Hypothesis passes it
        index %= len(self.mails)
        receiver, mail = self.mails[index]
        device = self.devices[receiver]
        before = device.commit_ids()
        assert device.receive_again(mail).status != "rejected"
        assert before <= device.commit_ids(), "an import took something away"
        state = device.dump()
        device.receive_again(mail)
        assert state == device.dump(), "importing twice changed something"
        if not keep:
            self.mails.pop(index)

    @precondition(lambda self: self.mails)
    @rule(index=st.integers(0, 50))
    def lose(self, index: int) -> None:
        self.mails.pop(index % len(self.mails))

    @rule(sender=device, receiver=device)
    def one_mail_heals(self, sender: str, receiver: str) -> None:
        """Whatever was lost before, one delivered bundle brings the receiver level."""
        if sender == receiver:
            return
        here, there = self.devices[sender], self.devices[receiver]
        there.receive_again(here.send(self.spaces["coordination"], there))
        self.rolled_back.discard((receiver, sender))
        if (sender, receiver) not in self.rolled_back:
            missing = _of_space(here, "coordination") - there.commit_ids()
            assert not missing, "one mail did not heal"

    # --- disks ------------------------------------------------------------------------------

    @rule(name=official)
    def back_up(self, name: str) -> None:
        self.copies[name] = self.devices[name].copy()

    @precondition(lambda self: self.copies)
    @rule(name=official, edits=st.integers(0, 2), field=field)
    def put_back(self, name: str, edits: int, field: str) -> None:
        """Restore silently: the log goes on from an earlier place."""
        if name in self.copies:
            self.devices[name].put_back(self.copies[name])
            self.rolled_back |= {(other, name) for other in NAMES if other != name}
            for _ in range(edits):
                self.edit(name, "coordination", field, 0)

    @rule(name=official, field=field)
    def run_twice(self, name: str, field: str) -> None:
        """Two copies of one profile write; only one of them stays."""
        copy = self.devices[name].copy()
        self.edit(name, "coordination", field, 0)
        other = "B" if name == "A" else "A"
        mail = self.devices[name].send(self.spaces["coordination"], self.devices[other])
        self.devices[other].receive_again(mail)
        self.devices[name].put_back(copy)
        self.rolled_back |= {(person, name) for person in NAMES if person != name}
        self.edit(name, "coordination", field, 0)

    @rule(field=field)
    def old_mail_after_an_erasure(self, field: str) -> None:
        """B is put back to before a value, hears of its erasure, and then gets the old mail."""
        space = self.spaces["coordination"]
        first, second, third = (self.devices[name] for name in NAMES)
        copy = second.copy()
        self.edit("A", "coordination", field, 0)
        old_mail = first.send(space, second, third)
        for device in (second, third):
            device.receive_again(old_mail)
        third.receive_again(second.send(space, third))
        self.erase("K", field)
        second.put_back(copy)
        self.rolled_back |= {("A", "B"), ("K", "B")}
        second.receive_again(third.send(space, second))
        second.receive_again(old_mail)

    # --- what must hold ---------------------------------------------------------------------

    @invariant()
    def tandem_stays_in_the_tandem(self) -> None:
        if getattr(self, "devices", None):
            spaces = {space.id for space in self.devices["K"].spaces.all()}
            assert self.spaces["tandem"] not in spaces

    def teardown(self) -> None:
        if not getattr(self, "devices", None):
            return
        alive = set().union(*(device.commit_ids() for device in self.devices.values()))
        for _ in range(4):
            self._everybody_writes_everybody()
        for space in ("tandem", "coordination"):
            self._compare(space, alive)
        self._compare_texts(alive)
        self._erased_is_gone(alive)
        assert self._everybody_writes_everybody() == 0, "not quiescent"
        for device in self.devices.values():
            live = device.dump()
            device.vault.journal.rebuild(_Quiet())
            assert live == device.dump(), "rebuild differs from live tables"

    def _everybody_writes_everybody(self) -> int:
        commits = 0
        for sender in NAMES:
            for receiver in NAMES:
                for space in ("tandem", "coordination"):
                    if sender == receiver or (space == "tandem" and "K" in (sender, receiver)):
                        continue
                    there = self.devices[receiver]
                    mail = self.devices[sender].send(self.spaces[space], there)
                    commits += there.receive_again(mail).commits
        return commits

    def _compare(self, space: str, alive: set[bytes]) -> None:
        for field in FIELDS:
            written = {
                number: entry
                for number, entry in self.written.get((space, field), {}).items()
                if entry.commit in alive
            }
            seen = {number for entry in written.values() for number in entry.saw}
            gone = {
                number
                for commit, erased_field, numbers in self.erased
                if commit in alive and erased_field == field and space == "coordination"
                for number in numbers
            }
            expected = set(written) - seen - gone
            for name, device in self.devices.items():
                if name == "K" and space == "tandem":
                    continue
                values = device.visible(self.records[space], field)
                got = {int(value) for value in values if value is not None}
                assert got == expected, f"{name} {space} {field}: {got} instead of {expected}"

    def _compare_texts(self, alive: set[bytes]) -> None:
        expected = {word for word, commit in self.tokens.items() if commit in alive}
        texts = {
            name: str(device.records.open(self.records["coordination"]).values.get("vision") or "")
            for name, device in self.devices.items()
        }
        assert len(set(texts.values())) == 1, f"texts diverged: {texts}"
        assert all(word in texts["A"] for word in expected), "a word got lost"

    def _erased_is_gone(self, alive: set[bytes]) -> None:
        gone = {
            str(number)
            for commit, _, numbers in self.erased
            if commit in alive
            for number in numbers
        }
        for device in self.devices.values():
            commits = device.vault.journal.missing(self.spaces["coordination"], [{}])
            for operations in operations_of(commits):
                for _, operation in operations:
                    value = getattr(operation, "value", None)
                    if not isinstance(operation, Erase) and value is not None:
                        assert str(value) not in gone, "an erased body is still there"


def _of_space(device: Device, space: str) -> set[bytes]:
    wanted = template().spaces[space]
    return {commit.id for commit in device.vault.journal.missing(wanted, [{}])}


class _Quiet:
    def report(self, done: int, total: int, step: str) -> None:
        """Nobody watches."""


def machine(examples: int, steps: int = 25, *, shrink: bool = True) -> type[Any]:
    """Return a test case that explores *examples* histories, always the same ones."""
    phases = (Phase.explicit, Phase.generate, *((Phase.shrink,) if shrink else ()))
    case = Histories.TestCase
    case.settings = settings(
        max_examples=examples,
        stateful_step_count=steps,
        deadline=None,
        derandomize=True,
        database=None,
        phases=phases,
        suppress_health_check=tuple(HealthCheck),  # pyright: ignore[reportArgumentType] - its metaclass hides the members
    )
    return case
