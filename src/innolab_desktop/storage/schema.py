"""The tables of the vault database and their versions.

Integers inside, 16-byte ids at the borders: rows of a log lie together, rows of a record lie
together, records of a space lie together. That order, not indexes, makes imports fast (ADR 0003).

Keys are packed integers:

* ``entry.id``: log (20 bits) | seq (28) | branch (4)
* ``record.id``: space (19) | number (24)
* ``cell.id``: record (43) | field (12) | head (8); ``text.id``: record | field
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sqlalchemy import (
    BigInteger,
    Column,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    PrimaryKeyConstraint,
    Table,
    Text,
)
from sqlalchemy import text as sql_text

from innolab_desktop.domain.errors import VaultError
from innolab_desktop.storage import search_index

if TYPE_CHECKING:
    from sqlalchemy import Connection

SCHEMA_VERSION: Final = 1

metadata = MetaData()


def _key(name: str = "id") -> Column[int]:
    # SQLite clusters rows by an INTEGER PRIMARY KEY; PostgreSQL needs 64 bits for it.
    return Column(
        name, BigInteger().with_variant(Integer(), "sqlite"), primary_key=True, autoincrement=False
    )


owner = Table(
    "owner",
    metadata,
    _key(),
    Column("vault", LargeBinary, nullable=False),
    Column("card", LargeBinary, nullable=False),
    Column("digits", Text, nullable=False),
    Column("secret", LargeBinary, nullable=False),
)
retired_key = Table(
    "retired_key",
    metadata,
    Column("alias", LargeBinary, primary_key=True),
    Column("secret", LargeBinary, nullable=False),
    Column("until_ms", BigInteger, nullable=False),
)
space = Table(
    "space",
    metadata,
    _key(),
    Column("uid", LargeBinary, nullable=False, unique=True),
    Column("type", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("founder", LargeBinary, nullable=False),
    Column("own_log", LargeBinary),
)
member = Table(
    "member",
    metadata,
    Column("space", Integer, nullable=False),
    Column("device", LargeBinary, nullable=False),
    Column("person", LargeBinary, nullable=False),
    Column("role", Text, nullable=False),
    Column("is_current", Integer, nullable=False, server_default="1"),
    PrimaryKeyConstraint("space", "device"),
)
membership = Table(
    "membership",
    metadata,
    Column("space", Integer, nullable=False),
    Column("op", LargeBinary, nullable=False),
    Column("kind", Text, nullable=False),
    Column("author", LargeBinary, nullable=False),
    Column("log", LargeBinary, nullable=False),
    Column("seq", Integer, nullable=False),
    Column("commit_id", LargeBinary, nullable=False),
    Column("device", LargeBinary, nullable=False),
    Column("person", LargeBinary, nullable=False),
    Column("role", Text, nullable=False),
    Column("cut", LargeBinary, nullable=False),
    Column("preds", LargeBinary, nullable=False),
    PrimaryKeyConstraint("space", "op"),
)
quarantine = Table(
    "quarantine",
    metadata,
    _key("entry"),
    Column("space", Integer, nullable=False),
)
card = Table(
    "card",
    metadata,
    Column("device", LargeBinary, primary_key=True),
    Column("person", LargeBinary, nullable=False),
    Column("body", LargeBinary, nullable=False),
    Column("digits", Text, nullable=False),
    Column("is_introduced", Integer, nullable=False),
    Column("verified_ms", BigInteger, nullable=False, server_default="0"),
)
log = Table(
    "log",
    metadata,
    _key(),
    Column("uid", LargeBinary, nullable=False, unique=True),
    Column("space", Integer, nullable=False),
    Column("device", LargeBinary, nullable=False),
    Column("incarnation", LargeBinary, nullable=False),
    Column("is_forked", Integer, nullable=False, server_default="0"),
    Column("last_seq", Integer, nullable=False, server_default="0"),
    Column("last_commit", LargeBinary),
    Index("log_space", "space"),
)
entry = Table(
    "entry",
    metadata,
    _key(),
    Column("commit_id", LargeBinary, nullable=False),
    Column("at", BigInteger, nullable=False),
    Column("raw", LargeBinary, nullable=False),
)
gap = Table("gap", metadata, Column("commit_id", LargeBinary, primary_key=True))
held = Table(
    "held",
    metadata,
    Column("commit_id", LargeBinary, primary_key=True),
    Column("log", LargeBinary, nullable=False),
    Column("space", LargeBinary, nullable=False),
    Column("raw", LargeBinary, nullable=False),
    Index("held_log", "log"),
)
signed_tip = Table(
    "signed_tip",
    metadata,
    Column("log", LargeBinary, nullable=False),
    Column("seq", Integer, nullable=False),
    Column("commit_id", LargeBinary, nullable=False),
    Column("raw", LargeBinary, nullable=False),
    PrimaryKeyConstraint("log", "commit_id"),
)
acknowledged = Table(
    "acknowledged",
    metadata,
    Column("device", LargeBinary, nullable=False),
    Column("space", Integer, nullable=False),
    Column("log", LargeBinary, nullable=False),
    Column("seq", Integer, nullable=False),
    Column("commit_id", LargeBinary, nullable=False),
    PrimaryKeyConstraint("device", "space", "log", "commit_id"),
)
erased = Table(
    "erased",
    metadata,
    Column("op", LargeBinary, primary_key=True),
    Column("is_named", Integer, nullable=False),
    Column("space", Integer),
    Column("record", LargeBinary),
    Column("writer", LargeBinary),
    Index("erased_unnamed", "space", sqlite_where=sql_text("is_named = 0")),
)
erasure_claim = Table(
    "erasure_claim",
    metadata,
    Column("op", LargeBinary, nullable=False),
    Column("author", LargeBinary, nullable=False),
    Column("space", Integer, nullable=False),
    Column("source", BigInteger, nullable=False),
    Column("record", LargeBinary),
    Column("reason", Text, nullable=False),
    PrimaryKeyConstraint("op", "author", "space"),
    sqlite_with_rowid=False,
)
erasure = Table(
    "erasure",
    metadata,
    _key("source"),
    Column("space", Integer, nullable=False),
    Column("record", LargeBinary),
    Column("kind", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("operations", Integer, nullable=False),
    Column("fields", Integer, nullable=False),
    Column("is_whole", Integer, nullable=False),
)
replaced = Table(
    "replaced",
    metadata,
    Column("space", Integer, nullable=False),
    Column("op", LargeBinary, nullable=False),
    PrimaryKeyConstraint("space", "op"),
    sqlite_with_rowid=False,
)
record = Table(
    "record",
    metadata,
    _key(),
    Column("uid", LargeBinary, nullable=False, unique=True),
    Column("kind", Text, nullable=False),
    Column("form_version", Integer, nullable=False),
    Column("parent", LargeBinary),
    Column("origin", LargeBinary),
    Column("sort_order", Text, nullable=False),
    Column("title", Text, nullable=False),
    Column("sort_title", Text, nullable=False),
    Column("status", Text, nullable=False),
    Column("created", BigInteger, nullable=False),
    Column("changed", BigInteger, nullable=False),
    Column("is_deleted", Integer, nullable=False),
    Column("has_conflict", Integer, nullable=False),
    Column("is_merged", Integer, nullable=False),
    Index("record_kind_changed", "kind", "is_deleted", "changed"),
    Index("record_parent", "parent", sqlite_where=sql_text("parent IS NOT NULL")),
    Index("record_origin", "origin", sqlite_where=sql_text("origin IS NOT NULL")),
    Index("record_conflict", "id", sqlite_where=sql_text("has_conflict = 1")),
    Index("record_merged", "id", sqlite_where=sql_text("is_merged = 1")),
)
field = Table("field", metadata, _key(), Column("name", Text, nullable=False, unique=True))
cell = Table(
    "cell",
    metadata,
    _key(),
    Column("source", BigInteger, nullable=False),
    Column("op", LargeBinary, nullable=False),
    Column("value", Text, nullable=False),
)
text = Table(
    "text",
    metadata,
    _key(),
    Column("generation", Integer, nullable=False),
    Column("state", LargeBinary, nullable=False),
)
touched = Table(
    "touched",
    metadata,
    Column("record", BigInteger, nullable=False),
    Column("entry", BigInteger, nullable=False),
    PrimaryKeyConstraint("record", "entry"),
    sqlite_with_rowid=False,
)
tag = Table(
    "tag",
    metadata,
    Column("record", BigInteger, nullable=False),
    Column("folded", Text, nullable=False),
    Column("word", Text, nullable=False),
    PrimaryKeyConstraint("record", "folded"),
    Index("tag_folded", "folded"),
    sqlite_with_rowid=False,
)
unread = Table(
    "unread",
    metadata,
    _key("entry"),
    Column("space", Integer, nullable=False),
    Column("record", LargeBinary),
    Index("unread_record", "record"),
)
draft = Table("draft", metadata, Column("key", Text, primary_key=True), Column("content", Text))
digest = Table(
    "digest", metadata, Column("sha256", LargeBinary, primary_key=True), Column("at", BigInteger)
)
waiting = Table(
    "waiting",
    metadata,
    Column("sha256", LargeBinary, primary_key=True),
    Column("code", Text, nullable=False),
    Column("content", LargeBinary, nullable=False),
    Column("at", BigInteger, nullable=False),
)
sent = Table(
    "sent",
    metadata,
    _key(),
    Column("at", BigInteger, nullable=False),
    Column("space", LargeBinary, nullable=False),
    Column("recipients", LargeBinary, nullable=False),
    Column("commits", Integer, nullable=False),
    Column("file_name", Text, nullable=False),
    Column("ends", LargeBinary, nullable=False),
    Index("sent_space", "space"),
)
key_event = Table(
    "key_event",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("at", BigInteger, nullable=False),
    Column("what", Text, nullable=False),
    Column("slot", Text, nullable=False),
    Column("detail", Text, nullable=False, server_default=""),
)
notice = Table(
    "notice",
    metadata,
    _key(),
    Column("at", BigInteger, nullable=False),
    Column("code", Text, nullable=False),
    Column("device", LargeBinary, nullable=False),
    Column("place", LargeBinary, nullable=False),
    Column("is_seen", Integer, nullable=False),
)
owed_receipt = Table(
    "owed_receipt",
    metadata,
    Column("space", LargeBinary, nullable=False),
    Column("device", LargeBinary, nullable=False),
    Column("since", BigInteger, nullable=False),
    Column("is_asked", Integer, nullable=False),
    PrimaryKeyConstraint("space", "device"),
)
import_report = Table(
    "import_report",
    metadata,
    _key(),
    Column("at", BigInteger, nullable=False),
    Column("summary", Text, nullable=False),
)
import_report_record = Table(
    "import_report_record",
    metadata,
    Column("report", Integer, nullable=False),
    Column("place", Integer, nullable=False),
    Column("record", LargeBinary, nullable=False),
    Column("content", Text, nullable=False),
    PrimaryKeyConstraint("report", "place"),
    Index("import_report_record_record", "record"),
)
setting = Table("setting", metadata, Column("name", Text, primary_key=True), Column("value", Text))


def create(connection: Connection) -> None:
    """Create all tables of the current version."""
    metadata.create_all(connection)
    search_index.create(connection)
    connection.exec_driver_sql(f"PRAGMA user_version = {SCHEMA_VERSION}")


def version_of(connection: Connection) -> int:
    """Return the version of a vault's tables.

    Raises:
        VaultError: the vault was written by a newer version; nothing was touched.
    """
    found = int(connection.exec_driver_sql("PRAGMA user_version").scalar_one())
    check_version(found)
    return found


def check_version(found: int) -> None:
    """Refuse tables of a version that is newer than this program.

    Raises:
        VaultError: they are.
    """
    if found > SCHEMA_VERSION:
        raise VaultError("vault_too_new", found=found, supported=SCHEMA_VERSION)


def migrate(connection: Connection, found: int) -> None:
    """Bring the tables from version *found* to the current one, step by step."""
    for version in range(found + 1, SCHEMA_VERSION + 1):
        for statement in MIGRATIONS[version]:
            connection.exec_driver_sql(statement)
        connection.exec_driver_sql(f"PRAGMA user_version = {version}")


MIGRATIONS: Final[dict[int, tuple[str, ...]]] = {}
"""Statements that bring a vault to the version in the key, from the one before."""
