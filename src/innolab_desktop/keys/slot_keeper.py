"""The key slots of one open vault: list, add, change, remove, renew.

Fills ``services.key_ports.SlotKeeper``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from innolab_desktop.domain.errors import VaultError
from innolab_desktop.keys import (
    escrow_key,
    escrow_slot,
    passphrase_slot,
    recovery_code,
    secret_slot,
    vault_file,
)
from innolab_desktop.keys.slot_seal import KEY_BYTES, begin
from innolab_desktop.keys.vault_file import VaultKey
from innolab_desktop.services.key_ports import EscrowHolder, KeySlot, RenewedKey

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from innolab_desktop.keys.escrow_key import EscrowCard
    from innolab_desktop.keys.os_keyring import OsKeyring
    from innolab_desktop.keys.vault_file import VaultHeader

_SALT_BYTES: Final = 16
_OWN: Final = (passphrase_slot.TYPE, secret_slot.RECOVERY)
"""Slots that the person can open without this computer's key store and without anybody else."""


def keyring_name(vault_id: bytes, slot: Mapping[str, Any]) -> str:
    """Return the name of a slot's secret in the keyring: a service of its own for each slot."""
    return f"InnoLab Desktop/{vault_id.hex()}/{slot.get('id', '')}"


def _keyring_names(header: VaultHeader) -> tuple[str, ...]:
    slots = header.of_type(secret_slot.KEYRING)
    return tuple(keyring_name(header.vault_id, slot) for slot in slots)


def described(slot: Mapping[str, Any]) -> KeySlot:
    """Return what can be shown of *slot*."""
    shown = KeySlot(str(slot.get("id", "")), str(slot.get("type", "")), str(slot.get("made", "")))
    if shown.type != escrow_slot.TYPE:
        return shown
    card = escrow_slot.card_of(slot)
    return KeySlot(shown.id, shown.type, shown.made, card.name, card.digits)


