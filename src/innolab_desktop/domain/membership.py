"""Who is a member of a space, and which commits count: a pure function of what was said.

The rules are those of ``docs/formats/space.md``. They need no order of arrival and no clock: equal
sets of operations give equal members on every device.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Final, NamedTuple, TypeAlias

from innolab_desktop.domain.erasure_rights import ErasureRights

Device: TypeAlias = bytes
Person: TypeAlias = bytes
Cut: TypeAlias = Mapping[bytes, tuple["Place", ...]]
"""Log to the branch heads up to which it counts; a log that is missing does not count."""

Covers: TypeAlias = Callable[[Cut, "Place"], bool]
"""Tells whether a commit is one of a cut's commits or lies below one."""

ROLES: Final = ("member", "coordinator", "founder")
"""From the least to the most rights."""

_COORDINATED: Final = frozenset(("founder", "coordinator"))
_MANAGING: Final[Mapping[str, frozenset[str]]] = {
    "private": frozenset(),
    "tandem": frozenset(("founder", "member")),
    "case_group": frozenset(("founder",)),
    "coordination": _COORDINATED,
    "network": _COORDINATED,
}
SPACE_TYPES: Final = tuple(_MANAGING)


class Place(NamedTuple):
    """Where a commit stands."""

    log: bytes
    seq: int
    commit: bytes


class Standing(NamedTuple):
    """A device in a space, for whom it speaks, and its role."""

    device: Device
    person: Person
    role: str


class Founding(NamedTuple):
    """How the space began; the founder is the first of the members."""

    type: str
    members: tuple[Standing, ...]

    @property
    def founder(self) -> Standing:
        """The founder's first device."""
        return self.members[0]


class Addition(NamedTuple):
    """*author* says that a device belongs to the space, having seen *preds*."""

    op: bytes
    author: Device
    place: Place
    added: Standing
    preds: frozenset[bytes] = frozenset()


class Removal(NamedTuple):
    """*author* says that a device left; its commits count up to the cut."""

    op: bytes
    author: Device
    place: Place
    device: Device
    cut: Cut


class Membership(NamedTuple):
    """The result of the rules.

    Attributes:
        members: the devices that belong to the space now.
        entitled: the devices that belong or belonged to it.
        removals: the removals that hold, by device.
    """

    members: Mapping[Device, Standing]
    entitled: frozenset[Device]
    removals: Mapping[Device, tuple[Removal, ...]]

    def counts(self, device: Device, place: Place, covers: Covers) -> bool:
        """Tell whether a commit of *device* at *place* counts; else it is quarantined."""
        return device in self.entitled and self.is_within(device, place, covers)

    def is_within(self, device: Device, place: Place, covers: Covers) -> bool:
        """Tell whether no removal that holds cuts off what *device* wrote at *place*."""
        return all(covers(removal.cut, place) for removal in self.removals.get(device, ()))


def manages(space_type: str, role: str) -> bool:
    """Tell whether *role* lets its holder add and remove others in a space of this type."""
    return role in _MANAGING[space_type]


def may_be_given(space_type: str, role: str) -> bool:
    """Tell whether somebody who manages such a space may give *role* to another person."""
    return role == "member" or (role == "coordinator" and role in _MANAGING[space_type])


def evaluate(
    founding: Founding,
    additions: Sequence[Addition],
    removals: Iterable[Removal],
    covers: Covers,
) -> Membership:
    """Return who is a member after all *additions* and *removals*.

    Removals of the founder's devices are decided last: only a member may make them, and only
    within its own cut, so nobody reaches the founder from behind a removal.
    """
    rules = _Rules(founding, additions, covers)
    rights, _ = rules.reach(additions)
    protected = rules.protected()
    valid = [r for r in removals if rules.may_remove(rights, r, protected)]
    ordinary = [r for r in valid if r.device not in protected]
    first = rules.settle(ordinary)
    of_founder = [
        removal
        for removal in valid
        if removal.device in protected
        and removal.author in first.members
        and first.counts(removal.author, removal.place, covers)
    ]
    return rules.settle(ordinary + of_founder) if of_founder else first


