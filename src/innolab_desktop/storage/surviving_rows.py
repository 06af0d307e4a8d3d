"""Copies the rows of a damaged database that can still be read, one by one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import sqlcipher3.dbapi2 as sqlcipher

from innolab_desktop.domain.errors import VaultError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from innolab_desktop.storage.connection import DatabaseKey

_MAX_ROWID: Final = 2**63 - 1
_AT_ONCE: Final = 500


class SurvivingRows:
    """A damaged database, opened anew after every error.

    Args:
        path: a copy of the damaged file; its write-ahead log beside it is played in.
        key: of the vault.
    """

    def __init__(self, path: Path, key: DatabaseKey) -> None:
        self._path = path
        self._key = key

    def rows(self, table: str, columns: Sequence[str]) -> Iterator[tuple[Any, ...]]:
        """Yield the rows of *table* that can be read; nothing if none can."""
        names = ", ".join(f'"{name}"' for name in columns)
        sql = f'SELECT rowid, {names} FROM "{table}" WHERE rowid > ? ORDER BY rowid LIMIT ?'  # noqa: S608 - names from the schema
        last, jump, at_once = -1, 0, _AT_ONCE
        while last + jump < _MAX_ROWID:
            found = self._portion(sql, (last + jump, at_once))
            if found is None:
                # one by one up to the damage, then over it in ever longer jumps
                jump = 0 if at_once > 1 else max(1, jump * 2)
                at_once = 1
                continue
            for row in found:
                yield row[1:]
            if len(found) < at_once:
                return
            last, jump = found[-1][0], 0

    def _portion(self, sql: str, parameters: tuple[int, int]) -> list[tuple[Any, ...]] | None:
        connection = sqlcipher.connect(str(self._path), isolation_level=None)
        try:
            self._key.unlock(connection)
            return connection.execute(sql, parameters).fetchall()
        except (sqlcipher.DatabaseError, VaultError):
            return None
        finally:
            connection.close()
