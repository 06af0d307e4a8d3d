"""The part of sqlcipher3 that the application uses (the package carries no types)."""

from collections.abc import Callable
from typing import Any

SQLITE_OK: int
SQLITE_DENY: int
SQLITE_ATTACH: int
SQLITE_DETACH: int
SQLITE_PRAGMA: int
SQLITE_FUNCTION: int
sqlite_version: str

class DatabaseError(Exception): ...
class OperationalError(DatabaseError): ...

class Cursor:
    def fetchone(self) -> tuple[Any, ...] | None: ...
    def fetchall(self) -> list[tuple[Any, ...]]: ...

class Connection:
    def execute(self, sql: str, parameters: tuple[object, ...] = ...) -> Cursor: ...
    def executemany(self, sql: str, parameters: object) -> Cursor: ...
    def set_authorizer(self, callback: Callable[..., int]) -> None: ...
    def backup(self, target: Connection, *, pages: int = ...) -> None: ...
    def close(self) -> None: ...

def connect(
    database: str,
    timeout: float = ...,
    isolation_level: str | None = ...,
    check_same_thread: bool = ...,
    *,
    uri: bool = ...,
) -> Connection: ...
