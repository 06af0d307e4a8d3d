"""A forgotten space on real files: no byte of it stays, and no backup brings it back."""

from __future__ import annotations

import os
import signal
from datetime import date
from typing import TYPE_CHECKING

import pytest

from faults.arena import in_child
from innolab_desktop.domain.errors import RecordError, VaultError
from innolab_desktop.services.changes import CancelToken, NoProgress
from innolab_desktop.services.notices import ERASURES_LOST, PUT_BACK
from innolab_desktop.storage.erasure_ledger import LEDGER_NAME, ErasureLedger
from storage.pages import decrypted_pages
from vaults import open_vault, rows

if TYPE_CHECKING:
    from pathlib import Path

    from innolab_desktop.services.session import Session
    from vaults import Pair

TODAY, LATER = date(2026, 11, 1), date(2030, 11, 1)
NOTHING = (NoProgress(), CancelToken())
MARKER = "Kanarienvogel"


def prepare(pair: Pair, tmp_path: Path) -> Session:
    """Let Ben write in Anna's tandem, note this and that about it, and leave it."""
    ben = open_vault(pair.ben)
    ben.importing.run([pair.bundle])
    ben.records.save(pair.mission, {"title": MARKER, "challenge": f"{MARKER} im Flur"})
    ben.records.save(pair.mission, {"challenge": f"{MARKER} am Fenster"})
    ben.desk.keep_draft(pair.mission.hex(), {"title": f"{MARKER} getippt"})
    ben.retention.keep(pair.mission, LATER, today=TODAY)
    ben.records.new("tandem_note", {"title": "Für mich"})
    ben.spaces.leave(pair.space)
    ben.exporting.run(pair.space, tmp_path / "post")
    return ben


def is_gone(session: Session, pair: Pair) -> bool:
    with pytest.raises(RecordError):
        session.records.open(pair.mission)
    return session.vault.people.space(pair.space) is None and MARKER not in repr(rows(session))


def test_no_byte_of_it_stays(pair: Pair, tmp_path: Path) -> None:
    ben = prepare(pair, tmp_path)
    backup = ben.vault.back_up("manual")
    ben.forgetting.forget(pair.space, "unneeded")
    assert is_gone(ben, pair)
    assert ben.search(MARKER) == ()
    assert ben.erasing.backups_due() == len(ben.safekeeping.backups.all())
    assert ben.erasing.clean_backups(NoProgress()).failed == 0
    ben.close()
    for folder in (pair.ben, backup):
        pages = decrypted_pages(folder)
        assert "Für mich".encode() in pages
        assert MARKER.encode() not in pages
        assert b"Tandem" not in pages


def test_no_restored_backup_brings_it_back(pair: Pair, tmp_path: Path) -> None:
    ben = prepare(pair, tmp_path)
    backup = ben.safekeeping.backups.make().backup.folder
    ben.forgetting.forget(pair.space, "unneeded")
    found = ben.safekeeping.restoring.preview(backup, *NOTHING)
    assert MARKER not in repr(found)
    assert found.returning == ()
    ben.safekeeping.restoring.run(backup, *NOTHING)
    ben = open_vault(pair.ben)
    assert is_gone(ben, pair)
    assert [notice.code for notice in ben.notices.unseen()] == [PUT_BACK]
    ben.close()


def test_a_copy_put_over_the_vault_by_hand_is_cleaned_before_it_is_shown(
    pair: Pair, tmp_path: Path
) -> None:
    ben = prepare(pair, tmp_path)
    ben.close()
    before = (pair.ben / "vault.db").read_bytes()
    ben = open_vault(pair.ben)
    ben.forgetting.forget(pair.space, "unneeded")
    ben.close()
    (pair.ben / "vault.db").write_bytes(before)
    ben = open_vault(pair.ben)
    assert is_gone(ben, pair)
    assert ERASURES_LOST not in {notice.code for notice in ben.notices.unseen()}
    ben.close()


