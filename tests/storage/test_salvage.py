"""Salvage: nothing that verifies is lost, nothing false is taken, and what is missing is named."""

from __future__ import annotations

import random
import shutil
from typing import TYPE_CHECKING, NamedTuple

import pytest
import sqlcipher3.dbapi2 as sqlcipher

from innolab_desktop.domain.errors import Cancelled, FormatError, VaultError
from innolab_desktop.journal import commit as commits
from innolab_desktop.keys import vault_file
from innolab_desktop.keys.page_seal import PageSeal
from innolab_desktop.rescue import Rescue
from innolab_desktop.services.changes import CancelToken, NoProgress
from innolab_desktop.services.given_key import GivenPassphrase
from vaults import PASSPHRASE, create, database_key, open_vault, raw_connection

if TYPE_CHECKING:
    from pathlib import Path

    from innolab_desktop.services.salvage_models import Salvaged
    from vaults import Pair

PAGE = 4096
SEEDS = range(10)
FLIPS = 20
MARKER = "Kanarienvogel"


class Original(NamedTuple):
    """A vault with a backup, and more written after it."""

    folder: Path
    whole: frozenset[bytes]
    in_backup: frozenset[bytes]


def commit_ids(folder: Path) -> frozenset[bytes]:
    """Return the ids of all commits of a closed vault, past the application."""
    connection = raw_connection(folder / "vault.db", database_key(folder))
    found = frozenset(row[0] for row in connection.execute("SELECT commit_id FROM entry"))
    connection.close()
    return found


@pytest.fixture(scope="session")
def original(first_pair: Pair, tmp_path_factory: pytest.TempPathFactory) -> Original:
    folder = tmp_path_factory.mktemp("salvage") / "Tresor"
    shutil.copytree(first_pair.anna, folder)
    session, space = open_vault(folder), first_pair.space
    for number in range(40):
        title, text = f"Notiz {number}", "Alltag " * (number * 30)
        session.records.new("tandem_note", {"title": title, "text": text[:15_000]})
    backup = session.safekeeping.backups.make().backup.folder
    in_backup = commit_ids(backup)
    for number in range(60):
        title, text = f"Später {number}", "Danach " * (number * 10)
        session.records.new("tandem_note", {"title": title, "text": text}, space=space)
    session.close()
    whole = commit_ids(folder)
    assert in_backup < whole
    return Original(folder, whole, in_backup)


def flip(path: Path, chance: random.Random, times: int, first_page: int = 0) -> None:
    data = bytearray(path.read_bytes())
    for _ in range(times):
        place = chance.randrange(first_page * PAGE, len(data))
        data[place] ^= 1 << chance.randrange(8)
    path.write_bytes(data)


def readable_by_sql(folder: Path) -> set[bytes]:
    """Return the commits that SQLite itself still reads whole, row by row: an oracle of its own.

    SQLite gives out rows whose overflow page is damaged without a word; those do not verify.
    """
    key, found = database_key(folder), set[bytes]()
    try:
        connection = raw_connection(folder / "vault.db", key)
        ids = [row[0] for row in connection.execute("SELECT id FROM entry")]
    except (sqlcipher.DatabaseError, VaultError):
        return found
    for number in ids:
        try:
            row = connection.execute("SELECT commit_id, raw FROM entry WHERE id = ?", (number,))
            commit_id, raw = row.fetchone()
            if commits.decode(raw).id == commit_id:
                found.add(commit_id)
        except FormatError:
            continue
        except sqlcipher.DatabaseError:
            connection.close()
            connection = raw_connection(folder / "vault.db", key)
    connection.close()
    return found


def salvage(folder: Path, target: Path) -> Salvaged:
    given = GivenPassphrase(PASSPHRASE)
    return Rescue(None).salvage(folder, target, given, NoProgress(), CancelToken())


