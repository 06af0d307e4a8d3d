"""Bundle files that are kept until more is there: how much of them, and how they go again.

Anybody can send a file that looks as if it only waited for a contact or for an update, so what is
kept is bounded, and files that nobody known vouches for may take no more than half of the room.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from innolab_desktop.domain.errors import BundleError

if TYPE_CHECKING:
    from innolab_desktop.services.desk_ports import DeskStore
    from innolab_desktop.services.exchange_models import WaitingFile

MAX_FILES: Final = 200
MAX_BYTES: Final = 128 * 1024 * 1024
CODES: Final = frozenset(
    ("sender_unknown", "sender_not_member", "space_unknown", "bundle_too_new", "card_too_new")
)
"""What a file may wait for: a contact, a membership, the genesis of a space, an update."""
TEXT_TOO_NEW: Final = "armour_too_new"
"""What a text waits for that holds a bundle in an armour of a later version."""
_OF_ANYBODY: Final = frozenset(("sender_unknown", "bundle_too_new", "card_too_new", TEXT_TOO_NEW))
"""Nobody known has signed them, or it cannot be seen yet."""


class WaitingFiles:
    """The waiting files of one vault."""

    def __init__(self, desk: DeskStore) -> None:
        self._desk = desk

    def all(self) -> tuple[WaitingFile, ...]:
        """Return them, the oldest first."""
        return self._desk.waiting_files()

    def keep(self, digest: bytes, code: str, content: bytes, now_ms: int) -> None:
        """Keep a file that cannot be read yet.

        Raises:
            BundleError: too much waits already; nothing was kept.
        """
        kept = self._desk.waiting_files()
        if any(file.digest == digest for file in kept):
            return
        share = 1
        if code in _OF_ANYBODY:
            kept, share = tuple(file for file in kept if file.code in _OF_ANYBODY), 2
        size_bytes = sum(file.size_bytes for file in kept) + len(content)
        if len(kept) >= MAX_FILES // share or size_bytes > MAX_BYTES // share:
            raise BundleError("waiting_full", count=len(kept), limit_mib=MAX_BYTES // share >> 20)
        self._desk.keep_waiting(digest, code, content, now_ms)

    def discard(self, digests: frozenset[bytes] | None = None) -> int:
        """Forget files, all if not told which, and return how many.

        With all of them go the commits that wait for earlier ones: nobody got a receipt for
        those, so they come again.
        """
        found = [file for file in self.all() if digests is None or file.digest in digests]
        for file in found:
            self._desk.drop_waiting(file.digest)
        if digests is None:
            self._desk.drop_held()
        return len(found)
