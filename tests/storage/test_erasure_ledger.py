"""The ledger beside the database: damage, forgery, backups that are put back or cleaned."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from innolab_desktop.domain.errors import Cancelled, RecordError, VaultError
from innolab_desktop.services.changes import CancelToken, NoProgress
from innolab_desktop.storage.erasure_ledger import ErasureLedger, LedgerKey
from storage.pages import decrypted_pages
from vaults import open_vault

if TYPE_CHECKING:
    from pathlib import Path

    from vaults import Pair

OPS = frozenset(bytes((number,)) * 17 for number in range(5))
MARKER = "Kanarienvogel-4711"


@pytest.fixture
def key() -> LedgerKey:
    return LedgerKey(b"k" * 32)


@pytest.fixture
def ledger(tmp_path: Path, key: LedgerKey) -> ErasureLedger:
    made = ErasureLedger(tmp_path / "vault.erased", key)
    made.add(OPS)
    return made


def test_what_was_added_is_read(ledger: ErasureLedger) -> None:
    assert ledger.read() == OPS
    ledger.add([b"\7" * 17])
    assert ledger.read() == OPS | {b"\7" * 17}


@pytest.mark.parametrize("cut", range(1, 69, 7))
def test_a_cut_line_is_left_out_and_the_next_one_is_not_harmed(
    ledger: ErasureLedger, tmp_path: Path, cut: int
) -> None:
    path = tmp_path / "vault.erased"
    path.write_bytes(path.read_bytes()[:-cut])
    left = ledger.read()
    assert OPS - left <= {max(OPS)}
    ledger.add([b"\7" * 17])
    assert ledger.read() == left | {b"\7" * 17}


@pytest.mark.parametrize("place", range(0, 340, 13))
def test_a_changed_byte_harms_one_line_at_most_and_never_adds_an_id(
    ledger: ErasureLedger, tmp_path: Path, place: int
) -> None:
    path = tmp_path / "vault.erased"
    content = bytearray(path.read_bytes())
    content[place] ^= 1
    path.write_bytes(content)
    left = ledger.read()
    assert left < OPS or left == OPS
    assert len(OPS - left) <= 2, "a changed line end joins two"


@pytest.mark.parametrize("content", [b"", b"\n", b"\xff\xfe\x00", b"0" * 100_000, b"zz yy\n"])
def test_any_other_content_is_empty(ledger: ErasureLedger, tmp_path: Path, content: bytes) -> None:
    (tmp_path / "vault.erased").write_bytes(content)
    assert ledger.read() == frozenset()


def test_another_key_writes_nothing_that_counts(ledger: ErasureLedger, tmp_path: Path) -> None:
    other = ErasureLedger(tmp_path / "vault.erased", LedgerKey(b"x" * 32))
    other.add([b"\7" * 17])
    assert ledger.read() == OPS


def test_an_unwritable_folder_is_an_error(tmp_path: Path, key: LedgerKey) -> None:
    with pytest.raises(VaultError) as failure:
        ErasureLedger(tmp_path / "missing" / "vault.erased", key).add(OPS)
    assert failure.value.code == "erasure_ledger_unwritable"


# --- whole vaults ---------------------------------------------------------------------------


def test_erased_words_leave_database_index_reports_drafts_and_backups(
    pair: Pair, tmp_path: Path
) -> None:
    anna = open_vault(pair.anna)
    anna.records.save(pair.mission, {"title": MARKER, "challenge": f"{MARKER} " * 20})
    anna.records.save(pair.mission, {"challenge": f"{MARKER} und mehr"})
    anna.desk.keep_draft(pair.mission.hex(), {"challenge": MARKER})
    backup = anna.vault.back_up("manual")
    (file,) = anna.exporting.run(pair.space, tmp_path / "post").files
    ben = open_vault(pair.ben)
    ben.importing.run([file.path])
    assert MARKER.encode() in decrypted_pages(backup)

    anna.erasing.erase(pair.mission, "request")
    assert anna.erasing.backups_due() == 1
    assert anna.erasing.clean_backups(NoProgress()) == (1, 0)
    assert anna.erasing.backups_due() == 0
    (file,) = anna.exporting.run(pair.space, tmp_path / "post").files
    ben.importing.run([file.path])
    ben.erasing.clean_backups(NoProgress())
    anna.close()
    ben.close()
    databases = [*pair.anna.rglob("vault.db"), *pair.ben.rglob("vault.db")]
    assert len(databases) >= 4
    for database in databases:
        content = decrypted_pages(database.parent)
        assert MARKER.lower().encode() not in content.lower(), database
        assert b"musterstadt" in content.lower()
    for file_path in [*pair.anna.rglob("*"), *pair.ben.rglob("*")]:
        assert not file_path.is_file() or MARKER.encode() not in file_path.read_bytes()


def test_a_draft_about_several_records_loses_what_is_about_erased_ones(pair: Pair) -> None:
    anna = open_vault(pair.anna)
    child = anna.records.new("measure", {"title": "x"}, parent=pair.mission).record
    other = anna.records.new("mission", {"title": MARKER, "challenge": MARKER}).record
    kept = {"space": "s", f"words:title:{other.hex()}": "a"}
    words = {f"words:title:{child.hex()}": MARKER, f"words:challenge:{other.hex()}": MARKER}
    anna.desk.keep_draft("of nobody", kept | words)
    anna.desk.keep_draft(other.hex(), {"title": "a", "challenge": MARKER})
    anna.desk.keep_draft("whole", {f"words:title:{child.hex()}": MARKER})
    anna.erasing.erase(child, "request")
    anna.erasing.erase_field(other, "challenge", "request")
    assert anna.desk.drafts() == {"of nobody": kept, other.hex(): {"title": "a"}}
    anna.close()


def test_a_backup_put_back_by_hand_shows_nothing_that_was_erased(pair: Pair) -> None:
    anna = open_vault(pair.anna)
    anna.records.save(pair.mission, {"title": MARKER})
    backup = anna.vault.back_up("manual")
    anna.erasing.erase(pair.mission, "request")
    anna.close()
    for file in backup.iterdir():
        shutil.copy2(file, pair.anna / file.name)
    anna = open_vault(pair.anna)
    with pytest.raises(RecordError):
        anna.records.open(pair.mission)
    assert anna.search(MARKER) == ()
    anna.exporting.run(pair.space, pair.anna / "post")
    assert [entry.reason for entry in anna.erasing.log()] == ["late"], "said again for Ben"
    anna.close()
    beside = open_vault(backup)
    with pytest.raises(RecordError):
        beside.records.open(pair.mission)
    beside.close()


def test_a_lost_ledger_is_written_again_from_the_database(pair: Pair) -> None:
    anna = open_vault(pair.anna)
    anna.erasing.erase(pair.mission, "request")
    anna.close()
    ledger = pair.anna / "vault.erased"
    content = ledger.read_bytes()
    assert pair.mission.hex().encode() in content
    ledger.unlink()
    open_vault(pair.anna).close()
    assert sorted(ledger.read_bytes().split()) == sorted(content.split())


def test_a_backup_that_does_not_open_is_counted_and_left(pair: Pair) -> None:
    anna = open_vault(pair.anna)
    backup = anna.vault.back_up("manual")
    (backup / "vault.db").write_bytes(b"damaged" * 1000)
    anna.erasing.erase(pair.mission, "request")
    assert anna.erasing.clean_backups(NoProgress()) == (0, 1)
    assert anna.erasing.backups_due() == 1
    assert (backup / "vault.db").read_bytes() == b"damaged" * 1000
    anna.close()


class StopAfter:
    """Somebody asks for the stop while a backup is being cleaned."""

    def __init__(self, count: int) -> None:
        self.cancel = CancelToken()
        self._left = count

    def report(self, done: int, total: int, step: str = "") -> None:
        assert step == "clean_backups"
        assert 0 <= done <= total
        self._left -= 1
        if self._left == 0:
            self.cancel.cancel()


def test_cleaning_stops_between_two_backups(pair: Pair) -> None:
    anna = open_vault(pair.anna)
    backups = [anna.vault.back_up("manual") for _ in range(3)]
    anna.erasing.erase(pair.mission, "request")
    stop = StopAfter(1)
    with pytest.raises(Cancelled):
        anna.erasing.clean_backups(stop, stop.cancel)
    assert anna.erasing.backups_due() == 2, "the one that was begun is cleaned"
    for backup in backups:
        assert (backup / "vault.db").stat().st_size
    assert anna.erasing.clean_backups(NoProgress()) == (2, 0)
    anna.close()


def test_an_erasure_that_is_undone_leaves_no_line(pair: Pair) -> None:
    anna = open_vault(pair.anna)

    def erase_and_fail() -> None:
        with anna.vault.transaction():
            anna.erasing.erase(pair.mission, "request")
            raise RecordError("record_deleted")

    with pytest.raises(RecordError):
        erase_and_fail()
    assert not (pair.anna / "vault.erased").exists()
    assert anna.records.open(pair.mission).values["title"] == "Öffnungszeiten"
    anna.close()
