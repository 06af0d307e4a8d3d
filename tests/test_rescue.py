"""A vault that does not open is rescued with whatever key there is, not the passphrase alone."""

from __future__ import annotations

import os
import secrets
import shutil
from typing import TYPE_CHECKING, NamedTuple

import pytest

from innolab_desktop.domain.errors import VaultError
from innolab_desktop.keys import escrow_files, vault_file
from innolab_desktop.keys.slot_keeper import SlotKeeper
from innolab_desktop.keys.unlocking import unlock
from innolab_desktop.rescue import Rescue
from innolab_desktop.services.changes import CancelToken, NoProgress
from innolab_desktop.services.given_key import (
    GivenCode,
    GivenEscrow,
    GivenPassphrase,
    KeyringAsked,
)
from innolab_desktop.services.key_ports import ESCROW, KEYRING, PASSPHRASE, RECOVERY, SLOT_TYPES
from innolab_desktop.services.notices import PUT_BACK
from keys.keyrings import MemoryKeyring
from storage.pages import decrypted_pages
from vaults import FLOOR_KIB, open_vault
from vaults import PASSPHRASE as PHRASE

if TYPE_CHECKING:
    from pathlib import Path

    from innolab_desktop.services.given_key import GivenKey
    from vaults import Pair

HOLDER_PHRASE = "die Amtsleitung schließt nachts ab"
ERASED = "Kanarienvogel-0815"
TITLE = "Nach der Sicherung"
QUIETLY = NoProgress(), CancelToken()


class Keyed(NamedTuple):
    """A closed vault with a backup and one of every sort of key."""

    folder: Path
    backup: Path
    keyring: MemoryKeyring
    given: dict[str, GivenKey]

    def copied(self, place: Path) -> Keyed:
        """Return the same in another place."""
        folder = place / self.folder.name
        shutil.copytree(self.folder, folder)
        backup = folder / self.backup.relative_to(self.folder)
        return self._replace(folder=folder, backup=backup)

    def rescue(self) -> Rescue:
        """Return what rescues it."""
        return Rescue(self.keyring)


@pytest.fixture(scope="module")
def first(first_pair: Pair, tmp_path_factory: pytest.TempPathFactory) -> Keyed:
    place = tmp_path_factory.mktemp("keyed")
    folder = place / "Tresor"
    shutil.copytree(first_pair.anna, folder)
    keyring = MemoryKeyring()
    keeper = SlotKeeper(
        folder,
        vault_file.open_with_passphrase(folder, PHRASE),
        PASSPHRASE,
        keyring=keyring,
        memory_kib=lambda: FLOOR_KIB,
        random=secrets.token_bytes,
        today=lambda: "2026-11-22",
    )
    escrow = escrow_files.create(
        "IT", HOLDER_PHRASE, place, memory_kib=FLOOR_KIB, random=secrets.token_bytes
    )
    keeper.add_keyring()
    keeper.add_escrow(escrow.public.read_bytes())
    code = keeper.add_recovery()
    given: dict[str, GivenKey] = {
        PASSPHRASE: GivenPassphrase(PHRASE),
        RECOVERY: GivenCode(code.lower()),
        KEYRING: KeyringAsked(),
        ESCROW: GivenEscrow(escrow.secret, HOLDER_PHRASE),
    }
    session = open_vault(folder)
    backup = session.safekeeping.backups.make().backup.folder
    session.records.new("tandem_note", {"title": TITLE})
    session.close()
    return Keyed(folder, backup, keyring, given)


@pytest.fixture
def keyed(first: Keyed, tmp_path: Path) -> Keyed:
    return first.copied(tmp_path)


def damage(folder: Path) -> None:
    data = bytearray((folder / "vault.db").read_bytes())
    data[100] ^= 1
    (folder / "vault.db").write_bytes(data)


def lose_public_part(folder: Path) -> None:
    for name in (vault_file.NAME, vault_file.BACKUP_NAME):
        (folder / name).unlink()


def titles(folder: Path) -> list[str]:
    session = open_vault(folder)
    found = [hit.title for hit in session.search("Sicherung")]
    session.close()
    return found


