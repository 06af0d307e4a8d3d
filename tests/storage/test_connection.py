"""The settings of the real file: in force, and not to be undone."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest
import sqlcipher3.dbapi2 as sqlcipher

from innolab_desktop.domain.errors import VaultError
from innolab_desktop.storage.connection import DatabaseKey, open_engine
from innolab_desktop.storage.database import Database

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

KEY, SALT = b"\x11" * 32, b"\x22" * 16
SECRETS = (KEY.hex(), SALT.hex(), KEY.hex().upper(), repr(KEY))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "vault.db"


@pytest.fixture
def database(path: Path) -> Iterator[Database]:
    opened = Database(open_engine(path, DatabaseKey(KEY, SALT)))
    with opened.transaction() as connection:
        connection.exec_driver_sql("CREATE TABLE t (x TEXT)")
    yield opened
    opened.close()


@pytest.fixture
def closed(path: Path) -> Path:
    opened = Database(open_engine(path, DatabaseKey(KEY, SALT)))
    with opened.transaction() as connection:
        connection.exec_driver_sql("CREATE TABLE t (x TEXT)")
        for number in range(200):
            connection.exec_driver_sql("INSERT INTO t VALUES (?)", (f"{number}" * 100,))
    opened.close()
    return path


def pragma(database: Database, name: str) -> Any:
    with database.transaction() as connection:
        return connection.exec_driver_sql(f"PRAGMA {name}").scalar()


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("journal_mode", "wal"),
        ("synchronous", 2),
        ("locking_mode", "exclusive"),
        ("foreign_keys", 1),
        ("secure_delete", 1),
        ("temp_store", 2),
        ("trusted_schema", 0),
        ("cell_size_check", 1),
        ("page_size", "4096"),
        ("cache_size", -64 * 1024),
    ],
)
def test_settings_are_in_force(database: Database, name: str, value: object) -> None:
    assert pragma(database, name) == value


def test_nothing_is_readable_in_the_file(database: Database, path: Path) -> None:
    with database.transaction() as connection:
        connection.exec_driver_sql("INSERT INTO t VALUES ('Kanarienvogel')")
    for file in path.parent.iterdir():
        content = file.read_bytes()
        assert b"SQLite format" not in content
        assert b"Kanarienvogel" not in content
        assert b"CREATE TABLE" not in content
    assert not path.with_name("vault.db-shm").exists()


def test_no_memory_is_shared_when_it_is_opened_again(closed: Path) -> None:
    again = Database(open_engine(closed, DatabaseKey(KEY, SALT)))
    with again.transaction() as connection:
        connection.exec_driver_sql("INSERT INTO t VALUES ('y')")
    assert not closed.with_name("vault.db-shm").exists()
    again.close()


CHILD = """
import sys
from pathlib import Path
from innolab_desktop.domain.errors import VaultError
from innolab_desktop.storage.connection import DatabaseKey, open_engine
try:
    open_engine(Path(sys.argv[1]), DatabaseKey(b"\\x11" * 32, b"\\x22" * 16)).connect()
except VaultError as failure:
    print(failure.code)
"""


def test_a_second_program_is_refused(database: Database, path: Path) -> None:
    del database
    answer = subprocess.run(  # noqa: S603 - this interpreter with a program from above
        [sys.executable, "-c", CHILD, str(path)], capture_output=True, text=True, check=False
    )
    assert answer.stdout.strip() == "vault_in_use", answer.stderr


@pytest.mark.parametrize(
    "statement",
    [
        "ATTACH ':memory:' AS other",
        "ATTACH '/tmp/leak.db' AS other KEY ''",
        "DETACH main",
        "SELECT load_extension('x')",
        "SELECT sqlcipher_export('main')",
        "PRAGMA key = 'x'",
        "PRAGMA rekey = 'x'",
        "PRAGMA ReKey = 'x'",
        "PRAGMA main.rekey = 'x'",
        "PRAGMA hexrekey = '00'",
        "PRAGMA writable_schema = ON",
        "PRAGMA WRITABLE_SCHEMA = ON",
        "PRAGMA cipher_plaintext_header_size = 32",
        "PRAGMA cipher_use_hmac = OFF",
        "PRAGMA cipher_migrate",
        "VACUUM INTO '/tmp/leak.db'",
    ],
)
def test_dangerous_statements_are_denied(database: Database, statement: str) -> None:
    driver: Any = database.connection.connection.driver_connection
    with pytest.raises(sqlcipher.DatabaseError):
        driver.execute(statement).fetchall()


def open_with(path: Path, key: bytes, salt: bytes = SALT) -> VaultError:
    with pytest.raises(VaultError) as failure:
        open_engine(path, DatabaseKey(key, salt)).connect()
    return failure.value


def test_a_wrong_key_is_refused_and_changes_nothing(closed: Path) -> None:
    before = closed.read_bytes()
    assert open_with(closed, b"\x12" * 32).code == "vault_damaged"
    assert closed.read_bytes() == before


def test_the_key_stands_in_no_text(closed: Path) -> None:
    key = DatabaseKey(KEY, SALT)
    wrong = open_with(closed, b"\x12" * 32)
    database = Database(open_engine(closed, key))
    with pytest.raises(VaultError) as failure, database.transaction() as connection:
        connection.exec_driver_sql("SELECT * FROM nothing WHERE x = ?", ("Geheimnis",))
    texts = [repr(key), str(key), repr(database), repr(database.connection.engine.url)]
    for error in (wrong, failure.value):
        texts += [str(error), repr(error), repr(error.__cause__), repr(error.params)]
    database.close()
    for text in texts:
        assert "Geheimnis" not in text
        assert not [secret for secret in SECRETS if secret in text]


def test_a_clear_database_is_refused_and_not_touched(path: Path) -> None:
    plain: Any = sqlcipher.connect(str(path))
    plain.execute("CREATE TABLE t (x)")
    plain.commit()
    plain.close()
    before = path.read_bytes()
    assert before.startswith(b"SQLite format 3")
    assert open_with(path, KEY).code == "vault_not_encrypted"
    assert path.read_bytes() == before


@pytest.mark.parametrize("content", [b"short", bytes(4096), b"\xff" * 10_000, b"PK\3\4" * 2000])
def test_damaged_files_are_named_so(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    assert open_with(path, KEY).code == "vault_damaged"
    assert path.read_bytes() == content


def test_one_flipped_byte_is_found(closed: Path) -> None:
    data = bytearray(closed.read_bytes())
    data[len(data) // 2] ^= 1
    closed.write_bytes(data)
    damaged = Database(open_engine(closed, DatabaseKey(KEY, SALT)))
    with pytest.raises(VaultError) as failure, damaged.transaction() as connection:
        connection.exec_driver_sql("SELECT sum(length(x)) FROM t").all()
    assert failure.value.code == "vault_damaged"
    damaged.close()
