"""The port to what was sent, what partners confirmed, and what they wait for; ``storage`` fills it.

Nothing of it is ever sent, and nothing of it says when somebody was at work: a partner's device
confirms commits, and that is all that is known.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, Protocol

if TYPE_CHECKING:
    from collections.abc import Collection

    from innolab_desktop.domain.records import SpaceId
    from innolab_desktop.services.read_models import SentBundle


class OpenCommits(NamedTuple):
    """Commits of a space that a device did not confirm.

    Attributes:
        oldest_ms: when the oldest of them was written, by its author's clock; 0 without any.
    """

    commits: int
    oldest_ms: int


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

    def open_commits(self, space: SpaceId, device: bytes) -> OpenCommits:
        """Return what *device* did not confirm of *space*."""
        ...

    def unconfirmed_exports(self, space: SpaceId, device: bytes) -> tuple[int, ...]:
        """Return when the exports to *device* were written that it did not confirm, newest first.

        An export counts once, in however many parts it travelled; one that brought nothing needs
        no confirmation.
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
