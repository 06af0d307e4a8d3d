"""The head marker: the newest own commits in a file beside the database, to notice a restored one.

Source: ``docs/formats/vault.md``, section vault.head.
"""

from __future__ import annotations

import base64
import json
from typing import TYPE_CHECKING, Final

from innolab_desktop import atomic_file
from innolab_desktop.domain.errors import VaultError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from innolab_desktop.storage.database import Database

HEAD_NAME: Final = "vault.head"
RESTORED: Final = "restored"
"""A local setting: this database was put back from a backup and was not opened since."""

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
        """Write the newest own commits beside the database, unless they stand there already.

        So a vault that was only read can be closed where nothing can be written any more.

        Raises:
            VaultError: the folder cannot be written.
        """
        with self._database.transaction() as connection:
            rows = connection.exec_driver_sql(_OWN_LOGS).all()
        logs = {row.uid.hex(): [row.last_seq, row.last_commit.hex()] for row in rows}
        marker = {"format": 1, "vault_id": base64.b64encode(vault_id).decode(), "logs": logs}
        content = json.dumps(marker, sort_keys=True).encode()
        try:
            if not self._path.exists() or self._path.read_bytes() != content:
                atomic_file.write(self._path, content)
        except OSError as failure:
            raise VaultError("vault_head_unwritable") from failure

    def begin_anew_if_put_back(self) -> bool:
        """Begin new incarnations if the database was put back or is older than the marker.

        Returns:
            Whether it was so.

        Raises:
            VaultError: the marker cannot be read.
        """
        marked = self._read()
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

    def _read(self) -> Mapping[bytes, int]:
        try:
            if not self._path.exists():
                return {}
            marker = json.loads(self._path.read_bytes())
            return {bytes.fromhex(uid): int(tip[0]) for uid, tip in marker["logs"].items()}
        except OSError as failure:
            raise VaultError("vault_unreadable") from failure
        except (ValueError, KeyError, TypeError, IndexError, AttributeError, RecursionError):
            self._path.replace(self._path.with_suffix(".head.bad"))
            return {}
