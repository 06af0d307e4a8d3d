"""Backups on the disk: complete or not at all, rotated, verified, and copied to a second place."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING, NamedTuple

import pytest

from innolab_desktop.domain.errors import VaultError
from innolab_desktop.services.changes import NoProgress
from innolab_desktop.storage import backup_folders
from innolab_desktop.storage.backup_folders import BackupFolders, new_name
from innolab_desktop.storage.backups import Backups
from vaults import open_vault

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from innolab_desktop.services.session import Session
    from vaults import Pair


class Usage(NamedTuple):
    """What ``shutil.disk_usage`` tells."""

    total: int
    used: int
    free: int


@pytest.fixture
def anna(pair: Pair) -> Iterator[Session]:
    session = open_vault(pair.anna)
    yield session
    session.close()


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def content(folder: Path) -> dict[str, bytes]:
    return {str(p.relative_to(folder)): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


# --- folders --------------------------------------------------------------------------------


def test_old_backups_make_room(anna: Session, pair: Pair) -> None:
    made = [anna.vault.back_up("manual").name for _ in range(6)]
    assert names(pair.anna / "backups") == made[-3:], "all of one hour: the recent ones"


def test_what_is_not_a_backup_is_left_alone(tmp_path: Path) -> None:
    folders = BackupFolders(tmp_path)
    (tmp_path / "Meine Notizen").mkdir()
    (tmp_path / "20269999-000000-000000-manual").mkdir()
    (tmp_path / f"{new_name('manual')}.txt").write_text("x")
    before = names(tmp_path)
    assert folders.all() == ()
    for second in range(5):  # two names of the same millisecond would both stay
        with folders.adding(f"20261123-12000{second}-000000-manual", 0) as folder:
            (folder / "vault.db").write_bytes(b"x")
    folders.rotate()
    assert set(before) <= set(names(tmp_path))
    assert [(info.reason, info.size_bytes) for info in folders.all()] == [("manual", 1)] * 3


def test_the_backup_made_last_stays_when_the_clock_was_set_back(tmp_path: Path) -> None:
    folders = BackupFolders(tmp_path)
    for month in range(24):  # more than there are generations, all of the future
        with folders.adding(f"{2040 + month // 12}{month % 12 + 1:02}01-120000-000000-daily", 0):
            pass
    made = new_name("manual")
    with folders.adding(made, 0):
        pass
    folders.rotate()
    assert made in names(tmp_path)


def test_what_an_interrupted_backup_left_is_no_backup_and_is_swept(
    anna: Session, pair: Pair
) -> None:
    anna.vault.back_up("manual")
    leftover = pair.anna / "backups" / f".new-{new_name('manual')}"
    leftover.mkdir()
    (leftover / "vault.db").write_bytes(b"half")
    assert len(anna.safekeeping.backups.all()) == 1
    anna.vault.back_up("manual")
    assert not leftover.exists()


# --- failing backups ------------------------------------------------------------------------


def test_a_backup_that_is_not_what_it_should_be_never_displaces_a_good_one(
    anna: Session, pair: Pair, monkeypatch: pytest.MonkeyPatch
) -> None:
    for _ in range(3):
        anna.vault.back_up("manual")
    before = content(pair.anna / "backups")
    prove = Backups._prove  # pyright: ignore[reportPrivateUsage] - the fault is put in its way

    def damaged(self: Backups, path: Path) -> None:
        data = bytearray(path.read_bytes())
        data[len(data) // 2] ^= 1
        path.write_bytes(data)
        prove(self, path)

    monkeypatch.setattr(Backups, "_prove", damaged)
    with pytest.raises(VaultError) as failure:
        anna.vault.back_up("manual")
    assert failure.value.code == "backup_failed"
    assert content(pair.anna / "backups") == before


def test_without_room_nothing_is_written(
    anna: Session, pair: Pair, monkeypatch: pytest.MonkeyPatch
) -> None:
    anna.vault.back_up("manual")
    before = content(pair.anna / "backups")
    monkeypatch.setattr(backup_folders.shutil, "disk_usage", lambda _: Usage(10, 10, 1000))
    with pytest.raises(VaultError) as failure:
        anna.vault.back_up("manual")
    assert failure.value.code == "backup_no_room"
    assert content(pair.anna / "backups") == before


# --- the second place -----------------------------------------------------------------------


def test_copies_at_the_second_place_open_and_are_rotated(
    anna: Session, pair: Pair, tmp_path: Path
) -> None:
    stick = tmp_path / "Stick"
    stick.mkdir()
    anna.safekeeping.backups.use_second_place(stick)
    for _ in range(5):
        assert anna.safekeeping.backups.make().second_place_error is None
    (folder,) = stick.iterdir()
    assert len(names(folder)) == 3
    assert content(folder / names(folder)[-1]) == content(
        pair.anna / "backups" / names(pair.anna / "backups")[-1]
    )
    copy = open_vault(folder / names(folder)[-1])
    assert copy.records.open(pair.mission).values["title"] == "Öffnungszeiten"
    copy.close()


def test_losing_the_backups_here_loses_none_there(
    anna: Session, pair: Pair, tmp_path: Path
) -> None:
    stick = tmp_path / "Stick"
    stick.mkdir()
    anna.safekeeping.backups.use_second_place(stick)
    anna.safekeeping.backups.make()
    (folder,) = stick.iterdir()
    before = names(folder)
    shutil.rmtree(pair.anna / "backups")
    anna.safekeeping.backups.make()
    assert set(before) <= set(names(folder))
    assert len(names(folder)) == len(before) + 1


def test_a_missing_or_full_second_place_never_stops_the_backup(
    anna: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stick = tmp_path / "Stick"
    stick.mkdir()
    anna.safekeeping.backups.use_second_place(stick)
    shutil.rmtree(stick)
    made = anna.safekeeping.backups.make()
    assert made.second_place_error is not None
    assert made.second_place_error.code == "second_place_missing"
    assert made.backup.folder.is_dir()
    assert not stick.exists(), "nothing is made where a stick should be"

    stick.mkdir()
    real = shutil.disk_usage

    def full_there(path: Path) -> Usage:
        return Usage(1, 1, 0) if path.is_relative_to(stick) else Usage(*real(path))

    monkeypatch.setattr(backup_folders.shutil, "disk_usage", full_there)
    made = anna.safekeeping.backups.make()
    assert made.second_place_error is not None
    assert made.second_place_error.code == "backup_no_room"


def test_what_is_written_wrongly_at_the_second_place_is_noticed(
    anna: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stick = tmp_path / "Stick"
    stick.mkdir()
    anna.safekeeping.backups.use_second_place(stick)
    (folder,) = stick.iterdir()
    before = content(folder)
    real = shutil.copyfile

    def bad_stick(source: Path, target: Path) -> None:
        real(source, target)
        data = bytearray(target.read_bytes())
        data[-1] ^= 1
        target.write_bytes(data)

    anna.vault.back_up("manual")
    with monkeypatch.context() as patch:
        patch.setattr(backup_folders.shutil, "copyfile", bad_stick)
        with pytest.raises(VaultError) as failure:
            anna.vault.backups.copy_to_second_place(stick)
    assert failure.value.code == "second_place_failed"
    assert content(folder) == before


def test_what_is_erased_here_goes_from_the_second_place_too(
    anna: Session, pair: Pair, tmp_path: Path
) -> None:
    stick = tmp_path / "Stick"
    stick.mkdir()
    anna.safekeeping.backups.use_second_place(stick)
    (folder,) = stick.iterdir()
    (old,) = names(folder)
    anna.erasing.erase(pair.mission, "request")
    assert anna.erasing.clean_backups(NoProgress()).cleaned == 1
    anna.safekeeping.backups.make()
    assert content(folder / old) == content(pair.anna / "backups" / old)
    copy = open_vault(folder / old)
    assert copy.search("Öffnungszeiten") == ()
    copy.close()