@pytest.mark.parametrize("sort", SLOT_TYPES)
def test_every_sort_of_key_salvages(keyed: Keyed, tmp_path: Path, sort: str) -> None:
    damage(keyed.folder)
    out = tmp_path / "gerettet"
    keyed.rescue().salvage(keyed.folder, out, keyed.given[sort], *QUIETLY)
    assert titles(out) == [TITLE]
    for given in keyed.given.values():  # what opened the vault opens what was saved of it
        assert unlock(out, given, keyed.keyring) == unlock(keyed.folder, given, keyed.keyring)


@pytest.mark.parametrize("sort", SLOT_TYPES)
def test_every_sort_of_key_puts_a_backup_back(keyed: Keyed, sort: str) -> None:
    damage(keyed.folder)
    keyed.rescue().put_back(keyed.folder, keyed.backup, keyed.given[sort], *QUIETLY)
    assert titles(keyed.folder) == []


@pytest.mark.parametrize("sort", SLOT_TYPES)
def test_without_a_public_part_that_of_a_backup_is_used(
    keyed: Keyed, tmp_path: Path, sort: str
) -> None:
    lose_public_part(keyed.folder)
    out = tmp_path / "gerettet"
    keyed.rescue().salvage(keyed.folder, out, keyed.given[sort], *QUIETLY)
    assert titles(out) == [TITLE]


def test_a_key_that_does_not_fit_says_why_and_writes_nothing(keyed: Keyed, tmp_path: Path) -> None:
    damage(keyed.folder)
    out = tmp_path / "gerettet"
    escrow = keyed.given[ESCROW]
    assert isinstance(escrow, GivenEscrow)
    tries: tuple[GivenKey, ...] = (
        GivenPassphrase("falsch"),
        GivenCode("-".join(["00000"] * 8)),
        GivenEscrow(tmp_path / "fehlt.json", HOLDER_PHRASE),
        GivenEscrow(escrow.secret_file, "falsch"),
    )
    codes: list[str] = []
    for given in tries:
        with pytest.raises(VaultError) as failure:
            keyed.rescue().salvage(keyed.folder, out, given, *QUIETLY)
        codes.append(failure.value.code)
    assert codes == [
        "passphrase_wrong",
        "recovery_code_group",
        "escrow_file_unreadable",
        "passphrase_wrong",
    ]
    assert not out.exists()


def test_what_it_forbids_is_neither_offered_nor_used(keyed: Keyed, tmp_path: Path) -> None:
    assert keyed.rescue().look(keyed.folder).slot_types == SLOT_TYPES
    strict = Rescue(None)
    found = strict.look(keyed.folder)
    assert KEYRING not in found.slot_types
    assert [info.folder for info in found.backups] == [keyed.backup]
    with pytest.raises(VaultError) as failure:
        strict.salvage(keyed.folder, tmp_path / "gerettet", KeyringAsked(), *QUIETLY)
    assert failure.value.code == "keyring_forbidden_by_it"


def test_the_sorts_come_from_the_backups_where_nothing_else_tells(keyed: Keyed) -> None:
    lose_public_part(keyed.folder)
    assert keyed.rescue().look(keyed.folder).slot_types == (PASSPHRASE, RECOVERY, KEYRING, ESCROW)
    shutil.rmtree(keyed.folder / "backups")
    assert keyed.rescue().look(keyed.folder) == ((), ())


def test_nothing_is_saved_to_a_place_where_it_would_be_damaged(
    keyed: Keyed, tmp_path: Path
) -> None:
    damage(keyed.folder)
    given = keyed.given[PASSPHRASE]
    cloud = tmp_path / "OneDrive - Stadt"
    with pytest.raises(VaultError) as salvaged:
        keyed.rescue().salvage(keyed.folder, cloud / "gerettet", given, *QUIETLY)
    with pytest.raises(VaultError) as put_back:
        keyed.rescue().put_back(cloud / "Tresor", keyed.backup, given, *QUIETLY)
    codes = {failure.value.code for failure in (salvaged, put_back)}
    assert codes == {"vault_in_synchronised_folder"}
    assert not cloud.exists()


