"""Commits of the vault: appending, taking in, handing out, verifying, rebuilding."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

from innolab_desktop.domain.errors import FormatError, SpaceError, VaultError
from innolab_desktop.journal import chain, signed_tip
from innolab_desktop.journal.clock import Instant
from innolab_desktop.journal.commit import Commit, Origin, Position, Tip, operations_of
from innolab_desktop.services.changes import CancelToken, NoProgress
from innolab_desktop.services.exchange_models import LogInfo
from innolab_desktop.storage import packed_keys
from innolab_desktop.storage.admission import Admission
from innolab_desktop.storage.entered import Batch, Entered
from innolab_desktop.storage.erasure import Erasure
from innolab_desktop.storage.intake import Intake
from innolab_desktop.storage.log_tables import LogRow, LogTables
from innolab_desktop.storage.membership_tables import MembershipTables
from innolab_desktop.storage.projection import Projector

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from innolab_desktop.journal.signed_tip import SignedTip
    from innolab_desktop.services.changes import Progress
    from innolab_desktop.services.exchange_models import Incoming, Taken
    from innolab_desktop.services.read_models import Counts
    from innolab_desktop.storage.database import Database
    from innolab_desktop.storage.record_store import SqlRecordStore
    from innolab_desktop.storage.record_tables import RecordTables


class SqlJournalStore:
    """The log tables and everything that is made from them."""

    def __init__(self, database: Database, tables: RecordTables, records: SqlRecordStore) -> None:
        self._database = database
        self._records = records
        self._instant: Instant | None = None
        self._logs = LogTables(database)
        self._projector = Projector(database, tables)
        self._membership = MembershipTables(database, self._logs)
        self.erasure = Erasure(
            database, self._logs, self._projector, self._membership.erasure_rights
        )
        self._admission = Admission(database, self._logs, self._projector, self._membership)
        self._intake = Intake(database, self._logs, self.erasure, self._membership, self._admission)

    # --- writing ----------------------------------------------------------------------------

    def position(self, space: bytes, device: bytes, new_incarnation: bytes) -> Position:
        """Return where the device's next commit goes; *new_incarnation* is used for a new log.

        Raises:
            SpaceError: the device does not belong to the space any more.
        """
        with self._database.transaction() as connection:
            number = self._logs.space_number(space)
            own, is_member = connection.exec_driver_sql(
                "SELECT own_log, EXISTS (SELECT 1 FROM member "
                "WHERE space = id AND device = ? AND is_current = 1) FROM space WHERE id = ?",
                (device, number),
            ).one()
            if not is_member:
                raise SpaceError("space_left")
            log = self._logs.find(own) if own else None
            if log is not None and log.last is not None:
                return Position(log.uid, log.last.seq + 1, log.last.commit, None)
            earlier = tuple(
                (row.uid, tip)
                for row in self._logs.of_space(number)
                if row.device == device
                for tip in self._logs.tips(row)
            )
            origin = Origin(space, device, new_incarnation, earlier)
            return Position(origin.log, 1, None, origin)

    def begin_incarnation(self, ended: LogInfo) -> bool:
        """Make the own device's next commit start a new log, if it still writes *ended*.

        Returns:
            Whether it did: a log that was given up before stays as it is.
        """
        with self._database.transaction() as connection:
            given_up = connection.exec_driver_sql(
                "UPDATE space SET own_log = NULL WHERE own_log = ?", (ended.log,)
            )
            return given_up.rowcount > 0

    def append(self, commit: Commit) -> frozenset[bytes]:
        """Store and project an own commit; return the records it changed."""
        with self._database.transaction() as connection:
            row = self._logs.find(commit.log)
            if row is None:
                if commit.origin is None:
                    raise VaultError("vault_log_missing")
                space = self._logs.space_number(commit.origin.space)
                row = self._logs.add(commit.origin, space)
                connection.exec_driver_sql(
                    "UPDATE space SET own_log = ? WHERE id = ?", (row.uid, space)
                )
            (key,) = self._logs.add_entries(row, (commit,), {})
            self._instant = max(self.last_instant(), commit.at)
            (present,) = operations_of((commit,))
            entered = Entered(key, commit, present)
            projected = self._admission.admit_own(row.space, entered, row.device)
            erased = self.erasure.apply(row.space, Batch((entered,)), is_own=True)
            return projected.records | erased

    def take(self, incoming: Incoming, cancel: CancelToken) -> Taken:
        """Store and project what counts of *incoming*; keep the rest as held.

        Raises:
            BundleError: a commit is of another space.
            Cancelled: the person stopped the import.
        """
        with self._database.transaction():
            return self._intake.take(incoming, cancel)

    def keep_signed_tip(self, tip: SignedTip) -> None:
        """Keep an own signed tip."""
        with self._database.transaction():
            self._database.run_many(
                "INSERT INTO signed_tip VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
                [(tip.log, tip.tip.seq, tip.tip.commit, tip.encoded())],
            )

    # --- handing out ------------------------------------------------------------------------

    def tips(self, space: bytes) -> dict[bytes, tuple[Tip, ...]]:
        """Return every branch head of every log of *space*."""
        with self._database.transaction():
            number = self._logs.space_number(space)
            return {row.uid: self._logs.tips(row) for row in self._logs.of_space(number)}

    def missing(
        self, space: bytes, acknowledged: Sequence[Mapping[bytes, Sequence[Tip]]]
    ) -> list[Commit]:
        """Return the commits not below the tips that each of *acknowledged* names, by log."""
        with self._database.transaction():
            found: list[Commit] = []
            for row in self._logs.of_space(self._logs.space_number(space)):
                announced = [tips.get(row.uid, ()) for tips in acknowledged]
                found += self._missing(row, announced)
            return found

    def _missing(self, row: LogRow, announced: Sequence[Sequence[Tip]]) -> list[Commit]:
        if not row.is_forked:
            after = min(
                (max((tip.seq for tip in tips), default=0) for tips in announced), default=0
            )
            return [commit for _, commit in self._logs.entries(row, after)]
        parents = self._logs.parents(row)
        held = [chain.closure(parents, tips) for tips in announced]
        common = set[bytes].intersection(*held) if held else set[bytes]()
        return [commit for _, commit in self._logs.entries(row) if commit.id not in common]

    def logs(self, space: bytes) -> list[LogInfo]:
        """Return the logs of *space*."""
        with self._database.transaction():
            return [
                LogInfo(row.uid, Origin(space, row.device, row.incarnation), row.is_forked)
                for row in self._logs.of_space(self._logs.space_number(space))
            ]

    def quarantined(self, space: bytes) -> Mapping[bytes, int]:
        """Return how many stored commits of each device do not count."""
        with self._database.transaction() as connection:
            rows = connection.exec_driver_sql(
                "SELECT log.device, count(*) AS commits FROM quarantine "
                "JOIN log ON log.id = quarantine.entry >> 32 "
                "JOIN space ON space.id = quarantine.space WHERE space.uid = ? GROUP BY 1",
                (space,),
            )
            return {row.device: int(row.commits) for row in rows}

    def signed_tips(self, logs: Iterable[bytes]) -> list[SignedTip]:
        """Return for every branch of *logs* the newest signed tip of a commit that counts here.

        A newer one may be stored whose commits still wait: it would cover nothing that is sent.
        """
        with self._database.transaction():
            rows = [row for uid in logs if (row := self._logs.find(uid)) is not None]
            return [tip for row in rows for tip in self._signed(row)]

    def stored_tips(self, log: bytes, from_seq: int) -> list[SignedTip]:
        """Return the signed tips of *log* at and above *from_seq* that were received or made."""
        with self._database.transaction() as connection:
            rows = connection.exec_driver_sql(
                "SELECT raw FROM signed_tip WHERE log = ? AND seq >= ?", (log, from_seq)
            )
            return [signed_tip.decode(row.raw) for row in rows]

    def _signed(self, log: LogRow) -> list[SignedTip]:
        found: list[SignedTip] = []
        for row in self._database.connection.exec_driver_sql(
            "SELECT seq, commit_id, raw FROM signed_tip WHERE log = ? ORDER BY seq DESC",
            (log.uid,),
        ):
            if row.commit_id in self._logs.known(log, row.seq, row.seq).get(row.seq, ()):
                found.append(signed_tip.decode(row.raw))
                if not log.is_forked:
                    break
        return found

    def last_instant(self) -> Instant:
        """Return the newest instant of the own clock.

        That is the newest own commit, or one that was seen in a bundle and remembered.
        """
        if self._instant is None:
            with self._database.transaction() as connection:
                own = connection.exec_driver_sql(
                    "SELECT log.id, log.last_seq FROM log JOIN space ON space.own_log = log.uid"
                ).all()
                tips = [packed_keys.entry_key(row.id, row.last_seq) for row in own]
                found = self._database.select_in("SELECT at FROM entry WHERE id IN (?)", tips)
                newest = max((row.at for row in found), default=0)
                seen = connection.exec_driver_sql(
                    "SELECT value FROM setting WHERE name = 'clock'"
                ).scalar()
            self._instant = Instant.unpack(max(newest, int(seen or 0)))
        return self._instant

    def keep_instant(self, instant: Instant) -> None:
        """Remember an instant that was seen in a bundle."""
        self._instant = instant
        with self._database.transaction() as connection:
            connection.exec_driver_sql(
                "INSERT INTO setting VALUES ('clock', ?) "
                "ON CONFLICT (name) DO UPDATE SET value = excluded.value",
                (str(instant.packed),),
            )

    # --- looking after ----------------------------------------------------------------------

    def rebuild(self, progress: Progress) -> None:
        """Project everything again from the log."""
        with self._database.transaction():
            self._projector.clear()
            rows = self._logs.every()
            for done, row in enumerate(rows):
                progress.report(done, len(rows), "rebuild")
                self._admission.project_log(row)
            progress.report(len(rows), len(rows), "rebuild")

    def verify(self, progress: Progress | None = None, cancel: CancelToken | None = None) -> Counts:
        """Check hashes and chains of every stored commit, and count.

        Raises:
            VaultError: something does not fit.
            Cancelled: the person stopped it.
        """
        progress, cancel = progress or NoProgress(), cancel or CancelToken()
        with self._database.transaction():
            rows, gaps = self._logs.every(), self._logs.gaps()
            try:
                for done, row in enumerate(rows):
                    cancel.raise_if_cancelled()
                    progress.report(done, len(rows), "verify")
                    self._verify(row, gaps)
            except FormatError as failure:
                raise VaultError("vault_log_damaged") from failure
            return self._records.counts()

    def _verify(self, row: LogRow, gaps: Collection[bytes]) -> None:
        below: set[bytes] = set()
        for _, commit in self._logs.entries(row):
            fits = commit.log == row.uid and sha256(commit.header).digest() == commit.id
            is_linked = commit.prev is None or commit.prev in below or commit.id in gaps
            if not fits or not is_linked:
                raise FormatError("commit_chain_broken")
            below.add(commit.id)
        if row.last is not None and row.last.commit not in below:
            raise FormatError("commit_chain_broken")
