"""Putting backups back: compared before, all or nothing, nothing erased comes back."""

from __future__ import annotations

import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from innolab_desktop.domain.errors import Cancelled, VaultError
from innolab_desktop.services.changes import CancelToken, NoProgress
from innolab_desktop.services.notices import PUT_BACK
from storage.pages import decrypted_pages
from vaults import PASSPHRASE, database_key, open_vault, raw_connection, rows

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from innolab_desktop.services.session import Session
    from vaults import Pair

NOTHING = (NoProgress(), CancelToken())
MARKER = "Kanarienvogel"


def title(session: Session, record: bytes) -> object:
    return session.records.open(record).values["title"]


def content(folder: Path) -> dict[str, bytes]:
    return {str(p.relative_to(folder)): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


# --- looking before -------------------------------------------------------------------------


def test_the_preview_names_what_differs_and_leaves_nothing_behind(pair: Pair) -> None:
    anna = open_vault(pair.anna)
    returning = anna.records.new("tandem_note", {"title": "Kommt wieder"}).record
    backup = anna.safekeeping.backups.make().backup.folder
    anna.records.save(pair.mission, {"title": "Geändert"})
    anna.records.new("tandem_note", {"title": "Neu seitdem"})
    anna.records.delete(returning)
    before = set(content(pair.anna))
    found = anna.safekeeping.restoring.preview(backup, *NOTHING)
    assert [(line.kind, line.title) for line in found.missing] == [("tandem_note", "Neu seitdem")]
    assert [line.title for line in found.changed] == ["Geändert", "Kommt wieder"]
    assert found.returning == ()
    assert found.commits == 3
    assert set(content(pair.anna)) == before
    anna.close()


def test_the_preview_never_shows_what_was_erased(pair: Pair) -> None:
    anna = open_vault(pair.anna)
    record = anna.records.new("tandem_note", {"title": MARKER}).record
    backup = anna.safekeeping.backups.make().backup.folder
    anna.erasing.erase(record, "request")
    found = anna.safekeeping.restoring.preview(backup, *NOTHING)
    assert MARKER not in repr(found)
    anna.close()


# --- putting back ---------------------------------------------------------------------------


def test_put_back_the_vault_is_as_it_was_and_begins_a_new_incarnation(pair: Pair) -> None:
    anna = open_vault(pair.anna)
    backup = anna.safekeeping.backups.make().backup.folder
    expected = rows(anna)["record"]
    anna.records.save(pair.mission, {"title": "Geändert"})
    anna.safekeeping.restoring.run(backup, *NOTHING)

    anna = open_vault(pair.anna)
    assert rows(anna)["record"] == expected
    assert [notice.code for notice in anna.notices.unseen()] == [PUT_BACK]
    (before,) = (b for b in anna.safekeeping.backups.all() if b.reason == "before-restore")
    anna.records.save(pair.mission, {"title": "Nach dem Zurückholen"})
    own = anna.info.device
    logs = [log for log in anna.vault.journal.logs(pair.space) if log.origin.device == own]
    assert len(logs) == 2
    anna.vault.journal.verify()
    anna.safekeeping.restoring.run(before.folder, *NOTHING)
    anna = open_vault(pair.anna)
    assert title(anna, pair.mission) == "Geändert", "also the restore can be taken back"
    anna.close()


def test_even_an_equal_backup_begins_a_new_incarnation(pair: Pair) -> None:
    anna = open_vault(pair.anna)
    backup = anna.safekeeping.backups.make().backup.folder
    (pair.anna / "vault.head").unlink(missing_ok=True)
    anna.safekeeping.restoring.run(backup, *NOTHING)
    (pair.anna / "vault.head").unlink()
    anna = open_vault(pair.anna)
    anna.records.save(pair.mission, {"title": "Weiter"})
    own = anna.info.device
    logs = [log for log in anna.vault.journal.logs(pair.space) if log.origin.device == own]
    assert len(logs) == 2
    anna.close()


def test_what_was_erased_since_is_in_no_page_after_putting_back(pair: Pair) -> None:
    anna = open_vault(pair.anna)
    record = anna.records.new("tandem_note", {"title": MARKER, "text": f"{MARKER} " * 40}).record
    stays = anna.records.new("tandem_note", {"title": "Bleibt", "text": "Alltag " * 40}).record
    backup = anna.safekeeping.backups.make().backup.folder
    anna.erasing.erase(record, "request")
    anna.safekeeping.restoring.run(backup, *NOTHING)
    anna = open_vault(pair.anna)
    assert title(anna, stays) == "Bleibt"
    assert anna.search(MARKER) == ()
    anna.close()
    pages = decrypted_pages(pair.anna).lower()
    assert b"alltag" in pages
    assert MARKER.lower().encode() not in pages


def test_a_backup_from_a_stick_is_put_back(pair: Pair, tmp_path: Path) -> None:
    anna = open_vault(pair.anna)
    backup = anna.safekeeping.backups.make().backup.folder
    stick = tmp_path / "Stick ä 😀"
    shutil.move(backup, stick)
    before = content(stick)
    anna.records.save(pair.mission, {"title": "Geändert"})
    anna.safekeeping.restoring.run(stick, *NOTHING)
    assert content(stick) == before, "nothing is written where it lies"
    anna = open_vault(pair.anna)
    assert title(anna, pair.mission) == "Öffnungszeiten"
    anna.close()


# --- refused --------------------------------------------------------------------------------


def damage(backup: Path) -> None:
    data = bytearray((backup / "vault.db").read_bytes())
    data[len(data) // 2] ^= 1
    (backup / "vault.db").write_bytes(data)


def forget(backup: Path) -> None:
    (backup / "vault.db").unlink()


def make_foreign(backup: Path) -> None:
    shutil.copy(backup.parents[2] / "ben" / "vault.db", backup / "vault.db")


def make_foreign_and_say_so(backup: Path) -> None:
    make_foreign(backup)
    shutil.copy(backup.parents[2] / "ben" / "vault.json", backup / "vault.json")


def make_newer(backup: Path) -> None:
    connection = raw_connection(backup / "vault.db", database_key(backup))
    connection.execute("PRAGMA user_version = 1000")
    connection.close()


@pytest.mark.parametrize(
    ("spoil", "code"),
    [
        (damage, "backup_damaged"),
        (forget, "backup_missing"),
        (make_foreign, "backup_other_key"),
        (make_foreign_and_say_so, "backup_of_another_vault"),
        (make_newer, "vault_too_new"),
    ],
)
def test_what_cannot_be_put_back_leaves_the_vault_as_it_is(
    pair: Pair, spoil: Callable[[Path], None], code: str
) -> None:
    anna = open_vault(pair.anna)
    backup = anna.safekeeping.backups.make().backup.folder
    spoil(backup)
    before = content(pair.anna)
    for work in (anna.safekeeping.restoring.preview, anna.safekeeping.restoring.run):
        with pytest.raises(VaultError) as failure:
            work(backup, *NOTHING)
        assert failure.value.code == code
    assert content(pair.anna) == before
    anna.records.save(pair.mission, {"title": "Geht noch"})
    anna.close()


def test_a_cancelled_restore_changes_nothing(pair: Pair) -> None:
    anna = open_vault(pair.anna)
    backup = anna.safekeeping.backups.make().backup.folder
    before = content(pair.anna)
    cancel = CancelToken()
    cancel.cancel()
    with pytest.raises(Cancelled):
        anna.safekeeping.restoring.run(backup, NoProgress(), cancel)
    assert content(pair.anna) == before
    anna.close()


# --- killed ---------------------------------------------------------------------------------

KILLING = """
import os, shutil, sys
from pathlib import Path
from innolab_desktop import bootstrap
from innolab_desktop.services.changes import CancelToken, NoProgress
vault, phrase = Path(sys.argv[1]), sys.argv[2]
record, backup = bytes.fromhex(sys.argv[3]), sys.argv[4]
STEPS = ("os.rename", "os.remove", "os.mkdir", "os.rmdir", "os.truncate")
WRITING = os.O_WRONLY | os.O_RDWR

def restore(folder, left):
    session = bootstrap.open_vault(folder, phrase)
    def hook(event, arguments):
        nonlocal left
        if event in STEPS or (event == "open" and (arguments[2] or 0) & WRITING):
            left -= 1
            if left == 0:
                os._exit(9)
    sys.addaudithook(hook)
    session.safekeeping.restoring.run(folder / "backups" / backup, NoProgress(), CancelToken())
    left = -1
    os._exit(0)

for step in range(1, 200):
    folder = vault.with_name(f"run{step}")
    shutil.copytree(vault, folder)
    child = os.fork()
    if child == 0:
        restore(folder, step)
    code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    session = bootstrap.open_vault(folder, phrase)
    session.vault.journal.verify()
    found = session.records.open(record).values["title"]
    session.close()
    print(code, found, len(list(folder.glob(".il-*"))))
    shutil.rmtree(folder)
    if code == 0:
        break
"""


def test_killed_at_any_step_the_old_or_the_new_stands(pair: Pair) -> None:
    anna = open_vault(pair.anna)
    backup = anna.safekeeping.backups.make().backup.folder.name
    anna.records.save(pair.mission, {"title": "Alt"})
    anna.close()
    arguments = [str(pair.anna), PASSPHRASE, pair.mission.hex(), backup]
    ended = subprocess.run(  # noqa: S603 - this interpreter with the program above
        [sys.executable, "-c", KILLING, *arguments],
        check=False,
        capture_output=True,
        text=True,
        timeout=200,
    )
    outcomes = [line.split() for line in ended.stdout.splitlines()]
    assert outcomes, ended.stderr
    assert len(outcomes) > 10
    assert [code for code, _, _ in outcomes] == ["9"] * (len(outcomes) - 1) + ["0"]
    titles = [found for _, found, _ in outcomes]
    assert set(titles) == {"Alt", "Öffnungszeiten"}
    assert titles == sorted(titles), "once it is the new one, it stays the new one"
    assert {left for _, _, left in outcomes} == {"0"}, "leftovers are swept at the next start"


# --- practice -------------------------------------------------------------------------------


def test_a_drill_verifies_the_newest_backup_and_leaves_nothing(pair: Pair) -> None:
    anna = open_vault(pair.anna)
    anna.safekeeping.backups.make()
    before = set(content(pair.anna))
    drill = anna.safekeeping.restoring.drill(*NOTHING)
    counts = anna.vault.records.counts()
    assert (drill.found.records, drill.found.commits) == (counts.records, counts.commits)
    assert set(content(pair.anna)) == before
    assert anna.safekeeping.restoring.last_drill_ms() > 0
    anna.close()


def test_a_drill_after_putting_back_takes_the_newer_backup_for_what_it_is(pair: Pair) -> None:
    """The newest backup then knows more than the vault: that is no damage."""
    anna = open_vault(pair.anna)
    older = anna.safekeeping.backups.make().backup.folder
    anna.records.save(pair.mission, {"title": "Später"})
    commits = anna.vault.records.counts().commits
    anna.safekeeping.restoring.run(older, *NOTHING)
    anna = open_vault(pair.anna)
    drill = anna.safekeeping.restoring.drill(*NOTHING)
    assert (drill.backup.reason, drill.found.commits) == ("before-restore", commits)
    anna.close()


def test_a_drill_finds_a_missing_commit_in_a_backup(pair: Pair) -> None:
    anna = open_vault(pair.anna)
    backup = anna.safekeeping.backups.make().backup.folder
    connection = raw_connection(backup / "vault.db", database_key(backup))
    connection.execute("DELETE FROM entry WHERE id = (SELECT max(id) FROM entry)")
    connection.close()
    with pytest.raises(VaultError) as failure:
        anna.safekeeping.restoring.drill(*NOTHING)
    assert failure.value.code == "vault_log_damaged"
    assert anna.safekeeping.restoring.last_drill_ms() == 0
    anna.close()


def test_a_drill_finds_a_damaged_page(pair: Pair) -> None:
    anna = open_vault(pair.anna)
    damage(anna.safekeeping.backups.make().backup.folder)
    with pytest.raises(VaultError) as failure:
        anna.safekeeping.restoring.drill(*NOTHING)
    assert failure.value.code == "backup_damaged"
    anna.close()
