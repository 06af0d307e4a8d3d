"""Use cases of spaces: who receives what, who comes and who leaves."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING, Final

from innolab_desktop.domain import membership
from innolab_desktop.domain.errors import SpaceError
from innolab_desktop.journal.commit import Draft
from innolab_desktop.journal.operations import Genesis, MemberAdd, MemberRemove
from innolab_desktop.services.space_people import read_space_people

if TYPE_CHECKING:
    from collections.abc import Sequence

    from innolab_desktop.domain.records import SpaceId
    from innolab_desktop.journal.card import SignedCard
    from innolab_desktop.services.read_models import Member, QuarantinedAuthor, Space
    from innolab_desktop.services.space_people import SpacePeople
    from innolab_desktop.services.store_ports import Vault
    from innolab_desktop.services.writing import CommitWriter

SHARED_TYPES: Final = tuple(type_ for type_ in membership.SPACE_TYPES if type_ != "private")
PRIVATE_NAME: Final = "Nur ich"
_NONCE_BYTES: Final = 16


def space_id(founder: bytes, nonce: bytes) -> SpaceId:
    """Return the id of the space that the device *founder* began with *nonce*."""
    return sha256(b"space1" + founder + nonce).digest()[:16]


class Spaces:
    """Spaces of one open vault."""

    def __init__(self, vault: Vault, writer: CommitWriter) -> None:
        self._vault = vault
        self._writer = writer

    def all(self) -> tuple[Space, ...]:
        """Return all spaces by name, the private one first."""
        return self._vault.people.spaces()

    def own(self) -> tuple[Space, ...]:
        """Return the spaces that this device belongs to, where it can write."""
        return tuple(space for space in self.all() if space.left is None)

    def find(self, name_or_id: str) -> Space:
        """Return the space with this name or (hexadecimal) id.

        Raises:
            SpaceError: none or more than one has it.
        """
        found = [s for s in self.all() if name_or_id in (s.id.hex(), s.name)]
        if len(found) != 1:
            raise SpaceError("space_ambiguous" if found else "space_unknown", name=name_or_id)
        return found[0]

    def get(self, space: SpaceId) -> Space:
        """Return a space.

        Raises:
            SpaceError: the vault does not have it.
        """
        found = self._vault.people.space(space)
        if found is None:
            raise SpaceError("space_unknown", name=space.hex())
        return found

    def people(self, space: SpaceId) -> SpacePeople:
        """Return everybody in *space*, who may come, and whose commits do not count.

        Raises:
            SpaceError: the vault does not have it.
        """
        return read_space_people(self._vault, self, space)

    def may_manage(self, space: SpaceId) -> bool:
        """Tell whether this device may add people to *space* and remove others."""
        found = self.get(space)
        own = self._own(found)
        return own is not None and membership.manages(found.type, own.role)

    def quarantined(self, space: SpaceId) -> tuple[QuarantinedAuthor, ...]:
        """Return whose commits are stored in *space* and do not count, by device."""
        return self._vault.people.quarantined_authors(self._vault.journal.quarantined(space))

    # --- beginning --------------------------------------------------------------------------

    def create_private(self) -> SpaceId:
        """Create the space that only this person has; part of making a vault."""
        return self._create(PRIVATE_NAME, "private", ())

    def create(self, name: str, type_: str, members: Sequence[bytes]) -> Space:
        """Create a space with the contacts *members*.

        Raises:
            SpaceError: unknown type, no name, no members, or a member who is no contact.
        """
        clean = " ".join(name.split())
        if type_ not in SHARED_TYPES:
            raise SpaceError("space_type_unknown", type=type_)
        if not clean or len(clean) > 120:  # noqa: PLR2004 - docs/formats/space.md
            raise SpaceError("space_name_invalid")
        if not members:
            raise SpaceError("space_without_members")
        if any(space.name == clean for space in self.all()):
            raise SpaceError("space_name_taken", name=clean)
        found = [card for person in members for card in self._cards(person)]
        created = self._create(clean, type_, found)
        return self.get(created)

    def _create(self, name: str, type_: str, members: Sequence[SignedCard]) -> SpaceId:
        own = self._vault.people.own_card()
        nonce = self._writer.random(_NONCE_BYTES)
        created = space_id(own.card.device, nonce)
        roles = [(own.encoded(), "founder")] + [
            (card.encoded(), self._role(type_, card)) for card in members
        ]
        genesis = Genesis(nonce, type_, name, tuple(roles))
        with self._vault.transaction():
            self._vault.people.found_space(created, genesis, own.card.device)
            self._writer.write(created, (Draft(genesis),))
        return created

    # --- coming and leaving -----------------------------------------------------------------

    def add(self, space: SpaceId, person: bytes) -> Space:
        """Let a contact, with every device that is known of it, into *space*.

        The person receives everything that was ever written there. Devices that belong to the
        space already are left out; one that was removed comes back with all its commits.

        Raises:
            SpaceError: unknown or private space, no right, no contact, or a member already.
        """
        found = self.get(space)
        present = {member.device for member in found.members}
        cards = [card for card in self._cards(person) if card.card.device not in present]
        if not cards:
            raise SpaceError("space_member_already", name=found.name)
        own = self._own_or_refuse(found)
        is_own_person = person == own.person_id
        if not is_own_person:
            self._refuse_unless_managing(found, own)
        with self._vault.transaction():
            for card in cards:
                role = own.role if is_own_person else self._role_of_person(found, card)
                preds = self._vault.people.membership_ops(space, card.card.device)
                self._writer.write(space, (Draft(MemberAdd(card.encoded(), role), preds),))
        return self.get(space)

    def remove(self, space: SpaceId, device: bytes) -> Space:
        """Take a device out of *space*; what it wrote up to now keeps counting.

        Raises:
            SpaceError: unknown or private space, no right, or no such member.
        """
        found = self.get(space)
        own = self._own_or_refuse(found)
        leaving = next((m for m in found.members if m.device == device), None)
        if leaving is None:
            raise SpaceError("space_member_unknown")
        if leaving.person_id != own.person_id:
            self._refuse_unless_managing(found, own)
            if leaving.role == "founder":
                raise SpaceError("space_founder_stays", name=leaving.name)
        with self._vault.transaction():
            self._write_removal(space, device)
        return self.get(space)

    def remove_person(self, space: SpaceId, person: bytes) -> Space:
        """Take a person with every device out of *space*.

        Raises:
            SpaceError: unknown or private space, no right, or no such member.
        """
        found = self.get(space)
        devices = [member.device for member in found.members if member.person_id == person]
        if not devices:
            raise SpaceError("space_member_unknown")
        with self._vault.transaction():
            for device in devices:
                found = self.remove(space, device)
        return found

    def leave(self, space: SpaceId) -> Space:
        """Leave *space* with this device; its records stay readable here.

        Raises:
            SpaceError: unknown or private space, or not a member.
        """
        return self.remove(space, self._vault.info.device)

    def _write_removal(self, space: SpaceId, device: bytes) -> None:
        journal = self._vault.journal
        tips = journal.tips(space)
        cut = tuple(
            (info.log, tuple((tip.seq, tip.commit) for tip in tips[info.log]))
            for info in sorted(journal.logs(space), key=lambda info: info.log)
            if info.origin.device == device
        )
        preds = self._vault.people.membership_ops(space, device)
        self._writer.write(space, (Draft(MemberRemove(device, cut), preds),))

    # --- rights -----------------------------------------------------------------------------

    def _own(self, space: Space) -> Member | None:
        own = self._vault.info.device
        return next((member for member in space.members if member.device == own), None)

    def _own_or_refuse(self, space: Space) -> Member:
        own = self._own(space)
        if own is None:
            raise SpaceError("space_left")
        if space.type == "private":
            raise SpaceError("space_private")
        return own

    @staticmethod
    def _refuse_unless_managing(space: Space, own: Member) -> None:
        if not membership.manages(space.type, own.role):
            raise SpaceError("space_not_managed", name=space.name)

    def _cards(self, person: bytes) -> list[SignedCard]:
        """Return the cards of every device of a person that is not only introduced.

        Of a person that was only introduced, the one known card will do.
        """
        found = self._vault.people.signed_cards(person)
        if not found:
            raise SpaceError("space_member_unknown")
        return found

    @staticmethod
    def _role(type_: str, card: SignedCard) -> str:
        is_coordinator = card.card.role == "coordinator"
        allowed = membership.may_be_given(type_, "coordinator")
        return "coordinator" if is_coordinator and allowed else "member"

    def _role_of_person(self, space: Space, card: SignedCard) -> str:
        """Return the role the person has with another device, else what fits the card."""
        roles = [m.role for m in space.members if m.person_id == card.card.person]
        return roles[0] if roles else self._role(space.type, card)
