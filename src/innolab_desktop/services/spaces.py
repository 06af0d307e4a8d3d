"""Use cases of spaces: who receives what."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING, Final

from innolab_desktop.domain.errors import SpaceError
from innolab_desktop.journal.commit import Draft
from innolab_desktop.journal.operations import Genesis

if TYPE_CHECKING:
    from collections.abc import Sequence

    from innolab_desktop.domain.records import SpaceId
    from innolab_desktop.journal.card import SignedCard
    from innolab_desktop.services.read_models import Space
    from innolab_desktop.services.store_ports import Vault
    from innolab_desktop.services.writing import CommitWriter

SPACE_TYPES: Final = ("private", "tandem", "coordination")
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

    def find(self, name_or_id: str) -> Space:
        """Return the space with this name or (hexadecimal) id.

        Raises:
            SpaceError: none or more than one has it.
        """
        found = [s for s in self.all() if name_or_id in (s.id.hex(), s.name)]
        if len(found) != 1:
            raise SpaceError("space_ambiguous" if found else "space_unknown", name=name_or_id)
        return found[0]

    def create_private(self) -> SpaceId:
        """Create the space that only this person has; part of making a vault."""
        return self._create(PRIVATE_NAME, "private", ())

    def create(self, name: str, type_: str, members: Sequence[bytes]) -> Space:
        """Create a space with the contacts *members*.

        Raises:
            SpaceError: unknown type, no name, no members, or a member who is no contact.
        """
        clean = " ".join(name.split())
        if type_ not in SPACE_TYPES or type_ == "private":
            raise SpaceError("space_type_unknown", type=type_)
        if not clean or len(clean) > 120:  # noqa: PLR2004 - docs/formats/space.md
            raise SpaceError("space_name_invalid")
        if not members:
            raise SpaceError("space_without_members")
        if any(space.name == clean for space in self.all()):
            raise SpaceError("space_name_taken", name=clean)
        created = self._create(clean, type_, [self._card(person) for person in members])
        return next(space for space in self.all() if space.id == created)

    def _card(self, person: bytes) -> SignedCard:
        card = self._vault.people.signed_card(person)
        if card is None:
            raise SpaceError("space_member_unknown")
        return card

    def _create(self, name: str, type_: str, members: Sequence[SignedCard]) -> SpaceId:
        own = self._vault.people.own_card()
        nonce = self._writer.random(_NONCE_BYTES)
        created = space_id(own.card.device, nonce)
        roles = [(own.encoded(), "founder")] + [
            (card.encoded(), "coordinator" if card.card.role == "coordinator" else "member")
            for card in members
        ]
        genesis = Genesis(nonce, type_, name, tuple(roles))
        with self._vault.transaction():
            self._vault.people.found_space(created, genesis, own.card.device)
            self._writer.write(created, (Draft(genesis),))
        return created
