"""``vault.json``: the public part of a vault, with its key slots.

Source: ``docs/formats/vault.md``.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, cast

from innolab_desktop import atomic_file
from innolab_desktop.domain.errors import VaultError
from innolab_desktop.keys import passphrase_slot

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

NAME: Final = "vault.json"
BACKUP_NAME: Final = "vault.json.bak"
_ID_BYTES: Final = 16
_MAX_BYTES: Final = 1024 * 1024


@dataclass(frozen=True, slots=True)
class VaultKey:
    """The opened database key and the salt that goes with it; never shown."""

    vault_id: bytes
    key: bytes
    salt: bytes

    def __repr__(self) -> str:
        return "VaultKey(…)"


def create(
    folder: Path, passphrase: str, *, memory_kib: int, random: Callable[[int], bytes]
) -> VaultKey:
    """Write ``vault.json`` for a new vault and return its key.

    Raises:
        VaultError: there is a vault already, or the folder cannot be written.
    """
    if (folder / NAME).exists():
        raise VaultError("vault_exists")
    opened = VaultKey(random(_ID_BYTES), random(passphrase_slot.KEY_BYTES), random(_ID_BYTES))
    slot = passphrase_slot.make(
        opened.key, passphrase, opened.vault_id + opened.salt, memory_kib=memory_kib, random=random
    )
    content = {
        "format": 1,
        "vault_id": passphrase_slot.encode(opened.vault_id),
        "salt": passphrase_slot.encode(opened.salt),
        "slots": [slot],
    }
    data = json.dumps(content, indent=1).encode("ascii")
    try:
        atomic_file.write(folder / NAME, data)
        atomic_file.write(folder / BACKUP_NAME, data)
    except OSError as failure:
        raise VaultError("vault_write_failed") from failure
    return opened


def open_with_passphrase(folder: Path, passphrase: str) -> VaultKey:
    """Return the key of a vault.

    Raises:
        VaultError: no vault, wrong passphrase, or ``vault.json`` and its copy are damaged.
    """
    content = _read(folder)
    try:
        vault_id = passphrase_slot.decode(content["vault_id"])
        salt = passphrase_slot.decode(content["salt"])
    except (KeyError, ValueError, TypeError):
        raise VaultError("vault_slot_invalid") from None
    if len(vault_id) != _ID_BYTES or len(salt) != _ID_BYTES:
        raise VaultError("vault_slot_invalid")
    for slot in _slots(content):
        if slot.get("type") == "passphrase":
            key = passphrase_slot.open_slot(slot, passphrase, vault_id + salt)
            return VaultKey(vault_id, key, salt)
    raise VaultError("vault_slot_invalid")


def _slots(content: dict[str, Any]) -> list[dict[str, Any]]:
    slots: object = content.get("slots")
    if not isinstance(slots, list):
        raise VaultError("vault_slot_invalid")
    found = cast("list[object]", slots)
    return [cast("dict[str, Any]", slot) for slot in found if isinstance(slot, dict)]


def exists(folder: Path) -> bool:
    """Tell whether *folder* holds a vault."""
    return (folder / NAME).is_file() or (folder / BACKUP_NAME).is_file()


def _read(folder: Path) -> dict[str, Any]:
    """Return the content of ``vault.json``, or of its copy if the first is damaged."""
    if not exists(folder):
        raise VaultError("vault_missing")
    for name in (NAME, BACKUP_NAME):
        path = folder / name
        try:
            if path.stat().st_size > _MAX_BYTES:
                continue
            content = json.loads(path.read_bytes())
        except (OSError, ValueError):
            continue
        if isinstance(content, dict):
            found = cast("dict[str, Any]", content)
            if found.get("format") == 1:
                return found
            raise VaultError("vault_too_new", found=str(found.get("format")), supported=1)
    raise VaultError("vault_slot_invalid")
