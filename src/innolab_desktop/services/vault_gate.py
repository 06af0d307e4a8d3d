"""What ``ui`` and ``cli`` need from the composition root: vaults to open and to make."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

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


class VaultGate(Protocol):
    """Opens and creates vaults."""

    def warm_up(self) -> None:
        """Import what opening a vault needs, while the passphrase is being typed."""
        ...

    def open_session(self, folder: Path, passphrase: str) -> Session:
        """Open the vault in *folder*.

        Raises:
            VaultError: wrong passphrase, no vault, in use, or damaged.
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
