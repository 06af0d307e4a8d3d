"""Makes commits: the one place where something is written into a log of this device."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

from innolab_desktop.journal import clock, salts
from innolab_desktop.journal import commit as commits
from innolab_desktop.services.changes import Changes

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from innolab_desktop.domain.records import RecordId, SpaceId
    from innolab_desktop.journal.clock import Instant
    from innolab_desktop.journal.commit import Draft
    from innolab_desktop.services.bundle_ports import Clock
    from innolab_desktop.services.store_ports import Vault

_INCARNATION_BYTES = 8
_RANDOM_ID_BYTES = 10


class CommitWriter:
    """Writes commits of the vault's own device.

    Args:
        vault: where they go.
        now: the wall clock.
        random: returns that many unpredictable bytes.
    """

    def __init__(self, vault: Vault, now: Clock, random: Callable[[int], bytes]) -> None:
        self._vault = vault
        self._now = now
        self._random = random
        self._author = vault.info

    def write(self, space: SpaceId, drafts: Sequence[Draft]) -> Changes:
        """Write *drafts* as one commit of *space*.

        Raises:
            FormatError: too much for one commit.
            VaultError: the disk is full or cannot be written.
        """
        with self._vault.transaction():
            journal = self._vault.journal
            position = journal.position(
                space, self._author.device, self._random(_INCARNATION_BYTES)
            )
            commit = commits.write(
                position,
                drafts,
                at=self.tick(),
                person=self._author.person_id,
                salts=salts.spread(
                    self._random(salts.SEED_BYTES), len(drafts), position.log, position.seq
                ),
            )
            return Changes(journal.append(commit), commit.id)

    def tick(self) -> Instant:
        """Return the instant of a new event; the journal remembers it with the commit."""
        return clock.tick(self._vault.journal.last_instant(), self._now.now_ms())

    def observe(self, remote: Instant) -> None:
        """Let the own clock follow one seen in a bundle."""
        last = self._vault.journal.last_instant()
        seen = clock.observe(last, remote, self._now.now_ms())
        if seen != last:
            self._vault.journal.keep_instant(seen)

    def new_record_id(self) -> RecordId:
        """Return a fresh id that sorts by time, like UUIDv7."""
        milliseconds = min(max(self._now.now_ms(), 0), clock.MAX_MS).to_bytes(6, "big")
        return _version_7(milliseconds, self._random(_RANDOM_ID_BYTES))

    def random_client(self) -> int:
        """Return a fresh 53-bit client id for an edit of a text."""
        return int.from_bytes(self._random(8), "big") >> 11

    def random(self, size_bytes: int) -> bytes:
        """Return unpredictable bytes."""
        return self._random(size_bytes)

    def now_ms(self) -> int:
        """Return the wall clock."""
        return self._now.now_ms()


def derived_record_id(record: RecordId, space: SpaceId) -> RecordId:
    """Return the id of what *record* becomes in *space*: the same for everybody who asks."""
    digest = sha256(b"release1" + record + space).digest()
    return _version_7(record[:6], digest[:_RANDOM_ID_BYTES])


def _version_7(milliseconds: bytes, rest: bytes) -> RecordId:
    tail = bytearray(rest)
    tail[0] = tail[0] & 0x0F | 0x70
    tail[2] = tail[2] & 0x3F | 0x80
    return milliseconds + bytes(tail)
