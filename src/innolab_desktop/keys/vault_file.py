"""``vault.json``: the public part of a vault, with its key slots.

Source: ``docs/formats/vault.md``.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Final, cast

from innolab_desktop import atomic_file
from innolab_desktop.domain.errors import VaultError
from innolab_desktop.keys import passphrase_slot
from innolab_desktop.keys.slot_seal import KEY_BYTES, begin, decode, encode

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from pathlib import Path

NAME: Final = "vault.json"
BACKUP_NAME: Final = "vault.json.bak"
_ID_BYTES: Final = 16
_MAX_BYTES: Final = 1024 * 1024
_OWN_KEYS: Final = frozenset(("format", "vault_id", "salt", "slots"))


@dataclass(frozen=True, slots=True)
class VaultKey:
    """The opened database key and the salt that goes with it; never shown."""

    vault_id: bytes
    key: bytes
    salt: bytes

    @property
    def context(self) -> bytes:
        """What binds slots to this vault and its salt."""
        return self.vault_id + self.salt

    def __repr__(self) -> str:
        return "VaultKey(…)"


@dataclass(frozen=True, slots=True)
class VaultHeader:
    """The content of ``vault.json``; nothing in it is secret.

    Attributes:
        slots: as they stand in the file, those of unknown types as well.
        others: keys of later versions, kept.
    """

    vault_id: bytes
    salt: bytes
    slots: tuple[Mapping[str, Any], ...]
    others: Mapping[str, Any] = field(default_factory=dict[str, Any])

    @property
    def context(self) -> bytes:
        """What binds slots to this vault and its salt."""
        return self.vault_id + self.salt

    def of_type(self, slot_type: str) -> tuple[Mapping[str, Any], ...]:
        """Return the slots of one type."""
        return tuple(slot for slot in self.slots if slot.get("type") == slot_type)

    def with_slots(self, slots: Iterable[Mapping[str, Any]]) -> VaultHeader:
        """Return a header with these slots."""
        return replace(self, slots=tuple(slots))

    def opened(self, key: bytes) -> VaultKey:
        """Return *key* together with what belongs to it."""
        return VaultKey(self.vault_id, key, self.salt)

    def encoded(self) -> bytes:
        """Return the bytes of the file."""
        content = {
            "format": 1,
            "vault_id": encode(self.vault_id),
            "salt": encode(self.salt),
            "slots": list(self.slots),
            **self.others,
        }
        return json.dumps(content, indent=1).encode("ascii")


def create(
    folder: Path,
    passphrase: str,
    *,
    memory_kib: int,
    random: Callable[[int], bytes],
    made: str | None = None,
) -> VaultKey:
    """Write ``vault.json`` for a new vault and return its key.

    Raises:
        VaultError: there is a vault already, or the folder cannot be written.
    """
    if (folder / NAME).exists():
        raise VaultError("vault_exists")
    header, opened = begin_vault(passphrase, memory_kib=memory_kib, random=random, made=made)
    write(folder, header)
    return opened


def begin_vault(
    passphrase: str,
    *,
    memory_kib: int,
    random: Callable[[int], bytes],
    made: str | None = None,
) -> tuple[VaultHeader, VaultKey]:
    """Return the public part of a new vault, to be written last, and its key.

    Args:
        passphrase: opens its first slot.
        memory_kib: what deriving the slot's key costs.
        random: returns that many unpredictable bytes.
        made: the day, ``YYYY-MM-DD``; not told if not given.
    """
    opened = VaultKey(random(_ID_BYTES), random(KEY_BYTES), random(_ID_BYTES))
    slot = passphrase_slot.make(
        opened.key,
        passphrase,
        opened.context,
        memory_kib=memory_kib,
        random=random,
        begun=None if made is None else begin(passphrase_slot.TYPE, made, random),
    )
    return VaultHeader(opened.vault_id, opened.salt, (slot,)), opened


def write(folder: Path, header: VaultHeader) -> None:
    """Write ``vault.json``, then its copy; readers see the old slots or the new ones.

    Raises:
        VaultError: the folder cannot be written.
    """
    data = header.encoded()
    try:
        atomic_file.write(folder / NAME, data)
        atomic_file.write(folder / BACKUP_NAME, data)
    except OSError as failure:
        raise VaultError("vault_write_failed") from failure


def mend(folder: Path) -> None:
    """Make file and copy the same again, after an interruption or damage to one of them.

    Raises:
        VaultError: both are damaged, or the folder cannot be written.
    """
    data = read(folder).encoded()
    try:
        for path in (folder / NAME, folder / BACKUP_NAME):
            if not path.exists() or path.read_bytes() != data:
                atomic_file.write(path, data)
    except OSError as failure:
        raise VaultError("vault_write_failed") from failure


def open_with_passphrase(folder: Path, passphrase: str) -> VaultKey:
    """Return the key of a vault.

    Raises:
        VaultError: no vault, wrong passphrase, or ``vault.json`` and its copy are damaged.
    """
    header = read(folder)
    for slot in header.of_type(passphrase_slot.TYPE):
        return header.opened(passphrase_slot.open_slot(slot, passphrase, header.context))
    raise VaultError("passphrase_slot_missing")


def exists(folder: Path) -> bool:
    """Tell whether *folder* holds a vault."""
    return (folder / NAME).is_file() or (folder / BACKUP_NAME).is_file()


def read(folder: Path) -> VaultHeader:
    """Return the content of ``vault.json``, or of its copy if the first is damaged.

    Raises:
        VaultError: there is no vault, both files are damaged, or a later version wrote them.
    """
    content = _read(folder)
    try:
        vault_id, salt = decode(content["vault_id"]), decode(content["salt"])
    except (KeyError, ValueError, TypeError):
        raise VaultError("vault_slot_invalid") from None
    slots: object = content.get("slots")
    if len(vault_id) != _ID_BYTES or len(salt) != _ID_BYTES or not isinstance(slots, list):
        raise VaultError("vault_slot_invalid")
    listed = cast("list[object]", slots)
    found = [cast("dict[str, Any]", slot) for slot in listed if isinstance(slot, dict)]
    if not found:
        raise VaultError("vault_slot_invalid")
    others = {name: value for name, value in content.items() if name not in _OWN_KEYS}
    return VaultHeader(vault_id, salt, tuple(found), others)


def _read(folder: Path) -> dict[str, Any]:
    if not exists(folder):
        raise VaultError("vault_missing")
    for name in (NAME, BACKUP_NAME):
        path = folder / name
        try:
            if path.stat().st_size > _MAX_BYTES:
                continue
            content = json.loads(path.read_bytes())
        except (OSError, ValueError, RecursionError):
            continue
        if isinstance(content, dict):
            found = cast("dict[str, Any]", content)
            if found.get("format") == 1:
                return found
            raise VaultError("vault_too_new", found=str(found.get("format")), supported=1)
    raise VaultError("vault_slot_invalid")
