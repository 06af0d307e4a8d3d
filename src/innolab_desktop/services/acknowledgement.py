"""Read models: what partners confirmed, what is open and since when, which Quittung is due.

Only bundles confirm, and only that is told, by the day: nobody sees when somebody was at work.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Final

from innolab_desktop.domain.trust import devices_to_compare
from innolab_desktop.services.read_models import Member, Space

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from innolab_desktop.domain.records import SpaceId
    from innolab_desktop.journal.card import Card
    from innolab_desktop.services.bundle_ports import Clock
    from innolab_desktop.services.receipt_ports import OwedReceipt
    from innolab_desktop.services.store_ports import Vault

OVERDUE_EXPORTS: Final = 3
OVERDUE_DAYS: Final = 21
RECEIPT_DUE_DAYS: Final = 14
UNKNOWN_SPACE_DUE_DAYS: Final = 1
_DAY_MS: Final = 24 * 3600 * 1000


@dataclass(frozen=True, slots=True)
class PartnerStatus:
    """What one device of a partner confirmed of one space.

    Attributes:
        open_commits: commits that the device did not confirm.
        unsent_commits: of those that were written here, how many it was not sent yet.
        exports: exports to it that it did not confirm.
        waiting_days: since the first of these exports was written; 0 without any.
        sent_days: since the last export to it was written; None without any.
        arrived_in_part: some files of the last export arrived, and others not.
        is_blocked: the person's Prüfzeichen changed: nothing is sent until it was compared.
    """

    space: SpaceId
    space_name: str
    person: bytes
    device: bytes
    name: str
    open_commits: int
    unsent_commits: int
    exports: int
    waiting_days: int
    sent_days: int | None
    is_blocked: bool
    arrived_in_part: bool = False

    @property
    def is_overdue(self) -> bool:
        """Whether a Quittung should have come by now."""
        return self.exports >= OVERDUE_EXPORTS or self.waiting_days >= OVERDUE_DAYS

    @property
    def state(self) -> str:
        """One of ``confirmed``, ``unsent``, ``sent``, ``overdue`` and ``blocked``."""
        if self.is_blocked:
            return "blocked"
        if self.is_overdue:
            return "overdue"
        if self.exports:
            return "sent"
        return "unsent" if self.unsent_commits else "confirmed"


@dataclass(frozen=True, slots=True)
class DueReceipt:
    """A partner's device that waits for a Quittung from here.

    For a space that this device does not know (its first bundle was lost, or the vault was put
    back to before it), the Quittung says that nothing is here: then everything is sent again.

    Attributes:
        space_name: empty for a space that is not known here.
        days: since the first bundle came that was not answered.
        is_asked: the partner asked for it.
    """

    space: SpaceId
    space_name: str
    person: bytes
    device: bytes
    name: str
    days: int
    is_asked: bool

    @property
    def is_of_unknown_space(self) -> bool:
        """Whether it can only say that nothing of the space is here."""
        return not self.space_name

    @property
    def is_due(self) -> bool:
        """Whether it should not wait for the next mail any longer."""
        patience = UNKNOWN_SPACE_DUE_DAYS if self.is_of_unknown_space else RECEIPT_DUE_DAYS
        return self.is_asked or self.days >= patience


class Acknowledgement:
    """What is confirmed between this device and its partners."""

    def __init__(self, vault: Vault, clock: Clock) -> None:
        self._vault = vault
        self._clock = clock

    @cached_property
    def _own(self) -> bytes:
        """The device of this vault."""
        return self._vault.info.device

    def partners(self) -> tuple[PartnerStatus, ...]:
        """Return every other device in every shared space, by space and name.

        Who left a space has to tell that to the others, and nothing else.
        """
        blocked = self.blocked_devices()
        return tuple(
            status
            for space in self._vault.people.spaces()
            if space.type != "private"
            if space.left is None or space.left.is_own
            for status in self._statuses(space, self._others(space.id), blocked)
            if space.left is None or status.unsent_commits
        )

    def overdue(self) -> tuple[PartnerStatus, ...]:
        """Return the partners whose Quittung should have come by now."""
        return tuple(partner for partner in self.partners() if partner.state == "overdue")

    def is_anybody_late(self, space: SpaceId, cards: Iterable[Card]) -> bool:
        """Tell whether one of *cards* should have confirmed something of *space* by now."""
        found = self._vault.people.space(space)
        return found is not None and any(
            status.is_overdue for status in self._statuses(found, tuple(cards), frozenset())
        )

    def blocked_devices(self) -> frozenset[bytes]:
        """Return the devices that nothing is sent to until their Prüfzeichen was compared."""
        people = self._vault.people
        return devices_to_compare(people.rival_devices(), self._vault.info.person_id)

    def receipts(self) -> tuple[DueReceipt, ...]:
        """Return the partners that wait for a Quittung from here, the longest first."""
        spaces = {space.id: space for space in self._vault.people.spaces()}
        found: list[DueReceipt] = []
        for owed in self._vault.receipts.owed():
            space = spaces.get(owed.space)
            card = self._creditor(space, owed)
            if card is not None:
                name, days = space.name if space else "", self._days_since(owed.since_ms)
                about = (owed.space, name, card.person, card.device, card.name)
                found.append(DueReceipt(*about, days, owed.is_asked))
        return tuple(found)

    def unknown_spaces(self) -> tuple[Space, ...]:
        """Return the spaces that only bundles tell of, with those who sent them as members."""
        members: dict[SpaceId, list[Member]] = {}
        for receipt in self.receipts():
            if receipt.is_of_unknown_space:
                sender = Member(receipt.person, receipt.device, receipt.name, "member")
                members.setdefault(receipt.space, []).append(sender)
        return tuple(Space(space, "", "", tuple(found)) for space, found in members.items())

    def _creditor(self, space: Space | None, owed: OwedReceipt) -> Card | None:
        """Return who waits for a Quittung; nobody if one of both left the space."""
        if space is None:
            return self._vault.people.card_of_device(owed.device)
        if space.left is not None:
            return None
        return next((card for card in self._others(space.id) if card.device == owed.device), None)

    def _others(self, space: SpaceId) -> list[Card]:
        cards = [c for c in self._vault.people.member_cards(space) if c.device != self._own]
        return sorted(cards, key=lambda card: (card.name.casefold(), card.device))

    def _statuses(
        self, space: Space, cards: Sequence[Card], blocked: frozenset[bytes]
    ) -> Iterator[PartnerStatus]:
        standings = self._vault.receipts.standings(
            space.id, [card.device for card in cards], self._own
        )
        for card in cards:
            standing = standings[card.device]
            unconfirmed = standing.unconfirmed_ms
            yield PartnerStatus(
                space=space.id,
                space_name=space.name,
                person=card.person,
                device=card.device,
                name=card.name,
                open_commits=standing.open_commits,
                unsent_commits=standing.unsent_commits,
                exports=len(unconfirmed),
                waiting_days=self._days_since(min(unconfirmed)) if unconfirmed else 0,
                sent_days=self._days_since(standing.sent_ms) if standing.sent_ms else None,
                is_blocked=card.device in blocked,
                arrived_in_part=standing.arrived_in_part,
            )

    def _days_since(self, at_ms: int) -> int:
        return max(0, self._clock.now_ms() - at_ms) // _DAY_MS
