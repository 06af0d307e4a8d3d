"""Older vaults are brought up to date at once or not at all; newer commits wait for the update."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from innolab_desktop.domain.errors import VaultError
from innolab_desktop.journal import commit as commits
from innolab_desktop.services.changes import NoProgress
from innolab_desktop.storage import schema
from protocol.histories import template
from protocol.world import Post
from vaults import database_key, open_vault, raw_connection

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
        with pytest.raises(VaultError):
            open_vault(pair.anna)
    assert user_version(pair.anna) == before
    session = open_vault(pair.anna)
    assert session.records.open(pair.mission).values["title"] == "Öffnungszeiten"
    session.close()


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
