"""Membership as a small model: random histories, and an oracle that tries every outcome."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING, TypeAlias

from hypothesis import strategies as st

from innolab_desktop.domain import membership as rules
from innolab_desktop.domain.membership import (
    Addition,
    Founding,
    Membership,
    Place,
    Removal,
    Standing,
    evaluate,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

DEVICES = [bytes([65 + number]) * 2 for number in range(6)]  # AA … FF
FOUNDER, *OTHERS = DEVICES


def covers(cut: rules.Cut, place: Place) -> bool:
    """Logs of this model never fork: a commit is covered by any later one."""
    return any(place.seq <= tip.seq for tip in cut.get(place.log, ()))


class History:
    """Devices that see what they see and act on it; each writes one log."""

    def __init__(self, space_type: str, first_members: Sequence[Standing]) -> None:
        self.founding = Founding(space_type, (*first_members,))
        self.additions: list[Addition] = []
        self.removals: list[Removal] = []
        self.written = dict.fromkeys(DEVICES, 1)
        self.seen: dict[bytes, set[bytes]] = {device: set() for device in DEVICES}

    def place(self, author: bytes) -> Place:
        self.written[author] += 1
        return Place(author, self.written[author], author + bytes([self.written[author]]))

    def add(self, author: bytes, standing: Standing) -> Addition:
        preds = frozenset(
            r.op for r in self.removals if r.device == standing.device and r.op in self.seen[author]
        )
        place = self.place(author)
        found = Addition(b"+" + place.commit, author, place, standing, preds)
        self.additions.append(found)
        self.seen[author].add(found.op)
        return found

    def remove(self, author: bytes, device: bytes, up_to: int) -> Removal:
        place = self.place(author)
        tip = Place(device, up_to, device + bytes([up_to]))
        cut = {device: (tip,)} if up_to else {}
        found = Removal(b"-" + place.commit, author, place, device, cut)
        self.removals.append(found)
        self.seen[author].add(found.op)
        return found

    def meet(self, one: bytes, other: bytes) -> None:
        self.seen[one] |= self.seen[other]

    def result(self) -> Membership:
        return evaluate(self.founding, self.additions, self.removals, covers)


def person_of(device: bytes) -> bytes:
    """AA and BB are two devices of one person, CC and DD too."""
    return bytes([ord("1") + DEVICES.index(device) // 2])


def standing(device: bytes, role: str = "member") -> Standing:
    return Standing(device, person_of(device), role)


@st.composite
def histories(draw: st.DrawFn) -> History:
    """Some devices act, seeing more or less of each other; also without any right."""
    members = draw(st.lists(st.sampled_from(OTHERS), max_size=3, unique=True))
    roles = st.sampled_from(["member", "coordinator"])
    history = History(
        draw(st.sampled_from(["tandem", "case_group", "coordination", "network"])),
        [standing(FOUNDER, "founder"), *(standing(m, draw(roles)) for m in members)],
    )
    devices = st.sampled_from(DEVICES)
    for _ in range(draw(st.integers(1, 9))):
        author, other = draw(devices), draw(devices)
        match draw(st.sampled_from(["add", "remove", "meet", "write"])):
            case "add" if len(history.additions) < 6:
                history.add(author, standing(other, draw(st.sampled_from(rules.ROLES))))
            case "remove":
                history.remove(author, other, draw(st.integers(0, history.written[other])))
            case "meet":
                history.meet(author, other)
            case _:
                history.place(author)
    return history


# --- an oracle that shares no code with the rules: it tries every set of additions -------------


Held: TypeAlias = dict[bytes, set[tuple[bytes, str]]]


class Oracle:
    """The written rules, read literally."""

    def __init__(self, history: History) -> None:
        self.history = history
        self.founder = history.founding.members[0]
        self.managing = {
            "tandem": {"founder", "member"},
            "case_group": {"founder"},
        }.get(history.founding.type, {"founder", "coordinator"})

    def allows(self, held: Held, addition: Addition) -> bool:
        mine = held.get(addition.author, set())
        wanted = (addition.added.person, addition.added.role)
        if wanted in mine:
            return True
        is_manager = any(role in self.managing for _, role in mine)
        fits = wanted[1] == "member" or wanted == (self.founder.person, "founder")
        return is_manager and (
            fits or (wanted[1] == "coordinator" and "coordinator" in self.managing)
        )

    def walk(self, chosen: Sequence[Addition]) -> tuple[Held, set[bytes]]:
        held = {m.device: {(m.person, m.role)} for m in self.history.founding.members}
        done: set[bytes] = set()
        for _ in range(len(chosen) + 1):
            for addition in chosen:
                if self.allows(held, addition):
                    held.setdefault(addition.added.device, set()).add(
                        (addition.added.person, addition.added.role)
                    )
                    done.add(addition.op)
        return held, done

    def smallest(self, removals: Sequence[Removal]) -> tuple[set[bytes], set[bytes], list[Removal]]:
        """Return the members, everybody who ever was one, and the removals that hold."""
        every = self.history.additions
        for size in range(len(every) + 1):
            for chosen in combinations(every, size):
                ended = {(a.added.device, op) for a in chosen for op in a.preds}
                holding = [r for r in removals if (r.device, r.op) not in ended]

                def is_within(a: Addition, holding: list[Removal] = holding) -> bool:
                    return all(covers(r.cut, a.place) for r in holding if r.device == a.author)

                held, done = self.walk(chosen)
                if (
                    done == {a.op for a in chosen}
                    and all(is_within(a) for a in chosen)
                    and not any(
                        is_within(a) and self.allows(held, a) for a in every if a.op not in done
                    )
                ):
                    return set(held) - {r.device for r in holding}, set(held), holding
        raise AssertionError("no set of additions agrees with itself")

    def result(self) -> tuple[set[bytes], set[bytes], list[Removal]]:
        held, _ = self.walk(self.history.additions)
        guarded = {self.founder.device}
        for _ in DEVICES:
            guarded |= {
                a.added.device
                for a in self.history.additions
                if a.author in guarded and a.added.person == self.founder.person
            }
        rightful = []
        for r in self.history.removals:
            mine, theirs = held.get(r.author, set()), held.get(r.device, set())
            is_own = {p for p, _ in mine} & {p for p, _ in theirs}
            is_manager = any(role in self.managing for _, role in mine)
            if is_own or (is_manager and theirs and r.device not in guarded):
                rightful.append(r)
        usual = [r for r in rightful if r.device not in guarded]
        members, _, holding = self.smallest(usual)
        late = [
            r
            for r in rightful
            if r.device in guarded
            and r.author in members
            and all(covers(h.cut, r.place) for h in holding if h.device == r.author)
        ]
        return self.smallest(usual + late)
