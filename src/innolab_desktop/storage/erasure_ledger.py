"""The erasure ledger: ids of everything that was erased, in a file beside the database.

A backup that is put back does not know what was erased since; the ledger does. Each line is an id
and a proof that this vault wrote it, so that nobody can have something erased by writing a line.
Lines that are cut, altered or foreign are left out. The key of the proofs lies in the database and
in all its copies: also a backup from before the database got another key can read the ledger.

Source: ``docs/formats/vault.md``, section vault.erased.
"""

from __future__ import annotations

import hmac
import os
import secrets
from typing import TYPE_CHECKING, Final

from innolab_desktop import atomic_file
from innolab_desktop.domain.errors import VaultError
from innolab_desktop.journal.erasure_marks import is_space
from innolab_desktop.journal.operations import OP_ID_BYTES

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from innolab_desktop.storage.database import Database

LEDGER_NAME: Final = "vault.erased"
CLEANED_NAME: Final = "backup.erased"
"""What is erased in a backup. It has another name than the vault's ledger: who puts a backup back
by copying its folder must not overwrite a newer one."""
_LABEL: Final = b"INNOLAB-erased-1\0"
_KEY_SETTING: Final = "ledger_key"
_KEY_BYTES: Final = 32
_TAG_BYTES: Final = 16


class LedgerKey:
    """Proves that this vault wrote something beside its database; never shown."""

    __slots__ = ("_secret",)

    def __init__(self, secret: bytes) -> None:
        self._secret = secret

    def __repr__(self) -> str:
        return "LedgerKey(…)"

    @classmethod
    def of(cls, database: Database) -> LedgerKey:
        """Return the key that *database* holds; the first time, it is made."""
        with database.transaction() as connection:
            found: str | None = connection.exec_driver_sql(
                "SELECT value FROM setting WHERE name = ?", (_KEY_SETTING,)
            ).scalar()
            if found is None:
                found = secrets.token_hex(_KEY_BYTES)
                connection.exec_driver_sql(
                    "INSERT INTO setting VALUES (?, ?)", (_KEY_SETTING, found)
                )
        return cls(bytes.fromhex(found))

    def tag(self, data: bytes) -> bytes:
        """Return a proof that whoever wrote *data* had the key: HMAC-SHA256, 16 bytes."""
        return hmac.digest(self._secret, data, "sha256")[:_TAG_BYTES]


class ErasureLedger:
    """The ledger of one vault.

    Args:
        path: the file; need not exist.
        key: proves each line.
    """

    def __init__(self, path: Path, key: LedgerKey) -> None:
        self._path = path
        self._key = key

    def read(self, *, mends: bool = True) -> frozenset[bytes]:
        """Return the ids in the file; a damaged file is written anew without the damage.

        Args:
            mends: false where nothing may be written.

        Raises:
            VaultError: the file is there and cannot be read or mended.
        """
        try:
            content = self._path.read_bytes() if self._path.exists() else b""
        except OSError as failure:
            raise VaultError("vault_unreadable") from failure
        lines = content.split(b"\n")
        found = frozenset(op for line in lines if (op := self._proved(line)) is not None)
        is_whole = lines[-1] == b"" and all(self._proved(line) for line in lines[:-1])
        if mends and not is_whole:
            self.replace(found)
        return found

    def add(self, ops: Iterable[bytes]) -> None:
        """Add ids, and return when they are on the disk.

        Raises:
            VaultError: they cannot be written.
        """
        try:
            with self._path.open("ab") as file:
                file.write(self._lines(ops))
                file.flush()
                os.fsync(file.fileno())
        except OSError as failure:
            raise VaultError("erasure_ledger_unwritable") from failure

    def replace(self, ops: Iterable[bytes]) -> None:
        """Let the file hold these ids alone.

        Raises:
            VaultError: it cannot be written.
        """
        try:
            atomic_file.write(self._path, self._lines(ops))
        except OSError as failure:
            raise VaultError("erasure_ledger_unwritable") from failure

    def _lines(self, ops: Iterable[bytes]) -> bytes:
        lines = (f"{op.hex()} {self._tag(op).hex()}\n" for op in sorted(ops))
        return "".join(lines).encode()

    def _proved(self, line: bytes) -> bytes | None:
        op, _, tag = line.partition(b" ")
        try:
            found, given = bytes.fromhex(op.decode()), bytes.fromhex(tag.decode())
        except ValueError:
            return None
        is_id = len(found) == OP_ID_BYTES or is_space(found)
        is_ours = is_id and hmac.compare_digest(given, self._tag(found))
        return found if is_ours else None

    def _tag(self, op: bytes) -> bytes:
        return self._key.tag(_LABEL + op)
