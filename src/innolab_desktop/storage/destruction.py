"""Empties bodies of stored commits, and makes anew what was made from them."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Final

from innolab_desktop.journal.commit import commit_part, decode_stored, operations_of
from innolab_desktop.journal.erasure_marks import is_mark, marked_record
from innolab_desktop.storage import packed_keys
from innolab_desktop.storage.desk_store import drop_from_drafts
from innolab_desktop.storage.doomed import Destroyed, Doomed, records_of
from innolab_desktop.storage.entered import decoded
from innolab_desktop.storage.review_store import drop_from_reports

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from innolab_desktop.journal.commit import Commit
    from innolab_desktop.journal.operations import Operation
    from innolab_desktop.storage.database import Database
    from innolab_desktop.storage.entered import Batch
    from innolab_desktop.storage.log_tables import LogTables
    from innolab_desktop.storage.projection import Projector

VACUUM_DUE: Final = "vacuum_due"
"""Setting that says that something was destroyed since the database was last written anew."""

_PORTION: Final = 500
LEAVE_UNNAMED: Final = """
INSERT INTO erased VALUES (?, 0, ?, ?, ?) ON CONFLICT (op)
DO UPDATE SET space = excluded.space, record = excluded.record, writer = excluded.writer"""


class Destruction:
    """Destroys what erasures say, wherever it stands in the database."""

    def __init__(self, database: Database, logs: LogTables, projector: Projector) -> None:
        self._database = database
        self._logs = logs
        self._projector = projector

    def strip(
        self,
        space: int,
        commit: Commit,
        present: Sequence[tuple[int, Operation]],
        doomed: Doomed,
    ) -> tuple[Commit, Sequence[tuple[int, Operation]]]:
        """Return *commit* and what it says without what is doomed; note what nobody named."""
        lost = doomed.among(commit, present)
        if not lost:
            return commit, present
        about, writer = records_of(commit, present), self.writer(commit)
        self._database.run_many(
            LEAVE_UNNAMED,
            [
                (commit.op_id(index), space, about.get(index), writer)
                for index in sorted(lost)
                if commit.bodies[index] is not None
            ],
        )
        return commit.without(lost), [item for item in present if item[0] not in lost]

    def destroy(
        self, space: int, candidates: Iterable[tuple[int, Commit]], doomed: Doomed
    ) -> Destroyed:
        """Empty the doomed bodies of stored commits."""
        result = Destroyed()
        rest = iter(candidates)
        while portion := list(islice(rest, _PORTION)):
            for key, commit, present in decoded(portion):
                kept, left = self.strip(space, commit, present, doomed)
                if kept.bodies != commit.bodies:
                    self._database.connection.exec_driver_sql(
                        "UPDATE entry SET raw = ? WHERE id = ?", (kept.encoded, key)
                    )
                    about = records_of(commit, present)
                    lost = about.keys() - records_of(kept, left).keys()
                    gone = [item for place, item in present if (place, item) not in left]
                    result.note(key, gone, [about[index] for index in lost])
        return result

    def destroy_waiting(self, space: int, doomed: Doomed) -> None:
        """Empty the doomed bodies of commits that wait for earlier ones."""
        uid = self._database.space_uid(space)
        rows = self._database.connection.exec_driver_sql(
            "SELECT raw FROM held WHERE space = ?", (uid,)
        )
        commits = decode_stored([row.raw for row in rows])
        for commit, present in zip(commits, operations_of(commits), strict=True):
            kept, _ = self.strip(space, commit, present, doomed)
            if kept.bodies != commit.bodies:
                self._database.connection.exec_driver_sql(
                    "UPDATE held SET raw = ? WHERE commit_id = ?", (kept.encoded, commit.id)
                )

    def settle(self, space: int, destroyed: Destroyed) -> set[bytes]:
        """Make what was touched anew, and drop what this device kept about it."""
        rows = self._database.select_in(
            "SELECT DISTINCT record.id, record.uid FROM touched "
            "JOIN record ON record.id = touched.record WHERE entry IN (?)",
            destroyed.keys,
        )
        numbers = {row.id: row.uid for row in rows}
        above = self._adopted_above(space, sorted(numbers))
        self._projector.note_unread_again(space, self._entered(destroyed.keys))
        for number, uid in {**numbers, **above}.items():
            self._projector.project_again(space, number, uid)
        changed = set(numbers.values())
        drop_from_reports(self._database, changed)
        drop_from_drafts(self._database, destroyed.fields)
        if destroyed.keys:
            self._database.connection.exec_driver_sql(
                "INSERT INTO setting VALUES (?, '1') ON CONFLICT DO NOTHING", (VACUUM_DUE,)
            )
        return changed

    def _adopted_above(self, space: int, numbers: Sequence[int]) -> dict[int, bytes]:
        """Return the records above others that may have been begun in quarantine."""
        rows = self._database.select_in(
            "SELECT above.id, above.uid FROM record JOIN record AS above "
            "ON above.uid = record.parent AND above.id >> ? = ? WHERE EXISTS "
            "(SELECT 1 FROM quarantine WHERE quarantine.space = ?) AND record.id IN (?)",
            numbers,
            packed_keys.RECORD_NUMBER_BITS,
            space,
            space,
        )
        return {row.id: row.uid for row in rows}

    def writer(self, commit: Commit) -> bytes | None:
        """Return the device that writes the log of *commit*, unless it is unknown here."""
        row = self._logs.find(commit.log)
        return row.device if row is not None else None

    def candidates(
        self, space: int, record: bytes | None, targets: Collection[bytes]
    ) -> Iterator[tuple[int, Commit]]:
        """Yield the stored commits that may hold *targets*, without a search where they suffice.

        Args:
            space: the number of the space.
            record: where the targets stand, as the author of the erasure says.
            targets: operations, and marks of records.
        """
        missing = {commit_part(target) for target in targets if not is_mark(target)}
        records = {marked_record(target) for target in targets if is_mark(target)}
        for key, commit in self._about(space, records | ({record} if record else set())):
            missing.discard(commit_part(commit.id))
            yield key, commit
        if missing:
            yield from self._logs.by_key(self._logs.holding(space, missing))

    def _about(self, space: int, records: Collection[bytes]) -> list[tuple[int, Commit]]:
        """Return the stored commits that may be about *records*."""
        if not records:
            return []
        keys = self._database.select_in(
            "SELECT entry FROM touched JOIN record ON record.id = touched.record "
            "WHERE record.id >> ? = ? AND uid IN (?)",
            sorted(records),
            packed_keys.RECORD_NUMBER_BITS,
            space,
        )
        run = self._database.connection.exec_driver_sql
        outside = run("SELECT entry FROM quarantine WHERE space = ?", (space,))
        unread = run("SELECT entry FROM unread WHERE space = ?", (space,))
        found = {row.entry for rows in (keys, outside, unread) for row in rows}
        return self._logs.by_key(sorted(found))

    def _entered(self, keys: Sequence[int]) -> Batch:
        return decoded(self._logs.by_key(keys))