def test_it_is_no_sign_of_an_older_backup(pair: Pair, tmp_path: Path) -> None:
    ben = prepare(pair, tmp_path)
    ben.forgetting.forget(pair.space, "unneeded")
    ben.close()
    ben = open_vault(pair.ben)
    assert ben.notices.unseen() == ()
    assert ben.importing.run([pair.bundle]).bundles[0].status == "unchanged", "a known file"
    assert is_gone(ben, pair)
    ben.close()


def test_a_kill_right_after_it_is_no_sign_of_an_older_backup(pair: Pair, tmp_path: Path) -> None:
    prepare(pair, tmp_path).close()

    def forget_and_die(_ack: object) -> None:
        open_vault(pair.ben).forgetting.forget(pair.space, "unneeded")
        os.kill(os.getpid(), signal.SIGKILL)

    assert in_child(forget_and_die).was_killed
    ben = open_vault(pair.ben)
    assert ben.notices.unseen() == ()
    assert is_gone(ben, pair)
    ben.close()


def test_come_back_it_is_here_in_every_backup_too(pair: Pair, tmp_path: Path) -> None:
    ben, anna = prepare(pair, tmp_path), open_vault(pair.anna)
    backup = ben.safekeeping.backups.make().backup.folder
    take_in_again(ben, anna, pair, tmp_path)
    ben.importing.run([send(anna, pair, tmp_path / "3")])
    assert ben.records.open(pair.mission).values["title"] == MARKER
    assert pair.space.hex() not in (pair.ben / LEDGER_NAME).read_text()
    ben.safekeeping.restoring.run(backup, *NOTHING)
    ben = open_vault(pair.ben)
    assert ben.records.open(pair.mission).values["title"] == MARKER
    ben.close()
    anna.close()


def test_come_back_it_stays_whatever_the_ledger_missed(
    pair: Pair, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The ledger could not be written: the database knows that the space is here again."""
    ben, anna = prepare(pair, tmp_path), open_vault(pair.anna)
    take_in_again(ben, anna, pair, tmp_path)

    def fail(_ledger: ErasureLedger, _ops: object) -> None:
        raise VaultError("erasure_ledger_unwritable")

    with monkeypatch.context() as patch:
        patch.setattr(ErasureLedger, "replace", fail)
        with pytest.raises(VaultError):
            ben.importing.run([send(anna, pair, tmp_path / "3")])
    ben.records.save(pair.mission, {"title": "Wieder da"})
    assert pair.space.hex() in (pair.ben / LEDGER_NAME).read_text()
    ben.close()
    ben = open_vault(pair.ben)
    assert ben.records.open(pair.mission).values["title"] == "Wieder da"
    assert ben.records.open(pair.mission).values["challenge"] == f"{MARKER} am Fenster"
    ben.vault.journal.verify()
    ben.close()
    anna.close()


def take_in_again(ben: Session, anna: Session, pair: Pair, tmp_path: Path) -> None:
    """Let Ben forget the space, Anna take him in, and Ben say that nothing of it is here."""
    anna.importing.run([tmp_path / "post"])
    ben.forgetting.forget(pair.space, "unneeded")
    anna.spaces.add(pair.space, ben.info.person_id)
    (refused,) = ben.importing.run([send(anna, pair, tmp_path / "1")]).bundles
    assert refused.code == "space_forgotten"
    receipt = ben.exporting.run(pair.space, tmp_path / "2", only_confirms=True).files[0].path
    anna.importing.run([receipt])


def send(session: Session, pair: Pair, folder: Path) -> Path:
    return session.exporting.run(pair.space, folder).files[0].path


def test_nothing_happens_when_the_disk_is_full(
    pair: Pair, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Something fails in the midst: the space is there, whole."""
    ben = prepare(pair, tmp_path)
    before = rows(ben)
    monkeypatch.setattr(
        "innolab_desktop.storage.forgetting.drop_space_from_reports", failing_as_if_full
    )
    with pytest.raises(VaultError):
        ben.forgetting.forget(pair.space, "unneeded")
    assert rows(ben) == before
    assert not (pair.ben / LEDGER_NAME).exists()
    assert ben.records.open(pair.mission).values["title"] == MARKER
    ben.close()


def failing_as_if_full(_database: object, _name: str) -> None:
    raise VaultError("vault_disk_full")
