"""A region of municipalities that write mails for two years, in virtual time.

Each municipality has a tandem space of two officials, and a coordination space of these two and
the region's coordinator; all people of a region share a network space. Mails get lost, doubled
and late; disks are restored, profiles run twice, clocks are wrong by years, people leave and
others come, values are erased, and some programs are of a later version than others.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from random import Random
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from innolab_desktop.domain.errors import SpaceError
from protocol.world import Device, Post
from simulation import disks, moves, writing
from simulation.oracle import Story

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

_MARKER: Final = re.compile(rb"[TCNP]q\d+q\d+q")
_LATEST_DAYS: Final = 60


@dataclass(frozen=True, slots=True)
class Odds:
    """How often things happen; per person and day where nothing else is said."""

    edit: float = 0.06
    word: float = 0.02
    private: float = 0.005
    tandem_mail: float = 0.04
    coordination_mail: float = 0.02
    network_mail: float = 0.004
    lost: float = 0.3
    doubled: float = 0.2
    late: float = 0.3
    back_up: float = 1 / 30
    restore: float = 0.002
    run_twice: float = 0.0005
    wrong_clock: float = 0.004
    erase: float = 0.002
    leave: float = 0.0006
    forget: float = 0.0003
    come_back: float = 0.004
    later_version: float = 0.3


ROUGH: Final = Odds(
    edit=0.3,
    word=0.04,
    private=0.01,
    erase=0.02,
    back_up=1 / 15,
    restore=0.012,
    run_twice=0.006,
    leave=0.01,
    forget=0.012,
    tandem_mail=0.12,
    coordination_mail=0.08,
    network_mail=0.02,
)
"""A bad half-year: everything rare happens."""


RESTLESS: Final = Odds(
    edit=0.5,
    private=0.0,
    tandem_mail=0.25,
    coordination_mail=0.2,
    network_mail=0.05,
    lost=0.2,
    leave=0.05,
    forget=0.02,
)
"""People come and go all the time."""


class Mail(NamedTuple):
    """A bundle on its way."""

    day: int
    receiver: str
    content: bytes


@dataclass(slots=True)
class Room:
    """A space, who founded it, and what was done in it."""

    id: bytes
    letter: str
    founder: str
    people: list[str]
    records: list[bytes]
    story: Story

    def is_managed_by(self, name: str) -> bool:
        """Tell whether the rules let *name* erase what others wrote here."""
        return self.letter == "T" or name == self.founder or name.startswith("K")


class Region:
    """The people of a region, their disks, and the mails between them."""

    def __init__(
        self,
        seed: int,
        municipalities: int,
        odds: Odds | None = None,
        make: Callable[[str, Post, str], Device] = Device.new,
    ) -> None:
        self._make = make
        self.random = Random(seed)  # noqa: S311 - a game that can be played again
        self.seed = seed
        self.odds = odds or Odds()
        self.counts: Counter[str] = Counter(municipalities=municipalities)
        self.day = 0
        self.post = Post()
        self.devices: dict[str, Device] = {}
        self.skews: dict[str, int] = {}
        self.later: set[str] = set()
        self.copies: dict[str, Any] = {}
        self.gone: set[str] = set()
        self.leaving: dict[str, int] = {}
        self.forgotten: dict[tuple[bytes, str], set[bytes]] = {}
        """Which spaces people deleted, and the commits that they had until then."""
        self.mails: list[Mail] = []
        self.waiting: set[bytes] = set()
        self.serial = 0
        self.private_owners: dict[str, str] = {}
        self.coordinator = self.add_person("K", "coordinator")
        self.towns = [self._town(number) for number in range(municipalities)]
        everybody = [self.coordinator, *(name for town in self.towns for name in town[0].people)]
        self.network = self._room("N", "network", everybody)
        self.rooms = [self.network, *(room for town in self.towns for room in town)]

    # --- the beginning ----------------------------------------------------------------------

    def add_person(self, name: str, role: str = "official") -> str:
        device = self._make(f"{name} {self.seed}", self.post, role)
        self.devices[name] = device
        self.skews[name] = 0
        if self.random.random() < self.odds.later_version:
            self.later.add(name)
        return name

    def _town(self, number: int) -> tuple[Room, Room]:
        people = [self.add_person(f"{letter}{number}") for letter in "AB"]
        tandem = self._room("T", "tandem", people)
        coordination = self._room("C", "coordination", [*people, self.coordinator])
        return tandem, coordination

    def _room(self, letter: str, type_: str, people: list[str]) -> Room:
        first, *others = people
        self.introduce(people)
        founder = self.devices[first]
        space = founder.spaces.create(
            f"{letter} {first}", type_, [self.card(name).person for name in others]
        ).id
        room = Room(space, letter, first, [*people], [], Story())
        for _ in range(2):
            writing.new_record(self, room, first)
        mail = founder.send(space)
        for name in others:
            self.devices[name].receive(mail)
        return room

    def introduce(self, people: Iterable[str]) -> None:
        names = list(people)
        for one in names:
            for other in names:
                if one != other:
                    self.devices[one].knows(self.devices[other])

    def card(self, name: str) -> Any:
        return self.devices[name].card.card

    def mark(self, letter: str) -> str:
        """Return a text that occurs once in the world and tells where it belongs."""
        self.serial += 1
        return f"{letter}q{self.seed}q{self.serial}q"

    # --- two years --------------------------------------------------------------------------

    def live(self, days: int) -> None:
        """Let so many days pass."""
        for _ in range(days):
            self.day += 1
            self._deliver()
            for name in [name for name, day in self.leaving.items() if day <= self.day]:
                del self.leaving[name]
                moves.end_leave(self, name)
            for name in [*self.devices]:
                if name not in self.gone:
                    self.devices[name].clock.ms = (
                        1_800_000_000_000 + self.day * disks.DAY_MS + self.skews[name]
                    )
                    self._pass_day(name)
        self.counts["days"] = days

    def happens(self, odds: float) -> bool:
        return self.random.random() < odds

    def _pass_day(self, name: str) -> None:
        odds = self.odds
        for chance, act in (
            (odds.edit, writing.edit),
            (odds.word, writing.type_a_word),
            (odds.private, writing.write_privately),
            (odds.wrong_clock, disks.set_clock_wrong),
            (odds.erase, writing.erase),
            (odds.back_up, disks.back_up),
            (odds.restore, disks.restore),
            (odds.run_twice, disks.run_twice),
            (odds.leave, moves.leave),
            (odds.forget, moves.leave_and_forget),
        ):
            if self.happens(chance):
                act(self, name)
        if self.happens(odds.tandem_mail):
            self._ask_again(name)
        rates = {"T": odds.tandem_mail, "C": odds.coordination_mail, "N": odds.network_mail}
        for room in self._rooms_once_of(name):
            if self.happens(rates[room.letter]) and self._belongs(room, name):
                self.send(room, name)

    def rooms_of(self, name: str) -> Iterator[Room]:
        """Yield the rooms that *name* belongs to, as far as it knows."""
        return (room for room in self._rooms_once_of(name) if self._belongs(room, name))

    def _rooms_once_of(self, name: str) -> list[Room]:
        if name == self.coordinator:
            return [self.network, *(town[1] for town in self.towns)]
        town = self.town_of(name)
        return [room for room in (self.network, *town) if name in room.people]

    def town_of(self, name: str) -> tuple[Room, Room]:
        """Return the two rooms of the municipality of *name*."""
        return next(town for town in self.towns if name in town[0].people)

    def _belongs(self, room: Room, name: str) -> bool:
        device = self.devices[name]
        space = device.vault.people.space(room.id)
        own = device.card.card.device
        return space is not None and any(member.device == own for member in space.members)

    def some_room(self, name: str) -> Room | None:
        room = self.random.choice(self._rooms_once_of(name))
        return room if self._belongs(room, name) else None

    # --- mail -------------------------------------------------------------------------------

    def send(self, room: Room, name: str) -> None:
        try:
            content = self.devices[name].send(room.id)
        except SpaceError:
            return  # nobody else is left in it
        self._check_content(room, content)
        self._send_round(room, name, content)

    def _ask_again(self, name: str) -> None:
        """Tell those who sent something of a room that is not here that nothing is here."""
        device = self.devices[name]
        missing = {space.id for space in device.acknowledgement.unknown_spaces()}
        for room in self.rooms:
            if room.id in missing:
                self.counts["asked for everything again"] += 1
                self._send_round(room, name, device.send_receipt(room.id))

    def _send_round(self, room: Room, name: str, content: bytes) -> None:
        aliases = self.post.bundles[content].manifest.aliases
        for receiver in room.people:
            if receiver != name and self.card(receiver).alias in aliases:
                self._post(receiver, content)

    def _post(self, receiver: str, content: bytes) -> None:
        self.counts["mails sent"] += 1
        if self.happens(self.odds.lost):
            self.counts["mails lost"] += 1
            return
        copies = 2 if self.happens(self.odds.doubled) else 1
        self.counts["mails doubled"] += copies - 1
        for _ in range(copies):
            days = self.random.randint(1, _LATEST_DAYS) if self.happens(self.odds.late) else 0
            self.mails.append(Mail(self.day + days, receiver, content))

    def _deliver(self) -> None:
        due = [mail for mail in self.mails if mail.day <= self.day]
        self.mails = [mail for mail in self.mails if mail.day > self.day]
        self.random.shuffle(due)
        for mail in due:
            if mail.receiver not in self.gone:
                self._receive(mail.receiver, mail.content)
        travelling = {mail.content for mail in self.mails} | self.waiting
        for content in self.post.bundles.keys() - travelling:
            del self.post.bundles[content]

    def _receive(self, name: str, content: bytes) -> int:
        result = self.devices[name].receive_again(content)
        self.counts["mails read"] += 1
        self.counts[f"mails {result.status}"] += 1
        if result.code == "space_departure_unheard":
            moves.say_by_phone(self, self.post.bundles[content].manifest.space, name)
        elif result.code != "space_forgotten":
            assert result.status != "rejected", result.code
        if result.status == "held":  # the vault keeps the file, under the name it was read by
            self.waiting.add(next(reversed(self.post.bundles)))
        return result.commits

    def _check_content(self, room: Room, content: bytes) -> None:
        """Look into one of many bundles: only what belongs to its room is in it."""
        if not self.happens(0.05):
            return
        found = b"".join(
            body
            for commit in self.post.bundles[content].commits
            for body in commit.bodies
            if body is not None
        )
        self.counts["bundles searched"] += 1
        for marker in _MARKER.findall(found):
            if marker[:1] != room.letter.encode():
                self.counts["leaked"] += 1
