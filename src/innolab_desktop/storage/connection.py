"""One connection to a SQLCipher file, with the settings that were measured to be safe.

The key goes in by PRAGMA and is proved by reading; it is never part of a URL or an error.
The exclusive lock makes the process the only one that has the vault open.

Source: ``docs/formats/vault.md``; settings and traps: ADR 0003.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy import create_engine, event
from sqlalchemy.pool import StaticPool

from innolab_desktop.domain.errors import VaultError

if TYPE_CHECKING:
    from pathlib import Path

    from sqlalchemy import Connection, Engine

PAGE_BYTES: Final = 4096
_CLEAR_HEADER: Final = b"SQLite format 3\0"
_BUSY_TIMEOUT_S: Final = 2
_CACHE_KIB: Final = 64 * 1024
_ALONE: Final = "locking_mode = EXCLUSIVE"
_SETTINGS: Final = (
    "journal_mode = WAL",
    "synchronous = FULL",
    "foreign_keys = ON",
    "secure_delete = ON",
    "temp_store = MEMORY",
    "trusted_schema = OFF",
    "cell_size_check = ON",
    "mmap_size = 0",
    "recursive_triggers = OFF",
    f"cache_size = -{_CACHE_KIB}",
)
_FULL: Final = 2
_FORBIDDEN_PRAGMAS: Final = ("key", "rekey", "hexkey", "hexrekey", "textkey", "textrekey", "cipher")
"""Beginnings of the names of pragmas that change the encryption."""
_CIPHER_CHECK: Final = "cipher_integrity_check"
"""The one pragma of the encryption that only reads."""
_FORBIDDEN_FUNCTIONS: Final = frozenset(("load_extension", "sqlcipher_export"))


class DatabaseKey:
    """The raw key and salt of a vault database; never shown."""

    __slots__ = ("_pragma", "salt")

    def __init__(self, key: bytes, salt: bytes) -> None:
        self.salt = salt
        self._pragma = f"PRAGMA key = \"x'{key.hex()}{salt.hex()}'\""

    def __repr__(self) -> str:
        return "DatabaseKey(…)"

    def unlock(self, connection: sqlcipher.Connection) -> None:
        """Give the key to a fresh connection and prove that it fits.

        Raises:
            VaultError: wrong key, or the file is damaged.
        """
        connection.execute("PRAGMA cipher_log_level = NONE")
        connection.execute(self._pragma)
        connection.execute(f"PRAGMA cipher_page_size = {PAGE_BYTES}")
        connection.execute("PRAGMA cipher_hmac_algorithm = HMAC_SHA256")
        try:
            connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        except sqlcipher.OperationalError as failure:
            raise VaultError(_locked_or(failure, "vault_damaged")) from None
        except sqlcipher.DatabaseError:
            raise VaultError("vault_damaged") from None


def open_engine(path: Path, key: DatabaseKey) -> Engine:
    """Return an engine with one keyed connection to *path*.

    Raises:
        VaultError: in use by another process, wrong key, damaged, or not encrypted.
    """
    engine = create_engine(
        "sqlite://",
        module=sqlcipher,
        creator=lambda: _connect(path, key),
        poolclass=StaticPool,
        hide_parameters=True,
    )

    def begin(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE")

    event.listen(engine, "begin", begin)
    return engine


def cipher_version() -> str:
    """Return the version of SQLCipher, and the cryptographic library it was built with."""
    connection = sqlcipher.connect(":memory:")
    try:
        version = connection.execute("PRAGMA cipher_version").fetchone()
        provider = connection.execute("PRAGMA cipher_provider_version").fetchone()
    finally:
        connection.close()
    return ", ".join(str(row[0]) for row in (version, provider) if row)


def _connect(path: Path, key: DatabaseKey) -> sqlcipher.Connection:
    _refuse_clear_text(path)
    try:
        connection = sqlcipher.connect(
            str(path), timeout=_BUSY_TIMEOUT_S, isolation_level=None, check_same_thread=False
        )
    except sqlcipher.OperationalError:
        raise VaultError("vault_unreadable") from None
    try:
        connection.execute(f"PRAGMA {_ALONE}")  # before the first read: no shared memory file
        key.unlock(connection)
        for setting in _SETTINGS:
            connection.execute(f"PRAGMA {setting}").fetchall()
        connection.execute("BEGIN IMMEDIATE")  # takes the exclusive lock now, not at the first save
        connection.execute("COMMIT")
        _check(connection)
    except sqlcipher.OperationalError as failure:
        connection.close()
        raise VaultError(_locked_or(failure, "vault_unreadable")) from None
    except BaseException:
        connection.close()
        raise
    connection.set_authorizer(authorize)
    return connection


def _refuse_clear_text(path: Path) -> None:
    """Never open a file that is not encrypted: a forgotten key would go unnoticed.

    Raises:
        VaultError: the file is a plain SQLite database.
    """
    if path.exists():
        with path.open("rb") as file:
            if file.read(len(_CLEAR_HEADER)) == _CLEAR_HEADER:
                raise VaultError("vault_not_encrypted")


def _check(connection: sqlcipher.Connection) -> None:
    """Refuse to work with settings that did not take: each guards against a loss.

    Raises:
        VaultError: a setting was ignored.
    """
    mode = connection.execute("PRAGMA journal_mode").fetchone()
    synchronous = connection.execute("PRAGMA synchronous").fetchone()
    cipher = connection.execute("PRAGMA cipher_version").fetchone()
    if mode != ("wal",) or synchronous != (_FULL,) or not cipher:
        raise VaultError("vault_settings_refused")


def authorize(action: int, first: str | None, second: str | None, *_: object) -> int:
    """Refuse statements that reach other files or change the encryption."""
    if action in (sqlcipher.SQLITE_ATTACH, sqlcipher.SQLITE_DETACH):
        return sqlcipher.SQLITE_DENY
    name = (first or "").lower()  # as it was typed
    is_forbidden = name.startswith(_FORBIDDEN_PRAGMAS) or name == "writable_schema"
    if action == sqlcipher.SQLITE_PRAGMA and is_forbidden and name != _CIPHER_CHECK:
        return sqlcipher.SQLITE_DENY
    if action == sqlcipher.SQLITE_FUNCTION and second in _FORBIDDEN_FUNCTIONS:
        return sqlcipher.SQLITE_DENY
    return sqlcipher.SQLITE_OK


def _locked_or(failure: Exception, otherwise: str) -> str:
    return "vault_in_use" if "locked" in str(failure) else otherwise
