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

from innolab_desktop.domain.errors import RecordError, SpaceError
from innolab_desktop.journal import operations
from innolab_desktop.journal.commit import Draft
from protocol.world import Device, Post
from simulation.oracle import Departure, Return, Story, Written

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

DAY_MS: Final = 24 * 3600 * 1000
YEAR_MS: Final = 365 * DAY_MS
FUTURE_KIND: Final = 40
FIELDS: Final = ("title", "next_step", "next_step_role")
LONG_TEXT: Final = "vision"
_MARKER: Final = re.compile(rb"[TCNP]q\d+q\d+q")
_LATEST_DAYS: Final = 60


class Future(NamedTuple):
    """An operation that only a later version of the program knows."""

    payload: str


operations._KINDS[Future] = FUTURE_KIND  # pyright: ignore[reportArgumentType] - the later version writes it


@dataclass(frozen=True, slots=True)
class Odds:
    """How often things happen; per person and day where nothing else is said."""

    edit: float = 0.12
    word: float = 0.04
    private: float = 0.01
    tandem_mail: float = 0.08
    coordination_mail: float = 0.04
    network_mail: float = 0.01
    lost: float = 0.3
    doubled: float = 0.2
    late: float = 0.3
    back_up: float = 1 / 30
    restore: float = 0.002
    run_twice: float = 0.0005
    wrong_clock: float = 0.004
    erase: float = 0.002
    leave: float = 0.0006
    come_back: float = 0.004
    later_version: float = 0.3


ROUGH: Final = Odds(
    edit=0.3,
    erase=0.02,
    back_up=1 / 15,
    restore=0.012,
    run_twice=0.006,
    leave=0.01,
    tandem_mail=0.12,
    coordination_mail=0.08,
    network_mail=0.02,
)
"""A bad half-year: everything rare happens."""


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


