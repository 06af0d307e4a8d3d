"""The port to what was sent, what partners confirmed, and what they wait for; ``storage`` fills it.

Nothing of it is ever sent, and nothing of it says when somebody was at work: a partner's device
confirms commits, and that is all that is known.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, Protocol

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from innolab_desktop.domain.records import SpaceId
    from innolab_desktop.services.read_models import SentBundle


class Standing(NamedTuple):
    """How far a device is with a space.

    Attributes:
        open_commits: what it did not confirm.
        unsent_commits: of what was written on this device, what it neither confirmed nor was
            sent since.
        unconfirmed_ms: when the exports to it were written that it did not confirm, newest
            first. An export counts once, in however many parts it travelled; one that brought
            nothing needs no confirmation.
        sent_ms: when the last export to it was written; 0 without any.
        arrived_in_part: of the last export it confirmed some files, and others not.
    """

    open_commits: int
    unsent_commits: int
    unconfirmed_ms: tuple[int, ...]
    sent_ms: int
    arrived_in_part: bool


class OwedReceipt(NamedTuple):
    """A device that waits for a Quittung from here.

    Attributes:
        since_ms: when the first bundle came that was not answered.
        is_asked: one of them asked for a Quittung.
    """

    space: SpaceId
    device: bytes
    since_ms: int
    is_asked: bool


class ReceiptStore(Protocol):
    """What was sent, what is confirmed, and which Quittung is owed."""

    def keep_sent(self, sent: SentBundle) -> None:
        """Remember an export; it answers everything its recipients sent before."""
        ...

    def sent(self) -> tuple[SentBundle, ...]:
        """Return the exports, newest first."""
        ...

    def standings(
        self, space: SpaceId, devices: Sequence[bytes], author: bytes
    ) -> Mapping[bytes, Standing]:
        """Return how far each of *devices* is; *author* is the device whose commits may be unsent.

        What was confirmed once makes everything before it no matter: bundles repeat what is open.
        """
        ...

    def owe(self, receipt: OwedReceipt) -> None:
        """Remember that a device waits for a Quittung; the first time and a request are kept."""
        ...

    def owed(self) -> tuple[OwedReceipt, ...]:
        """Return every Quittung that is owed, the longest first."""
        ...

    def forget_owed(self, space: SpaceId, devices: Collection[bytes]) -> None:
        """Forget what was owed to *devices*: a bundle for them was written."""
        ...
