"""Read model: what each space asks its person to do next, the most urgent first."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from innolab_desktop.services.acknowledgement import (
        Acknowledgement,
        DueReceipt,
        PartnerStatus,
    )
    from innolab_desktop.services.read_models import Space

REMIND_AGAIN_DAYS: Final = 7
"""Who was sent something lately is not bothered again, however late the Quittung is."""

PARTS_TRAVEL_DAYS: Final = 1
"""So long the parts of a package may arrive one after the other."""

_NETWORK: Final = "network"


class Step(IntEnum):
    """What is to be done next in a space; the smaller, the more urgent."""

    SEND = 0
    RECEIPT = 1
    REMIND = 2
    COMPARE = 3
    NOTHING = 4


@dataclass(frozen=True, slots=True)
class SpaceOutbox:
    """What goes to the others of a space.

    Attributes:
        partners: every other device.
        owed: the Quittungen that devices wait for.
    """

    space: Space
    partners: tuple[PartnerStatus, ...] = ()
    owed: tuple[DueReceipt, ...] = ()

    @property
    def reachable(self) -> tuple[PartnerStatus, ...]:
        """The partners to whom something may be sent."""
        return tuple(partner for partner in self.partners if not partner.is_blocked)

    @property
    def blocked(self) -> tuple[PartnerStatus, ...]:
        """The partners whose Prüfzeichen must be compared first."""
        return tuple(partner for partner in self.partners if partner.is_blocked)

    @property
    def to_be_sent(self) -> tuple[PartnerStatus, ...]:
        """The partners for whom there is something that they were not sent yet.

        Who came to a network later has what was there from whom took them in: else everybody
        would be asked to write to everybody for each newcomer.
        """
        found = tuple(partner for partner in self.reachable if partner.unsent_commits)
        is_known = any(partner.sent_days is not None for partner in self.reachable)
        if self.space.type == _NETWORK and is_known:
            return found if any(partner.sent_days is not None for partner in found) else ()
        return found

    @property
    def unsent_commits(self) -> int:
        """How much at least one of them was not sent."""
        return max((partner.unsent_commits for partner in self.to_be_sent), default=0)

    @property
    def due(self) -> tuple[DueReceipt, ...]:
        """The Quittungen that should not wait for the next package, the longest first."""
        return tuple(receipt for receipt in self.owed if receipt.is_due)

    @property
    def to_be_reminded(self) -> tuple[PartnerStatus, ...]:
        """The partners to whom everything should go once more.

        Their Quittung is late and nothing went to them lately, or parts of the last package got
        lost on the way.
        """
        return tuple(partner for partner in self.reachable if _needs_reminder(partner))

    @property
    def step(self) -> Step:
        """What comes next; a package also confirms, so it comes before a Quittung."""
        if self.to_be_sent:
            return Step.SEND
        if self.due:
            return Step.RECEIPT
        if self.to_be_reminded:
            return Step.REMIND
        return Step.COMPARE if self.blocked else Step.NOTHING

    @property
    def waiting_days(self) -> int:
        """How long the longest of those waits that the next step is for."""
        if self.step is Step.REMIND:
            return max(partner.waiting_days for partner in self.to_be_reminded)
        return max((receipt.days for receipt in self.owed), default=0)


def _needs_reminder(partner: PartnerStatus) -> bool:
    days = partner.sent_days or 0
    if partner.arrived_in_part and days >= PARTS_TRAVEL_DAYS:
        return True
    return partner.is_overdue and days >= REMIND_AGAIN_DAYS


def read_outboxes(
    acknowledgement: Acknowledgement, spaces: Iterable[Space]
) -> tuple[SpaceOutbox, ...]:
    """Return what every shared space of *spaces*, and every one that is missing here, asks for."""
    shared = [space for space in spaces if space.type != "private"]
    return outboxes(
        (*shared, *acknowledgement.unknown_spaces()),
        acknowledgement.partners(),
        acknowledgement.receipts(),
    )


def outboxes(
    spaces: Iterable[Space], partners: Sequence[PartnerStatus], receipts: Sequence[DueReceipt]
) -> tuple[SpaceOutbox, ...]:
    """Return an outbox per space, the most urgent first."""
    of_space: dict[bytes, list[PartnerStatus]] = {}
    for partner in partners:
        of_space.setdefault(partner.space, []).append(partner)
    owed: dict[bytes, list[DueReceipt]] = {}
    for receipt in receipts:
        owed.setdefault(receipt.space, []).append(receipt)
    found = [
        SpaceOutbox(space, tuple(of_space.get(space.id, ())), tuple(owed.get(space.id, ())))
        for space in spaces
    ]
    return tuple(sorted(found, key=_urgency))


def _urgency(outbox: SpaceOutbox) -> tuple[int, bool, int, str]:
    space = outbox.space
    return outbox.step, space.left is not None, -outbox.waiting_days, space.name.casefold()
