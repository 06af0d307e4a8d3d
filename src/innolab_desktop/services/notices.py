"""Read model: restored backups, doubled devices, backups that failed; each told once and calmly.

Nothing has to be done about copies: both branches are kept, and what is missing comes back with
the next bundle. The log is local and says nothing of any content.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from innolab_desktop.services.notice_ports import KeptNotice
from innolab_desktop.services.receipt_ports import OwedReceipt

if TYPE_CHECKING:
    from innolab_desktop.journal.commit import Tip
    from innolab_desktop.services.bundle_ports import Clock
    from innolab_desktop.services.exchange_models import Incoming, LogInfo, Taken
    from innolab_desktop.services.store_ports import Vault

PUT_BACK: Final = "put_back"
"""This vault is older than it once was, or exists twice."""

DOUBLED: Final = "doubled"
"""Somebody else's key was used on two devices, or on a restored one."""

BACKUP_FAILED: Final = "backup_failed"
"""The backup that is made by itself could not be written."""

SECOND_PLACE_FAILED: Final = "second_place_failed"
"""A backup was made, but not copied to the second place."""

ERASURES_LOST: Final = "erasures_lost"
"""What was erased may be here again: the ledger beside the database lost what it knew."""

NO_RECOVERY: Final = "no_recovery"
"""Nothing but the passphrase opens this vault; told once."""

_OFTEN: Final = 2


@dataclass(frozen=True, slots=True)
class Notice:
    """What a person should know.

    Attributes:
        code: ``doubled`` is about a partner, everything else about this vault.
        name: whose device; empty if nobody knows it any more.
        is_repeated: it happened to this device before: the Koordinierungsstelle can help.
    """

    at_ms: int
    code: str
    name: str
    is_repeated: bool
    is_seen: bool


class Notices:
    """What this device noticed about copies of itself and of others."""

    def __init__(self, vault: Vault, clock: Clock) -> None:
        self._vault = vault
        self._clock = clock

    def all(self) -> tuple[Notice, ...]:
        """Return everything, oldest first."""
        counts: dict[tuple[str, bytes], int] = {}
        found: list[Notice] = []
        for kept in self._vault.notices.notices():
            subject = (kept.code, kept.device)
            counts[subject] = counts.get(subject, 0) + 1
            card = self._vault.people.card_of_device(kept.device)
            name = "" if card is None else card.name
            is_repeated = counts[subject] >= _OFTEN
            found.append(Notice(kept.at_ms, kept.code, name, is_repeated, kept.is_seen))
        return tuple(found)

    def unseen(self) -> tuple[Notice, ...]:
        """Return what nobody read yet, one of a kind and the latest."""
        latest = {(n.code, n.name): n for n in self.all() if not n.is_seen}
        return tuple(latest.values())

    def mark_seen(self) -> None:
        """Note that the person read everything."""
        self._vault.notices.mark_seen()

    def note_put_back(self) -> None:
        """Note that the database is older than the marker beside it."""
        self._keep(PUT_BACK, self._vault.info.device, b"")

    def note_erasures_lost(self) -> None:
        """Note that something erased may be here again, and owe everybody a Quittung for it.

        A Quittung says what is here; so the next bundles of the others bring their erasures again.
        """
        vault, now_ms = self._vault, self._clock.now_ms()
        own = vault.info.device
        with vault.transaction():
            self._keep(ERASURES_LOST, own, b"")
            for space in vault.people.spaces():
                for card in vault.people.member_cards(space.id):
                    if card.device != own:
                        vault.receipts.owe(OwedReceipt(space.id, card.device, now_ms, True))

    def note_backup_failed(self) -> None:
        """Note that the backup that is made by itself failed."""
        self._keep(BACKUP_FAILED, self._vault.info.device, b"")

    def note_second_place_failed(self) -> None:
        """Note that the copy at the second place failed."""
        self._keep(SECOND_PLACE_FAILED, self._vault.info.device, b"")

    def note_no_recovery(self) -> None:
        """Note once that a forgotten passphrase would cost this vault."""
        self._keep(NO_RECOVERY, self._vault.info.device, NO_RECOVERY.encode())

    def look_into(self, incoming: Incoming, taken: Taken) -> None:
        """Note branches that a bundle showed, and begin a new incarnation if they are own ones.

        Others may know more of this device than it does itself: then it was restored or copied.
        """
        journal, own = self._vault.journal, self._vault.info.device
        here = journal.tips(incoming.space)
        for info in journal.logs(incoming.space):
            if info.origin.device != own:
                if info.log in taken.forked:
                    self._keep(DOUBLED, info.origin.device, info.log)
            elif _is_past(info, here[info.log], incoming) and journal.begin_incarnation(info):
                self._keep(PUT_BACK, own, info.log)

    def _keep(self, code: str, device: bytes, place: bytes) -> None:
        now_ms = self._clock.now_ms()
        self._vault.notices.keep_notice(KeptNotice(now_ms, code, device, place))


def _is_past(info: LogInfo, here: tuple[Tip, ...], incoming: Incoming) -> bool:
    """Tell whether an own log has branches, or somebody knows more of it than this vault."""
    newest = max((tip.seq for tip in here), default=0)
    announced = incoming.announced.get(info.log, ())
    return info.is_forked or any(
        tip.seq > newest or (tip.seq == newest and tip not in here) for tip in announced
    )
