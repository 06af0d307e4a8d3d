"""Stores commits that were proved otherwise than by a signed tip: gaps and all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from innolab_desktop.journal.commit import operations_of
from innolab_desktop.journal.operations import Genesis
from innolab_desktop.services.changes import NoProgress
from innolab_desktop.storage.admission import Admission
from innolab_desktop.storage.entered import Batch, decoded
from innolab_desktop.storage.journal_store import SqlJournalStore
from innolab_desktop.storage.log_tables import LogTables
from innolab_desktop.storage.membership_tables import MembershipTables
from innolab_desktop.storage.people_store import SqlPeopleStore
from innolab_desktop.storage.projection import Projector
from innolab_desktop.storage.record_store import SqlRecordStore
from innolab_desktop.storage.record_tables import RecordTables

if TYPE_CHECKING:
    from collections.abc import Sequence

    from innolab_desktop.formdefs.forms import Forms
    from innolab_desktop.journal.commit import Commit
    from innolab_desktop.services.changes import CancelToken, Progress
    from innolab_desktop.services.read_models import Counts
    from innolab_desktop.storage.database import Database


class ProvedCommits:
    """Adds commits to a database that may hold others already."""

    def __init__(self, database: Database, forms: Forms) -> None:
        self._database = database
        tables = RecordTables(database, forms)
        self._records = SqlRecordStore(database, forms, tables)
        self._journal = SqlJournalStore(database, tables, self._records)
        self._people = SqlPeopleStore(database)
        self._logs = LogTables(database)
        self._membership = MembershipTables(database, self._logs)
        projector = Projector(database, tables)
        self._admission = Admission(database, self._logs, projector, self._membership)

    def known(self) -> set[bytes]:
        """Return the ids of the commits that are there."""
        rows = self._database.connection.exec_driver_sql("SELECT commit_id FROM entry")
        return set(rows.scalars())

    def add(self, found: Sequence[Commit], progress: Progress, cancel: CancelToken) -> int:
        """Store those of *found* that are new and whose space is known, and return how many."""
        known = self.known()
        new = [commit for commit in found if commit.id not in known]
        self._found_spaces(new)
        by_log: dict[bytes, list[Commit]] = {}
        for commit in new:
            by_log.setdefault(commit.log, []).append(commit)
        added = 0
        for done, (uid, commits) in enumerate(sorted(by_log.items())):
            cancel.raise_if_cancelled()
            progress.report(done, len(by_log), "salvage_commits")
            added += self._add(uid, sorted(commits, key=lambda commit: (commit.seq, commit.id)))
        return added

    def settle(self, erased: frozenset[bytes]) -> Counts:
        """Note gaps, let everything count, destroy what is *erased*, and count."""
        run = self._database.connection.exec_driver_sql
        run("DELETE FROM held WHERE commit_id IN (SELECT commit_id FROM entry)")
        for row in self._logs.every():
            below: set[bytes] = set()
            for _, commit in self._logs.entries(row):
                if commit.prev is not None and commit.prev not in below:
                    run("INSERT OR IGNORE INTO gap VALUES (?)", (commit.id,))
                below.add(commit.id)
        for space in run("SELECT id FROM space ORDER BY id").scalars().all():
            self._hear(space)
        self._journal.rebuild(NoProgress())
        self._journal.erasure.destroy(erased)
        return self._journal.verify()

    def _found_spaces(self, commits: Sequence[Commit]) -> None:
        """Add the spaces that begin in *commits*."""
        for commit in commits:
            if commit.origin is None or self._people.space(commit.origin.space) is not None:
                continue
            for _, operation in operations_of((commit,))[0]:
                if isinstance(operation, Genesis):
                    self._people.found_space(commit.origin.space, operation, commit.origin.device)

    def _add(self, uid: bytes, commits: Sequence[Commit]) -> int:
        row = self._logs.find(uid)
        if row is None:
            origin = next((commit.origin for commit in commits if commit.origin), None)
            if origin is None or self._people.space(origin.space) is None:
                return 0
            row = self._logs.add(origin, self._logs.space_number(origin.space))
        known = self._logs.known(row, commits[0].seq, commits[-1].seq)
        self._logs.add_entries(row, commits, known)
        return len(commits)

    def _hear(self, space: int) -> None:
        """Let what the commits say about members count, before the records do."""
        batch = Batch()
        authors: dict[bytes, bytes] = {}
        for row in self._logs.of_space(space):
            authors[row.uid] = row.device
            batch += decoded(list(self._logs.entries(row)))
        self._admission.admit(space, batch, authors, lambda _: True)
        self._journal.erasure.apply(space, batch)
