"""Older vaults are brought up to date at once or not at all; newer commits wait for the update."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest

from innolab_desktop.domain.errors import VaultError
from innolab_desktop.journal import commit as commits
from innolab_desktop.services.changes import NoProgress
from innolab_desktop.storage import schema
from protocol.histories import template
from protocol.world import Post
from vaults import PASSPHRASE, database_key, open_vault, raw_connection

if TYPE_CHECKING:
    from pathlib import Path

    from vaults import Pair


def plan(monkeypatch: pytest.MonkeyPatch, *statements: str) -> None:
    """Let the next version of the tables be made by *statements*."""
    version = schema.SCHEMA_VERSION + 1
    monkeypatch.setitem(schema.MIGRATIONS, version, statements)
    monkeypatch.setattr(schema, "SCHEMA_VERSION", version)


def user_version(folder: Path) -> Any:
    connection = raw_connection(folder / "vault.db", database_key(folder))
    found = connection.execute("PRAGMA user_version").fetchone()
    connection.close()
    return found and found[0]


def test_an_older_vault_is_migrated_after_a_backup(
    pair: Pair, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = user_version(pair.anna)
    plan(monkeypatch, "ALTER TABLE draft ADD COLUMN note TEXT")
    session = open_vault(pair.anna)
    title = session.records.open(pair.mission).values["title"]
    session.close()
    assert title == "Öffnungszeiten"
    assert user_version(pair.anna) == before + 1
    (backup,) = (path for path in (pair.anna / "backups").iterdir() if "migration" in path.name)
    assert (backup / "vault.db").stat().st_size > 0


def test_a_failed_migration_leaves_the_old_version(
    pair: Pair, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = user_version(pair.anna)
    with monkeypatch.context() as patch:
        plan(patch, "ALTER TABLE draft ADD COLUMN note TEXT", "DROP TABLE does_not_exist")
        with pytest.raises(VaultError) as failure:
            open_vault(pair.anna)
        assert failure.value.code == "vault_migration_failed"
    assert user_version(pair.anna) == before
    session = open_vault(pair.anna)
    assert session.records.open(pair.mission).values["title"] == "Öffnungszeiten"
    session.close()


KILLING = """
import os, shutil, sys
from pathlib import Path
import sqlcipher3.dbapi2 as sqlcipher
from innolab_desktop import bootstrap
from innolab_desktop.storage import schema
from vaults import database_key
vault, phrase, record, step_width = Path(sys.argv[1]), sys.argv[2], sys.argv[3], int(sys.argv[4])
schema.SCHEMA_VERSION += 1
schema.MIGRATIONS[schema.SCHEMA_VERSION] = (
    "ALTER TABLE draft ADD COLUMN note TEXT",
    "CREATE TABLE added (id INTEGER PRIMARY KEY)",
    "INSERT INTO added SELECT id FROM record",
)
connect = sqlcipher.connect

def migrate(folder, left):
    def count(_statement):
        nonlocal left
        left -= 1
        if left == 0:
            os._exit(9)
    def watched(*arguments, **options):
        connection = connect(*arguments, **options)
        connection.set_trace_callback(count)
        return connection
    sqlcipher.connect = watched
    bootstrap.open_vault(folder, phrase)
    os._exit(0)

for step in range(1, 100_000, step_width):
    folder = vault.with_name(f"run{step}")
    shutil.copytree(vault, folder)
    child = os.fork()
    if child == 0:
        migrate(folder, step)
    code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    opened = database_key(folder)
    connection = connect(str(folder / "vault.db"), isolation_level=None)
    opened.unlock(connection)
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    names = {name for (name,) in connection.execute("SELECT name FROM sqlite_master")}
    columns = [row[1] for row in connection.execute("PRAGMA table_info(draft)")]
    connection.close()
    session = bootstrap.open_vault(folder, phrase)
    title = session.records.open(bytes.fromhex(record)).values["title"]
    session.vault.journal.verify()
    session.close()
    print(code, version, "added" in names, "note" in columns, title)
    shutil.rmtree(folder)
    if code == 0:
        break
"""


def test_killed_at_any_statement_a_migration_leaves_the_old_or_the_new_version(pair: Pair) -> None:
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    ended = subprocess.run(  # noqa: S603 - this interpreter with the program above
        [sys.executable, "-c", KILLING, str(pair.anna), PASSPHRASE, pair.mission.hex(), "19"],
        check=False,
        capture_output=True,
        text=True,
        timeout=300,
        env=environment,
    )
    outcomes = [tuple(line.split()) for line in ended.stdout.splitlines()]
    assert outcomes, ended.stderr
    assert outcomes[-1][0] == "0"
    old, new = str(schema.SCHEMA_VERSION), str(schema.SCHEMA_VERSION + 1)
    states = {outcome[1:] for outcome in outcomes}
    assert states == {
        (old, "False", "False", "Öffnungszeiten"),
        (new, "True", "True", "Öffnungszeiten"),
    }


def test_a_commit_of_a_newer_version_is_kept_forwarded_and_read_after_the_update(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    base = template()
    space, record = base.spaces["coordination"], base.records["coordination"]
    newer, older, third = (base.devices[name].fork() for name in "ABK")
    post = Post()
    for device in (newer, older, third):
        device.post = device.files._post = post
    with monkeypatch.context() as patch:
        patch.setattr(commits, "SCHEMA_VERSION", 2)
        patch.setattr(commits, "WRITTEN_SCHEMA", 2)
        newer.records.save(record, {"title": "aus der Zukunft"})
        mail = newer.send(space, older)
    assert older.receive(mail).status == "applied"
    assert older.records.open(record).values["title"] == "Mission coordination"
    third.receive(older.send(space, third))
    assert newer.commit_ids() & third.commit_ids() >= older.commit_ids() & third.commit_ids()
    with monkeypatch.context() as patch:
        patch.setattr(commits, "SCHEMA_VERSION", 2)
        third.vault.journal.rebuild(NoProgress())
        assert third.records.open(record).values["title"] == "aus der Zukunft"
