"""Adding, changing and removing key slots; each opens the same key."""

from __future__ import annotations

import json
import secrets
from typing import TYPE_CHECKING, Any

import pytest

from innolab_desktop.domain.errors import VaultError
from innolab_desktop.keys import escrow_key, unlocking, vault_file
from innolab_desktop.keys.slot_keeper import SlotKeeper, keyring_name
from keys.keyrings import MemoryKeyring

if TYPE_CHECKING:
    from pathlib import Path

PHRASE = "vier ruhige Pferde am Fluss"
NEW_PHRASE = "drei laute Amseln im Regen"
HOLDER_PHRASE = "die Amtsleitung schließt nachts ab"
FLOOR_KIB = 65_536


class Vault:
    """A folder with its ``vault.json`` and everything that opens it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.keyring = MemoryKeyring()
        self.opened = vault_file.create(
            folder, PHRASE, memory_kib=FLOOR_KIB, random=secrets.token_bytes, made="2026-11-22"
        )
        self.keeper = SlotKeeper(
            folder,
            self.opened,
            "passphrase",
            keyring=self.keyring,
            memory_kib=lambda: FLOOR_KIB,
            random=secrets.token_bytes,
            today=lambda: "2026-11-22",
        )

    @property
    def types(self) -> list[str]:
        return sorted(slot.type for slot in self.keeper.slots())

    def file(self, name: str = vault_file.NAME) -> dict[str, Any]:
        return json.loads((self.folder / name).read_bytes())


@pytest.fixture
def vault(tmp_path: Path) -> Vault:
    return Vault(tmp_path)


@pytest.fixture(scope="module")
def escrow() -> tuple[bytes, bytes]:
    _, public, secret = escrow_key.create(
        "IT-Leitung Musterstadt", HOLDER_PHRASE, memory_kib=FLOOR_KIB, random=secrets.token_bytes
    )
    return public, secret


def code_of(call: Any, *arguments: Any) -> str:
    with pytest.raises(VaultError) as failure:
        call(*arguments)
    return failure.value.code


def test_every_slot_opens_the_same_key(vault: Vault, escrow: tuple[bytes, bytes]) -> None:
    vault.keeper.add_keyring()
    code = vault.keeper.add_recovery()
    vault.keeper.add_escrow(escrow[0])

    assert vault.types == ["escrow", "keyring", "passphrase", "recovery"]
    assert vault.file() == vault.file(vault_file.BACKUP_NAME)
    opened = [
        vault_file.open_with_passphrase(vault.folder, PHRASE),
        unlocking.open_with_keyring(vault.folder, vault.keyring),
        unlocking.open_with_recovery_code(vault.folder, code),
        unlocking.open_with_escrow(vault.folder, escrow[1], HOLDER_PHRASE),
    ]
    assert opened == [vault.opened] * 4


def test_a_changed_passphrase_replaces_the_former(vault: Vault) -> None:
    vault.keeper.set_passphrase(NEW_PHRASE)

    assert vault.types == ["passphrase"]
    assert vault_file.open_with_passphrase(vault.folder, NEW_PHRASE) == vault.opened
    for name in (vault_file.NAME, vault_file.BACKUP_NAME):
        (vault.folder / vault_file.NAME).write_bytes((vault.folder / name).read_bytes())
        assert code_of(vault_file.open_with_passphrase, vault.folder, PHRASE) == "passphrase_wrong"


def test_a_new_recovery_code_ends_the_former(vault: Vault) -> None:
    former, present = vault.keeper.add_recovery(), vault.keeper.add_recovery()

    open_with = unlocking.open_with_recovery_code
    assert code_of(open_with, vault.folder, former) == "recovery_code_wrong"
    assert open_with(vault.folder, present) == vault.opened
    for name in (vault_file.NAME, vault_file.BACKUP_NAME):  # no slot that another program tries
        kept = [slot["type"] for slot in vault.file(name)["slots"]]
        assert sorted(kept) == ["passphrase", "recovery"]


def test_the_keyring_holds_one_entry_at_a_time(vault: Vault) -> None:
    vault.keeper.add_keyring()
    (former,) = vault.keyring.entries
    vault.keeper.add_keyring()
    (present,) = vault.keyring.entries
    assert former != present

    (slot,) = [slot for slot in vault.keeper.slots() if slot.type == "keyring"]
    vault.keeper.remove(slot.id)
    assert vault.keyring.entries == {}
    open_with = unlocking.open_with_keyring
    assert code_of(open_with, vault.folder, vault.keyring) == "keyring_slot_missing"


def test_a_keyring_that_refuses_leaves_everything(vault: Vault) -> None:
    before = vault.file()
    vault.keyring.is_silent = True
    assert code_of(vault.keeper.add_keyring) == "keyring_silent"
    assert vault.file() == before


def test_the_last_own_slot_stays(vault: Vault, escrow: tuple[bytes, bytes]) -> None:
    vault.keeper.add_keyring()
    vault.keeper.add_escrow(escrow[0])
    slots = {slot.type: slot for slot in vault.keeper.slots()}

    assert code_of(vault.keeper.remove, slots["passphrase"].id) == "slot_last"
    vault.keeper.add_recovery()
    vault.keeper.remove(slots["passphrase"].id)
    assert vault.types == ["escrow", "keyring", "recovery"]
    assert (
        code_of(vault_file.open_with_passphrase, vault.folder, PHRASE) == "passphrase_slot_missing"
    )
    assert code_of(vault.keeper.remove, "") == "slot_unknown"


def test_slots_of_later_versions_are_kept(vault: Vault) -> None:
    later = {"type": "smartcard", "id": "AAAAAAAAAAA=", "x": [1]}
    content = vault.file()
    content["slots"].append(later)
    content["colour"] = "blue"
    (vault.folder / vault_file.NAME).write_text(json.dumps(content))

    vault.keeper.set_passphrase(NEW_PHRASE)

    assert later in vault.file()["slots"]
    assert vault.file()["colour"] == "blue"
    assert vault.keeper.renew(NEW_PHRASE).lost == ("smartcard",)


def test_the_escrow_holder_is_shown(vault: Vault, escrow: tuple[bytes, bytes]) -> None:
    holder = vault.keeper.read_holder(escrow[0])
    assert vault.types == ["passphrase"]

    assert vault.keeper.add_escrow(escrow[0]) == holder
    (shown,) = [slot for slot in vault.keeper.slots() if slot.type == "escrow"]
    assert (shown.holder, shown.digits) == ("IT-Leitung Musterstadt", holder.digits)
    assert shown.digits == escrow_key.read_public(escrow[0]).digits
    assert code_of(vault.keeper.add_escrow, escrow[0]) == "escrow_known"


def test_another_escrow_key_does_not_open(vault: Vault, escrow: tuple[bytes, bytes]) -> None:
    open_with = unlocking.open_with_escrow
    assert code_of(open_with, vault.folder, escrow[1], HOLDER_PHRASE) == "escrow_slot_missing"
    _, public, _ = escrow_key.create(
        "Andere", HOLDER_PHRASE, memory_kib=FLOOR_KIB, random=secrets.token_bytes
    )
    vault.keeper.add_escrow(public)
    assert code_of(open_with, vault.folder, escrow[1], HOLDER_PHRASE) == "escrow_key_wrong"
    assert code_of(open_with, vault.folder, escrow[1], "geraten") == "passphrase_wrong"


@pytest.mark.parametrize(
    "change",
    [
        {"kind": "escrow-secret"},
        {"format": 2},
        {"name": ""},
        {"name": "IT\u202egnutieL"},
        {"name": 5},
        {"key": "§"},
        {"key": "AAAA"},
        {"key": None},
    ],
    ids=str,
)
def test_hostile_escrow_files(
    vault: Vault, escrow: tuple[bytes, bytes], change: dict[str, object]
) -> None:
    data = json.dumps({**json.loads(escrow[0]), **change}).encode()
    before = vault.file()
    assert code_of(vault.keeper.add_escrow, data) == "escrow_file_invalid"
    assert vault.file() == before


@pytest.mark.parametrize("data", [b"", b"{", b"[]", b"[" * 60_000, b" " * 70_000])
def test_other_files_are_no_escrow_files(data: bytes) -> None:
    assert code_of(escrow_key.read_public, data) == "escrow_file_invalid"
    assert code_of(escrow_key.open_secret, data, "x") == "escrow_file_invalid"


def test_moved_or_altered_slots_do_not_open(vault: Vault, tmp_path: Path) -> None:
    code = vault.keeper.add_recovery()
    content = vault.file()
    for change in ({"made": "2020-01-01"}, {"id": "AAAAAAAAAAA="}, {"holder": "x"}):
        slots = [{**slot, **change} for slot in content["slots"]]
        (tmp_path / vault_file.NAME).write_text(json.dumps({**content, "slots": slots}))
        open_with = unlocking.open_with_recovery_code
        assert code_of(open_with, vault.folder, code) == "recovery_code_wrong"


def test_a_renewed_key_changes_nothing_yet(vault: Vault, escrow: tuple[bytes, bytes]) -> None:
    vault.keeper.add_keyring()
    old_code = vault.keeper.add_recovery()
    vault.keeper.add_escrow(escrow[0])
    before = vault.file()

    renewed = vault.keeper.renew(PHRASE)

    assert vault.file() == before
    assert renewed.key.hex() not in repr(renewed)
    assert code_of(vault.keeper.renew, "geraten") == "passphrase_wrong"
    for name, data in renewed.files.items():
        (vault.folder / name).write_bytes(data)
    fresh = vault_file.VaultKey(vault.opened.vault_id, renewed.key, renewed.salt)
    assert vault_file.open_with_passphrase(vault.folder, PHRASE) == fresh != vault.opened
    assert unlocking.open_with_keyring(vault.folder, vault.keyring) == fresh
    assert unlocking.open_with_recovery_code(vault.folder, renewed.recovery_code) == fresh
    assert unlocking.open_with_escrow(vault.folder, escrow[1], HOLDER_PHRASE) == fresh
    old = code_of(unlocking.open_with_recovery_code, vault.folder, old_code)
    assert old == "recovery_code_wrong"
    vault.keeper.forget(renewed.former)
    assert len(vault.keyring.entries) == 1


def test_file_and_copy_become_the_same_again(vault: Vault) -> None:
    former = (vault.folder / vault_file.NAME).read_bytes()
    vault.keeper.set_passphrase(NEW_PHRASE)
    present = (vault.folder / vault_file.NAME).read_bytes()
    (vault.folder / vault_file.BACKUP_NAME).write_bytes(former)  # cut off between both

    vault_file.mend(vault.folder)
    assert (vault.folder / vault_file.BACKUP_NAME).read_bytes() == present
    (vault.folder / vault_file.NAME).write_bytes(b"{")
    vault_file.mend(vault.folder)
    assert (vault.folder / vault_file.NAME).read_bytes() == present


def test_no_slot_shows_a_secret(vault: Vault) -> None:
    code = vault.keeper.add_recovery()
    vault.keeper.add_keyring()
    text = (vault.folder / vault_file.NAME).read_text()
    assert code not in text
    assert not any(secret.hex() in text for secret in vault.keyring.entries.values())
    (slot,) = vault_file.read(vault.folder).of_type("keyring")
    assert keyring_name(vault.opened.vault_id, slot) in vault.keyring.entries