@pytest.mark.skipif(os.name != "posix", reason="rights of files are POSIX's")
def test_a_salvage_that_fails_leaves_its_place_empty_for_the_next(
    keyed: Keyed, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target, rescue = tmp_path / "gerettet", Rescue(keyed.keyring)

    def fail(_folder: Path, _header: object) -> None:
        raise VaultError("vault_write_failed")

    with monkeypatch.context() as patch:
        patch.setattr(vault_file, "write", fail)
        with pytest.raises(VaultError, match="vault_write_failed"):
            rescue.salvage(keyed.folder, target, keyed.given[PASSPHRASE], *QUIETLY)
    assert list(target.iterdir()) == []
    rescue.salvage(keyed.folder, target, keyed.given[PASSPHRASE], *QUIETLY)
    with pytest.raises(VaultError, match="salvage_target_not_empty"):
        rescue.salvage(keyed.folder, target, keyed.given[PASSPHRASE], *QUIETLY)
    open_vault(target).close()


def test_what_was_saved_is_readable_by_its_owner_alone(keyed: Keyed, tmp_path: Path) -> None:
    damage(keyed.folder)
    out = tmp_path / "gerettet"
    before = os.umask(0o022)
    try:
        keyed.rescue().salvage(keyed.folder, out, keyed.given[PASSPHRASE], *QUIETLY)
    finally:
        os.umask(before)
    assert {path.stat().st_mode & 0o077 for path in out.rglob("*")} == {0}


def test_what_was_erased_is_in_no_byte_of_what_was_saved(keyed: Keyed, tmp_path: Path) -> None:
    session = open_vault(keyed.folder)
    note = session.records.new("tandem_note", {"title": ERASED}).record
    backup = session.safekeeping.backups.make().backup.folder
    session.erasing.erase(note, "request")
    session.close()
    assert ERASED.encode() in decrypted_pages(backup), "it was not cleaned"
    damage(keyed.folder)
    out, given = tmp_path / "gerettet", keyed.given[PASSPHRASE]
    keyed.rescue().salvage(keyed.folder, out, given, *QUIETLY)
    keyed.rescue().put_back(keyed.folder, backup, given, *QUIETLY)
    for folder in (out, keyed.folder):
        assert ERASED.encode() not in decrypted_pages(folder)


def test_what_was_saved_writes_on_in_a_log_of_its_own(keyed: Keyed, tmp_path: Path) -> None:
    """The damaged vault may still be somewhere, and two must never write the same numbers."""
    damage(keyed.folder)
    out = tmp_path / "gerettet"
    keyed.rescue().salvage(keyed.folder, out, keyed.given[PASSPHRASE], *QUIETLY)
    session = open_vault(out)
    assert PUT_BACK in [notice.code for notice in session.notices.unseen()]
    session.close()


def test_a_former_passphrase_saves_nothing(keyed: Keyed, tmp_path: Path) -> None:
    """The public part of the backup would still open with it."""
    session = open_vault(keyed.folder)
    session.key_slots.change_passphrase("fünf neue Esel am Teich", confirmed_by=PHRASE)
    session.close()
    damage(keyed.folder)
    with pytest.raises(VaultError) as failure:
        keyed.rescue().salvage(
            keyed.folder, tmp_path / "gerettet", GivenPassphrase(PHRASE), *QUIETLY
        )
    assert failure.value.code == "passphrase_wrong"


def test_a_damaged_backup_gives_what_is_whole_in_it(keyed: Keyed, tmp_path: Path) -> None:
    """The vault is gone, the newest backup is damaged, and the one before knows less."""
    session = open_vault(keyed.folder)
    newest = session.safekeeping.backups.make().backup.folder
    session.close()
    (keyed.folder / "vault.db").unlink()
    damage(newest)
    out = tmp_path / "gerettet"
    keyed.rescue().salvage(keyed.folder, out, keyed.given[PASSPHRASE], *QUIETLY)
    assert titles(out) == [TITLE]