class SlotKeeper:
    """Changes ``vault.json`` of an open vault.

    Args:
        folder: of the vault.
        opened: its key.
        opened_with: the type of the slot that gave the key.
        keyring: the key store of the operating system.
        memory_kib: returns what deriving a new passphrase's key costs.
        random: returns that many unpredictable bytes.
        today: returns the day, ``YYYY-MM-DD``.
    """

    def __init__(
        self,
        folder: Path,
        opened: VaultKey,
        opened_with: str,
        *,
        keyring: OsKeyring,
        memory_kib: Callable[[], int],
        random: Callable[[int], bytes],
        today: Callable[[], str],
    ) -> None:
        self._folder = folder
        self._opened = opened
        self._opened_with = opened_with
        self._keyring = keyring
        self._memory_kib = memory_kib
        self._random = random
        self._today = today

    @property
    def opened_with(self) -> str:
        """The type of the slot that opened the vault."""
        return self._opened_with

    def slots(self) -> tuple[KeySlot, ...]:
        """Return all slots, those of later versions as well."""
        return tuple(described(slot) for slot in self._header().slots)

    def check_passphrase(self, passphrase: str) -> None:
        """Prove that *passphrase* opens the vault.

        Raises:
            VaultError: it does not.
        """
        vault_file.open_with_passphrase(self._folder, passphrase)

    def set_passphrase(self, passphrase: str) -> None:
        """Replace the passphrase slot, or add one."""
        self._replace(self._passphrase_slot(self._opened, passphrase))

    def add_keyring(self) -> None:
        """Let the key store of the operating system open the vault.

        Raises:
            VaultError: there is no store that can be trusted, or it does not answer.
        """
        former = _keyring_names(self._header())
        self._replace(self._keyring_slot(self._opened))
        self.forget(former)

    def add_recovery(self) -> str:
        """Replace the recovery slot, or add one, and return the code."""
        slot, code = self._recovery_slot(self._opened)
        self._replace(slot)
        return code

    def read_holder(self, card: bytes) -> EscrowHolder:
        """Return who could open the vault with the escrow key whose public file is *card*.

        Raises:
            VaultError: it is no such file.
        """
        found = escrow_key.read_public(card)
        return EscrowHolder(found.name, found.digits)

    def add_escrow(self, card: bytes) -> EscrowHolder:
        """Let the holder of an escrow key open the vault.

        Raises:
            VaultError: *card* is no public file of an escrow key, or has its slot already.
        """
        found, header = escrow_key.read_public(card), self._header()
        known = [escrow_slot.card_of(slot) for slot in header.of_type(escrow_slot.TYPE)]
        if any(other.key == found.key for other in known):
            raise VaultError("escrow_known", name=found.name)
        slot = self._escrow_slot(self._opened, found)
        vault_file.write(self._folder, header.with_slots((*header.slots, slot)))
        return EscrowHolder(found.name, found.digits)

    def remove(self, slot_id: str) -> KeySlot:
        """Remove a slot.

        Raises:
            VaultError: there is no such slot, or the person could not open the vault any more.
        """
        header = self._header()
        going = [slot for slot in header.slots if slot.get("id", "") == slot_id]
        if not going:
            raise VaultError("slot_unknown")
        rest = [slot for slot in header.slots if slot not in going]
        if not any(slot.get("type") in _OWN for slot in rest):
            raise VaultError("slot_last")
        vault_file.write(self._folder, header.with_slots(rest))
        self.forget(_keyring_names(header.with_slots(going)))
        return described(going[0])

    def renew(self, passphrase: str) -> RenewedKey:
        """Make a fresh database key and slots for it; nothing is in use yet.

        The vault keeps its id. Slots of unknown types cannot be made again.

        Raises:
            VaultError: the passphrase is wrong.
        """
        header = self._header()
        self.check_passphrase(passphrase)
        vault_id = header.vault_id
        fresh = VaultKey(vault_id, self._random(KEY_BYTES), self._random(_SALT_BYTES))
        slots, lost, code = [self._passphrase_slot(fresh, passphrase)], list[str](), ""
        for slot in header.slots:
            kind = str(slot.get("type", ""))
            if kind == secret_slot.RECOVERY:
                made, code = self._recovery_slot(fresh)
                slots.append(made)
            elif kind == escrow_slot.TYPE:
                slots.append(self._escrow_slot(fresh, escrow_slot.card_of(slot)))
            elif kind == secret_slot.KEYRING:
                try:
                    slots.append(self._keyring_slot(fresh))
                except VaultError:
                    lost.append(kind)  # told to the person, who can add it later
            elif kind != passphrase_slot.TYPE:
                lost.append(kind)
        renewed = vault_file.VaultHeader(vault_id, fresh.salt, tuple(slots), header.others)
        return RenewedKey(
            fresh.key,
            fresh.salt,
            dict.fromkeys((vault_file.NAME, vault_file.BACKUP_NAME), renewed.encoded()),
            code,
            tuple(lost),
            former=_keyring_names(header),
            fresh=_keyring_names(renewed),
        )

    def forget(self, names: tuple[str, ...]) -> None:
        """Delete entries of the keyring, as far as it answers: without its slot, none opens."""
        for name in names:
            try:
                self._keyring.delete(name)
            except VaultError:
                continue  # harmless: the slot that it opened is gone

    def _header(self) -> VaultHeader:
        return vault_file.read(self._folder)

    def _replace(self, slot: Mapping[str, Any]) -> None:
        """Put *slot* in the place of those of its type."""
        header = self._header()
        others = [other for other in header.slots if other.get("type") != slot["type"]]
        vault_file.write(self._folder, header.with_slots((slot, *others)))

    def _begin(self, slot_type: str) -> dict[str, Any]:
        return begin(slot_type, self._today(), self._random)

    def _passphrase_slot(self, opened: VaultKey, passphrase: str) -> Mapping[str, Any]:
        return passphrase_slot.make(
            opened.key,
            passphrase,
            opened.context,
            memory_kib=self._memory_kib(),
            random=self._random,
            begun=self._begin(passphrase_slot.TYPE),
        )

    def _keyring_slot(self, opened: VaultKey) -> Mapping[str, Any]:
        secret = self._random(secret_slot.KEYRING_SECRET_BYTES)
        begun = self._begin(secret_slot.KEYRING)
        self._keyring.write(keyring_name(opened.vault_id, begun), secret)
        return secret_slot.make(
            opened.key, secret, opened.context, begun=begun, random=self._random
        )

    def _recovery_slot(self, opened: VaultKey) -> tuple[Mapping[str, Any], str]:
        code = self._random(recovery_code.CODE_BYTES)
        slot = secret_slot.make(
            opened.key,
            code,
            opened.context,
            begun=self._begin(secret_slot.RECOVERY),
            random=self._random,
        )
        return slot, recovery_code.write(code)

    def _escrow_slot(self, opened: VaultKey, card: EscrowCard) -> Mapping[str, Any]:
        begun = self._begin(escrow_slot.TYPE)
        return escrow_slot.make(opened.key, card, opened.context, begun=begun)
