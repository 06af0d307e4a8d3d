"""Read model: the people of a space as a person sees them, whatever devices they have."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from innolab_desktop.domain.records import SpaceId
    from innolab_desktop.services.read_models import Contact, Member, Space
    from innolab_desktop.services.spaces import Spaces
    from innolab_desktop.services.store_ports import Vault


@dataclass(frozen=True, slots=True)
class SpacePerson:
    """Somebody in a space.

    Attributes:
        devices: how many devices of the person read along.
        unverified: how many of them nobody compared the Prüfzeichen of; none for oneself.
        further_devices: known devices of the person that this device may add.
        may_be_removed: this device may take the person out.
    """

    person_id: bytes
    name: str
    role: str
    devices: int
    unverified: int
    further_devices: int
    is_self: bool
    may_be_removed: bool


@dataclass(frozen=True, slots=True)
class Discounted:
    """A person of whom stored commits do not count, because a removal cuts them off."""

    person_id: bytes
    name: str
    commits: int
    may_return: bool


@dataclass(frozen=True, slots=True)
class SpacePeople:
    """Everybody in a space, who may come, and whose commits do not count.

    Attributes:
        candidates: contacts that this device may add, one per person.
    """

    space: Space
    people: tuple[SpacePerson, ...]
    candidates: tuple[Contact, ...]
    discounted: tuple[Discounted, ...]


def read_space_people(vault: Vault, spaces: Spaces, space: SpaceId) -> SpacePeople:
    """Return the people of *space*.

    Raises:
        SpaceError: there is no such space.
    """
    return _Reading(vault, spaces, spaces.get(space)).read()


class _Reading:
    """Reads one space."""

    def __init__(self, vault: Vault, spaces: Spaces, space: Space) -> None:
        self._people = vault.people
        self._spaces = spaces
        self._space = space
        self._own = vault.info
        self._contacts = vault.people.contacts()
        self._may_manage = spaces.may_manage(space.id)
        self._verified = {contact.device for contact in self._contacts if contact.is_verified}

    def read(self) -> SpacePeople:
        """Return everything about the people of the space."""
        by_person: dict[bytes, list[Member]] = {}
        for member in self._space.members:
            by_person.setdefault(member.person_id, []).append(member)
        candidates = {
            contact.id: contact for contact in self._contacts if contact.id not in by_person
        }
        return SpacePeople(
            self._space,
            tuple(self._person(members) for members in by_person.values()),
            tuple(candidates.values()) if self._may_manage else (),
            self._discounted(),
        )

    def _person(self, members: Sequence[Member]) -> SpacePerson:
        first = members[0]
        is_self = first.person_id == self._own.person_id
        is_founder = any(member.role == "founder" for member in members)
        present = {member.device for member in members}
        further = [
            known
            for known in self._people.signed_cards(first.person_id)
            if known.card.device not in present
        ]
        may_grow = self._space.left is None and (is_self or self._may_manage)
        return SpacePerson(
            person_id=first.person_id,
            name=first.name,
            role=first.role,
            devices=len(members),
            unverified=0 if is_self else len(present - self._verified),
            further_devices=len(further) if may_grow else 0,
            is_self=is_self,
            may_be_removed=self._may_manage and not is_self and not is_founder,
        )

    def _discounted(self) -> tuple[Discounted, ...]:
        found: dict[bytes, Discounted] = {}
        for author in self._spaces.quarantined(self._space.id):
            card = self._people.card_of_device(author.device)
            person = author.device if card is None else card.person
            earlier = found[person].commits if person in found else 0
            may_return = self._may_manage and card is not None
            found[person] = Discounted(person, author.name, earlier + author.commits, may_return)
        return tuple(found.values())
