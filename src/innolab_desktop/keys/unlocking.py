"""The ways to open a vault."""

from __future__ import annotations

from typing import TYPE_CHECKING

from innolab_desktop.domain.errors import VaultError
from innolab_desktop.keys import (
    escrow_files,
    escrow_key,
    escrow_slot,
    recovery_code,
    secret_slot,
    vault_file,
)
from innolab_desktop.keys.slot_keeper import keyring_name
from innolab_desktop.services.given_key import GivenCode, GivenEscrow, GivenPassphrase

if TYPE_CHECKING:
    from pathlib import Path

    from innolab_desktop.keys.os_keyring import OsKeyring
    from innolab_desktop.keys.vault_file import VaultKey
    from innolab_desktop.services.given_key import GivenKey


def unlock(folder: Path, given: GivenKey, keyring: OsKeyring | None) -> VaultKey:
    """Return the key of the vault in *folder*.

    Args:
        folder: of the vault, or of a backup.
        given: what the person hands over.
        keyring: none if IT forbids to use it.

    Raises:
        VaultError: it does not open the vault, or there is none.
    """
    match given:
        case GivenPassphrase(passphrase):
            return vault_file.open_with_passphrase(folder, passphrase)
        case GivenCode(code):
            return open_with_recovery_code(folder, code)
        case GivenEscrow(secret_file, passphrase):
            return open_with_escrow(folder, escrow_files.read(secret_file), passphrase)
        case _:
            if keyring is None:
                raise VaultError("keyring_forbidden_by_it")
            return open_with_keyring(folder, keyring)


def open_with_keyring(folder: Path, keyring: OsKeyring) -> VaultKey:
    """Return the key of a vault, with the secret that the operating system keeps.

    Raises:
        VaultError: no such slot, or the key store does not give the secret.
    """
    header = vault_file.read(folder)
    for slot in header.of_type(secret_slot.KEYRING):
        secret = keyring.read(keyring_name(header.vault_id, slot))
        return header.opened(secret_slot.open_slot(slot, secret, header.context))
    raise VaultError("keyring_slot_missing")


def open_with_recovery_code(folder: Path, text: str) -> VaultKey:
    """Return the key of a vault, with the code as it was typed.

    Raises:
        VaultError: no such slot, a group is mistyped, or the code belongs to another vault.
    """
    header = vault_file.read(folder)
    code = recovery_code.read(text)
    for slot in header.of_type(secret_slot.RECOVERY):
        return header.opened(secret_slot.open_slot(slot, code, header.context))
    raise VaultError("recovery_slot_missing")


def open_with_escrow(folder: Path, secret_file: bytes, passphrase: str) -> VaultKey:
    """Return the key of a vault, with the secret file of an escrow key.

    Raises:
        VaultError: no slot for this key, wrong passphrase of the file, or no such file.
    """
    header = vault_file.read(folder)
    slots = header.of_type(escrow_slot.TYPE)
    if not slots:
        raise VaultError("escrow_slot_missing")
    secret = escrow_key.open_secret(secret_file, passphrase)
    for slot in slots:
        try:
            return header.opened(escrow_slot.open_slot(slot, secret, header.context))
        except VaultError as failure:
            if failure.code != "escrow_key_wrong":
                raise
    raise VaultError("escrow_key_wrong")
