"""What keeps erased words out of the bytes, each part of it by itself.

The database overwrites what it deletes, a file in which something was destroyed is written anew,
and the index of the search is merged anew. The control takes the first two away: then the words
are found, so the search for them can fail.
"""

from __future__ import annotations

import os
import secrets
import signal
from typing import TYPE_CHECKING, Any

import pytest

from faults.arena import in_child
from innolab_desktop.domain.errors import RecordError
from innolab_desktop.services.changes import NoProgress
from innolab_desktop.storage import connection
from innolab_desktop.storage.database import Database
from storage.pages import decrypted_pages
from vaults import open_vault, rows

if TYPE_CHECKING:
    from pathlib import Path

    from vaults import Pair

MARKER = "kanarienvogel"
LONG = " ".join(f"{MARKER}{number}" for number in range(1000))
"""More different words than a page of the index holds, so that some stand at its forks."""


def without_overwriting(patch: pytest.MonkeyPatch) -> None:
    settings = tuple(item for item in connection._SETTINGS if "secure_delete" not in item)
    assert len(settings) < len(connection._SETTINGS)
    patch.setattr(connection, "_SETTINGS", (*settings, "secure_delete = OFF"))


def without_writing_anew(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(Database, "write_anew", lambda _database: None)


def erase_and_look(pair: Pair) -> list[Path]:
    """Erase one note of many, here and in a backup; return the folders of both."""
    anna = open_vault(pair.anna)
    record = anna.records.new("tandem_note", {"title": MARKER, "text": LONG}).record
    for number in range(40):
        anna.records.new("tandem_note", {"title": f"Notiz {number}", "text": "Alltag " * 40})
    anna.records.save(record, {"text": f"{LONG} und mehr"})
    backup = anna.vault.back_up("manual")
    anna.erasing.erase(record, "request")
    assert anna.erasing.clean_backups(NoProgress()) == (1, 0)
    anna.close()
    return [pair.anna, backup]


def found_in(folder: Path) -> bool:
    content = decrypted_pages(folder).lower()
    assert b"alltag" in content
    return MARKER.encode() in content


def test_overwriting_is_enough(pair: Pair, monkeypatch: pytest.MonkeyPatch) -> None:
    without_writing_anew(monkeypatch)
    assert [found_in(folder) for folder in erase_and_look(pair)] == [False, False]


def test_writing_anew_is_enough(pair: Pair, monkeypatch: pytest.MonkeyPatch) -> None:
    without_overwriting(monkeypatch)
    assert [found_in(folder) for folder in erase_and_look(pair)] == [False, False]


def test_without_both_the_words_are_found(pair: Pair, monkeypatch: pytest.MonkeyPatch) -> None:
    without_overwriting(monkeypatch)
    without_writing_anew(monkeypatch)
    assert [found_in(folder) for folder in erase_and_look(pair)] == [True, True]


def test_a_kill_after_an_erasure_only_puts_it_off(
    pair: Pair, monkeypatch: pytest.MonkeyPatch
) -> None:
    without_overwriting(monkeypatch)
    anna = open_vault(pair.anna)
    record = anna.records.new("tandem_note", {"title": MARKER, "text": LONG}).record
    for number in range(40):
        anna.records.new("tandem_note", {"title": f"Notiz {number}", "text": "Alltag " * 40})
    anna.close()

    def erase_and_die(_ack: object) -> None:
        open_vault(pair.anna).erasing.erase(record, "request")
        os.kill(os.getpid(), signal.SIGKILL)

    assert in_child(erase_and_die).was_killed
    assert (pair.anna / "vault.db-wal").stat().st_size > 0
    again = open_vault(pair.anna)
    with pytest.raises(RecordError):
        again.records.open(record)
    again.close()
    assert not found_in(pair.anna)


def test_a_forgotten_space_leaves_nothing_either(
    pair: Pair, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    without_overwriting(monkeypatch)
    anna = open_vault(pair.anna)
    anna.records.new("tandem_note", {"title": MARKER, "text": LONG}, space=pair.space)
    for number in range(40):
        anna.records.new("tandem_note", {"title": f"Notiz {number}", "text": "Alltag " * 40})
    anna.spaces.leave(pair.space)
    anna.exporting.run(pair.space, tmp_path / "post")
    backup = anna.vault.back_up("manual")
    anna.forgetting.forget(pair.space, "unneeded")
    assert anna.erasing.clean_backups(NoProgress()) == (1, 0)
    anna.close()
    assert [found_in(folder) for folder in (pair.anna, backup)] == [False, False]


def test_an_index_that_is_merged_already_keeps_no_erased_word(pair: Pair) -> None:
    """An erasure merges the index; the next one meets it merged, with words at its forks."""
    anna = open_vault(pair.anna)
    note = anna.records.new("tandem_note", {"title": MARKER, "text": LONG}).record
    former = anna.records.new("tandem_note", {"title": "Alltag", "text": "weg"}).record
    other = " ".join(f"alltag{number}" for number in range(1000))
    anna.records.new("tandem_note", {"title": "Andere", "text": other})
    anna.erasing.erase(former, "request")
    anna.close()
    anna = open_vault(pair.anna)
    backup = anna.vault.back_up("manual")
    anna.erasing.erase(note, "request")
    assert anna.erasing.clean_backups(NoProgress()) == (1, 0)
    assert anna.search(f"{MARKER}7") == ()
    assert len(anna.search("alltag7")) == 1
    anna.close()
    assert [found_in(folder) for folder in (pair.anna, backup)] == [False, False]


@pytest.mark.parametrize("text", [f"{MARKER} und Alltag", LONG])
def test_a_backup_made_right_after_an_erasure_holds_no_erased_word(pair: Pair, text: str) -> None:
    anna = open_vault(pair.anna)
    note = anna.records.new("tandem_note", {"title": "Alltag", "text": text}).record
    anna.records.new("tandem_note", {"title": "Andere", "text": "Alltag"})
    anna.erasing.erase(note, "request")
    backup = anna.vault.back_up("manual")
    assert anna.erasing.clean_backups(NoProgress()) == (0, 0), "there is nothing left to clean"
    anna.close()
    assert [found_in(folder) for folder in (pair.anna, backup)] == [False, False]


def test_what_waits_for_earlier_packages_loses_its_erased_words_at_once(
    pair: Pair, tmp_path: Path
) -> None:
    anna, ben = open_vault(pair.anna), open_vault(pair.ben)
    ben.importing.run([pair.bundle])
    texts = [secrets.token_hex(4000) for _ in range(3)]  # no two fit into one package
    notes = [
        anna.records.new("tandem_note", {"title": "Notiz", "text": text}, space=pair.space).record
        for text in texts
    ]
    parts = anna.exporting.run(pair.space, tmp_path / "post", max_bytes=6000).files
    ben.importing.run([parts[-1].path])
    assert any(text[-40:] in repr(rows(ben)["held"]) for text in texts)
    ops = frozenset(op for note in notes for op in anna.vault.records.op_ids(note))
    store: Any = ben.vault
    with store.transaction():
        store.journal.erasure.destroy(ops)
    assert not any(text[-40:] in repr(rows(ben)["held"]) for text in texts)
    ben.importing.run([part.path for part in parts])
    for note in notes:
        with pytest.raises(RecordError):
            ben.records.open(note)
    assert ben.vault.records.counts().held == 0
    for session in (anna, ben):
        session.close()
