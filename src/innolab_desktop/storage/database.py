"""The open database: one connection, nested transactions, bulk statements."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Final

import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy.exc import DatabaseError, IntegrityError, ProgrammingError

from innolab_desktop.domain.errors import FormatError, VaultError
from innolab_desktop.storage.connection import PAGE_BYTES, authorize
from innolab_desktop.storage.packed_keys import FIELD_BITS

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterator, Sequence

    from sqlalchemy import Connection, Engine

_CHUNK: Final = 500
_MAX_FIELDS: Final = (1 << FIELD_BITS) - 1


class Database:
    """A connection that one thread at a time uses."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._connection = engine.connect()
        self._depth = 0
        self._field_numbers: dict[str, int] = {}
        self._field_names: dict[int, str] = {}
        self._space_uids: dict[int, bytes] = {}
        self._after_commit: list[Callable[[], None]] = []

    @property
    def connection(self) -> Connection:
        """The connection; use it inside :meth:`transaction` only."""
        return self._connection

    @contextmanager
    def transaction(self) -> Generator[Connection]:
        """Commit at the end of the outermost block, undo everything after an exception.

        Raises:
            VaultError: the disk is full, cannot be written, or holds a damaged file.
        """
        if self._depth:
            yield self._connection
            return
        self._depth += 1
        try:
            with self._connection.begin():
                yield self._connection
        except (IntegrityError, ProgrammingError):
            self._forget()
            raise  # a mistake of the program
        except DatabaseError as failure:
            self._forget()
            raise VaultError(_reason(str(failure.orig))) from None
        except BaseException:
            self._forget()
            raise
        finally:
            self._depth -= 1
        calls, self._after_commit = self._after_commit, []
        for call in calls:
            call()

    def after_commit(self, call: Callable[[], None]) -> None:
        """Call *call* once, when the present transaction holds; never if it is undone."""
        self._after_commit.append(call)

    def _forget(self) -> None:
        """Forget what a transaction promised that was undone."""
        self.forget_numbers()
        self._after_commit.clear()

    def forget_numbers(self) -> None:
        """Read anew what numbers stand for: one was undone, or given up."""
        self._field_numbers.clear()
        self._space_uids.clear()

    def vault_id(self) -> bytes:
        """Return the id of the vault."""
        with self.transaction() as connection:
            return bytes(connection.exec_driver_sql("SELECT vault FROM owner").scalar_one())

    def space_uid(self, number: int) -> bytes:
        """Return the id of the space that *number* stands for."""
        if number not in self._space_uids:
            rows = self._connection.exec_driver_sql("SELECT id, uid FROM space")
            self._space_uids = {row.id: row.uid for row in rows}
        return self._space_uids[number]

    def run_many(self, sql: str, rows: Sequence[tuple[Any, ...]]) -> None:
        """Run *sql* once for each of *rows*, past SQLAlchemy's parameter handling.

        Where rows are many, bytes should come as ``bytearray``: the driver looks for an adapter of
        every ``bytes`` object, which takes longer than inserting it.
        """
        if rows:
            self._connection.exec_driver_sql(sql, list(rows))

    def select_in(self, sql: str, keys: Sequence[Any], *before: Any) -> Iterator[Any]:  # noqa: ANN401 - rows are as typed as SQL is
        """Yield rows of *sql*, whose ``IN (?)`` is asked for *keys* in portions."""
        for start in range(0, len(keys), _CHUNK):
            part = keys[start : start + _CHUNK]
            if type(part[0]) is bytes:
                part = [bytearray(key) for key in part]  # see run_many
            statement = sql.replace("(?)", f"({','.join('?' * len(part))})")
            yield from self._connection.exec_driver_sql(statement, (*before, *part)).all()

    def field_number(self, name: str) -> int:
        """Return the number that stands for a field name inside packed keys.

        Raises:
            FormatError: more names than there is room for; only a hostile bundle has them.
        """
        self._read_fields()
        number = self._field_numbers.get(name)
        if number is None:
            number = len(self._field_numbers) + 1
            if number > _MAX_FIELDS:
                raise FormatError("field_names_exhausted", limit=_MAX_FIELDS)
            self._connection.exec_driver_sql("INSERT INTO field VALUES (?, ?)", (number, name))
            self._field_numbers[name] = number
            self._field_names[number] = name
        return number

    def _read_fields(self) -> None:
        if not self._field_numbers:
            rows = self._connection.exec_driver_sql("SELECT name, id FROM field")
            self._field_numbers = {row.name: row.id for row in rows}
            self._field_names = {number: name for name, number in self._field_numbers.items()}

    def field_names(self) -> dict[int, str]:
        """Return the field names by number."""
        self._read_fields()
        return self._field_names

    @property
    def changes(self) -> int:
        """How many rows this connection changed so far."""
        driver: Any = self._connection.connection.driver_connection
        return int(driver.total_changes)

    @property
    def size_bytes(self) -> int:
        """How large the file is when everything is written into it."""
        with self.transaction() as connection:
            pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
            return int(pages) * PAGE_BYTES

    def write_anew(self) -> None:
        """Write the whole file anew, so that no page keeps what was deleted.

        Raises:
            VaultError: the disk is full or cannot be written; nothing changed.
        """
        driver: Any = self._connection.connection.driver_connection
        driver.set_authorizer(None)  # SQLite attaches a database of its own for this
        try:
            driver.execute("VACUUM").fetchall()
            driver.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        except sqlcipher.DatabaseError as failure:
            raise VaultError(_reason(str(failure))) from None
        finally:
            driver.set_authorizer(authorize)

    @property
    def is_closed(self) -> bool:
        """Whether :meth:`close` was called."""
        return self._connection.closed

    def empty_log(self) -> None:
        """Write everything from the write-ahead log into the file.

        Raises:
            VaultError: the disk is full or cannot be written; the log keeps what is in it.
        """
        driver: Any = self._connection.connection.driver_connection
        try:
            driver.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        except sqlcipher.DatabaseError as failure:
            raise VaultError(_reason(str(failure))) from None

    def close(self) -> None:
        """Empty the write-ahead log and close the connection.

        Raises:
            VaultError: the log cannot be emptied; the connection is closed all the same.
        """
        try:
            with self.transaction() as connection:
                connection.exec_driver_sql("SELECT 1")
            self.empty_log()
        finally:
            self._connection.close()
            self._engine.dispose()


def _reason(message: str) -> str:
    if "full" in message:
        return "vault_disk_full"
    is_damaged = "malformed" in message or "not a database" in message
    return "vault_damaged" if is_damaged else "vault_write_failed"
