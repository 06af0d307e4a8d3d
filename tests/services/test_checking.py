"""The deep check: due every week and after an unclean end, remembered, and it finds damage."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from innolab_desktop.domain.errors import Cancelled, VaultError
from innolab_desktop.services.backing_up import DAY_MS
from innolab_desktop.services.changes import CancelToken, NoProgress
from innolab_desktop.services.checking import Checking
from innolab_desktop.storage.integrity import check_quickly
from services.test_backing_up import Clock
from vaults import PASSPHRASE, database_key, open_vault, raw_connection

if TYPE_CHECKING:
    from pathlib import Path

    from vaults import Pair

NOTHING = (NoProgress(), CancelToken())
PAGE = 4096


def test_due_every_week(pair: Pair) -> None:
    anna = open_vault(pair.anna)
    clock = Clock(50 * DAY_MS)
    checking = Checking(anna.vault, clock)
    assert checking.is_due()
    assert checking.last().at_ms == 0
    counts = checking.check(*NOTHING)
    assert counts == anna.vault.records.counts()
    assert (checking.last().at_ms, checking.last().code) == (clock.ms, "")
    clock.ms += 7 * DAY_MS - 1
    assert not checking.is_due()
    clock.ms += 1
    assert checking.is_due()
    anna.close()


KILLED = """
import os, sys
from pathlib import Path
from innolab_desktop import bootstrap
session = bootstrap.open_vault(Path(sys.argv[1]), sys.argv[2])
session.records.new("tandem_note", {"title": "vor dem Stromausfall"})
os._exit(9)
"""


def test_due_after_an_unclean_end(pair: Pair) -> None:
    anna = open_vault(pair.anna)
    anna.safekeeping.checking.check(*NOTHING)
    anna.close()
    command = [sys.executable, "-c", KILLED, str(pair.anna), PASSPHRASE]
    assert subprocess.run(command, check=False).returncode == 9  # noqa: S603 - from above
    anna = open_vault(pair.anna)
    assert anna.safekeeping.checking.is_due()
    anna.safekeeping.checking.check(*NOTHING)
    assert not anna.safekeeping.checking.is_due()
    anna.close()
    anna = open_vault(pair.anna)
    assert not anna.safekeeping.checking.is_due()
    anna.close()


def test_a_cancelled_check_is_none(pair: Pair) -> None:
    anna = open_vault(pair.anna)
    cancel = CancelToken()
    cancel.cancel()
    with pytest.raises(Cancelled):
        anna.safekeeping.checking.check(NoProgress(), cancel)
    assert anna.safekeeping.checking.last().at_ms == 0
    anna.close()


def test_a_changed_chain_is_found_and_remembered(pair: Pair) -> None:
    anna = open_vault(pair.anna)
    anna.records.save(pair.mission, {"title": "Zweiter"})
    anna.close()
    connection = raw_connection(pair.anna / "vault.db", database_key(pair.anna))
    connection.execute("DELETE FROM entry WHERE id = (SELECT max(id) FROM entry)")
    connection.close()
    anna = open_vault(pair.anna)
    with pytest.raises(VaultError) as failure:
        anna.safekeeping.checking.check(*NOTHING)
    assert failure.value.code == "vault_log_damaged"
    assert anna.safekeeping.checking.last().code == "vault_log_damaged"
    anna.close()


def flip(path: Path, page: int) -> None:
    data = bytearray(path.read_bytes())
    data[page * PAGE + 77] ^= 1
    path.write_bytes(data)


def test_every_damaged_page_is_found(pair: Pair) -> None:
    path = pair.anna / "vault.db"
    whole = path.read_bytes()
    for page in range(len(whole) // PAGE):
        path.write_bytes(whole)
        flip(path, page)
        with pytest.raises(VaultError) as failure:  # noqa: PT012 - at opening or by the check
            anna = open_vault(pair.anna)
            try:
                anna.safekeeping.checking.check(*NOTHING)
            finally:
                anna.vault.close()
        assert failure.value.code in ("vault_damaged", "vault_unreadable", "vault_write_failed")


def test_a_damaged_page_that_nothing_uses_is_found(pair: Pair) -> None:
    path = pair.anna / "vault.db"
    connection = raw_connection(path, database_key(pair.anna))
    connection.execute("CREATE TABLE passing AS SELECT randomblob(40000) AS bytes")
    connection.execute("DROP TABLE passing")
    connection.close()
    flip(path, path.stat().st_size // PAGE - 1)
    anna = open_vault(pair.anna)
    with pytest.raises(VaultError) as failure:
        anna.safekeeping.checking.check(*NOTHING)
    assert failure.value.code == "vault_damaged"
    anna.close()


def test_an_index_that_is_not_that_of_its_table_is_found(pair: Pair) -> None:
    connection = raw_connection(pair.anna / "vault.db", database_key(pair.anna))
    connection.execute("PRAGMA writable_schema = ON")
    connection.execute(
        "UPDATE sqlite_master SET sql = replace(sql, '(kind, is_deleted', '(status, is_deleted') "
        "WHERE name = 'record_kind_changed'"
    )
    connection.close()
    anna = open_vault(pair.anna)
    with pytest.raises(VaultError) as failure:
        anna.safekeeping.checking.check(*NOTHING)
    assert failure.value.code == "vault_damaged"
    anna.close()


def test_the_quick_check_ends_in_time(pair: Pair) -> None:
    anna = open_vault(pair.anna)
    for number in range(50):
        anna.records.new("tandem_note", {"title": f"Notiz {number}", "text": "Alltag " * 200})
    database = anna.vault.records._database  # pyright: ignore # noqa: PGH003 - below the port
    assert check_quickly(database, 60)
    assert not check_quickly(database, -1)
    anna.close()
