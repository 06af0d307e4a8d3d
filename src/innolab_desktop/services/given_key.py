"""What somebody hands over to open a vault: one class for each sort of key slot."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, ClassVar

from innolab_desktop.services.key_ports import ESCROW, KEYRING, PASSPHRASE, RECOVERY

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class GivenPassphrase:
    """The passphrase of the vault."""

    slot_type: ClassVar[str] = PASSPHRASE
    passphrase: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class GivenCode:
    """The recovery code as it was typed."""

    slot_type: ClassVar[str] = RECOVERY
    code: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class KeyringAsked:
    """Nothing: the key store of the operating system is asked."""

    slot_type: ClassVar[str] = KEYRING


@dataclass(frozen=True, slots=True)
class GivenEscrow:
    """The secret file of an escrow key and the passphrase of that file."""

    slot_type: ClassVar[str] = ESCROW
    secret_file: Path
    passphrase: str = field(repr=False)


GivenKey = GivenPassphrase | GivenCode | KeyringAsked | GivenEscrow
