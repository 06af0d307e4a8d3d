"""Four people and a space whose members come and go."""

from __future__ import annotations

from functools import cache
from itertools import permutations
from typing import Any

from protocol.world import Device, Post

NAMES = "ABCD"
FIELD = "budget"
TEXT = "vision"


class Circle:
    """Four people who know each other; A founds a space with B and C."""

    def __init__(self, space_type: str = "network") -> None:
        self.post = Post()
        self.devices = {
            name: Device.new(name, self.post, "coordinator" if name == "B" else "official")
            for name in NAMES
        }
        for one, other in permutations(self.devices.values(), 2):
            one.knows(other)
        first = self.devices["A"]
        self.space = first.spaces.create(
            "Netz", space_type, [self.person("B"), self.person("C")]
        ).id
        self.record = first.records.new("mission", {"title": "Mission"}, space=self.space).record
        mail = first.send(self.space)
        for name in "BC":
            self.devices[name].receive(mail)

    def copied(self) -> Circle:
        copy = Circle.__new__(Circle)
        copy.__dict__.update(self.__dict__)
        copy.post = Post()
        copy.devices = {}
        for name, device in self.devices.items():
            twin = device.fork()
            twin.post = twin.files._post = copy.post
            copy.devices[name] = twin
        return copy

    def __getitem__(self, name: str) -> Device:
        return self.devices[name]

    def person(self, name: str) -> bytes:
        return self.devices[name].card.card.person

    def device(self, name: str) -> bytes:
        return self.devices[name].card.card.device

    def members(self, name: str) -> str:
        """Return who belongs to the space, as *name* sees it."""
        space = self[name].vault.people.space(self.space)
        return "".join(sorted(member.name for member in space.members)) if space else ""

    def write(self, name: str, value: str) -> None:
        device = self[name]
        if len(device.visible(self.record, FIELD)) > 1:
            device.conflicts.resolve(self.record, FIELD, value)
        else:
            device.records.save(self.record, {FIELD: value})

    def type(self, name: str, word: str) -> None:
        """Add a word at the end of a long text."""
        self[name].records.save(self.record, {TEXT: f"{self.text(name)} {word}".strip()})

    def text(self, name: str) -> str:
        return str(self[name].records.open(self.record).values.get(TEXT) or "")

    def assert_rebuilds(self, name: str) -> None:
        before = self[name].dump()
        self[name].vault.journal.rebuild(NoReport())
        assert self[name].dump() == before

    def send(self, sender: str, *receivers: str) -> list[Any]:
        mail = self[sender].send(self.space)
        aliases = self.post.bundles[mail].manifest.aliases
        return [
            self[name].receive(mail) for name in receivers if self[name].card.card.alias in aliases
        ]

    def talk(self) -> None:
        """Let everybody send to everybody until nothing is new; who left says so."""
        for _ in range(6):
            before = [self[name].commit_ids() for name in NAMES]
            for name in NAMES:
                if self.members(name).strip(name):
                    self.send(name, *(other for other in NAMES if other != name))
            if before == [self[name].commit_ids() for name in NAMES]:
                return
        raise AssertionError("the devices never agree")


@cache
def circle_of(space_type: str) -> Circle:
    """Return a circle to be copied."""
    return Circle(space_type)


class NoReport:
    """Progress that nobody looks at."""

    def report(self, done: int, total: int, step: str) -> None:
        del done, total, step
