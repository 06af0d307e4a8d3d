"""What ``ui`` and ``cli`` need from the composition root: vaults to open and to make."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from innolab_desktop.domain.policy import Policy
    from innolab_desktop.services.given_key import GivenKey
    from innolab_desktop.services.key_ports import EscrowHolder, KeySlot
    from innolab_desktop.services.rescue_ports import VaultRescue
    from innolab_desktop.services.session import Session


DEMO_PASSPHRASE: Final = "innolab-demo"  # noqa: S105 - printed for everybody; guards nothing real


@dataclass(frozen=True, slots=True)
class NewVault:
    """Who a new vault belongs to.

    Attributes:
        same_person_as: card file of the person's first device, when this is another one of theirs.
    """

    folder: Path
    person: str
    municipality: str
    department: str
    role: str
    same_person_as: Path | None = None


@dataclass(frozen=True, slots=True)
class EscrowFiles:
    """A new escrow key: what everybody gets, and what its holder keeps."""

    public: Path
    secret: Path
    holder: EscrowHolder


class VaultGate(Protocol):
    """Opens and creates vaults."""

    @property
    def policy(self) -> Policy:
        """What IT prescribes."""
        ...

    @property
    def rescue(self) -> VaultRescue:
        """What can be done for a vault that does not open any more."""
        ...

    def warm_up(self) -> None:
        """Import what opening a vault needs, while the passphrase is being typed."""
        ...

    def open_session(self, folder: Path, given: GivenKey) -> Session:
        """Open the vault in *folder*.

        Raises:
            VaultError: the key does not open this vault, no vault, in use, or damaged.
        """
        ...

    def slots(self, folder: Path) -> tuple[KeySlot, ...]:
        """Return the ways to open the vault in *folder*; they are public.

        Raises:
            VaultError: there is no vault, or its public part is damaged.
        """
        ...

    def create_escrow_key(self, name: str, passphrase: str, folder: Path) -> EscrowFiles:
        """Write the two files of a new escrow key into *folder*.

        Args:
            name: of the holder, as everybody will see it.
            passphrase: protects the secret file.
            folder: must not hold such files.

        Raises:
            VaultError: they cannot be written, or a name is missing.
        """
        ...

    def create_session(self, vault: NewVault, passphrase: str) -> Session:
        """Create a vault and open it.

        Raises:
            VaultError: there is a vault already, or the folder cannot be used.
            ContactError: the card of the first device cannot be read.
        """
        ...

    def create_demo(self, folder: Path, tell: Callable[[str], None]) -> Path:
        """Create the demo vaults below *folder* and return the one to open first.

        Args:
            folder: new or empty.
            tell: hears each step in a German sentence.

        Raises:
            UsageError: *folder* is not empty.
        """
        ...
