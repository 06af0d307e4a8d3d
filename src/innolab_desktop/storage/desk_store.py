"""What stays on this device: drafts, waiting files, digests, settings."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

from innolab_desktop.domain.values import Value, as_value
from innolab_desktop.services.exchange_models import WaitingFile

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from innolab_desktop.storage.database import Database

EVERY_FIELD: Final = "*"
"""Stands for all fields of a record that is gone."""
KEEP_SETTING: Final = """
INSERT INTO setting VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value"""
_RECORD_DIGITS: Final = 32


class SqlDeskStore:
    """The local tables; nothing of them is ever sent."""

    def __init__(self, database: Database) -> None:
        self._database = database

    # --- drafts -----------------------------------------------------------------------------

    def draft(self, key: str) -> Mapping[str, Value] | None:
        """Return the autosaved values under *key*."""
        return self.drafts().get(key)

    def keep_draft(self, key: str, values: Mapping[str, Value]) -> None:
        """Autosave *values* under *key*."""
        content = json.dumps(dict(values), ensure_ascii=False)
        self._run(
            "INSERT INTO draft VALUES (?, ?) "
            "ON CONFLICT (key) DO UPDATE SET content = excluded.content",
            key,
            content,
        )

    def drop_draft(self, key: str) -> None:
        """Forget the draft under *key*."""
        self._run("DELETE FROM draft WHERE key = ?", key)

    def drafts(self) -> Mapping[str, Mapping[str, Value]]:
        """Return all drafts."""
        with self._database.transaction() as connection:
            rows = connection.exec_driver_sql("SELECT key, content FROM draft").all()
        return {
            row.key: {name: as_value(value) for name, value in json.loads(row.content).items()}
            for row in rows
        }

    # --- bundle files -----------------------------------------------------------------------

    def seen_digest(self, digest: bytes) -> bool:
        """Tell whether a file with this SHA-256 was applied."""
        with self._database.transaction() as connection:
            found = connection.exec_driver_sql("SELECT 1 FROM digest WHERE sha256 = ?", (digest,))
            return found.first() is not None

    def keep_digest(self, digest: bytes, at_ms: int) -> None:
        """Remember that a file with this SHA-256 was applied."""
        self._run("INSERT INTO digest VALUES (?, ?) ON CONFLICT DO NOTHING", digest, at_ms)

    def waiting(self) -> tuple[tuple[bytes, str, bytes], ...]:
        """Return waiting bundle files as (digest, code, content)."""
        with self._database.transaction() as connection:
            rows = connection.exec_driver_sql(
                "SELECT sha256, code, content FROM waiting ORDER BY at"
            ).all()
        return tuple((row.sha256, row.code, row.content) for row in rows)

    def keep_waiting(self, digest: bytes, code: str, content: bytes, at_ms: int) -> None:
        """Keep a bundle file that cannot be read yet."""
        self._run(
            "INSERT INTO waiting VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
            digest,
            code,
            content,
            at_ms,
        )

    def drop_waiting(self, digest: bytes) -> None:
        """Forget a waiting bundle file."""
        self._run("DELETE FROM waiting WHERE sha256 = ?", digest)

    def waiting_files(self) -> tuple[WaitingFile, ...]:
        """Return what is known of the waiting bundle files, the oldest first."""
        with self._database.transaction() as connection:
            rows = connection.exec_driver_sql(
                "SELECT sha256, code, length(content) AS size_bytes, at FROM waiting ORDER BY at"
            ).all()
        return tuple(WaitingFile(*row) for row in rows)

    def drop_held(self) -> int:
        """Forget commits that wait for earlier ones, and return how many; they are sent again."""
        with self._database.transaction() as connection:
            return connection.exec_driver_sql("DELETE FROM held").rowcount

    # --- settings ---------------------------------------------------------------------------

    def setting(self, name: str) -> str | None:
        """Return a local setting."""
        with self._database.transaction() as connection:
            return connection.exec_driver_sql(
                "SELECT value FROM setting WHERE name = ?", (name,)
            ).scalar()

    def keep_setting(self, name: str, value: str) -> None:
        """Change a local setting."""
        self._run(KEEP_SETTING, name, value)

    def _run(self, sql: str, *parameters: object) -> None:
        with self._database.transaction() as connection:
            connection.exec_driver_sql(sql, parameters)


def drop_from_drafts(database: Database, fields: Mapping[bytes, Collection[str]]) -> None:
    """Remove what was typed about erased records and fields and is kept.

    A draft goes whole if its key ends with the record, or with the field and the record; of any
    other, the entries go whose names end like this, and the erased fields of the record itself.
    """
    gone = {record.hex(): frozenset(names) for record, names in fields.items()}
    kept: list[tuple[str, str]] = []
    emptied: list[tuple[str]] = []
    for row in database.connection.exec_driver_sql("SELECT key, content FROM draft").all():
        content = json.loads(row.content)
        own = gone.get(row.key, frozenset())
        left = {k: v for k, v in content.items() if k not in own and not _is_about(k, gone)}
        if not left or _is_about(row.key, gone):
            emptied.append((row.key,))
        elif left != content:
            kept.append((json.dumps(left, ensure_ascii=False), row.key))
    database.run_many("DELETE FROM draft WHERE key = ?", emptied)
    database.run_many("UPDATE draft SET content = ? WHERE key = ?", kept)


def drop_settings_about(database: Database, records: Collection[bytes]) -> None:
    """Remove the local settings whose names end with one of *records*."""
    gone = {record.hex() for record in records}
    names = database.connection.exec_driver_sql("SELECT name FROM setting").scalars().all()
    database.run_many(
        "DELETE FROM setting WHERE name = ?",
        [(name,) for name in names if name[-_RECORD_DIGITS:] in gone],
    )


def _is_about(name: str, gone: Mapping[str, Collection[str]]) -> bool:
    """Tell whether a key, or a name inside a draft, ends with something that is gone."""
    before, _, record = name.rpartition(":")
    fields = gone.get(record, ())
    return EVERY_FIELD in fields or before.rpartition(":")[2] in fields
