"""The ports to the key slots of an open vault; ``keys`` and ``storage`` fill them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, NamedTuple, Protocol

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


PASSPHRASE: Final = "passphrase"  # noqa: S105 - the name of a way to open, no secret
KEYRING: Final = "keyring"
RECOVERY: Final = "recovery"
ESCROW: Final = "escrow"
SLOT_TYPES: Final = (PASSPHRASE, RECOVERY, KEYRING, ESCROW)


@dataclass(frozen=True, slots=True)
class KeySlot:
    """One way to open a vault.

    Attributes:
        id: base64 text that names the slot; empty in the oldest vaults.
        type: one of the constants of this module, or a type of a later version.
        made: the day, ``YYYY-MM-DD``; empty if it was not noted.
        holder: of an escrow key.
        digits: the Prüfzeichen of an escrow key.
    """

    id: str
    type: str
    made: str = ""
    holder: str = ""
    digits: str = ""


@dataclass(frozen=True, slots=True)
class EscrowHolder:
    """Whose escrow key a file holds."""

    name: str
    digits: str


@dataclass(frozen=True, slots=True)
class RenewedKey:
    """A fresh database key with its slots, not yet in use.

    Attributes:
        key, salt: of the new database; never shown.
        files: names and contents of the files that belong beside the new database.
        recovery_code: to be printed, if there was a recovery slot.
        lost: types of slots that could not be made again.
        former: names in the keyring to be forgotten once the new key is in use.
        fresh: names in the keyring to be forgotten if it never is.
    """

    key: bytes
    salt: bytes
    files: Mapping[str, bytes]
    recovery_code: str
    lost: tuple[str, ...]
    former: tuple[str, ...]
    fresh: tuple[str, ...]

    def __repr__(self) -> str:
        return "RenewedKey(…)"


class SlotKeeper(Protocol):
    """The slots of one open vault, written at once and completely."""

    @property
    def opened_with(self) -> str:
        """The type of the slot that opened the vault."""
        ...

    def slots(self) -> tuple[KeySlot, ...]:
        """Return all slots, those of later versions as well."""
        ...

    def check_passphrase(self, passphrase: str) -> None:
        """Prove that *passphrase* opens the vault.

        Raises:
            VaultError: it does not.
        """
        ...

    def set_passphrase(self, passphrase: str) -> None:
        """Replace the passphrase slot, or add one."""
        ...

    def add_keyring(self) -> None:
        """Let the key store of the operating system open the vault.

        Raises:
            VaultError: there is no store that can be trusted, or it does not answer.
        """
        ...

    def add_recovery(self) -> str:
        """Replace the recovery slot, or add one, and return the code."""
        ...

    def read_holder(self, card: bytes) -> EscrowHolder:
        """Return who could open the vault with the escrow key whose public file is *card*.

        Raises:
            VaultError: it is no such file.
        """
        ...

    def add_escrow(self, card: bytes) -> EscrowHolder:
        """Let the holder of an escrow key open the vault.

        Raises:
            VaultError: *card* is no public file of an escrow key, or has its slot already.
        """
        ...

    def remove(self, slot_id: str) -> KeySlot:
        """Remove a slot.

        Raises:
            VaultError: there is no such slot, or the person could not open the vault any more.
        """
        ...

    def renew(self, passphrase: str) -> RenewedKey:
        """Make a fresh database key and slots for it; nothing is in use yet.

        Raises:
            VaultError: the passphrase is wrong.
        """
        ...

    def forget(self, names: tuple[str, ...]) -> None:
        """Delete entries of the keyring, as far as it answers."""
        ...


class KeyEvent(NamedTuple):
    """One line of the key log.

    Attributes:
        what: ``added``, ``removed``, ``renewed`` (the key of the whole vault) or ``opened``.
        slot_type: of the slot.
        detail: the holder of an escrow key.
    """

    at_ms: int
    what: str
    slot_type: str
    detail: str = ""


class KeyLog(Protocol):
    """What was done with the keys of this vault; lines are never removed."""

    def add(self, event: KeyEvent) -> None:
        """Write a line."""
        ...

    def events(self) -> tuple[KeyEvent, ...]:
        """Return all lines, oldest first."""
        ...


class FormerBackups(Protocol):
    """Backups that were made before the key was renewed."""

    def count(self, second_place: Path | None) -> int:
        """Return how many there are beside the vault, and at the second place if it is there."""
        ...

    def delete(self, second_place: Path | None) -> int:
        """Delete them, also at the second place if it is there; return how many there were.

        Raises:
            VaultError: one cannot be deleted.
        """
        ...
