"""What people look at again: the operations behind a record, and the reports of imports."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

from innolab_desktop.journal.operations import Content
from innolab_desktop.services.read_models import RecordRow
from innolab_desktop.services.review_ports import KeptReport
from innolab_desktop.storage import packed_keys
from innolab_desktop.storage.history import History
from innolab_desktop.storage.membership_tables import quarantined_in

if TYPE_CHECKING:
    from collections.abc import Collection

    from innolab_desktop.formdefs.forms import Forms
    from innolab_desktop.services.review_models import Write
    from innolab_desktop.storage.database import Database

_COUNT: Final = (
    f"SELECT id >> {packed_keys.RECORD_NUMBER_BITS} AS space, count(*) AS records FROM record"  # noqa: S608 - a number of ours
)


class SqlReviewStore:
    """Reads stored operations, and keeps reports beside them."""

    def __init__(self, database: Database, forms: Forms) -> None:
        self._database = database
        self._history = History(database, forms)

    def writes(self, records: Collection[bytes]) -> dict[bytes, tuple[Write, ...]]:
        """Return every operation about each of *records*, oldest first by the display clock."""
        with self._database.transaction():
            rows = self._database.select_in(
                "SELECT id, uid, kind FROM record WHERE uid IN (?)", sorted(records)
            )
            kinds = {row.id: (row.uid, row.kind) for row in rows}
            return self._history.writes(sorted(kinds), dict(kinds.values()))

    def contents(self, record: bytes) -> dict[int, tuple[bytes, ...]]:
        """Return the pieces of an attachment that are stored, by number, each once."""
        found: dict[int, dict[bytes, None]] = {}
        for write in self.writes((record,)).get(record, ()):
            if isinstance(write.operation, Content):
                found.setdefault(write.operation.number, {})[write.operation.data] = None
        return {number: tuple(pieces) for number, pieces in found.items()}

    def unsettled(self, records: Collection[bytes]) -> tuple[frozenset[bytes], frozenset[bytes]]:
        """Return those of *records* with an Abweichung, and those with a merged text."""
        with self._database.transaction():
            rows = list(
                self._database.select_in(
                    "SELECT uid, has_conflict, is_merged FROM record "
                    "WHERE (has_conflict = 1 OR is_merged = 1) AND uid IN (?)",
                    sorted(records),
                )
            )
            return (
                frozenset(row.uid for row in rows if row.has_conflict),
                frozenset(row.uid for row in rows if row.is_merged),
            )

    def count_undecided(self, outside: Collection[bytes]) -> tuple[int, int]:
        """Return how many records have an Abweichung, and how many a merged text.

        Args:
            outside: spaces whose records are not counted.
        """
        with self._database.transaction() as connection:
            conflicts, merged = (
                sum(
                    row.records
                    for row in connection.exec_driver_sql(f"{_COUNT} WHERE {condition} GROUP BY 1")
                    if self._database.space_uid(row.space) not in outside
                )
                for condition in ("has_conflict = 1", "is_merged = 1 AND is_deleted = 0")
            )
            return conflicts, merged

    def quarantined(self, entries: Collection[int]) -> int:
        """Return how many of the stored commits with the keys *entries* do not count."""
        with self._database.transaction():
            return len(quarantined_in(self._database, entries))

    def save_counts(self, records: Collection[bytes]) -> dict[bytes, int]:
        """Return how many saves each of *records* has."""
        with self._database.transaction():
            rows = self._database.select_in(
                "SELECT record.uid, count(*) AS saves FROM record "
                "JOIN touched ON touched.record = record.id "
                "WHERE record.uid IN (?) GROUP BY record.uid",
                sorted(records),
            )
            return {row.uid: row.saves for row in rows}

    def rows(self, records: Collection[bytes]) -> tuple[RecordRow, ...]:
        """Return the rows of those of *records* that exist."""
        with self._database.transaction():
            found = self._database.select_in(
                "SELECT id, uid, kind, title, status, changed, is_deleted, has_conflict, "
                "is_merged FROM record WHERE uid IN (?)",
                sorted(records),
            )
            return tuple(
                RecordRow(
                    id=row.uid,
                    kind=row.kind,
                    space=self._database.space_uid(row.id >> packed_keys.RECORD_NUMBER_BITS),
                    title=row.title,
                    status=row.status,
                    changed_ms=row.changed >> 16,
                    has_conflict=bool(row.has_conflict),
                    is_merged=bool(row.is_merged),
                    is_deleted=bool(row.is_deleted),
                )
                for row in found
            )

    # --- reports ----------------------------------------------------------------------------

    def keep_report(self, report: KeptReport, most: int) -> int:
        """Keep a report under a new id, which is returned; of all reports the *most* newest."""
        with self._database.transaction() as connection:
            run = connection.exec_driver_sql
            number = int(run("SELECT coalesce(max(id), 0) + 1 FROM import_report").scalar_one())
            run(
                "INSERT INTO import_report VALUES (?, ?, ?)",
                (number, report.at_ms, report.summary),
            )
            self._database.run_many(
                "INSERT INTO import_report_record VALUES (?, ?, ?, ?)",
                [
                    (number, place, record, content)
                    for place, (record, content) in enumerate(report.records)
                ],
            )
            for table, column in (("import_report", "id"), ("import_report_record", "report")):
                run(f"DELETE FROM {table} WHERE {column} <= ?", (number - most,))  # noqa: S608 - fixed names
            return number

    def reports(self) -> tuple[KeptReport, ...]:
        """Return the kept reports, newest first."""
        with self._database.transaction() as connection:
            records: dict[int, list[tuple[bytes, str]]] = {}
            for row in connection.exec_driver_sql(
                "SELECT report, record, content FROM import_report_record ORDER BY report, place"
            ):
                records.setdefault(row.report, []).append((row.record, row.content))
            return tuple(
                KeptReport(row.id, row.at, row.summary, tuple(records.get(row.id, ())))
                for row in connection.exec_driver_sql(
                    "SELECT id, at, summary FROM import_report ORDER BY id DESC"
                )
            )


def drop_space_from_reports(database: Database, name: str) -> None:
    """Take the name of a space out of what reports say about files."""
    run = database.connection.exec_driver_sql
    changed: list[tuple[str, int]] = []
    for row in run("SELECT id, summary FROM import_report").all():
        summary = json.loads(row.summary)
        named = [note for note in summary["files"] if note["space"] == name]
        for note in named:
            note["space"] = ""
        if named:
            text = json.dumps(summary, ensure_ascii=False, separators=(",", ":"))
            changed.append((text, row.id))
    database.run_many("UPDATE import_report SET summary = ? WHERE id = ?", changed)


def drop_from_reports(database: Database, records: Collection[bytes]) -> None:
    """Remove what reports say about erased records."""
    database.run_many(
        "DELETE FROM import_report_record WHERE record = ?", [(record,) for record in records]
    )
