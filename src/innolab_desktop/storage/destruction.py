"""Empties bodies of stored commits, and makes anew what was made from them."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Final

from innolab_desktop.journal.commit import decode_stored, operations_of
from innolab_desktop.storage import packed_keys
from innolab_desktop.storage.desk_store import drop_from_drafts
from innolab_desktop.storage.doomed import Destroyed, Doomed, records_of
from innolab_desktop.storage.entered import decoded
from innolab_desktop.storage.review_store import drop_from_reports

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from innolab_desktop.journal.commit import Commit
    from innolab_desktop.journal.operations import Operation
    from innolab_desktop.storage.database import Database
    from innolab_desktop.storage.entered import Batch, Entered
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
        self._projector.note_unread_again(space, self._entered(destroyed.keys))
        for number, uid in numbers.items():
            self._projector.project_again(space, number, uid, self._touching(number))
        changed = set(numbers.values())
        drop_from_reports(self._database, changed)
        drop_from_drafts(self._database, destroyed.fields)
        if destroyed.keys:
            self._database.connection.exec_driver_sql(
                "INSERT INTO setting VALUES (?, '1') ON CONFLICT DO NOTHING", (VACUUM_DUE,)
            )
        return changed

    def writer(self, commit: Commit) -> bytes | None:
        """Return the device that writes the log of *commit*, unless it is unknown here."""
        row = self._logs.find(commit.log)
        return row.device if row is not None else None

    def candidates(self, space: int, record: bytes | None) -> Iterable[tuple[int, Commit]]:
        """Yield the stored commits that may be about *record*, all of the space if it is None."""
        if record is None:
            for log in self._logs.of_space(space):
                yield from self._logs.entries(log)
            return
        keys = self._database.connection.exec_driver_sql(
            "SELECT entry FROM touched JOIN record ON record.id = touched.record WHERE uid = ? "
            "AND record.id >> ? = ?",
            (record, packed_keys.RECORD_NUMBER_BITS, space),
        )
        outside = self._database.connection.exec_driver_sql(
            "SELECT entry FROM quarantine WHERE space = ?", (space,)
        )
        unread = self._database.connection.exec_driver_sql(
            "SELECT entry FROM unread WHERE space = ?", (space,)
        )
        found = {row.entry for rows in (keys, outside, unread) for row in rows}
        yield from self._logs.by_key(sorted(found))

    def _touching(self, number: int) -> list[Entered]:
        keys = self._database.connection.exec_driver_sql(
            "SELECT entry FROM touched WHERE record = ?", (number,)
        )
        return self._entered([row.entry for row in keys])

    def _entered(self, keys: Sequence[int]) -> Batch:
        return decoded(self._logs.by_key(keys))