class Region:
    """The people of a region, their disks, and the mails between them."""

    def __init__(self, seed: int, municipalities: int, odds: Odds | None = None) -> None:
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
        self.mails: list[Mail] = []
        self.waiting: set[bytes] = set()
        self.serial = 0
        self.private_owners: dict[str, str] = {}
        self.coordinator = self._person("K", "coordinator")
        self.towns = [self._town(number) for number in range(municipalities)]
        everybody = [self.coordinator, *(name for town in self.towns for name in town[0].people)]
        self.network = self._room("N", "network", everybody)
        self.rooms = [self.network, *(room for town in self.towns for room in town)]

    # --- the beginning ----------------------------------------------------------------------

    def _person(self, name: str, role: str = "official") -> str:
        device = Device.new(f"{name} {self.seed}", self.post, role)
        self.devices[name] = device
        self.skews[name] = 0
        if self.random.random() < self.odds.later_version:
            self.later.add(name)
        return name

    def _town(self, number: int) -> tuple[Room, Room]:
        people = [self._person(f"{letter}{number}") for letter in "AB"]
        tandem = self._room("T", "tandem", people)
        coordination = self._room("C", "coordination", [*people, self.coordinator])
        return tandem, coordination

    def _room(self, letter: str, type_: str, people: list[str]) -> Room:
        first, *others = people
        self._introduce(people)
        founder = self.devices[first]
        space = founder.spaces.create(
            f"{letter} {first}", type_, [self._card(name).person for name in others]
        ).id
        room = Room(space, letter, first, [*people], [], Story())
        for _ in range(2):
            self._new_record(room, first)
        mail = founder.send(space)
        for name in others:
            self.devices[name].receive(mail)
        return room

    def _introduce(self, people: Iterable[str]) -> None:
        names = list(people)
        for one in names:
            for other in names:
                if one != other:
                    self.devices[one].knows(self.devices[other])

    def _card(self, name: str) -> Any:
        return self.devices[name].card.card

    def _mark(self, letter: str) -> str:
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
                self._end_leave(name)
            for name in [*self.devices]:
                if name not in self.gone:
                    self.devices[name].clock.ms = (
                        1_800_000_000_000 + self.day * DAY_MS + self.skews[name]
                    )
                    self._pass_day(name)
        self.counts["days"] = days

    def _happens(self, odds: float) -> bool:
        return self.random.random() < odds

    def _pass_day(self, name: str) -> None:
        odds = self.odds
        for chance, act in (
            (odds.edit, self._edit),
            (odds.word, self._type_a_word),
            (odds.private, self._write_privately),
            (odds.wrong_clock, self._set_clock_wrong),
            (odds.erase, self._erase),
            (odds.back_up, self._back_up),
            (odds.restore, self._restore),
            (odds.run_twice, self._run_twice),
            (odds.leave, self._leave),
        ):
            if self._happens(chance):
                act(name)
        rates = {"T": odds.tandem_mail, "C": odds.coordination_mail, "N": odds.network_mail}
        for room in self._rooms_once_of(name):
            if self._happens(rates[room.letter]) and self._belongs(room, name):
                self._send(room, name)

    def _rooms_of(self, name: str) -> Iterator[Room]:
        """Yield the rooms that *name* belongs to, as far as it knows."""
        return (room for room in self._rooms_once_of(name) if self._belongs(room, name))

    def _rooms_once_of(self, name: str) -> list[Room]:
        if name == self.coordinator:
            return [self.network, *(town[1] for town in self.towns)]
        town = self._town_of(name)
        return [room for room in (self.network, *town) if name in room.people]

    def _belongs(self, room: Room, name: str) -> bool:
        device = self.devices[name]
        space = device.vault.people.space(room.id)
        own = device.card.card.device
        return space is not None and any(member.device == own for member in space.members)

    def _some_room(self, name: str) -> Room | None:
        room = self.random.choice(self._rooms_once_of(name))
        return room if self._belongs(room, name) else None

    # --- people write -----------------------------------------------------------------------

    def _new_record(self, room: Room, name: str) -> None:
        mark = self._mark(room.letter)
        saved = self.devices[name].records.new("mission", {"title": mark}, space=room.id)
        assert saved.changes.commit is not None
        room.records.append(saved.record)
        written = Written(mark, saved.changes.commit, name, frozenset())
        room.story.write(saved.record, "title", written)

    def _known_record(self, room: Room, name: str) -> bytes | None:
        record = self.random.choice(room.records)
        try:
            self.devices[name].records.open(record)
        except RecordError:
            return None  # its creation is still on the way
        return record

    def _edit(self, name: str) -> None:
        room = self._some_room(name)
        if room is None:
            return
        if self._happens(0.02):
            self._new_record(room, name)
            return
        record = self._known_record(room, name)
        if record is not None:
            self._set(room, name, record, self.random.choice(FIELDS))

    def _set(self, room: Room, name: str, record: bytes, field: str) -> None:
        device, mark = self.devices[name], self._mark(room.letter)
        saw = frozenset(value for value in device.visible(record, field) if value)
        if len(device.visible(record, field)) > 1:
            self.counts["abweichungen resolved"] += 1
            changes = device.conflicts.resolve(record, field, mark)
        else:
            changes = device.records.save(record, {field: mark})
        assert changes is not None
        assert changes.commit is not None
        room.story.write(record, field, Written(mark, changes.commit, name, saw))
        self.counts["edits"] += 1
        if name in self.later and self._happens(0.2):
            future = Draft(Future(self._mark(room.letter)))  # pyright: ignore[reportArgumentType] - of a later version
            device.exporting._writer.write(room.id, (future,))
            self.counts["operations of a later version"] += 1

    def _type_a_word(self, name: str) -> None:
        room = self._some_room(name)
        record = None if room is None else self._known_record(room, name)
        if room is None or record is None:
            return
        device, word = self.devices[name], self._mark(room.letter) + "ß"
        text = str(device.records.open(record).values.get(LONG_TEXT) or "")
        words = text.split()
        words.insert(self.random.randint(0, len(words)), word)
        changes = device.records.save(record, {LONG_TEXT: " ".join(words)})
        assert changes is not None
        assert changes.commit is not None
        room.story.words[record, word] = (changes.commit, name)
        self.counts["edits"] += 1

    def _write_privately(self, name: str) -> None:
        self.devices[name].records.new("tandem_note", {"title": self._mark("P")})
        self.counts["private notes"] += 1

    def _erase(self, name: str) -> None:
        room = self._some_room(name)
        record = None if room is None else self._known_record(room, name)
        if room is None or record is None:
            return
        device, field = self.devices[name], self.random.choice(FIELDS)
        head = device.records.heads(record).get(field)
        if head is None:
            return
        values = frozenset(str(v) for v in device.visible(record, field) if v)
        changes = device.records.erase_fields(record, {field: head}, "test")
        assert changes.commit is not None
        room.story.erased.append((changes.commit, values))
        self.counts["erasures"] += 1

    # --- mail -------------------------------------------------------------------------------

    def _send(self, room: Room, name: str) -> None:
        device = self.devices[name]
        try:
            content = device.send(room.id)
        except SpaceError:
            return  # nobody else is left in it
        self._check_content(room, content)
        aliases = self.post.bundles[content].manifest.aliases
        for receiver in room.people:
            if receiver != name and self._card(receiver).alias in aliases:
                self._post(receiver, content)

    def _post(self, receiver: str, content: bytes) -> None:
        self.counts["mails sent"] += 1
        if self._happens(self.odds.lost):
            self.counts["mails lost"] += 1
            return
        copies = 2 if self._happens(self.odds.doubled) else 1
        self.counts["mails doubled"] += copies - 1
        for _ in range(copies):
            days = self.random.randint(1, _LATEST_DAYS) if self._happens(self.odds.late) else 0
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
        assert result.status != "rejected", result.code
        if result.status == "held":  # the vault keeps the file, under the name it was read by
            self.waiting.add(next(reversed(self.post.bundles)))
        return result.commits

    def _check_content(self, room: Room, content: bytes) -> None:
        """Look into one of many bundles: only what belongs to its room is in it."""
        if not self._happens(0.05):
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

    # --- disks, clocks, people --------------------------------------------------------------

    def _back_up(self, name: str) -> None:
        self.copies[name] = self.devices[name].copy()

    def _restore(self, name: str) -> None:
        """Put back a copy silently: the log goes on from an earlier place."""
        if name in self.copies:
            self.devices[name].put_back(self.copies[name])
            self.counts["restores"] += 1

    def _run_twice(self, name: str) -> None:
        """Two copies of one profile write and send; one of them stays."""
        copy = self.devices[name].copy()
        self._edit(name)
        for room in self._rooms_of(name):
            self._send(room, name)
        self.devices[name].put_back(copy)
        self._edit(name)
        self.counts["profiles run twice"] += 1

    def _set_clock_wrong(self, name: str) -> None:
        self.skews[name] = self.random.choice(
            (0, 0, 0, DAY_MS, -DAY_MS, 40 * DAY_MS, YEAR_MS, -YEAR_MS, 10 * YEAR_MS, -10 * YEAR_MS)
        )
        self.counts["clocks set wrong"] += self.skews[name] != 0

    def _leave(self, name: str) -> None:
        """A partner is removed from the rooms of the municipality, and does not know yet."""
        if not name.startswith("B") or name in self.leaving:
            return
        for room in self._town_of(name):
            self._remove(room, room.founder, name)
        self.leaving[name] = self.day + self.random.randint(3, 40)

    def _town_of(self, name: str) -> tuple[Room, Room]:
        return next(town for town in self.towns if name in town[0].people)

    def _end_leave(self, name: str) -> None:
        """Until now the person went on writing, unaware; now it comes back or is replaced."""
        town = self._town_of(name)
        founder = town[0].founder
        if self._happens(0.4):
            for room in town:
                self._add(room, founder, name)
            self.counts["people back"] += 1
            return
        self.gone.add(name)
        number = name[1:].split("+", maxsplit=1)[0]
        successor = self._person(f"B{number}+{self.serial}")
        self._introduce([*town[1].people, successor])
        for room in town:
            room.people.append(successor)
            self._add(room, founder, successor)
        self.counts["people replaced"] += 1

    def _remove(self, room: Room, founder: str, name: str) -> None:
        device = self.devices[founder]
        logs = {
            info.log
            for info in device.vault.journal.logs(room.id)
            if info.origin.device == self._card(name).device
        }
        held = {c.id for c in device.vault.journal.missing(room.id, [{}]) if c.log in logs}
        before = device.commit_ids()
        try:
            device.spaces.remove(room.id, self._card(name).device)
        except SpaceError as refusal:
            assert refusal.code == "space_member_unknown"  # noqa: PT017 - a restored founder forgot the addition
            return
        (commit,) = device.commit_ids() - before
        room.story.departures.append(Departure(commit, name, frozenset(held)))
        self.counts["removals"] += 1

    def _add(self, room: Room, founder: str, name: str) -> None:
        device = self.devices[founder]
        before = device.commit_ids()
        try:
            device.spaces.add(room.id, self._card(name).person)
        except SpaceError as refusal:
            assert refusal.code == "space_member_already"  # noqa: PT017 - a restored founder forgot the removal
            return
        (commit,) = device.commit_ids() - before
        seen = {item.commit for item in room.story.departures} & before
        room.story.returns.append(Return(commit, name, frozenset(seen)))
        self.counts["additions"] += 1