def erasure_rights(founding: Founding, additions: Sequence[Addition]) -> ErasureRights:
    """Return who may erase what after all *additions*; no removal takes that right away."""
    given, _ = _Rules(founding, additions, _everything).reach(additions)
    return ErasureRights(
        {device: frozenset(person for person, _ in held) for device, held in given.items()},
        frozenset(
            device
            for device, held in given.items()
            if any(manages(founding.type, role) for _, role in held)
        ),
    )


def _everything(_cut: Cut, _place: Place) -> bool:
    return True


_Rights: TypeAlias = dict[Device, set[tuple[Person, str]]]


class _Rules:
    """The rules for one founding and one set of additions."""

    def __init__(self, founding: Founding, additions: Sequence[Addition], covers: Covers) -> None:
        self._founding = founding
        self._additions = additions
        self._covers = covers

    def reach(self, additions: Sequence[Addition]) -> tuple[_Rights, list[Addition]]:
        """Return the persons and roles that devices have by *additions*, and those that apply."""
        rights: _Rights = {m.device: {(m.person, m.role)} for m in self._founding.members}
        applied: list[Addition] = []
        waiting = list(additions)
        while True:
            now = [addition for addition in waiting if self._may_add(rights, addition)]
            if not now:
                return rights, applied
            for addition in now:
                _, person, role = addition.added
                rights.setdefault(addition.added.device, set()).add((person, role))
            applied += now
            waiting = [addition for addition in waiting if addition not in now]

    def settle(self, removals: Sequence[Removal]) -> Membership:
        """Return the least set of additions that count, and what follows from it."""
        applied: list[Addition] = []
        while True:
            standing = _standing(removals, applied)
            state = Membership({}, frozenset(), standing)
            within = [
                a for a in self._additions if state.is_within(a.author, a.place, self._covers)
            ]
            rights, grown = self.reach(within)
            if len(grown) == len(applied):
                return Membership(_members(rights, standing), frozenset(rights), standing)
            applied = grown

    def protected(self) -> frozenset[Device]:
        """Return the founder's devices: the first one, and what these added of its person."""
        founder = self._founding.founder
        found = {founder.device}
        while True:
            more = {
                addition.added.device
                for addition in self._additions
                if addition.author in found and addition.added.person == founder.person
            }
            if more <= found:
                return frozenset(found)
            found |= more

    def may_remove(self, rights: _Rights, removal: Removal, protected: frozenset[Device]) -> bool:
        """Tell whether the author of *removal* was ever given the right to it."""
        held, theirs = rights.get(removal.author, set()), rights.get(removal.device, set())
        if {person for person, _ in held} & {person for person, _ in theirs}:
            return self._founding.type != "private"
        return bool(theirs) and self._manages(held) and removal.device not in protected

    def _may_add(self, rights: _Rights, addition: Addition) -> bool:
        held = rights.get(addition.author, set())
        _, person, role = addition.added
        if (person, role) in held:
            return self._founding.type != "private"
        if not self._manages(held):
            return False
        if role == "founder":
            return person == self._founding.founder.person
        return may_be_given(self._founding.type, role)

    def _manages(self, held: Iterable[tuple[Person, str]]) -> bool:
        return any(manages(self._founding.type, role) for _, role in held)


def _standing(
    removals: Sequence[Removal], applied: Sequence[Addition]
) -> dict[Device, tuple[Removal, ...]]:
    """Return the removals that no addition ended, by device."""
    ended = {(addition.added.device, op) for addition in applied for op in addition.preds}
    found: dict[Device, tuple[Removal, ...]] = {}
    for removal in removals:
        if (removal.device, removal.op) not in ended:
            found[removal.device] = (*found.get(removal.device, ()), removal)
    return found


def _members(
    rights: _Rights, standing: Mapping[Device, tuple[Removal, ...]]
) -> dict[Device, Standing]:
    return {
        device: Standing(device, *max(held, key=lambda item: (ROLES.index(item[1]), item[0])))
        for device, held in rights.items()
        if device not in standing
    }
