"""The Löschprotokoll, and what is left to do after an erasure."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING, Any

from innolab_desktop.journal import card as cards
from innolab_desktop.journal import chain
from innolab_desktop.journal.commit import Tip
from innolab_desktop.journal.erasure_marks import whole_record
from innolab_desktop.services.changes import CancelToken
from innolab_desktop.services.erasure_models import (
    CleanedBackups,
    DeviceReach,
    LoggedErasure,
    Unnamed,
)
from innolab_desktop.storage import packed_keys
from innolab_desktop.storage.authors import card_names
from innolab_desktop.storage.forgetting import STANDING
from innolab_desktop.storage.log_tables import LogTables

if TYPE_CHECKING:
    from innolab_desktop.domain.records import Record
    from innolab_desktop.formdefs.forms import Forms
    from innolab_desktop.services.changes import Progress
    from innolab_desktop.storage.backups import Backups
    from innolab_desktop.storage.database import Database
    from innolab_desktop.storage.record_store import SqlRecordStore

_HASH_CHARACTERS = 32


class SqlErasureStore:
    """Reads the tables ``erasure`` and ``erased``, and cleans backups."""

    def __init__(
        self, database: Database, records: SqlRecordStore, backups: Backups, forms: Forms
    ) -> None:
        self._database = database
        self._records = records
        self._backups = backups
        self._forms = forms
        self._logs = LogTables(database)

    def unnamed(self, space: bytes) -> tuple[Unnamed, ...]:
        """Return what was destroyed in *space* without an erasure that names it."""
        with self._database.transaction() as connection:
            rows = connection.exec_driver_sql(
                "SELECT op, record FROM erased WHERE is_named = 0 AND space = ? ORDER BY op",
                (self._logs.space_number(space),),
            )
            found: dict[bytes | None, list[bytes]] = {}
            for row in rows:
                found.setdefault(row.record, []).append(row.op)
            return tuple(Unnamed(record, tuple(ops)) for record, ops in found.items())

    def is_erased(self, record: bytes) -> bool:
        """Tell whether a record was erased as a whole, with whatever arrives later."""
        with self._database.transaction() as connection:
            found = connection.exec_driver_sql(
                "SELECT 1 FROM erased WHERE op = ?", (whole_record(record),)
            )
            return found.first() is not None

    def below(self, record: bytes) -> tuple[Record, ...]:
        """Return all records below *record*, deleted ones included, parents first."""
        with self._database.transaction() as connection:
            found: dict[bytes, Record] = {}
            waiting = [record]
            while waiting:
                rows = connection.exec_driver_sql(
                    "SELECT uid FROM record WHERE parent = ? ORDER BY id", (waiting.pop(0),)
                )
                for uid in rows.scalars().all():
                    if uid not in found and uid != record:
                        found[uid] = self._records.get(uid)
                        waiting.append(uid)
            return tuple(found.values())

    # --- the log ----------------------------------------------------------------------------

    def log(self) -> tuple[LoggedErasure, ...]:
        """Return the Löschprotokoll, newest first."""
        with self._database.transaction() as connection:
            rows = connection.exec_driver_sql(
                "SELECT erasure.*, entry.at, entry.commit_id, entry.id AS entry, log.device, "
                "log.uid AS log FROM erasure JOIN entry ON entry.id = erasure.source >> 7 "
                "JOIN log ON log.id = entry.id >> 32 ORDER BY entry.at DESC, erasure.source DESC"
            ).all()
            names = card_names(self._database, (row.device for row in rows))
            return tuple(self._logged(row, names.get(row.device, "")) for row in rows)

    def _logged(self, row: Any, person: str) -> LoggedErasure:  # noqa: ANN401 - a row is as typed as SQL is
        digest = "" if row.record is None else sha256(row.record).hexdigest()[:_HASH_CHARACTERS]
        return LoggedErasure(
            at_ms=row.at >> 16,
            person=person,
            space=self._database.space_uid(row.space),
            record_hash=digest,
            kind=row.kind,
            reason=row.reason,
            operations=row.operations,
            fields=row.fields,
            is_whole=bool(row.is_whole),
            devices=self._reached(row),
        )

    def _reached(self, row: Any) -> tuple[DeviceReach, ...]:  # noqa: ANN401 - as above
        """Return which devices of the space hold the commit with the erasure."""
        run = self._database.connection.exec_driver_sql
        devices = run(
            "SELECT member.device FROM member WHERE space = ? AND is_current = 1 ORDER BY device",
            (row.space,),
        ).scalars()
        own = {row.device, self._own_device()}
        found = list(devices)
        names = card_names(self._database, found)
        return tuple(
            DeviceReach(device, names.get(device, ""), device in own or self._has(device, row))
            for device in found
        )

    def _has(self, device: bytes, row: Any) -> bool:  # noqa: ANN401 - as above
        tips = [
            Tip(tip.seq, tip.commit_id)
            for tip in self._database.connection.exec_driver_sql(
                "SELECT seq, commit_id FROM acknowledged "
                "WHERE device = ? AND space = ? AND log = ?",
                (device, row.space, row.log),
            )
        ]
        log = self._logs.find(row.log)
        if log is None or not tips:
            return False
        if not log.is_forked:
            seq = row.entry >> packed_keys.BRANCH_BITS & ((1 << packed_keys.SEQ_BITS) - 1)
            return any(tip.seq >= seq for tip in tips)
        return row.commit_id in chain.closure(self._logs.parents(log), tips)

    def _own_device(self) -> bytes:
        run = self._database.connection.exec_driver_sql
        return cards.decode(run("SELECT card FROM owner").scalar_one()).card.device

    # --- backups ----------------------------------------------------------------------------

    def backups_due(self) -> int:
        """Return how many backups may still hold what is erased."""
        return len(self._backups.holding_erased(self.erased()))

    def clean_backups(
        self, progress: Progress, cancel: CancelToken | None = None
    ) -> CleanedBackups:
        """Destroy what is erased in every backup."""
        return self._backups.clean(self.erased(), self._forms, progress, cancel or CancelToken())

    def erased(self) -> frozenset[bytes]:
        """Return everything that is erased."""
        with self._database.transaction() as connection:
            rows = connection.exec_driver_sql(STANDING)
            return frozenset(rows.scalars())
