"""The head marker: the newest own commits in a file beside the database, to notice a restored one.

It also knows how much was erased: so an erasure ledger that lost lines is noticed.

Source: ``docs/formats/vault.md``, section vault.head.
"""

from __future__ import annotations

import base64
import hmac
import json
from typing import TYPE_CHECKING, Any, Final, cast

from innolab_desktop import atomic_file
from innolab_desktop.domain.errors import VaultError
from innolab_desktop.storage.erasure_ledger import LedgerKey

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from innolab_desktop.storage.database import Database

HEAD_NAME: Final = "vault.head"
RESTORED: Final = "restored"
"""A local setting: this database was put back from a backup and was not opened since."""

_LABEL: Final = b"INNOLAB-erased-count-1\0"
_COUNT_BYTES: Final = 8
_ERASED: Final = "SELECT count(*) FROM erased"
_OWN_LOGS: Final = (
    "SELECT log.uid, log.last_seq, log.last_commit FROM log "
    "JOIN space ON space.own_log = log.uid WHERE log.last_seq > 0"
)


class HeadMarker:
    """The marker of one vault.

    Args:
        folder: of the vault.
        database: of the same vault.
    """

    def __init__(self, folder: Path, database: Database) -> None:
        self._path = folder / HEAD_NAME
        self._database = database

    def write(self, vault_id: bytes) -> None:
        """Write what is newest here beside the database, unless it stands there already.

        So a vault that was only read can be closed where nothing can be written any more.

        Raises:
            VaultError: the folder cannot be written.
        """
        with self._database.transaction() as connection:
            rows = connection.exec_driver_sql(_OWN_LOGS).all()
            erased = connection.exec_driver_sql(_ERASED).scalar_one()
        logs = {row.uid.hex(): [row.last_seq, row.last_commit.hex()] for row in rows}
        marker = {
            "format": 1,
            "vault_id": base64.b64encode(vault_id).decode(),
            "logs": logs,
            "erased": [erased, self._proof(erased).hex()],
        }
        content = json.dumps(marker, sort_keys=True).encode()
        try:
            if not self._path.exists() or self._path.read_bytes() != content:
                atomic_file.write(self._path, content)
        except OSError as failure:
            raise VaultError("vault_head_unwritable") from failure

    def has_lost_erasures(self, *, has_ledger: bool) -> bool:
        """Tell whether more was erased once than ledger and database know together.

        Args:
            has_ledger: whether there was a ledger when the vault was opened; without one and
                without a marker, nobody can tell.

        Raises:
            VaultError: the marker cannot be read.
        """
        marked = self._erased_once()
        if marked is None:
            return not has_ledger
        with self._database.transaction() as connection:
            return connection.exec_driver_sql(_ERASED).scalar_one() < marked

    def begin_anew_if_put_back(self) -> bool:
        """Begin new incarnations if the database was put back or is older than the marker.

        Returns:
            Whether it was so.

        Raises:
            VaultError: the marker cannot be read.
        """
        marked = self._logs()
        with self._database.transaction() as connection:
            known = {row.uid: row.last_seq for row in connection.exec_driver_sql(_OWN_LOGS)}
            passed = [uid for uid, seq in marked.items() if known.get(uid, 0) < seq]
            restored = connection.exec_driver_sql(
                "DELETE FROM setting WHERE name = ?", (RESTORED,)
            ).rowcount
            if restored:
                passed.extend(known)
            for uid in passed:
                connection.exec_driver_sql(
                    "UPDATE space SET own_log = NULL WHERE own_log = ?", (uid,)
                )
        return bool(passed) or bool(restored)

    def _logs(self) -> Mapping[bytes, int]:
        """Return the own logs that the marker knows; one that is damaged is put aside."""
        try:
            logs: Any = self._read()["logs"]
            return {bytes.fromhex(uid): int(tip[0]) for uid, tip in logs.items()}
        except KeyError:
            if not self._path.exists():
                return {}
        except (ValueError, TypeError, IndexError, AttributeError):
            pass  # put aside below
        atomic_file.rename(self._path, self._path.with_suffix(".head.bad"))
        return {}

    def _erased_once(self) -> int | None:
        """Return how much was erased when the marker was written, if this vault wrote it."""
        try:
            count, proof = self._read()["erased"]
            is_ours = hmac.compare_digest(self._proof(count), bytes.fromhex(proof))
        except (KeyError, ValueError, TypeError, AttributeError, OverflowError):
            return None
        return count if is_ours else None

    def _read(self) -> Mapping[str, Any]:
        """Return the content of the marker, empty if it is missing or no JSON object."""
        try:
            content = self._path.read_bytes() if self._path.exists() else b""
        except OSError as failure:
            raise VaultError("vault_unreadable") from failure
        try:
            marker: object = json.loads(content)
        except (ValueError, RecursionError):
            return {}
        return cast("Mapping[str, Any]", marker) if isinstance(marker, dict) else {}

    def _proof(self, erased: int) -> bytes:
        count = erased.to_bytes(_COUNT_BYTES, "big")
        return LedgerKey.of(self._database).tag(_LABEL + count)
