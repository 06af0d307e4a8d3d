"""A vault of a newer version is refused, and not a byte of it is touched."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from innolab_desktop.domain.errors import VaultError
from innolab_desktop.storage import schema
from vaults import database_key, open_vault, raw_connection

if TYPE_CHECKING:
    from vaults import Pair


def content(folder: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_newer_schema_is_refused_and_nothing_is_touched(pair: Pair) -> None:
    connection = raw_connection(pair.anna / "vault.db", database_key(pair.anna))
    connection.execute(f"PRAGMA user_version = {schema.SCHEMA_VERSION + 1}")
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    connection.close()
    (pair.anna / "rekey").mkdir()
    (pair.anna / "rekey" / "vault.db").write_bytes(b"of the newer program")
    (pair.anna / ".il-later.tmp").write_bytes(b"as well")
    (pair.anna / "vault.json.bak").unlink()
    before = content(pair.anna)
    with pytest.raises(VaultError) as failure:
        open_vault(pair.anna)
    assert failure.value.code == "vault_too_new"
    assert content(pair.anna) == before


LEAVING_A_LOG = """
import os, sys
from pathlib import Path
from vaults import database_key, raw_connection
folder = Path(sys.argv[1])
connection = raw_connection(folder / "vault.db", database_key(folder))
connection.execute("PRAGMA locking_mode = EXCLUSIVE")
connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
connection.execute(f"PRAGMA user_version = {sys.argv[2]}")
connection.execute("CREATE TABLE of_the_newer_program (id INTEGER)")
os._exit(9)
"""


def leave_a_log(folder: Path, version: int) -> None:
    """Write *version* into the log of a vault and end like a program that was killed."""
    subprocess.run(  # noqa: S603 - this interpreter with the program above
        [sys.executable, "-c", LEAVING_A_LOG, str(folder), str(version)],
        check=False,
        timeout=60,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    )
    assert (folder / "vault.db-wal").stat().st_size > 0


def test_a_log_that_was_left_is_read_under_a_relative_name_too(
    pair: Pair, monkeypatch: pytest.MonkeyPatch
) -> None:
    leave_a_log(pair.anna, schema.SCHEMA_VERSION)
    monkeypatch.chdir(pair.anna.parent)
    open_vault(Path(pair.anna.name)).close()


def test_a_newer_schema_that_stands_in_the_log_alone_is_refused_and_nothing_is_touched(
    pair: Pair,
) -> None:
    leave_a_log(pair.anna, schema.SCHEMA_VERSION + 1)
    before = content(pair.anna)
    with pytest.raises(VaultError) as failure:
        open_vault(pair.anna)
    assert failure.value.code == "vault_too_new"
    assert content(pair.anna) == before


def test_a_log_of_this_version_is_taken_in(pair: Pair) -> None:
    leave_a_log(pair.anna, schema.SCHEMA_VERSION)
    session = open_vault(pair.anna)
    assert not session.vault.was_clean
    assert session.records.open(pair.mission).values["title"] == "Öffnungszeiten"
    session.close()
    assert not list(pair.anna.glob("*-wal"))
    connection = raw_connection(pair.anna / "vault.db", database_key(pair.anna))
    assert connection.execute("SELECT count(*) FROM of_the_newer_program").fetchone() == (0,)
    connection.close()


def test_where_nobody_can_look_without_touching_the_newer_vault_is_refused_all_the_same(
    pair: Pair, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_second_names(source: Path, target: Path) -> None:
        raise PermissionError(1, "Operation not permitted", str(source), None, str(target))

    leave_a_log(pair.anna, schema.SCHEMA_VERSION + 1)
    with monkeypatch.context() as patch:
        patch.setattr(os, "link", no_second_names)
        with pytest.raises(VaultError) as failure:
            open_vault(pair.anna)
    assert failure.value.code == "vault_too_new"
    assert not list(pair.anna.glob(".il-*"))
