"""Lets stored commits count: members first, then records; quarantined commits stay outside."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Final

from innolab_desktop.journal.operations import MEMBERSHIP
from innolab_desktop.storage.entered import Batch, decoded
from innolab_desktop.storage.membership_tables import quarantined_in
from innolab_desktop.storage.projection import RECORD_OPERATIONS, Projected

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence

    from innolab_desktop.journal.card import SignedCard
    from innolab_desktop.journal.commit import Commit
    from innolab_desktop.storage.database import Database
    from innolab_desktop.storage.entered import Entered
    from innolab_desktop.storage.log_tables import LogRow, LogTables
    from innolab_desktop.storage.membership_tables import MembershipTables
    from innolab_desktop.storage.projection import Projector

_PORTION: Final = 5000


class Admission:
    """The way of stored commits into the projection."""

    def __init__(
        self,
        database: Database,
        logs: LogTables,
        projector: Projector,
        membership: MembershipTables,
    ) -> None:
        self._database = database
        self._logs = logs
        self._projector = projector
        self._membership = membership

    def admit(
        self,
        space: int,
        batch: Batch,
        authors: Mapping[bytes, bytes],
        is_genuine: Callable[[SignedCard], bool],
    ) -> Projected:
        """Project *batch*, newly stored commits of *space*, as far as they count.

        Args:
            space: the number of the space.
            batch: the commits with their keys and operations.
            authors: the device that writes each log.
            is_genuine: tells whether a device signed its card.
        """
        is_news = self._hear(space, batch, authors, is_genuine)
        if not is_news and not self._is_any_doubtful(space, authors.values()):
            return self._projector.project(space, batch)
        return self._settle(space, batch)

    def admit_own(self, space: int, entered: Entered, device: bytes) -> Projected:
        """Project a commit of this device, which always counts here."""
        batch, authors = Batch((entered,)), {entered.commit.log: device}
        if self._hear(space, batch, authors, lambda _: True):
            return self._settle(space, batch)
        return self._projector.project(space, batch)

    def _hear(
        self,
        space: int,
        batch: Batch,
        authors: Mapping[bytes, bytes],
        is_genuine: Callable[[SignedCard], bool],
    ) -> bool:
        """Keep what *batch* says about members, and return whether it says anything."""
        is_news = False
        spoken = {
            entered.entry: entered
            for entered, _, operation in batch.rarer
            if isinstance(operation, MEMBERSHIP)
        }
        for _, commit, operations in spoken.values():
            author = authors[commit.log]
            is_news |= self._membership.enter(space, author, commit, operations, is_genuine)
        return is_news

    def _settle(self, space: int, batch: Sequence[Entered]) -> Projected:
        settled = self._membership.settle(space)
        own_keys = {entered.entry for entered in batch}
        if settled.quarantined - own_keys:
            projected = self._project_space(space, settled.quarantined)
            return projected._replace(records=projected.records | _records(batch))
        released = decoded(self._logs.by_key(sorted(settled.released - own_keys)))
        outside = [entered for entered in batch if entered.entry in settled.quarantined]
        counting = [entered for entered in batch if entered.entry not in settled.quarantined]
        return self._projector.project(space, Batch((*counting, *released)), outside)

    def counting(self, entries: Iterable[tuple[int, Commit]]) -> Iterator[Batch]:
        """Yield portions of *entries* without those in quarantine."""
        rest = iter(entries)
        while portion := list(islice(rest, _PORTION)):
            outside = quarantined_in(self._database, [key for key, _ in portion])
            yield decoded([item for item in portion if item[0] not in outside])

    def project_log(self, log: LogRow) -> None:
        """Project everything of a log that counts."""
        for portion in self.counting(self._logs.entries(log)):
            self._projector.project(log.space, portion)

    def _is_any_doubtful(self, space: int, devices: Collection[bytes]) -> bool:
        """Tell whether one of *devices* was ever removed, or never rightly added."""
        rows = self._database.connection.exec_driver_sql(
            "SELECT device FROM member WHERE space = ? AND is_current = 1", (space,)
        )
        untouched = {row.device for row in rows} - self._membership.removed(space)
        return not untouched.issuperset(devices)

    def _project_space(self, space: int, quarantined: Collection[int]) -> Projected:
        """Make the records of a space anew: some of what was projected counts no more."""
        rows = self._database.select_in(
            "SELECT DISTINCT record.uid FROM touched "
            "JOIN record ON record.id = touched.record WHERE entry IN (?)",
            sorted(quarantined),
        )
        changed = {row.uid for row in rows}
        self._projector.clear_space(space)
        conflicts = 0
        for log in self._logs.of_space(space):
            for portion in self.counting(self._logs.entries(log)):
                conflicts = self._projector.project(space, portion).conflicts
        return Projected(frozenset(changed), conflicts)


def _records(batch: Sequence[Entered]) -> frozenset[bytes]:
    return frozenset(
        operation.record
        for entered in batch
        for _, operation in entered.operations
        if isinstance(operation, RECORD_OPERATIONS)
    )
