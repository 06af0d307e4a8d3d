"""A creation that was killed can be repeated; nothing that anybody could open is ever cleared."""

from __future__ import annotations

import os
import signal
from typing import TYPE_CHECKING

import pytest

from faults.arena import in_child
from innolab_desktop.domain.errors import VaultError
from innolab_desktop.keys import vault_file
from innolab_desktop.storage.creation import MARK, creation
from innolab_desktop.storage.vault_database import VaultDatabase
from vaults import create, open_vault

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

pytestmark = pytest.mark.skipif(os.name != "posix", reason="kills a forked process")


def killed_at(monkeypatch: pytest.MonkeyPatch, owner: object, name: str, folder: Path) -> None:
    """Create a vault in a process that is killed when it calls *name*."""

    def die(*_: object, **__: object) -> None:
        os.kill(os.getpid(), signal.SIGKILL)

    with monkeypatch.context() as patch:
        patch.setattr(owner, name, die)
        assert in_child(lambda _: create(folder, "Anna Weiß").close()).was_killed


@pytest.mark.parametrize(
    ("owner", "name"),
    [
        (vault_file, "begin_vault"),
        (VaultDatabase, "_use_ledger"),
        (vault_file, "write"),
    ],
)
def test_a_killed_creation_can_be_repeated(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, owner: object, name: str
) -> None:
    folder = tmp_path / "neu"
    killed_at(monkeypatch, owner, name, folder)
    assert (folder / "vault.db").exists() == (name != "begin_vault"), "it had come that far"
    assert not vault_file.exists(folder)
    create(folder, "Anna Weiß").close()
    session = open_vault(folder)
    assert session.info.person == "Anna Weiß"
    session.close()
    assert not (folder / MARK).exists()


def test_killed_after_the_last_file_it_is_a_vault(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "neu"
    written = vault_file.write

    def write_and_die(*arguments: object) -> None:
        written(*arguments)  # pyright: ignore[reportArgumentType] - passed on as they came
        os.kill(os.getpid(), signal.SIGKILL)

    with monkeypatch.context() as patch:
        patch.setattr(vault_file, "write", write_and_die)
        assert in_child(lambda _: create(folder, "Anna Weiß").close()).was_killed
    assert (folder / MARK).exists()
    with pytest.raises(VaultError, match="vault_exists"):
        create(folder, "Ben Öztürk")
    session = open_vault(folder)
    assert session.info.person == "Anna Weiß"
    session.close()


def test_a_failed_creation_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "neu"

    def fail(*_: object) -> None:
        raise VaultError("vault_write_failed")

    with monkeypatch.context() as patch:
        patch.setattr(vault_file, "write", fail)
        with pytest.raises(VaultError, match="vault_write_failed"):
            create(folder, "Anna Weiß")
    assert {path.name for path in folder.iterdir()} <= {MARK}
    create(folder, "Anna Weiß").close()


def lose_public_files(folder: Path) -> None:
    for path in folder.glob("vault.json*"):
        path.unlink()


def keep_backup(folder: Path) -> None:
    (folder / MARK).touch()
    (folder / "backups" / "2026").mkdir(parents=True, exist_ok=True)


@pytest.mark.parametrize("damage", [lose_public_files, keep_backup])
def test_a_database_that_may_be_somebodys_stays(
    tmp_path: Path, damage: Callable[[Path], None]
) -> None:
    folder = tmp_path / "alt"
    create(folder, "Anna Weiß").close()
    lose_public_files(folder)
    damage(folder)
    before = (folder / "vault.db").read_bytes()
    with pytest.raises(VaultError, match="vault_exists"):
        create(folder, "Ben Öztürk")
    assert (folder / "vault.db").read_bytes() == before


def test_two_never_make_one_vault(tmp_path: Path) -> None:
    with (
        creation(tmp_path),
        pytest.raises(VaultError, match="vault_in_use"),
        creation(tmp_path),
    ):
        raise AssertionError("never reached")
    assert list(tmp_path.iterdir()) == []
