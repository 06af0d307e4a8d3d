"""Files of older backups copied over a vault by hand: nothing that was erased comes back unseen."""

from __future__ import annotations

import hmac
import json
import shutil
from typing import TYPE_CHECKING, Any, NamedTuple

import pytest

from innolab_desktop.domain.errors import RecordError
from innolab_desktop.services.changes import CancelToken, NoProgress
from innolab_desktop.services.notices import ERASURES_LOST, PUT_BACK
from storage.pages import decrypted_pages
from vaults import PASSPHRASE, database_key, open_vault, raw_connection

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from innolab_desktop.services.session import Session
    from vaults import Pair

MARKER = "Kanarienvogel-4711"
LEDGER, HEAD = "vault.erased", "vault.head"


class Erased(NamedTuple):
    """A vault whose mission was erased after its key was renewed, and a backup from before."""

    pair: Pair
    backup: Path
    post: Path


@pytest.fixture
def erased(pair: Pair, tmp_path: Path) -> Erased:
    anna = open_vault(pair.anna)
    anna.records.save(pair.mission, {"title": MARKER, "challenge": f"{MARKER} " * 20})
    backup = anna.vault.back_up("manual")
    send(anna, open_vault(pair.ben), pair.space, tmp_path)
    anna.key_slots.rekey(PASSPHRASE, NoProgress(), CancelToken())
    anna = open_vault(pair.anna)
    anna.erasing.erase(pair.mission, "request")
    send(anna, open_vault(pair.ben), pair.space, tmp_path)
    anna.close()
    return Erased(pair, backup, tmp_path)


def send(sender: Session, reader: Session, space: bytes, folder: Path, **how: Any) -> None:
    """Send what is due; the reader's vault is closed afterwards."""
    (file,) = sender.exporting.run(space, folder / "post", **how).files
    reader.importing.run([file.path])
    reader.close()


def copy_over(backup: Path, folder: Path) -> None:
    for name in ("vault.db", "vault.json", "vault.json.bak"):
        shutil.copy2(backup / name, folder / name)


def codes(session: Session) -> list[str]:
    return sorted(notice.code for notice in session.notices.unseen())


def test_a_backup_from_before_the_new_key_brings_nothing_back(erased: Erased) -> None:
    folder = erased.pair.anna
    before = (folder / LEDGER).read_bytes()
    assert before
    copy_over(erased.backup, folder)
    anna = open_vault(folder)
    with pytest.raises(RecordError):
        anna.records.open(erased.pair.mission)
    assert anna.search(MARKER) == ()
    assert codes(anna) == [PUT_BACK]
    anna.close()
    assert (folder / LEDGER).read_bytes() == before
    assert MARKER.encode() not in decrypted_pages(folder)


def test_the_backup_opened_where_it_lies_shows_nothing_of_it(erased: Erased) -> None:
    beside = open_vault(erased.backup)
    with pytest.raises(RecordError):
        beside.records.open(erased.pair.mission)
    beside.close()


def lose(folder: Path) -> None:
    (folder / LEDGER).unlink()


def cut(folder: Path) -> None:
    """Leave one line, and not the one that tells that the record as a whole is erased."""
    lines = (folder / LEDGER).read_bytes().splitlines(keepends=True)
    (folder / LEDGER).write_bytes(next(line for line in lines if line[32:34] != b"ff"))


def spoil(folder: Path) -> None:
    (folder / LEDGER).write_bytes(b"\xff\x00" * 500)


def empty_both(folder: Path) -> None:
    """Say in the marker, which anybody can write, that nothing was ever erased."""
    lose(folder)
    marker = json.loads((folder / HEAD).read_bytes())
    marker["erased"][0] = 0
    (folder / HEAD).write_text(json.dumps(marker))


def lose_both(folder: Path) -> None:
    lose(folder)
    (folder / HEAD).unlink()


@pytest.mark.parametrize("harm", [lose, cut, spoil, empty_both, lose_both])
def test_a_ledger_that_lost_something_is_told_and_the_others_bring_it_again(
    erased: Erased, harm: Callable[[Path], None]
) -> None:
    pair = erased.pair
    harm(pair.anna)
    copy_over(erased.backup, pair.anna)
    anna = open_vault(pair.anna)
    assert ERASURES_LOST in codes(anna)
    (due,) = anna.acknowledgement.receipts()
    assert (due.name, due.is_due, due.is_asked) == ("Ben Öztürk", True, True)

    send(anna, open_vault(pair.ben), pair.space, erased.post, only_confirms=True)
    assert anna.acknowledgement.receipts() == ()
    anna.close()
    send(open_vault(pair.ben), open_vault(pair.anna), pair.space, erased.post)

    anna = open_vault(pair.anna)
    with pytest.raises(RecordError):
        anna.records.open(pair.mission)
    assert anna.search(MARKER) == ()
    anna.notices.mark_seen()
    anna.close()
    again = open_vault(pair.anna)
    assert codes(again) == [], "told once"
    again.close()


@pytest.mark.parametrize("harm", [lose, cut, spoil])
def test_what_the_database_still_knows_is_not_lost(
    erased: Erased, harm: Callable[[Path], None]
) -> None:
    folder = erased.pair.anna
    before = (folder / LEDGER).read_bytes()
    harm(folder)
    anna = open_vault(folder)
    assert codes(anna) == []
    anna.close()
    assert sorted((folder / LEDGER).read_bytes().split()) == sorted(before.split())


def test_a_marker_of_another_vault_does_not_count(erased: Erased) -> None:
    """Otherwise a smaller number could be carried in from elsewhere."""
    pair = erased.pair
    stranger = open_vault(pair.stranger)
    stranger.close()
    lose(pair.anna)
    marker = json.loads((pair.anna / HEAD).read_bytes())
    marker["erased"] = json.loads((pair.stranger / HEAD).read_bytes())["erased"]
    (pair.anna / HEAD).write_text(json.dumps(marker))
    copy_over(erased.backup, pair.anna)
    anna = open_vault(pair.anna)
    assert ERASURES_LOST in codes(anna)
    anna.close()


def test_a_new_vault_without_any_erasure_says_nothing(pair: Pair) -> None:
    assert not (pair.ben / LEDGER).exists()
    ben = open_vault(pair.ben)
    assert codes(ben) == []
    ben.close()


def test_files_are_as_the_format_says(erased: Erased) -> None:
    """A reader of its own, from docs/formats/vault.md alone."""
    folder = erased.pair.anna
    connection = raw_connection(folder / "vault.db", database_key(folder))
    (key,) = connection.execute("SELECT value FROM setting WHERE name = 'ledger_key'").fetchone()
    known = {row[0] for row in connection.execute("SELECT op FROM erased")}
    connection.close()

    def proof(data: bytes) -> str:
        return hmac.digest(bytes.fromhex(key), data, "sha256")[:16].hex()

    lines = [line.split(" ") for line in (folder / LEDGER).read_text().splitlines()]
    assert {bytes.fromhex(op) for op, _ in lines} == known
    assert all(tag == proof(b"INNOLAB-erased-1\0" + bytes.fromhex(op)) for op, tag in lines)
    count, tag = json.loads((folder / HEAD).read_bytes())["erased"]
    assert count == len(known) == len(lines)
    assert tag == proof(b"INNOLAB-erased-count-1\0" + count.to_bytes(8, "big"))
