"""The tables of what was sent, what partners confirmed, and which Quittung is owed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from innolab_desktop.journal import cbor
from innolab_desktop.journal.commit import Tip
from innolab_desktop.services.read_models import SentBundle
from innolab_desktop.services.receipt_ports import OwedReceipt
from innolab_desktop.storage.receipt_standing import ReceiptStanding, devices_of

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from innolab_desktop.services.receipt_ports import Standing
    from innolab_desktop.storage.database import Database

_OWE: Final = """
INSERT INTO owed_receipt (space, device, since, is_asked) VALUES (?, ?, ?, ?)
ON CONFLICT (space, device) DO UPDATE SET is_asked = max(is_asked, excluded.is_asked)"""


class SqlReceiptStore:
    """The tables ``sent``, ``acknowledged`` and ``owed_receipt``."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._standing = ReceiptStanding(database)

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

    def standings(
        self, space: bytes, devices: Sequence[bytes], author: bytes
    ) -> dict[bytes, Standing]:
        """Return how far each of *devices* is; *author* is the device whose commits may be unsent.

        What was confirmed once makes everything before it no matter: bundles repeat what is open.
        """
        return self._standing.read(space, devices, author)

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


def _sent(row: Any) -> SentBundle:  # noqa: ANN401 - a row is as typed as SQL is
    ends: Any = cbor.decode(row.ends)
    return SentBundle(
        row.at,
        row.space,
        devices_of(row.recipients),
        row.commits,
        row.file_name,
        tuple((log, Tip(seq, commit)) for log, seq, commit in ends),
    )