@pytest.mark.parametrize("seed", SEEDS)
def test_random_damage(original: Original, tmp_path: Path, seed: int) -> None:
    folder, out = tmp_path / "Tresor", tmp_path / "gerettet"
    shutil.copytree(original.folder, folder)
    chance = random.Random(seed)  # noqa: S311 - repeatable, not secret
    flip(folder / "vault.db", chance, FLIPS)
    damaged = (folder / "vault.db").read_bytes()
    still_there = readable_by_sql(folder)
    outcome = salvage(folder, out)
    assert (folder / "vault.db").read_bytes() == damaged, "the damaged vault is left as it is"
    assert 0 < outcome.broken_pages <= FLIPS

    found = commit_ids(out)
    session = open_vault(out)
    session.vault.journal.verify()
    assert found <= original.whole, "nothing false is taken"
    assert found >= still_there | original.in_backup, "nothing that verifies is lost"
    missing = sum(part.last_seq - part.first_seq + 1 for part in outcome.missing)
    assert missing == len(original.whole - found)
    session.records.new("tandem_note", {"title": "Weiter geht es"})
    session.vault.journal.verify()
    session.close()


def test_without_any_backup_what_is_readable_is_kept(original: Original, tmp_path: Path) -> None:
    folder, out = tmp_path / "Tresor", tmp_path / "gerettet"
    shutil.copytree(original.folder, folder)
    shutil.rmtree(folder / "backups")
    chance = random.Random(7)  # noqa: S311 - repeatable, not secret
    pages = (folder / "vault.db").stat().st_size // PAGE
    flip(folder / "vault.db", chance, 6, first_page=pages // 2)
    still_there = readable_by_sql(folder)
    outcome = salvage(folder, out)
    found = commit_ids(out)
    session = open_vault(out)
    assert still_there <= found <= original.whole
    assert len(original.whole) - len(found) == sum(
        part.last_seq - part.first_seq + 1 for part in outcome.missing
    )
    assert {part.person for part in outcome.missing} <= {"Anna Weiß"}
    session.close()


def test_commits_after_a_gap_count(original: Original, tmp_path: Path) -> None:
    folder, out = tmp_path / "Tresor", tmp_path / "gerettet"
    shutil.copytree(original.folder, folder)
    shutil.rmtree(folder / "backups")
    connection = raw_connection(folder / "vault.db", database_key(folder))
    ids = [row[0] for row in connection.execute("SELECT id FROM entry ORDER BY id")]
    connection.execute("DELETE FROM entry WHERE id = ?", (ids[20],))
    connection.execute("VACUUM")
    connection.close()
    outcome = salvage(folder, out)
    (part,) = outcome.missing
    assert part.first_seq == part.last_seq
    assert len(commit_ids(out)) == len(original.whole) - 1
    session = open_vault(out)
    assert session.search("Später 59")
    assert session.search("Notiz 39")
    session.close()


def test_what_was_erased_stays_erased(tmp_path: Path) -> None:
    folder, out = tmp_path / "Tresor", tmp_path / "gerettet"
    session = create(folder, "Anna Weiß")
    stays = session.records.new("tandem_note", {"title": "Bleibt"}).record
    gone = session.records.new("tandem_note", {"title": MARKER, "text": MARKER}).record
    session.safekeeping.backups.make()
    session.erasing.erase(gone, "request")
    session.close()
    data = bytearray((folder / "vault.db").read_bytes())
    data[PAGE * 3 + 50] ^= 1
    (folder / "vault.db").write_bytes(data)
    salvage(folder, out)
    session = open_vault(out)
    assert session.search(MARKER) == ()
    assert session.records.open(stays).values["title"] == "Bleibt"
    session.close()


def test_a_file_of_noise_beside_a_good_backup(original: Original, tmp_path: Path) -> None:
    folder, out = tmp_path / "Tresor", tmp_path / "gerettet"
    shutil.copytree(original.folder, folder)
    size_bytes = (folder / "vault.db").stat().st_size
    (folder / "vault.db").write_bytes(random.Random(1).randbytes(size_bytes))  # noqa: S311 - as above
    outcome = salvage(folder, out)
    assert outcome.broken_pages == outcome.pages
    assert commit_ids(out) == original.in_backup
    told = sum(part.last_seq - part.first_seq + 1 for part in outcome.missing)
    assert told == len(original.whole - original.in_backup), "the head marker knows"
    session = open_vault(out)
    space = session.search("Notiz 39")[0].space
    before = len(session.vault.journal.logs(space))
    session.records.new("tandem_note", {"title": "Weiter geht es"}, space=space)
    assert len(session.vault.journal.logs(space)) == before + 1, "a new incarnation begins"
    session.close()


def test_what_stands_in_the_log_of_a_killed_program_is_kept(
    original: Original, tmp_path: Path
) -> None:
    folder, left, out = tmp_path / "Tresor", tmp_path / "Absturz", tmp_path / "gerettet"
    shutil.copytree(original.folder, folder)
    session = open_vault(folder)
    for number in range(9):
        session.records.new("tandem_note", {"title": f"Zuletzt {number}"})
    shutil.copytree(folder, left)
    session.close()
    assert (left / "vault.db-wal").stat().st_size > PAGE
    chance = random.Random(5)  # noqa: S311 - repeatable, not secret
    flip(left / "vault.db", chance, FLIPS)
    salvage(left, out)
    assert commit_ids(folder) - original.whole <= commit_ids(out)
    session = open_vault(out)
    assert session.search("Zuletzt 8")
    session.close()


def test_what_was_erased_does_not_come_back_from_a_damaged_backup(tmp_path: Path) -> None:
    folder, out = tmp_path / "Tresor", tmp_path / "gerettet"
    session = create(folder, "Anna Weiß")
    stays = session.records.new("tandem_note", {"title": "Bleibt"}).record
    gone = session.records.new("tandem_note", {"title": MARKER, "text": MARKER}).record
    backup = session.safekeeping.backups.make().backup.folder
    shutil.copytree(backup, tmp_path / "früher")
    session.erasing.erase(gone, "request")
    session.close()
    shutil.rmtree(backup, ignore_errors=True)
    shutil.copytree(tmp_path / "früher", backup)  # an erasure cleans backups, but not copies
    data = bytearray((backup / "vault.db").read_bytes())
    data[PAGE * 3 + 50] ^= 1  # enough not to be put back, and its other pages are read
    (backup / "vault.db").write_bytes(data)
    salvage(folder, out)
    key = database_key(out)
    connection = raw_connection(out / "vault.db", key)
    raws = b"".join(row[0] for row in connection.execute("SELECT raw FROM entry"))
    connection.close()
    assert MARKER.encode() not in raws
    session = open_vault(out)
    assert session.search(MARKER) == ()
    assert session.records.open(stays).values["title"] == "Bleibt"
    session.close()


def test_nothing_at_all_is_told_and_leaves_nothing(original: Original, tmp_path: Path) -> None:
    folder, out = tmp_path / "Tresor", tmp_path / "gerettet"
    shutil.copytree(original.folder, folder)
    shutil.rmtree(folder / "backups")
    (folder / "vault.db").write_bytes(bytes(PAGE * 5))
    with pytest.raises(VaultError) as failure:
        salvage(folder, out)
    assert failure.value.code == "salvage_owner_lost"
    assert list(out.iterdir()) == []
    (out / "etwas").write_text("x")
    with pytest.raises(VaultError) as failure:
        salvage(folder, out)
    assert failure.value.code == "salvage_target_not_empty"


def test_a_stopped_salvage_leaves_nothing(original: Original, tmp_path: Path) -> None:
    cancel = CancelToken()
    cancel.cancel()
    out = tmp_path / "gerettet"
    with pytest.raises(Cancelled):
        Rescue(None).salvage(
            original.folder, out, GivenPassphrase(PASSPHRASE), NoProgress(), cancel
        )
    assert list(out.iterdir()) == []


def test_a_page_with_one_changed_bit_does_not_open(original: Original) -> None:
    opened = vault_file.open_with_passphrase(original.folder, PASSPHRASE)
    seal, data = PageSeal(opened), (original.folder / "vault.db").read_bytes()
    chance = random.Random(3)  # noqa: S311 - as above
    for number in (1, 2, 5):
        page = data[(number - 1) * PAGE : number * PAGE]
        clear = seal.open(number, page)
        assert clear is not None
        assert number != 1 or clear.startswith(b"SQLite format 3\0")
        assert seal.open(number + 1, page) is None, "pages cannot change places"
        for _ in range(200):
            spoilt = bytearray(page)
            spoilt[chance.randrange(16 if number == 1 else 0, PAGE)] ^= 1 << chance.randrange(8)
            assert seal.open(number, bytes(spoilt)) is None
