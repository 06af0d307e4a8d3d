"""The tables of what was sent, what partners confirmed, and which Quittung is owed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from innolab_desktop.domain.membership import Place
from innolab_desktop.journal import cbor, chain
from innolab_desktop.journal.commit import Tip
from innolab_desktop.services.read_models import SentBundle
from innolab_desktop.services.receipt_ports import OpenCommits, OwedReceipt
from innolab_desktop.storage import packed_keys
from innolab_desktop.storage.log_tables import LogTables
from innolab_desktop.storage.membership_tables import Coverage

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from innolab_desktop.domain.membership import Cut
    from innolab_desktop.storage.database import Database

_DEVICE_BYTES: Final = 16
_ACKNOWLEDGED: Final = (
    "SELECT log, seq, commit_id FROM acknowledged JOIN space ON space.id = acknowledged.space "
    "WHERE acknowledged.device = ? AND space.uid = ? AND log IN (?)"
)
_OPEN: Final = f"""
SELECT sum(log.last_seq - coalesce(known.seq, 0)) AS open, min(entry.at) AS oldest
FROM log
JOIN space ON space.id = log.space
LEFT JOIN (SELECT log AS uid, max(seq) AS seq FROM acknowledged WHERE device = ? GROUP BY log)
  AS known ON known.uid = log.uid
JOIN entry ON entry.id = ((log.id << {packed_keys.SEQ_BITS}) + coalesce(known.seq, 0) + 1)
  << {packed_keys.BRANCH_BITS}
WHERE space.uid = ? AND log.is_forked = 0 AND log.last_seq > coalesce(known.seq, 0)"""  # noqa: S608 - numbers of the schema
_OWE: Final = """
INSERT INTO owed_receipt (space, device, since, is_asked) VALUES (?, ?, ?, ?)
ON CONFLICT (space, device) DO UPDATE SET is_asked = max(is_asked, excluded.is_asked)"""


class SqlReceiptStore:
    """The tables ``sent``, ``acknowledged`` and ``owed_receipt``."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._logs = LogTables(database)

    # --- what was sent ----------------------------------------------------------------------

    def keep_sent(self, sent: SentBundle) -> None:
        """Remember an export."""
        ends = cbor.encode([[log, tip.seq, tip.commit] for log, tip in sent.ends])
        with self._database.transaction() as connection:
            connection.exec_driver_sql(
                "INSERT INTO sent (id, at, space, recipients, commits, file_name, ends) "
                "SELECT coalesce(max(id), 0) + 1, ?, ?, ?, ?, ?, ? FROM sent",
                (
                    sent.at_ms,
                    sent.space,
                    b"".join(sent.recipients),
                    sent.commits,
                    sent.file_name,
                    ends,
                ),
            )

    def sent(self) -> tuple[SentBundle, ...]:
        """Return the exports, newest first."""
        with self._database.transaction() as connection:
            rows = connection.exec_driver_sql("SELECT * FROM sent ORDER BY id DESC")
            return tuple(_sent(row) for row in rows)

    # --- what is confirmed ------------------------------------------------------------------

    def open_commits(self, space: bytes, device: bytes) -> OpenCommits:
        """Return what *device* did not confirm of *space*."""
        with self._database.transaction() as connection:
            row = connection.exec_driver_sql(_OPEN, (device, space)).one()
            moments = [] if row.oldest is None else [int(row.oldest)]
            count = int(row.open or 0)
            number = self._logs.space_number(space)
            for log in self._logs.forked_of_space(number):
                places = self._acknowledged(space, device, [log.uid]).get(log.uid, ())
                tips = [Tip(place.seq, place.commit) for place in places]
                held = chain.closure(self._logs.parents(log), tips)
                left = [c for _, c in self._logs.entries(log) if c.id not in held]
                count += len(left)
                moments += [commit.at.packed for commit in left]
        return OpenCommits(count, min(moments, default=0) >> 16)

    def unconfirmed_exports(self, space: bytes, device: bytes) -> tuple[int, ...]:
        """Return when the exports to *device* were written that it did not confirm, newest first.

        What was confirmed once makes everything before it no matter: bundles repeat what is open.
        """
        found: list[int] = []
        with self._database.transaction() as connection:
            covers = Coverage(self._logs)
            rows = connection.exec_driver_sql(
                "SELECT * FROM sent WHERE space = ? AND commits > 0 ORDER BY id DESC", (space,)
            )
            for row in rows:
                sent = _sent(row)
                if device not in sent.recipients:
                    continue
                places = [Place(log, tip.seq, tip.commit) for log, tip in sent.ends]
                acknowledged = self._acknowledged(space, device, [place.log for place in places])
                if all(covers(acknowledged, place) for place in places):
                    break
                if sent.at_ms not in found[-1:]:
                    found.append(sent.at_ms)
        return tuple(found)

    def _acknowledged(self, space: bytes, device: bytes, logs: Sequence[bytes]) -> Cut:
        rows = self._database.select_in(_ACKNOWLEDGED, logs, device, space)
        return _by_log(Place(row.log, row.seq, row.commit_id) for row in rows)

    # --- what is owed -----------------------------------------------------------------------

    def owe(self, receipt: OwedReceipt) -> None:
        """Remember that a device waits for a Quittung; the first time and a request are kept."""
        row = (receipt.space, receipt.device, receipt.since_ms, int(receipt.is_asked))
        with self._database.transaction():
            self._database.run_many(_OWE, [row])

    def owed(self) -> tuple[OwedReceipt, ...]:
        """Return every Quittung that is owed, the longest first."""
        with self._database.transaction() as connection:
            rows = connection.exec_driver_sql("SELECT * FROM owed_receipt ORDER BY since, device")
            return tuple(
                OwedReceipt(row.space, row.device, row.since, bool(row.is_asked)) for row in rows
            )

    def forget_owed(self, space: bytes, devices: Collection[bytes]) -> None:
        """Forget what was owed to *devices*: a bundle for them was written."""
        with self._database.transaction():
            self._database.run_many(
                "DELETE FROM owed_receipt WHERE space = ? AND device = ?",
                [(space, device) for device in devices],
            )


def _by_log(places: Iterable[Place]) -> Cut:
    found: dict[bytes, tuple[Place, ...]] = {}
    for place in places:
        found[place.log] = (*found.get(place.log, ()), place)
    return found


def _sent(row: Any) -> SentBundle:  # noqa: ANN401 - a row is as typed as SQL is
    joined: bytes = row.recipients
    starts = range(0, len(joined), _DEVICE_BYTES)
    ends: Any = cbor.decode(row.ends)
    return SentBundle(
        row.at,
        row.space,
        tuple(joined[start : start + _DEVICE_BYTES] for start in starts),
        row.commits,
        row.file_name,
        tuple((log, Tip(seq, commit)) for log, seq, commit in ends),
    )
