"""A new key for the whole vault: everything stays, the old key opens nothing, kills do no harm."""

from __future__ import annotations

import os
import shutil
import signal
import sys
from typing import TYPE_CHECKING, Any

import pytest

from innolab_desktop import bootstrap
from innolab_desktop.domain.errors import Cancelled, VaultError
from innolab_desktop.keys import vault_file
from innolab_desktop.services.changes import CancelToken, NoProgress
from innolab_desktop.storage import rekeying
from innolab_desktop.storage.connection import DatabaseKey
from vaults import ANNA, FLOOR_KIB, PASSPHRASE, create, raw_connection

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from innolab_desktop.services.session import Session


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A vault with a mission, an erased note, a recovery code and a backup."""
    folder = tmp_path_factory.mktemp("made") / "vault"
    session = create(folder, ANNA)
    session.records.new("mission", {"title": "Öffnungszeiten"})
    note = session.records.new("tandem_note", {"title": "Vertraulich"}).record
    session.erasing.erase(note, "mistake")
    session.key_slots.add_recovery()
    session.vault.back_up("manual")
    session.close()
    return folder


@pytest.fixture
def folder(made: Path, tmp_path: Path) -> Path:
    return shutil.copytree(made, tmp_path / "vault")


def opened(folder: Path) -> Session:
    return bootstrap.open_unlocked(
        folder, "passphrase", lambda: vault_file.open_with_passphrase(folder, PASSPHRASE), FLOOR_KIB
    )


def rekey(session: Session, progress: Any = None) -> str:
    token = CancelToken()
    done = session.key_slots.rekey(PASSPHRASE, progress or NoProgress(), token)
    return done.recovery_code


def content(session: Session) -> object:
    """Return what must be the same before and after."""
    vault: Any = session.vault  # the real store, which knows more than its port
    return (
        session.info,
        vault.records.counts(),
        [record.title for record in vault.records.search("Öffnungszeiten", 5, None)],
        vault.erasures.erased(),
        vault.device_secret(),
    )


def salt(folder: Path) -> bytes:
    return vault_file.read(folder).salt


def test_everything_is_there_under_the_new_key(folder: Path) -> None:
    old_key, ledger = (
        vault_file.open_with_passphrase(folder, PASSPHRASE),
        (folder / "vault.erased").read_bytes(),
    )
    session = opened(folder)
    before = content(session)
    code = rekey(session)

    assert not (folder / "rekey").exists()
    assert not (folder / "rekey.ready").exists()
    assert salt(folder) != old_key.salt
    assert (folder / "vault.erased").read_bytes() == ledger
    with pytest.raises(VaultError):
        raw_connection(folder / "vault.db", DatabaseKey(old_key.key, old_key.salt))
    session = opened(folder)
    assert content(session) == before
    assert not session.vault.was_put_back  # pyright: ignore[reportAttributeAccessIssue] - as above
    assert [event.what for event in session.key_slots.events()] == ["added", "renewed"]
    session.vault.journal.verify()
    assert len(code.split("-")) == 8
    session.close()


def test_former_backups_are_named_and_go_when_asked(folder: Path) -> None:
    session = opened(folder)
    assert session.key_slots.former_backups() == 0
    rekey(session)
    (backup,) = (folder / "backups").iterdir()
    bootstrap.open_vault(backup, PASSPHRASE).close()  # its own vault.json opens it

    session = opened(folder)
    assert session.key_slots.former_backups() == 1
    assert session.key_slots.delete_former_backups() == 1
    assert not backup.exists()
    assert [path.name.rpartition("-")[2] for path in (folder / "backups").iterdir()] == ["rekey"]
    assert session.key_slots.former_backups() == 0
    session.close()


def test_former_backups_at_the_second_place_go_as_well(folder: Path, tmp_path: Path) -> None:
    session = opened(folder)
    place = tmp_path / "Stick"
    place.mkdir()
    session.safekeeping.backups.use_second_place(place)
    rekey(session)
    (copies,) = place.iterdir()

    session = opened(folder)
    assert session.key_slots.former_backups() == len(list((folder / "backups").iterdir())) + 1
    hidden = place.rename(tmp_path / "abgezogen")
    beside = session.key_slots.former_backups()
    assert session.key_slots.delete_former_backups() == beside
    hidden.rename(place)
    assert session.key_slots.delete_former_backups() == 1
    assert session.key_slots.former_backups() == 0
    assert list(copies.iterdir()) == []
    session.close()


def test_the_erasure_ledger_survives_an_old_backup_opened_where_it_lies(folder: Path) -> None:
    rekey(opened(folder))
    ledger = (folder / "vault.erased").read_bytes()
    (backup,) = (folder / "backups").iterdir()

    bootstrap.open_vault(backup, PASSPHRASE).close()

    assert (folder / "vault.erased").read_bytes() == ledger


def test_a_wrong_passphrase_changes_nothing(folder: Path) -> None:
    before = (folder / "vault.json").read_bytes()
    session = opened(folder)
    with pytest.raises(VaultError) as failure:
        session.key_slots.rekey("falsch geraten", NoProgress(), CancelToken())
    session.close()
    assert failure.value.code == "passphrase_wrong"
    assert (folder / "vault.json").read_bytes() == before


class CancelAt:
    """Stops at the n-th report."""

    def __init__(self, count: int, stop: Callable[[], object]) -> None:
        self._left = count
        self._stop = stop

    def report(self, done: int, total: int, step: str) -> None:
        """Count down."""
        _ = done, total, step
        self._left -= 1
        if self._left == 0:
            self._stop()


@pytest.mark.parametrize("count", [1, 2, 3])
def test_it_can_be_stopped_before_the_switch(folder: Path, count: int) -> None:
    before = (folder / "vault.json").read_bytes()
    session = opened(folder)
    token = CancelToken()
    with pytest.raises(Cancelled):
        session.key_slots.rekey(PASSPHRASE, CancelAt(count, token.cancel), token)

    assert not (folder / "rekey").exists()
    assert (folder / "vault.json").read_bytes() == before
    session.records.new("mission", {"title": "Danach geht es weiter"})
    session.close()
    opened(folder).close()


def test_a_full_disk_changes_nothing(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_path: Path) -> None:
        raise OSError(28, "No space left on device")

    session = opened(folder)
    monkeypatch.setattr("innolab_desktop.atomic_file.sync_folder", refuse)
    with pytest.raises(VaultError):
        rekey(session)
    monkeypatch.undo()
    assert not (folder / "rekey").exists()
    session.close()
    opened(folder).close()


def lose_a_commit(_folder: Path, copy: Any) -> None:
    copy.execute("DELETE FROM entry WHERE id = (SELECT max(id) FROM entry)")


def damage_a_page(folder: Path, _copy: Any) -> None:
    path = folder / "rekey" / "vault.db"
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(data)


@pytest.mark.parametrize("spoil", [lose_a_commit, damage_a_page])
def test_a_copy_that_is_not_what_it_should_be_changes_nothing(
    folder: Path, monkeypatch: pytest.MonkeyPatch, spoil: Callable[[Path, Any], None]
) -> None:
    prove = rekeying.Rekeying._prove  # pyright: ignore[reportPrivateUsage] - the fault is put in its way
    before = (folder / "vault.json").read_bytes()

    def spoilt(self: rekeying.Rekeying, copy: Any) -> None:
        spoil(folder, copy)
        prove(self, copy)

    session = opened(folder)
    monkeypatch.setattr(rekeying.Rekeying, "_prove", spoilt)
    with pytest.raises(VaultError) as failure:
        rekey(session)
    assert failure.value.code == "rekey_copy_damaged"
    session.close()
    assert not (folder / "rekey").exists()
    assert (folder / "vault.json").read_bytes() == before
    opened(folder).close()


def test_whoever_waited_for_the_lock_looks_again(folder: Path) -> None:
    former = vault_file.open_with_passphrase(folder, PASSPHRASE)
    rekey(opened(folder))
    with pytest.raises(VaultError) as failure:
        rekeying.check_current(folder, DatabaseKey(former.key, former.salt))
    assert failure.value.code == "vault_in_use"
    present = vault_file.open_with_passphrase(folder, PASSPHRASE)
    rekeying.check_current(folder, DatabaseKey(present.key, present.salt))
    (folder / "rekey.ready").mkdir()
    with pytest.raises(VaultError):
        rekeying.check_current(folder, DatabaseKey(present.key, present.salt))


# --- killed at every step -------------------------------------------------------------------

_CHANGING = {"os.rename", "os.remove", "os.rmdir", "os.mkdir", "shutil.rmtree"}


def run_and_die(session: Session, folder: Path, step: int) -> None:
    """Renew the key in this process and kill it before the *step*-th change of the folder."""
    left = step

    def watch(event: str, arguments: tuple[Any, ...]) -> None:
        nonlocal left
        is_change = event in _CHANGING or (event == "open" and _is_writing(arguments))
        if is_change and str(folder) in str(arguments[0]):
            left -= 1
            if left == 0:
                os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(watch)
    rekey(session)


def _is_writing(arguments: tuple[Any, ...]) -> bool:
    _, mode, flags = arguments
    return bool(flags & (os.O_WRONLY | os.O_RDWR)) or any(c in (mode or "") for c in "wa+")


def killed_at(folder: Path, step: int) -> bool:
    """Tell whether the process died; False when it finished before *step* came."""
    child = os.fork()
    if child == 0:
        try:
            run_and_die(opened(folder), folder, step)
        finally:
            os._exit(0)
    _, status = os.waitpid(child, 0)
    return os.WIFSIGNALED(status)


def outcome(folder: Path, former: bytes, expected: object) -> str:
    """Open the vault after a kill and tell which key it has: old, new, or neither."""
    try:
        session = opened(folder)
    except VaultError:
        return "neither"
    assert content(session) == expected
    session.vault.journal.verify()
    session.close()
    assert not (folder / "rekey").exists()
    assert not (folder / "rekey.ready").exists()
    assert (folder / "vault.json").read_bytes() == (folder / "vault.json.bak").read_bytes()
    return "old" if salt(folder) == former else "new"


def sweep(made: Path, place: Path) -> Iterator[str]:
    """Kill the renewal before its first, second, … change until it finishes."""
    session = opened(made)
    expected = content(session)
    session.close()
    was_killed, step = True, 0
    while was_killed:
        step += 1
        folder = shutil.copytree(made, place / str(step))
        former = salt(folder)
        was_killed = killed_at(folder, step)
        yield outcome(folder, former, expected)
        shutil.rmtree(folder)


forking = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
quiet = pytest.mark.filterwarnings("ignore:This process .* is multi-threaded:DeprecationWarning")


@forking
@quiet
def test_a_kill_at_any_step_leaves_the_old_key_or_the_new_one(made: Path, tmp_path: Path) -> None:
    outcomes = list(sweep(made, tmp_path))

    switched = outcomes.index("new")
    assert switched >= 5, outcomes
    assert len(outcomes) - switched >= 5, outcomes
    assert set(outcomes[:switched]) == {"old"}, outcomes
    assert set(outcomes[switched:]) == {"new"}, outcomes


def die_after_the_switch(folder: Path) -> None:
    """Save something, renew the key, and end before the old log is written into the old file."""
    switch = rekeying.Rekeying.switch

    def last_words(self: rekeying.Rekeying) -> None:
        switch(self)
        os._exit(9)

    session = opened(folder)
    for number in range(20):
        session.records.new("mission", {"title": f"Kurz davor {number}"})
    rekeying.Rekeying.switch = last_words
    rekey(session)


@forking
@quiet
def test_the_old_log_is_not_played_into_the_new_database(folder: Path) -> None:
    former, child = salt(folder), os.fork()
    if child == 0:
        try:
            die_after_the_switch(folder)
        finally:
            os._exit(0)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 9
    assert (folder / "vault.db-wal").stat().st_size > 0

    session = opened(folder)
    assert salt(folder) != former
    assert len(session.search("Kurz davor")) == 20
    session.vault.journal.verify()
    session.close()


@forking
@quiet
def test_the_sweep_notices_a_switch_without_its_moment(
    made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rekeying, "READY", rekeying.STAGING)  # half a copy counts as a whole one
    assert "neither" in sweep(made, tmp_path)
